"""Rules broken on purpose, one small thing at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.knowledge.clauses import Atom
from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Is, Level, OneOf, Rule, State
from bot.knowledge.vocabulary import vocabulary
from bot.triage.clauses import mentioned

Change = tuple[str, str, Clause]
"""Kind, what was changed in words, and the clause that comes of it."""


@dataclass(frozen=True)
class Mutant:
    """A broken rule.

    Attributes:
        kind: what was done to it.
        what: where, in words.
        rule: the rule as it is now; `None` when it was taken out.
        doubt_ignored: a finding or attribute of which "not sure" is taken for no answer.
    """

    of: str
    kind: str
    what: str
    rule: Rule | None
    doubt_ignored: str | None = None


def mutants_of(rule: Rule) -> Iterator[Mutant]:
    """Every way to break a rule."""
    yield Mutant(rule.id, "rule taken out", "the rule", None)
    yield Mutant(rule.id, "level lowered", str(rule.level), replace(rule, level=_lower(rule.level)))
    for about in mentioned(rule.when):
        yield Mutant(rule.id, "not sure ignored", about, rule, about)
    for kind, what, when in _changes(rule.when):
        yield Mutant(rule.id, kind, what, replace(rule, when=when))


def _lower(level: Level) -> Level:
    return list(Level)[list(Level).index(level) + 1]


def _changes(clause: Clause) -> Iterator[Change]:
    """Every clause with one thing changed in it."""
    match clause:
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            yield from _of_joined(clause)
            for number, part in enumerate(parts):
                for kind, what, changed in _changes(part):
                    yield kind, what, replace(clause, clauses=(*parts[:number], changed, *parts[number + 1 :]))
        case _:
            yield from _of_atom(clause)


def _of_joined(clause: AllOf | AnyOf | AtLeast) -> Iterator[Change]:
    parts, count = clause.clauses, len(clause.clauses)
    what = f"{count} parts"
    if isinstance(clause, AllOf) and count > 1:
        yield "and → or", what, AnyOf(parts)
    if isinstance(clause, AnyOf) and count > 1:
        yield "or → and", what, AllOf(parts)
    if isinstance(clause, AtLeast):
        for number in (clause.count - 1, clause.count + 1):
            if 1 <= number <= count:
                yield "at least, one more or less", f"{clause.count} → {number}", replace(clause, count=number)
    if count > (clause.count if isinstance(clause, AtLeast) else 1):
        for number, part in enumerate(parts):
            left = replace(clause, clauses=(*parts[:number], *parts[number + 1 :]))
            yield "part dropped", _called(part), left


def _of_atom(atom: Atom) -> Iterator[Change]:
    match atom:
        case Is(finding, state):
            flipped = State.ABSENT if state is State.PRESENT else State.PRESENT
            yield "present ↔ absent", finding, Is(finding, flipped)
        case OneOf(attribute, values) if len(values) > 1:
            for value in values:
                left = tuple(one for one in values if one != value)
                yield "value dropped", f"{attribute} {value}", OneOf(attribute, left)
        case Between(attribute, low, high):
            limits = vocabulary().attributes[attribute]
            moves = [
                *((low, moved, Between(attribute, moved, high)) for moved in _beside(low)),
                *((high, moved, Between(attribute, low, moved)) for moved in _beside(high)),
            ]
            for limit, moved, changed in moves:
                if limits.within(moved):
                    yield "threshold moved by one", f"{attribute} {limit} → {moved}", changed
        case _:
            return


def _beside(limit: int | None) -> tuple[int, ...]:
    return () if limit is None else (limit - 1, limit + 1)


def _called(part: Clause) -> str:
    return ", ".join(mentioned(part))
