"""Puts the worker together from what the operator set up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rasa.shared.core.domain import Domain

from bot.channels.courier import Courier, Shelf
from bot.dialogue.texts import Texts
from bot.runtime import settings
from bot.runtime.operator import notify_urls, retention
from bot.runtime.practice import engine
from bot.storage.migrations import migrate
from bot.storage.rasa_stores import MalleoLockStore, MalleoTrackerStore
from bot.worker.channels import Channel, open_channels
from bot.worker.check_ins import CheckIns
from bot.worker.health import Health
from bot.worker.notices import Notices
from bot.worker.retention import Retention
from bot.worker.worker import Worker


def start(tell: Callable[[str], None]) -> Worker:
    """A worker for this database, and one line on what it will do.

    Raises:
        Misconfigured: a variable makes no sense.
        DatabaseUnavailable: the database cannot be opened.
    """
    channels, kept_for = open_channels(notify_urls()), retention()
    database, texts = engine(), Texts.read(settings.TEXTS)
    migrate(database)
    shelf = Shelf(MalleoTrackerStore(Domain.load(str(settings.ROOT / "domain.yml")), engine=database))
    # Telegram and Slack: a server finds what lies there, and sends it.
    couriers: dict[str, Courier] = dict.fromkeys(("website", "shell", "telegram", "slack"), shelf)
    turns = MalleoLockStore(engine=database).turns
    tell(
        f"Malleo's worker has started: {_said(channels)}; check-ins by {', '.join(couriers)}; "
        f"conversations are kept for {kept_for.days} days."
    )
    tasks = (
        Notices(database, channels, texts),
        CheckIns(database, couriers, turns, texts),
        Retention(database, kept_for),
        Health(database, tell),  # last, so that it tells what is left
    )
    return Worker(tasks, tell)


def _said(channels: Sequence[Channel]) -> str:
    if not channels:
        return "notices wait, as MALLEO_NOTIFY names no channel"
    return f"notices go to {', '.join(channel.kind for channel in channels)}"
