"""A person who talks to Malleo in Telegram, and sees what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from chatting import quiet, until
from serving import SECRET, Server, serving
from sqlalchemy import Engine
from telegram_server import Person, Shown, TelegramServer

from bot.channels.addresses import secret_of

PATH = "/webhooks/telegram"


@contextmanager
def telegram_bot(telegram: TelegramServer, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server of ours that is a bot at that Telegram."""
    ours = {"MALLEO_TELEGRAM_TOKEN": telegram.token, "MALLEO_TELEGRAM_SERVER": telegram.url}
    with serving({**ours, **(environment or {})}) as server:
        telegram.webhook_to(f"http://127.0.0.1:{server.port}{PATH}", secret_of((SECRET,), "telegram"))
        yield server


@dataclass
class Talk:
    """What one person does, and what they were sent since."""

    telegram: TelegramServer
    engine: Engine
    person: Person
    seen: int = field(default=0, init=False)

    @classmethod
    def of(cls, telegram: TelegramServer, engine: Engine, id: int) -> Talk:
        return cls(telegram, engine, telegram.person(id))

    def say(self, text: str) -> list[Shown]:
        return self.do(lambda: self.person.say(text))

    def tap(self, choice: str) -> list[Shown]:
        """Presses a button of the last message that has such a one."""
        named = [one for one in self.mine if any(choice == button["text"] for row in one.keyboard for button in row)]
        if not named:
            raise LookupError(f"no button {choice!r} among {self.buttons}")
        return self.do(lambda: self.person.tap(named[-1], choice))

    def do(self, deed: Callable[[], Any]) -> list[Shown]:
        """What was sent in answer to a deed."""
        update = deed()
        until(lambda: self.is_answered(update))
        new = self.mine[self.seen :]
        self.seen += len(new)
        return new

    def is_answered(self, update: Mapping[str, Any]) -> bool:
        is_kept = any(id == update["update_id"] and status == 200 for id, status in self.telegram.deliveries)
        return is_kept and quiet(self.engine, "telegram")

    @property
    def mine(self) -> list[Shown]:
        return [shown for shown in self.telegram.sent if shown.chat_id == self.person.chat["id"]]

    @property
    def buttons(self) -> list[str]:
        """The buttons that can be pressed now."""
        return [button["text"] for shown in self.mine for row in shown.keyboard for button in row]
