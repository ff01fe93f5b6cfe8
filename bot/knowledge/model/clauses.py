"""Clauses: the condition language of rules, questions, advice and plans."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.model.terms import State


@dataclass(frozen=True)
class Is:
    """A finding in a state. In a safety rule an unknown finding satisfies `PRESENT` and `ABSENT` alike."""

    finding: str
    state: State = State.PRESENT


@dataclass(frozen=True)
class OneOf:
    """An attribute (side, onset, mechanism, location, sex, subject) with one of these values."""

    attribute: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Between:
    """A number (severity, duration_days, age) from `low` to `high`, both included; `None` is open."""

    attribute: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class AllOf:
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class AnyOf:
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class AtLeast:
    """At least `count` of the clauses."""

    count: int
    clauses: tuple[Clause, ...]


Clause = Is | OneOf | Between | AllOf | AnyOf | AtLeast
