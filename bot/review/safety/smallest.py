"""The smallest sets of answers that fire a rule: enough, and none to spare. A rule is nothing more than these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

import yaml

from bot.knowledge.clauses import Atom
from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Is, OneOf, Rule, State
from bot.review.safety.short_form import Literal, LiteralSet, Row, short_form
from bot.triage.facts import Value


def smallest_sets(clause: Clause) -> tuple[LiteralSet, ...]:
    """The smallest sets of answers that make a clause hold, in order. Equal for clauses that mean the same."""
    return tuple(sorted(_sets(clause), key=lambda one: (len(one), sorted(one, key=str).__repr__())))


def _sets(clause: Clause) -> list[LiteralSet]:
    match clause:
        case AllOf(clauses):
            found: list[LiteralSet] = [frozenset()]
            for part in clauses:
                more = _sets(part)
                found = _fewest(_joined(one | other) for one in found for other in more)
            return found
        case AnyOf(clauses):
            return _fewest(one for part in clauses for one in _sets(part))
        case AtLeast(count, clauses):
            return _fewest(one for some in combinations(clauses, count) for one in _sets(AllOf(some)))
        case _:
            return [frozenset({literal}) for literal in _literals(clause)]


def _literals(atom: Atom) -> Iterator[Literal]:
    match atom:
        case Is(finding, state):
            yield Literal(finding, str(state))
        case OneOf(attribute, values):
            yield from (Literal(attribute, value) for value in values)
        case Between(attribute, low, high):
            yield Literal(attribute, low=low or 0, high=high)


def _joined(one: LiteralSet) -> LiteralSet:
    """Ranges of one number made one range."""
    ranges: dict[str, Literal] = {}
    rest = set[Literal]()
    for literal in one:
        if literal.value:
            rest.add(literal)
            continue
        other = ranges.get(literal.about, literal)
        highs = [high for high in (literal.high, other.high) if high is not None]
        high = min(highs) if highs else None
        ranges[literal.about] = Literal(literal.about, low=max(literal.low, other.low), high=high)
    return frozenset((*rest, *ranges.values()))


def _fewest(sets: Iterable[LiteralSet]) -> list[LiteralSet]:
    """Without those that ask for as much as another one and more."""
    found: list[LiteralSet] = []
    for one in sorted(set(sets), key=len):
        if not any(_less(kept, one) for kept in found):
            found = [kept for kept in found if not _less(one, kept)]
            found.append(one)
    return found


def _less(fewer: LiteralSet, more: LiteralSet) -> bool:
    if fewer <= more:
        return True
    return all(any(mine.needs_no_more_than(theirs) for theirs in more) for mine in fewer)


def told_by(one: LiteralSet) -> Mapping[str, Value]:
    """The answers of a smallest set; of a number the lowest that will do, of places all."""
    told: dict[str, Value] = {}
    for literal in sorted(one):
        if literal.about == "location":
            before = told.get("location", ())
            told["location"] = (*(before if isinstance(before, tuple) else ()), literal.value)
        elif not literal.value:
            told[literal.about] = literal.low
        else:
            told[literal.about] = State(literal.value) if literal.value in set(State) else literal.value
    return told


Frozen: TypeAlias = Mapping[str, tuple[str, tuple[str, ...]]]
"""Rule → its level and its smallest sets, written."""


def written(rules: Iterable[Rule]) -> Frozen:
    """The smallest sets of rules in their short form, each as one line."""
    return {rule.id: (str(rule.level), tuple(map(_line, short_form(smallest_sets(rule.when))))) for rule in rules}


def _line(row: Row) -> str:
    return " + ".join("|".join(map(str, choice)) for choice in row)


def frozen(path: Path) -> Frozen:
    """The smallest sets as they were when somebody last agreed to them."""
    kept = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {rule: (one["level"], tuple(one["sets"])) for rule, one in kept.items()}


def freeze(rules: Iterable[Rule], path: Path) -> None:
    """Keeps the smallest sets of the rules as those that were agreed to."""
    kept = {rule: {"level": level, "sets": list(sets)} for rule, (level, sets) in written(rules).items()}
    head = (
        "# The smallest sets of answers that fire each rule, as they were agreed to. A change of a rule changes this\n"
        "# file (malleo knowledge safety-case --freeze), so that who reviews the change sees all that comes of it.\n"
    )
    text = yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=120)
    path.write_text(head + text, encoding="utf-8")
