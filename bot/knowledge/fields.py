"""The fields of one written entry, read one by one.

What is wrong goes to the report, and a stand-in comes back, so that one reading finds everything there is to mend.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.knowledge.clauses import ClauseError, parse
from bot.knowledge.marked import Block, Series
from bot.knowledge.model import Clause, Is, Provenance, Strength
from bot.knowledge.problems import Report

Word = TypeVar("Word", bound=StrEnum)

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")
_INHERITED = ("sources", "strength", "reviewed")


class Fields:
    """One mapping of a file.

    Args:
        block: the mapping.
        report: where problems go.
        name: what messages call it: `Finding 'swelling'`; see `called`.
        header: where `sources`, `strength` and `reviewed` come from when the mapping has none of its own.
    """

    def __init__(self, block: Block, report: Report, name: str, header: Block | None = None) -> None:
        self.block = block
        self.report = report
        self.name = name
        self._header = header or Block(block.line)
        self._asked: set[str] = set()
        for key in block.repeated:
            self.wrong(key, f"{self.name}: '{key}' stands there twice.", "Keep one of them.")

    def wrong(self, key: str, what: str, mend: str) -> None:
        """Reports a problem at the line of a field, or of the entry when it has no such field."""
        self.report.add(self.block.lines.get(key, self.block.line), what, mend)

    def id(self) -> str:
        id = self.text("id")
        if id and not _ID.fullmatch(id):
            self.wrong("id", f"'{id}' cannot be an id.", "Use letters, digits and _, and begin with a letter.")
        return id

    def text(self, key: str, otherwise: str | None = None) -> str:
        """A text that must be there, unless something is given for when it is not."""
        if otherwise is not None and self._take(key) is None:
            return otherwise
        return self._text(key) if self._there(key) else ""

    def optional_text(self, key: str) -> str | None:
        return None if self._take(key) is None else self._text(key)

    def texts(self, key: str, required: bool = True) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        value = self._take(key)
        if value is None and not (required and self._there(key)):
            return ()
        items: list[object] = value if isinstance(value, list) else [value]
        words = tuple(item.strip() for item in items if isinstance(item, str) and item.strip())
        if len(words) == len(items) and (words or not required):
            return words
        self.wrong(key, f"{self.name}: '{key}' must be a list of texts.", f"Write {key}: [one, other].")
        return ()

    def word(self, key: str, accepted: Iterable[str], otherwise: str | None = None) -> str:
        """One of a few words."""
        words = list(accepted)
        value = self.text(key, otherwise)
        if value and value not in words:
            self.wrong(key, f"{self.name}: '{key}' is '{value}'.", f"Use one of: {', '.join(words)}.")
        return value if value in words else words[0]

    def enum(self, key: str, words: type[Word]) -> Word:
        return words(self.word(key, list(words)))

    def enums(self, key: str, words: type[Word], otherwise: Word | None = None) -> tuple[Word, ...]:
        """A list of words of an enumeration."""
        if otherwise is not None and self._take(key) is None:
            return (otherwise,)
        values = self.texts(key)
        for value in values:
            if value not in set(words):
                self.wrong(key, f"{self.name}: '{key}' has '{value}'.", f"Use: {', '.join(words)}.")
        return tuple(words(value) for value in values if value in set(words))

    def integer(self, key: str, otherwise: int | None = None) -> int:
        if otherwise is not None and self._take(key) is None:
            return otherwise
        return self._integer(key) if self._there(key) else 0

    def optional_integer(self, key: str) -> int | None:
        return None if self._take(key) is None else self._integer(key)

    def number(self, key: str) -> float:
        """A number with or without a point."""
        if not self._there(key):
            return 0.0
        number = as_number(self._take(key))
        if number is None:
            self.wrong(key, f"{self.name}: '{key}' must be a number.", f"Write {key}: 0.2.")
        return number or 0.0

    def optional_number(self, key: str) -> float | None:
        return None if self._take(key) is None else self.number(key)

    def flag(self, key: str) -> bool:
        return self.word(key, ("false", "true"), "false") == "true"

    def day(self, key: str) -> date:
        if not self._there(key, f"Write {key}: and the day, as in 2026-11-22."):
            return date.min
        value = self._take(key)
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.wrong(key, f"{self.name}: '{key}' is '{value}', which is no day.", "Write it as in 2026-11-22.")
            return date.min

    def clause(self, key: str) -> Clause:
        return (self.optional_clause(key) if self._there(key) else None) or Is("")

    def optional_clause(self, key: str) -> Clause | None:
        value = self._take(key)
        if value is None:
            return None
        try:
            return parse(value)
        except ClauseError as error:
            for fault in error.faults:
                line = fault.line or self.block.lines[key]
                self.report.add(line, f"{self.name}, '{key}': {fault.what}", fault.mend)
            return Is("")

    def mapping(self, key: str) -> Block:
        """Names and values inside the entry; an empty block when there are none."""
        value = self._take(key)
        if value is None or isinstance(value, Block):
            return value or Block(self.block.line)
        self.wrong(key, f"{self.name}: '{key}' must have names and values.", f"Write {key}: {{name: value}}.")
        return Block(self.block.line)

    def blocks(self, key: str) -> Iterator[Block]:
        """The items of a list, each with fields of its own."""
        value = self._take(key)
        if value is not None and not isinstance(value, Series):
            self.wrong(key, f"{self.name}: '{key}' must be a list.", "Begin each item with a dash.")
        for line, item in zip(value.lines, value, strict=True) if isinstance(value, Series) else ():
            if isinstance(item, Block):
                yield item
            else:
                self.report.add(line, f"{self.name}: an item of '{key}' has no fields.", "Write {id: …, …}.")

    def provenance(self, strength: Strength | None = None) -> Provenance:
        """Sources, strength and day of review: its own, or the header's.

        Args:
            strength: comes before the header's when the entry has none of its own.
        """
        return Provenance(
            sources=self.texts("sources", required=False),
            strength=strength if strength and "strength" not in self.block else self.enum("strength", Strength),
            reviewed=self.day("reviewed"),
        )

    def finish(self) -> None:
        """Reports the fields that nobody asked for."""
        for key in self.block:
            if key not in self._asked:
                close = difflib.get_close_matches(key, sorted(self._asked), 1)
                mend = f"Did you mean '{close[0]}'?" if close else f"Known here: {', '.join(sorted(self._asked))}."
                self.wrong(key, f"{self.name}: '{key}' is no field of it.", mend)

    def _take(self, key: str) -> object:
        self._asked.add(key)
        if key in _INHERITED and key not in self.block:
            return self._header.get(key)
        return self.block.get(key)

    def _there(self, key: str, mend: str = "") -> bool:
        there = self._take(key) is not None
        if not there:
            self.wrong(key, f"{self.name} has no '{key}'.", mend or f"Add {key}: and what belongs there.")
        return there

    def _text(self, key: str) -> str:
        value = self._take(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.wrong(key, f"{self.name}: '{key}' must be text.", "Write words, in quotes if there is a colon in them.")
        return ""

    def _integer(self, key: str) -> int:
        try:
            return int(str(self._take(key)))
        except ValueError:
            self.wrong(key, f"{self.name}: '{key}' must be a whole number.", f"Write {key}: 5.")
            return 0


def called(kind: str, block: Block, key: str = "id") -> str:
    """What messages call an entry."""
    id = block.get(key)
    return f"{kind} '{id}'" if isinstance(id, str) else f"{kind} without {key}"


def as_number(value: object) -> float | None:
    """A number as files write it; `None` when it is none."""
    return float(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else None
