"""No advice calls for what a rule forbids: while the rule fires, the advice is withheld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.clauses import Atom
from bot.knowledge.model import Advice, AllOf, AnyOf, AtLeast, Between, Clause, Is, Level, OneOf, Rule
from bot.triage.clauses import holds
from bot.triage.facts import Fact, Facts, Value


def advice_keeps_to_the_rules(base: Base) -> Iterator[Fault]:
    for rule in base.knowledge.rules.values():
        for advice in base.knowledge.advice.values():
            harmful = sorted(set(rule.forbids) & set(advice.recommends))
            if not harmful or not _together(rule, advice):
                continue
            for facts in ways_to_fire(rule.when):
                if advice.unless is None or not holds(advice.unless, facts):
                    said = ", ".join(f"{fact.id} = {_in_words(fact.value)}" for fact in facts)
                    what = f"Advice '{advice.id}' recommends {' and '.join(harmful)}, which rule '{rule.id}' forbids."
                    yield Fault("advice", advice.id, "unless", what, f"Withhold it (unless:) when {said}.")
                    break


def ways_to_fire(clause: Clause) -> Iterator[Facts]:
    """The least sets of facts for which a clause holds, with each value and each end of a range that will do."""
    for atoms in _branches(clause):
        for values in product(*(_values(atom) for atom in atoms)):
            facts: dict[str, Value] = {}
            # Two parts about one thing: only if one value serves both.
            if all(facts.setdefault(_subject(atom), value) == value for atom, value in zip(atoms, values, strict=True)):
                yield Facts.of(Fact(about, value, said="", turn=0) for about, value in facts.items())


def _together(rule: Rule, advice: Advice) -> bool:
    """Whether the advice may be given at a level at which the rule may fire. In an emergency none is given."""
    return any(rule.level.urgency <= level.urgency < Level.EMERGENCY.urgency for level in advice.levels)


def _branches(clause: Clause) -> Iterator[tuple[Atom, ...]]:
    """Each way through the alternatives of a clause."""
    match clause:
        case AllOf(clauses):
            yield from _each_of(clauses)
        case AnyOf(clauses):
            for part in clauses:
                yield from _branches(part)
        case AtLeast(count, clauses):
            for some in combinations(clauses, count):
                yield from _each_of(some)
        case Is() | OneOf() | Between():
            yield (clause,)


def _each_of(clauses: Sequence[Clause]) -> Iterator[tuple[Atom, ...]]:
    for parts in product(*(tuple(_branches(part)) for part in clauses)):
        yield tuple(atom for part in parts for atom in part)


def _values(atom: Atom) -> Sequence[Value]:
    match atom:
        case Is(_, state):
            return (state,)
        case OneOf("location", values):
            return [(value,) for value in values]
        case OneOf(_, values):
            return values
        case Between(_, low, high):
            return [end for end in (low, high) if end is not None]


def _subject(atom: Atom) -> str:
    return atom.finding if isinstance(atom, Is) else atom.attribute


def _in_words(value: Value) -> str:
    return " and ".join(value) if isinstance(value, tuple) else str(value)
