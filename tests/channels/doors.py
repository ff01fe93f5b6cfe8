"""Doors for a simulated patient: each front end as a person uses it, and what it shows compared with what was said."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import slack_talk
import telegram_talk
from rich.console import Console
from serving import SECRET
from slack_server import Shown as SlackShown
from sqlalchemy import Engine

from bot.channels.addresses import Address, Addresses
from bot.channels.base import Incoming, Reception
from bot.channels.shell import Shell
from bot.channels.slack.spelling import as_typed
from bot.dialogue.message import Message
from bot.dialogue.utterance import Choice
from bot.evaluation.door import Door
from bot.evaluation.personas import Reply
from bot.storage import contacts, people

_NUMBERED = re.compile(r"^\s*\d+\. ")


@dataclass
class Remembering:
    """A door that remembers what was said through it."""

    door: Door
    said: list[Message] = field(default_factory=list)

    async def send(self, reply: Reply) -> Sequence[Message]:
        messages = await self.door.send(reply)
        self.said += messages
        return messages


class ShellDoor:
    """Types lines into the shell, numbers where it numbers the answers, and reads what it prints."""

    def __init__(self, reception: Reception, conversation: str) -> None:
        self._reception = reception
        self._conversation = conversation
        self._screen = io.StringIO()
        self._shell = Shell(Console(file=self._screen, no_color=True, width=100), plain=True)
        self._options: list[str] = []
        self._said: tuple[Message, ...] = ()

    async def send(self, reply: Reply) -> Sequence[Message]:
        numbers = [str(self._options.index(option) + 1) for option in reply.options]
        self._screen.truncate(self._screen.seek(0))
        await self._shell.run([" ".join(numbers) or reply.text], self._answer)
        if asked := _question(self._said):
            self._options = [option["id"] for option in asked["options"]]
        _all_shown(self._said, [self._screen.getvalue()], ())
        return self._said

    async def _answer(self, text: str, choice: Choice | None) -> tuple[Message, ...]:
        said = self._reception.label(choice) if choice else text
        self._said = await self._reception.receive(Incoming(self._conversation, said, choice))
        return self._said


class TelegramDoor:
    """Taps buttons where there are any."""

    def __init__(self, talk: telegram_talk.Talk, engine: Engine) -> None:
        self._talk = talk
        self._kept = _Kept(engine, "telegram", {"chat": str(talk.person.chat["id"])})
        self._question: dict[str, Any] | None = None

    async def send(self, reply: Reply) -> Sequence[Message]:
        return await asyncio.to_thread(self._send, reply)

    def _send(self, reply: Reply) -> Sequence[Message]:
        before = len(self._talk.mine)
        if reply.options:
            self._choose(reply.options)
        elif reply.text.isdigit() and reply.text in self._talk.buttons:  # of a scale
            self._talk.tap(reply.text)
        else:
            self._talk.say(reply.text)
        said = self._kept.new()
        _all_shown(said, [shown.text for shown in self._talk.mine[before:]], self._talk.buttons)
        self._question = _question(said)
        return said

    def _choose(self, options: Sequence[str]) -> None:
        for place, label in _chosen(self._question, options):
            self._talk.tap(label if label in self._talk.buttons else str(place))
        if "Done" in self._talk.buttons and options != ("none",):
            self._talk.tap("Done")


class SlackDoor:
    """Presses, chooses and ticks."""

    def __init__(self, talk: slack_talk.Talk, engine: Engine) -> None:
        self._talk = talk
        self._kept = _Kept(engine, "slack", {"team": talk.slack.team, "user": talk.person.id})
        self._question: dict[str, Any] | None = None

    async def send(self, reply: Reply) -> Sequence[Message]:
        return await asyncio.to_thread(self._send, reply)

    def _send(self, reply: Reply) -> Sequence[Message]:
        before = len(self._talk.mine)
        if reply.options:
            self._choose(reply.options)
        elif reply.text.isdigit() and reply.text in self._talk.labels:
            self._talk.press(reply.text)
        else:
            self._talk.say(reply.text)
        said = self._kept.new()
        _all_shown(said, map(_in_sections, self._talk.mine[before:]), self._talk.labels)
        self._question = _question(said)
        return said

    def _choose(self, options: Sequence[str]) -> None:
        wanted = [self._label(place, label) for place, label in _chosen(self._question, options)]
        if "Done" in self._talk.labels and options != ("none",):
            self._talk.press("Done", *wanted)
        else:
            self._talk.press(*wanted)

    def _label(self, place: int, label: str) -> str:
        """The label as it is shown: cut where it is long, and numbered where it is a place."""
        return next(one for one in self._talk.labels if _is_of(one, label) or _is_of(one, f"{place}. {label}"))


@dataclass
class _Kept:
    """What is kept of somebody's conversation."""

    engine: Engine
    channel: str
    address: Address
    last: int = -1

    def new(self) -> tuple[Message, ...]:
        """What was said to them since the last time."""
        mark = Addresses((SECRET,)).marks(self.channel, self.address)[0]
        reached = contacts.find(self.engine, self.channel, mark)
        assert reached is not None
        lines = people.transcript(self.engine, reached.conversation, self.last)
        self.last = max([self.last, *(line.seq for line in lines)])
        return tuple(Message(line.text, line.custom) for line in lines if line.who == "malleo")


def _question(said: Iterable[Message]) -> dict[str, Any] | None:
    asked = [dict(message.payload or {}) for message in said if message.type == "question"]
    return asked[-1] if asked else None


def _chosen(question: dict[str, Any] | None, options: Sequence[str]) -> list[tuple[int, str]]:
    """Number and label of each."""
    assert question is not None
    offered = {option["id"]: (place, option["label"]) for place, option in enumerate(question["options"], start=1)}
    return [offered[option] for option in options]


def _in_sections(shown: SlackShown) -> str:
    """What a message of Slack shows, without its markup."""
    sections = [block["text"]["text"].strip("*") for block in shown.blocks if block["type"] == "section"]
    return as_typed("\n".join(sections)).replace("*", "")


def _all_shown(said: Iterable[Message], shown: Iterable[str], labels: Sequence[str]) -> None:
    """Every line of what was said is to be read, or stands as an answer that can be chosen."""
    read = _plain(" ".join(shown))
    for message in said:
        for line in _lines(message):
            label = _NUMBERED.sub("", line)
            is_there = _plain(line) in read or any(_is_of(one, line) or _is_of(one, label) for one in labels)
            assert is_there, f"not shown: {line!r}"


def _lines(message: Message) -> list[str]:
    """Its lines; of a question without the words that tell how to answer where nothing can be pressed."""
    first, *others = message.text.splitlines()
    asked = message.payload or {}
    return [asked.get("before", ""), asked["prompt"], *others] if "prompt" in asked else [first, *others]


def _is_of(shown: str, label: str) -> bool:
    return shown == label or (shown.endswith("…") and label.startswith(shown.removesuffix("…").rstrip()))


def _plain(text: str) -> str:
    return "".join(text.split()).replace("*", "")
