"""A person who talks to Malleo in Slack, and sees what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from chatting import quiet, until
from serving import Server, serving
from slack_server import Delivery, Person, Shown, SlackServer
from sqlalchemy import Engine

PATH = "/webhooks/slack"


@contextmanager
def slack_app(slack: SlackServer, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server of ours that is an app in that Slack."""
    with serving({**as_app(slack), **(environment or {})}) as server:
        slack.target = target(server)
        yield server


def as_app(slack: SlackServer) -> dict[str, str]:
    """What is set for a server that is an app in that Slack."""
    return {
        "MALLEO_SLACK_TOKEN": slack.bot_token,
        "MALLEO_SLACK_SIGNING_SECRET": slack.signing_secret,
        "MALLEO_SLACK_SERVER": f"{slack.url}/api/",
    }


def target(server: Server) -> str:
    """Where Slack delivers to."""
    return f"http://127.0.0.1:{server.port}{PATH}"


@dataclass
class Talk:
    """What one person does, and what they were sent since."""

    slack: SlackServer
    engine: Engine
    person: Person
    seen: int = field(default=0, init=False)

    def say(self, text: str) -> list[Shown]:
        return self.do(lambda: self.person.say(text))

    def press(self, label: str, *ticked: str) -> list[Shown]:
        """Presses a button or chooses from a list, of the last message that has such a one."""
        named = [one for one in self.mine if label in one.labels]
        if not named:
            raise LookupError(f"no {label!r} among {self.labels}")
        return self.do(lambda: self.person.press(named[-1], label, ticked))

    def do(self, deed: Callable[[], Delivery]) -> list[Shown]:
        """What was sent in answer to a deed."""
        delivery = deed()
        until(lambda: self.is_answered(delivery))
        new = self.mine[self.seen :]
        self.seen += len(new)
        return new

    def is_answered(self, delivery: Delivery) -> bool:
        is_kept = any(one is delivery and status == 200 for one, status in list(self.slack.deliveries))
        return is_kept and quiet(self.engine, "slack")

    @property
    def mine(self) -> list[Shown]:
        return self.slack.shown(self.person.channel)

    @property
    def labels(self) -> list[str]:
        """What can be pressed or chosen now."""
        return [label for shown in self.mine for label in shown.labels]
