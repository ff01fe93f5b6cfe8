"""The operator's channels: mail, chat, webhooks … through apprise, which knows how each of them is spoken to.

Apprise takes half a second and 40 MB to load, so nothing but the worker imports this module. What it logs is thrown
away: it may name hosts and accounts.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass

import apprise
from apprise import AppriseAsset, NotifyFormat, NotifyType

from bot.runtime.operator import NOTIFY, Misconfigured

ANSWER_SECONDS = 30
"""How long a channel may take in all. Several channels together must stay below the lease of a notice."""

MOST_CHANNELS = 10


@dataclass(frozen=True)
class Channel:
    """One address that notices go to.

    Attributes:
        mark: stands for the address where it is noted what arrived; the same for the same address.
        kind: what comes before `://`, the only part of the address that is ever shown.
    """

    mark: str
    kind: str
    _service: apprise.Apprise

    def send(self, title: str, body: str, *, urgent: bool) -> bool:
        """Whether the channel took it. After a no it may have arrived all the same: an answer can get lost."""
        kind = NotifyType.FAILURE if urgent else NotifyType.WARNING
        return bool(self._service.notify(body=body, title=title, notify_type=kind, body_format=NotifyFormat.TEXT))


def open_channels(urls: Sequence[str]) -> tuple[Channel, ...]:
    """The channels of these addresses. Nothing is sent.

    Raises:
        Misconfigured: an address cannot be used, or there are too many. None is quoted.
    """
    if len(urls) > MOST_CHANNELS:
        raise Misconfigured(f"{NOTIFY}: {len(urls)} addresses are too many, at most {MOST_CHANNELS} are accepted.")
    logging.getLogger("apprise").disabled = True
    return tuple(_channel(number, url, len(urls)) for number, url in enumerate(urls, start=1))


def _channel(number: int, url: str, of: int) -> Channel:
    kind = url.split("://", 1)[0].lower()
    service = apprise.Apprise(
        asset=AppriseAsset(storage_mode="memory", service_timeout=ANSWER_SECONDS, app_id="Malleo")
    )
    if not service.add(url):
        raise Misconfigured(
            f"{NOTIFY}: address {number} of {of} ({kind}://…) cannot be used: its kind is not known, or a part is "
            "missing. The documentation of apprise shows how each kind is written."
        )
    return Channel(_mark(url), kind, service)


def _mark(url: str) -> str:
    """Slow to compute on purpose: the address holds a password, and the mark stands in the database."""
    return hashlib.scrypt(url.encode(), salt=b"malleo channel", n=2**14, r=8, p=1, dklen=8).hex()
