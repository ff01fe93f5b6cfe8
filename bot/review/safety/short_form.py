"""Sets of answers in a short form for reading: sets that differ in one answer only are one set with a choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from bot.knowledge.model import State
from bot.knowledge.vocabulary import vocabulary


@dataclass(frozen=True, order=True)
class Literal:
    """One answer: a finding in a state, one value of an attribute, or a number in a range (both ends included)."""

    about: str
    value: str = ""
    low: int = 0
    high: int | None = None

    def needs_no_more_than(self, other: Literal) -> bool:
        """Whether everybody with the other one has this one as well."""
        if self == other:
            return True
        if self.about != other.about or self.value or other.value:
            return False
        return self.low <= other.low and (self.high is None or (other.high is not None and other.high <= self.high))

    def __str__(self) -> str:
        if not self.value:
            return f"{self.about} {self.low}..{'' if self.high is None else self.high}"
        if self.value == State.PRESENT:
            return self.about
        return f"{self.about} {self.value}"


LiteralSet: TypeAlias = frozenset[Literal]

Choice: TypeAlias = tuple[Literal, ...]
"""Answers of which any one is enough."""

Row: TypeAlias = tuple[Choice, ...]
"""Choices that are needed together."""

KINDS = ("mechanism", "began", "location", "finding")
"""What is put together, in this order: ways it happened, how it began, places, findings."""


def short_form(sets: Iterable[LiteralSet]) -> tuple[Row, ...]:
    """The sets with as few rows as a plain search finds. Rows written out give the same sets again."""
    rows = [_ordered((literal,) for literal in one) for one in sets]
    for kind in KINDS:
        while (shorter := _shorter(rows, kind)) is not None:
            rows = shorter
    return tuple(sorted(rows, key=lambda row: (len(row), list(map(_place, row)))))


def _shorter(rows: list[Row], kind: str) -> list[Row] | None:
    """The largest group of rows that differ in one choice of a kind made one row; `None` when there is no group."""
    groups: dict[Row, list[tuple[Row, Choice]]] = defaultdict(list)
    for row in rows:
        for choice in row:
            if _is(choice, kind):
                groups[tuple(other for other in row if other is not choice)].append((row, choice))
    rest, group = max(groups.items(), key=lambda item: (len(item[1]), str(item[0])), default=((), []))
    if len(group) < 2:
        return None
    joined = tuple(dict.fromkeys(literal for _, choice in group for literal in choice))
    gone = {row for row, _ in group}
    return [*(row for row in rows if row not in gone), _ordered((*rest, tuple(sorted(joined, key=_rank))))]


def _is(choice: Choice, kind: str) -> bool:
    abouts = {literal.about for literal in choice}
    if kind == "finding":
        return abouts <= vocabulary().findings.keys()
    return abouts <= {"mechanism", "onset"} if kind == "began" else abouts == {kind}


def _ordered(choices: Iterable[Choice]) -> Row:
    return tuple(sorted(choices, key=_place))


def _place(choice: Choice) -> tuple[tuple[int, int], ...]:
    return tuple(map(_rank, choice))


def _rank(literal: Literal) -> tuple[int, int]:
    """Findings in the order of the vocabulary, then attributes in theirs, and their values."""
    ids = vocabulary()
    order = [*ids.findings, "location", "onset", "mechanism", *ids.attributes]
    values = ids.attributes[literal.about].values if literal.about in ids.attributes else ()
    return order.index(literal.about), values.index(literal.value) if literal.value in values else literal.low
