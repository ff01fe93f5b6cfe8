"""Played conversations as one page of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.dialogue.message import Message
from bot.evaluation.conversations import Exchange, Played
from bot.evaluation.scripts import Chosen, Later

HEAD = """\
# Conversations

What it is like to talk with Malleo, from the first word to the last. This page is made by
`malleo evaluate conversations {file} --write docs/conversations.md`. The lines of the runner stand in
that file, all else is what Malleo answers today, in full; a test keeps it current. The runners are
invented.

A runner may type or choose. What was chosen is marked so; every question can also be answered in words.
Conversations begin on a Wednesday.
"""

LEVELS = {"emergency": "emergency", "same_day": "same day", "soon": "soon", "self_care": "self-care"}

_MARKS = re.compile(r"([\\`*_<>\[\]])")
_AT_THE_START = re.compile(r"^(\s*)([#+]|-(?= ))", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s)", re.MULTILINE)


def page(played: Iterable[Played], file: str) -> str:
    """The page, as it is written to a file. `file` is the name of the scripts' file."""
    played = list(played)
    parts = [HEAD.format(file=file), _contents(played)]
    for number, one in enumerate(played, 1):
        parts.append(f"## {number}. {one.script.title}\n\n{one.script.shows}\n")
        parts += [part for exchange in one.exchanges for part in _exchange(exchange)]
    return "\n".join(parts)


def _contents(played: Iterable[Played]) -> str:
    return "".join(f"{number}. {one.script.title}\n" for number, one in enumerate(played, 1))


def _exchange(exchange: Exchange) -> Iterator[str]:
    if isinstance(exchange.line, Later):
        days = exchange.line.time.days
        yield f"*{days} day{'s' if days > 1 else ''} later*\n"
        return
    chose = " *chooses*" if isinstance(exchange.line, Chosen) else ""
    yield f"> **Runner{chose}:** {_quoted(exchange.said)}\n"
    for message in exchange.answers:
        yield from _message(message)


def _message(message: Message) -> Iterator[str]:
    payload = message.payload or {}
    if message.type == "question":
        yield f"**Malleo:** {_plain(payload['prompt'])}\n"
        if payload["options"]:
            yield "".join(f"- {_plain(option['label'])}\n" for option in payload["options"])
        if payload["kind"] in ("scale", "number"):
            yield f"*(a number from {payload.get('min', 0)} to {payload.get('max', '')})*\n"
        return
    level = {"assessment": payload.get("triage", {}).get("level"), "escalation": payload.get("level")}.get(
        message.type or ""
    )
    shown = f" *(level: {LEVELS[level]})*" if level else ""
    yield f"**Malleo{shown}:** {_plain(message.text)}\n"


def _quoted(text: str) -> str:
    return _plain(text).replace("\n", "\n> ")


def _plain(text: str) -> str:
    """The text as it was written: nothing of it is taken for Markdown but its lines, which stay lines."""
    escaped = _MARKS.sub(r"\\\1", text.strip())
    escaped = _AT_THE_START.sub(r"\1\\\2", escaped)
    escaped = _NUMBERED.sub(r"\1\\\2", escaped)
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", escaped)
