"""Every answer that there is to what rules and floors look at.

A finding is present, absent, not sure or not asked. A choice is each of its values, not sure or not asked. A number is
one below, at and one above each threshold, not sure or not asked. A place is each place, each two that a rule or a
floor wants together, not sure or not asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from bot.knowledge.clauses import Atom, atoms
from bot.knowledge.model import AllOf, Between, Clause, Is, OneOf, State
from bot.knowledge.vocabulary import Attribute, vocabulary
from bot.triage.clauses import holds, subject, surely
from bot.triage.facts import Fact, Facts, Value

Answer = Value | None
"""`None` is not asked."""

Answers = Mapping[str, tuple[Answer, ...]]
"""Finding or attribute → its answers."""


def answers_to(clauses: Iterable[Clause]) -> Answers:
    """The answers to everything that the clauses look at."""
    clauses = tuple(clauses)
    ends: dict[str, set[int]] = defaultdict(set)
    seen: dict[str, None] = {}
    for atom in (atom for clause in clauses for atom in atoms(clause)):
        seen[subject(atom)] = None
        if isinstance(atom, Between):
            ends[atom.attribute] |= {end for end in (atom.low, atom.high) if end is not None}
    pairs = {pair for clause in clauses for pair in _pairs(clause)}
    return {about: _answers(about, ends[about], pairs) for about in seen}


def _answers(about: str, ends: set[int], pairs: set[tuple[str, ...]]) -> tuple[Answer, ...]:
    attribute = vocabulary().attributes.get(about)
    if attribute is None:
        return (None, State.ABSENT, State.PRESENT, State.UNKNOWN)
    if attribute.is_number:
        return (None, *sorted(_near(ends, attribute)), State.UNKNOWN)
    if about == "location":
        return (None, *((place,) for place in attribute.values), *sorted(pairs), State.UNKNOWN)
    return (None, *attribute.values, State.UNKNOWN)


def _near(ends: set[int], attribute: Attribute) -> set[int]:
    return {near for end in ends for near in (end - 1, end, end + 1) if attribute.within(near)}


def _pairs(clause: Clause) -> Iterable[tuple[str, ...]]:
    """Two places that a clause wants together."""
    if not isinstance(clause, AllOf):
        for part in getattr(clause, "clauses", ()):
            yield from _pairs(part)
        return
    places = [part.values for part in clause.clauses if isinstance(part, OneOf) and part.attribute == "location"]
    for first, second in pairwise(places):
        yield from ((one, other) for one in first for other in second if one != other)
    for part in clause.clauses:
        yield from _pairs(part)


@cache
def by_rules(atom: Atom, answer: Answer) -> bool:
    """Whether an answer satisfies a condition as the rules of the product read it."""
    return holds(atom, _told(atom, answer))


@cache
def by_rules_that_ignore_doubt(atom: Atom, answer: Answer) -> bool:
    """The same, if the product took "not sure" for no answer."""
    return surely(atom, _told(atom, answer))


@cache
def by_floors(atom: Atom, answer: Answer) -> bool:
    """Whether an answer calls for a floor: "not sure" does. Written apart from the product's own reading."""
    if answer is None:
        return False
    if answer is State.UNKNOWN:
        return True
    match atom:
        case Is(_, state):
            return answer == state
        case OneOf(_, values):
            return not set(values).isdisjoint(answer if isinstance(answer, tuple) else [answer])
        case Between(_, low, high):
            return isinstance(answer, int) and answer in range(low or 0, 1_000_000 if high is None else high + 1)


def _told(atom: Atom, answer: Answer) -> Facts:
    return Facts.of([] if answer is None else [Fact(subject(atom), answer, said="", turn=0)])
