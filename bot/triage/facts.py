"""What is known of one person's ankle: one fact per id, with the words it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.knowledge.model import State

Value = State | str | int | tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """One thing that the person said.

    Attributes:
        id: a finding (value is a `State`) or an attribute: `side`, `onset`, `mechanism`, `sex`, `subject` (text),
            `severity`, `duration_days`, `age` (whole number), `location` (tuple of region ids).
        said: the words it came from, as typed, or the label of the option that was chosen.
        turn: number of the message that said it, from 1.
        asked: settled by an answer to its own closed question, not picked up from free text.
    """

    id: str
    value: Value
    said: str
    turn: int
    asked: bool = False


@dataclass(frozen=True)
class Facts:
    """All facts of a conversation. Never changed: every edit gives a new one."""

    by_id: Mapping[str, Fact]

    @classmethod
    def of(cls, facts: Iterable[Fact] = ()) -> Facts:
        return cls({fact.id: fact for fact in facts})

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.by_id.values())

    def __contains__(self, about: object) -> bool:
        return about in self.by_id

    def __len__(self) -> int:
        return len(self.by_id)

    def state(self, finding: str) -> State:
        """State of a finding; `NOT_ASKED` when nothing was said."""
        fact = self.by_id.get(finding)
        return fact.value if fact and isinstance(fact.value, State) else State.NOT_ASKED

    def text(self, attribute: str) -> str | None:
        """Value of a text attribute such as `onset`."""
        fact = self.by_id.get(attribute)
        return str(fact.value) if fact and isinstance(fact.value, str) and not isinstance(fact.value, State) else None

    def number(self, attribute: str) -> int | None:
        """Value of a number attribute: `severity` 0–10, `duration_days`, `age` in years."""
        fact = self.by_id.get(attribute)
        return fact.value if fact and isinstance(fact.value, int) else None

    def location(self) -> tuple[str, ...]:
        """Region ids, most important first; empty when not said."""
        fact = self.by_id.get("location")
        return fact.value if fact and isinstance(fact.value, tuple) else ()

    def known(self, about: str) -> bool:
        """Whether there is an answer other than "not sure"."""
        fact = self.by_id.get(about)
        return fact is not None and fact.value is not State.UNKNOWN and fact.value is not State.NOT_ASKED

    def settled(self, about: str) -> bool:
        """Whether asking again would gain nothing: the answer is known, or its own question got a "not sure"."""
        fact = self.by_id.get(about)
        return fact is not None and fact.value is not State.NOT_ASKED and (fact.asked or self.known(about))

    def said(self, about: str) -> str | None:
        """The words a fact came from."""
        fact = self.by_id.get(about)
        return fact.said if fact else None

    def having(self, *facts: Fact) -> Facts:
        """These facts with others added or replaced."""
        return Facts({**self.by_id, **{fact.id: fact for fact in facts}})

    def without(self, *ids: str) -> Facts:
        """These facts with some taken back."""
        return Facts({fact.id: fact for fact in self if fact.id not in ids})

    def supposing(self, about: str, value: Value) -> Facts:
        """These facts if the answer about it were `value`; keeps the words, for "what would change this"."""
        known = self.by_id.get(about)
        return self.having(replace(known, value=value) if known else Fact(about, value, said="", turn=0))

    def to_json(self) -> list[dict[str, Any]]:
        return [
            {
                "id": fact.id,
                "value": list(fact.value) if isinstance(fact.value, tuple) else fact.value,
                "kind": "state" if isinstance(fact.value, State) else "value",
                "said": fact.said,
                "turn": fact.turn,
                "asked": fact.asked,
            }
            for fact in self
        ]

    @classmethod
    def from_json(cls, rows: Iterable[Mapping[str, Any]]) -> Facts:
        """The inverse of `to_json`. Raises `KeyError` or `ValueError` when the rows are not of that form."""
        return cls.of(Fact(row["id"], _value(row), row["said"], int(row["turn"]), bool(row["asked"])) for row in rows)


def replaced(before: Facts, after: Facts) -> tuple[Fact, ...]:
    """What was known before and is now known otherwise, or no longer: the facts as they were.

    A "not sure" is no loss.
    """
    return tuple(
        fact
        for fact in before
        if before.known(fact.id) and (fact.id not in after or after.by_id[fact.id].value != fact.value)
    )


def _value(row: Mapping[str, Any]) -> Value:
    value = row["value"]
    if row["kind"] == "state":
        return State(value)
    return tuple(value) if isinstance(value, list) else value
