"""Scripted conversations: what a runner types and chooses, line by line, and how many days lie in between."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeAlias

from bot.evaluation.labels import UnreadableFile, entries

_DAYS = re.compile(r"(\d+) days?\Z")


@dataclass(frozen=True)
class Typed:
    """Words of the runner."""

    text: str


@dataclass(frozen=True)
class Chosen:
    """Options of the open question by id, or its number."""

    options: tuple[str, ...] = ()
    number: int | None = None


@dataclass(frozen=True)
class Later:
    """So much time goes by before the next line."""

    time: timedelta


Line: TypeAlias = Typed | Chosen | Later


@dataclass(frozen=True)
class Script:
    """One conversation.

    Attributes:
        shows: a sentence on what it is an example of.
    """

    title: str
    shows: str
    lines: tuple[Line, ...]


def scripts(path: Path) -> list[Script]:
    """The conversations of a file. Raises `UnreadableFile`."""
    return [_script(path, entry) for entry in entries(path, "conversations", ("title", "shows", "lines"))]


def _script(path: Path, entry: Mapping[str, Any]) -> Script:
    title, lines = str(entry["title"]), entry["lines"]
    if not isinstance(lines, list) or not lines:
        raise UnreadableFile(f"{path}: '{title}': lines is a list with at least one line.")
    read = tuple(_line(f"{path}: '{title}', line {place}", line) for place, line in enumerate(lines, 1))
    return Script(title, str(entry["shows"]), read)


def _line(where: str, line: Any) -> Line:
    match line:
        case str() if line.strip():
            return Typed(line.strip())
        case {"choose": bool()}:
            raise UnreadableFile(f'{where}: YAML reads that word as true or false; put it in quotes: choose: "yes".')
        case {"choose": int(number), **rest} if not rest:
            return Chosen(number=number)
        case {"choose": str(option), **rest} if not rest:
            return Chosen((option,))
        case {"choose": [*options], **rest} if options and not rest and all(isinstance(one, str) for one in options):
            return Chosen(tuple(options))
        case {"later": str(time), **rest} if not rest and (days := _DAYS.match(time)):
            return Later(timedelta(days=int(days[1])))
    raise UnreadableFile(
        f"{where}: {line!r} is not accepted. Accepted: words in quotes, 'choose:' with an option, a list of options or "
        "a number, 'later:' with days such as '6 days'."
    )
