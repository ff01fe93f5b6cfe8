"""Which of the rules broken on purpose are noticed, and by what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.clauses import Atom
from bot.knowledge.model import Clause, Rule, State
from bot.review.safety.answers import Answer, Answers, by_floors, by_rules, by_rules_that_ignore_doubt
from bot.review.safety.floors import Floor
from bot.review.safety.mutations import Mutant, mutants_of
from bot.review.safety.short_form import LiteralSet
from bot.review.safety.smallest import smallest_sets, told_by
from bot.review.safety.table import Column, Reading, Table, single, within
from bot.triage.clauses import subject


class Verdict(StrEnum):
    """How a broken rule is noticed."""

    FLOOR = "floor"  # a combination ends below a floor
    EXACT = "exact"  # no floor is undercut, and the smallest sets are not those that were agreed to
    SAME = "same"  # it fires for the same answers at the same level: nothing is broken


@dataclass(frozen=True)
class Judged:
    mutant: Mutant
    verdict: Verdict
    floor: str | None = None


@dataclass(frozen=True)
class _Need:
    """Combinations in which a floor stands on one rule alone."""

    floor: Floor
    table: Table
    subjects: frozenset[str]
    column: Column


def judged(rules: Mapping[str, Rule], floors: Mapping[str, Floor], answers: Answers) -> Iterator[Judged]:
    """Every broken rule with how it is noticed."""
    needs = _needs(rules, floors, answers)
    for rule in rules.values():
        agreed = smallest_sets(rule.when)
        for mutant in mutants_of(rule):
            undercut = next((need.floor.id for need in needs[rule.id] if _undercuts(mutant, need)), None)
            if undercut is not None:
                yield Judged(mutant, Verdict.FLOOR, undercut)
            elif _differs(mutant, rule, agreed):
                yield Judged(mutant, Verdict.EXACT)
            else:
                yield Judged(mutant, Verdict.SAME)


def _needs(rules: Mapping[str, Rule], floors: Mapping[str, Floor], answers: Answers) -> Mapping[str, Sequence[_Need]]:
    """Rule → where floors stand on it alone. Walked over every single answer to what one smallest set looks at."""
    found: dict[str, list[_Need]] = defaultdict(list)
    for floor in floors.values():
        for subjects in _spaces(floor.when):
            table = Table(single(answers, sorted(subjects)))
            inside = [
                (rule, table.column(when, by_rules))
                for rule in rules.values()
                if rule.level.urgency >= floor.level.urgency and (when := within(rule.when, subjects)) is not None
            ]
            asked = within(floor.when, subjects)
            wanted = table.column(asked, by_floors) if asked is not None else 0
            for rule, column in inside:
                others = 0
                for other, theirs in inside:
                    others |= theirs if other is not rule else 0
                alone = wanted & column & ~others
                if alone:
                    found[rule.id].append(_Need(floor, table, subjects, alone))
    return found


def _spaces(when: Clause) -> Sequence[frozenset[str]]:
    return tuple(dict.fromkeys(frozenset(literal.about for literal in one) for one in smallest_sets(when)))


def _undercuts(mutant: Mutant, need: _Need) -> bool:
    rule = mutant.rule
    if rule is None or rule.level.urgency < need.floor.level.urgency:
        return True
    when = within(rule.when, need.subjects)
    return when is None or bool(need.column & ~need.table.column(when, _reading(mutant)))


def _reading(mutant: Mutant) -> Reading:
    if mutant.doubt_ignored is None:
        return by_rules

    def read(atom: Atom, answer: Answer) -> bool:
        ignored = subject(atom) == mutant.doubt_ignored
        return by_rules_that_ignore_doubt(atom, answer) if ignored else by_rules(atom, answer)

    return read


def _differs(mutant: Mutant, rule: Rule, agreed: tuple[LiteralSet, ...]) -> bool:
    if mutant.rule is None or mutant.rule.level is not rule.level:
        return True
    if mutant.doubt_ignored is not None:
        return any(not _fires_in_doubt(mutant, rule, one) for one in agreed)
    return smallest_sets(mutant.rule.when) != agreed


def _fires_in_doubt(mutant: Mutant, rule: Rule, one: LiteralSet) -> bool:
    """Whether the broken rule still fires on a smallest set of which one thing is not sure."""
    told: dict[str, Answer] = dict(told_by(one))
    if mutant.doubt_ignored not in told:
        return True
    told[str(mutant.doubt_ignored)] = State.UNKNOWN
    table = Table({about: ((answer,),) for about, answer in told.items()})
    when = within(rule.when, frozenset(told))
    return when is not None and bool(table.column(when, _reading(mutant)))
