"""The floors of data/safety: levels that may not be undercut, said apart from the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.clauses import ClauseError, atoms, parse
from bot.knowledge.model import AllOf, AnyOf, Clause, Level
from bot.knowledge.vocabulary import vocabulary
from bot.triage.clauses import subject


class FloorsError(ValueError):
    """The floors cannot be used as they are written."""


@dataclass(frozen=True)
class Word:
    """A name for "any one of these", such as an injury."""

    id: str
    plain: str
    any: tuple[Clause, ...]


@dataclass(frozen=True)
class Part:
    """One thing that has to be so: a finding or a value, or any one of a word. `word` is the id of the word."""

    clause: Clause
    word: str | None = None


@dataclass(frozen=True)
class Floor:
    """A level that may not be undercut while everything in one of the sets is so.

    Attributes:
        source: the place in the reference that asks for it.
    """

    id: str
    plain: str
    level: Level
    source: str
    sets: tuple[tuple[Part, ...], ...]

    @property
    def when(self) -> Clause:
        return AnyOf(tuple(_together(one) for one in self.sets))


@dataclass(frozen=True)
class Difference:
    """A place where the reference can be read as asking for more than the floors do.

    Attributes:
        asked: the level of that reading.
        given: the level that the rules give when nothing else is known.
        why: why it is so, or what is proposed.
        open: whether a clinician still has to decide.
    """

    id: str
    plain: str
    source: str
    set: tuple[Part, ...]
    asked: Level
    given: Level
    open: bool
    why: str

    @property
    def when(self) -> Clause:
        return _together(self.set)


@dataclass(frozen=True)
class Floors:
    words: Mapping[str, Word]
    floors: Mapping[str, Floor]
    differences: Mapping[str, Difference]


def read(path: Path) -> Floors:
    """The floors in a file.

    Raises:
        FloorsError: an id that is unknown or there twice, a field that is missing, a condition that cannot be read.
    """
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        words = {id: Word(id, one["plain"], tuple(map(parse, one["any"]))) for id, one in written["words"].items()}
        floors = [_floor(one, words) for one in written["floors"]]
        differences = [_difference(one, words) for one in written.get("differences", ())]
    except KeyError as missing:
        raise FloorsError(f"{path.name}: the field {missing} is missing.") from missing
    except ClauseError as fault:
        raise FloorsError(f"{path.name}: {fault}") from fault
    found = Floors(words, _by_id(floors), _by_id(differences))
    _known(found)
    return found


def _floor(one: Mapping[str, Any], words: Mapping[str, Word]) -> Floor:
    sets = tuple(_set(some, words) for some in one["sets"])
    return Floor(one["id"], one["plain"], Level(one["level"]), one["from"], sets)


def _difference(one: Mapping[str, Any], words: Mapping[str, Word]) -> Difference:
    return Difference(
        id=one["id"],
        plain=one["plain"],
        source=one["from"],
        set=_set(one["set"], words),
        asked=Level(one["asked"]),
        given=Level(one["given"]),
        open=one["open"],
        why=one["why"],
    )


def _set(written: list[Any], words: Mapping[str, Word]) -> tuple[Part, ...]:
    return tuple(
        Part(AnyOf(words[one].any), one) if isinstance(one, str) and one in words else Part(parse(one))
        for one in written
    )


def _together(parts: tuple[Part, ...]) -> Clause:
    return AllOf(tuple(part.clause for part in parts))


def _by_id(entries: list[Any]) -> dict[str, Any]:
    found = {entry.id: entry for entry in entries}
    if len(found) < len(entries):
        raise FloorsError("An id stands there twice.")
    return found


def _known(found: Floors) -> None:
    ids = vocabulary()
    entries: list[Floor | Difference] = [*found.floors.values(), *found.differences.values()]
    for entry in entries:
        for about in map(subject, atoms(entry.when)):
            if about not in ids.findings and about not in ids.attributes:
                raise FloorsError(f"'{entry.id}' looks at '{about}', which there is not.")
