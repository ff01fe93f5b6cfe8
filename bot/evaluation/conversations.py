"""Scripted conversations, played through the real dialogue from a fixed day on."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import time_machine

from bot.channels.base import Incoming, Reception
from bot.dialogue.message import Message
from bot.dialogue.utterance import Choice
from bot.evaluation.scripts import Chosen, Later, Line, Script, Typed

BEGINS = datetime(2026, 3, 18, 12, tzinfo=ZoneInfo("UTC"))
"""When every conversation begins, a Wednesday: what is said of days is then the same whenever it is played."""


class OffScript(ValueError):
    """A line chooses what the open question does not offer; says what it offers."""


@dataclass(frozen=True)
class Exchange:
    """One line of a script.

    Attributes:
        said: the runner's words, or the words of the chosen options; empty when time goes by.
        answers: what Malleo said to it.
    """

    line: Line
    said: str = ""
    answers: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Played:
    script: Script
    exchanges: tuple[Exchange, ...]


def play(scripts: Iterable[Script], reception: Reception, loop: asyncio.AbstractEventLoop) -> list[Played]:
    """Plays each script to its end, from the same day on.

    Raises:
        OffScript: a line does not fit the question that is open.
    """
    played = []
    for script in scripts:
        with time_machine.travel(BEGINS, tick=True) as clock:
            played.append(Played(script, _exchanges(script, reception, loop, clock)))
    return played


def _exchanges(
    script: Script, reception: Reception, loop: asyncio.AbstractEventLoop, clock: time_machine.Traveller
) -> tuple[Exchange, ...]:
    conversation, question, exchanges = uuid.uuid4().hex, None, list[Exchange]()
    for place, line in enumerate(script.lines, 1):
        if isinstance(line, Later):
            clock.shift(line.time)
            exchanges.append(Exchange(line))
            continue
        incoming = _incoming(conversation, line, question, reception.label, f"'{script.title}', line {place}")
        answers = loop.run_until_complete(reception.receive(incoming))
        exchanges.append(Exchange(line, incoming.text, answers))
        asked = [message.payload for message in answers if message.type == "question"]
        question = asked[-1] if asked else None
    return tuple(exchanges)


def _incoming(
    conversation: str,
    line: Typed | Chosen,
    question: Mapping[str, Any] | None,
    label: Callable[[Choice], str],
    where: str,
) -> Incoming:
    if isinstance(line, Typed):
        return Incoming(conversation, line.text)
    if question is None:
        raise OffScript(f"{where} chooses, but no question is open.")
    offered = [option["id"] for option in question["options"]]
    takes_a_number = question["kind"] in ("scale", "number")
    if not set(line.options) <= set(offered) or (line.number is not None and not takes_a_number):
        wanted = ", ".join(line.options) or line.number
        what = "a number" if takes_a_number else ", ".join(offered)
        raise OffScript(f"{where} chooses '{wanted}'. The open question is '{question['id']}'; it takes: {what}.")
    choice = Choice(question["id"], line.options, line.number)
    return Incoming(conversation, label(choice), choice)
