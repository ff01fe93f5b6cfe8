"""The walk: no combination of answers ends below a floor, and more danger or "not sure" never lowers a level."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from bot.knowledge.clauses import atoms, findings_of
from bot.knowledge.model import Clause, Is, Level, Rule, State
from bot.knowledge.vocabulary import vocabulary
from bot.review.safety.answers import Answer, Answers, by_floors, by_rules
from bot.review.safety.floors import Floor
from bot.review.safety.short_form import LiteralSet
from bot.review.safety.smallest import smallest_sets
from bot.review.safety.table import Column, Reading, Table, first, seen_by, told_apart, within
from bot.triage.clauses import mentioned

LARGEST = 1 << 20
"""A table of two rules with more combinations than this is cut: see `Walk.pairs`."""

LEVELS = tuple(level for level in Level if level is not Level.SELF_CARE)


@dataclass(frozen=True)
class Below:
    """A combination of answers that ends below a floor, or a change for the worse that lowers a level."""

    what: str
    level: Level
    answers: Mapping[str, Answer]


@dataclass
class Counts:
    """What was walked.

    Attributes:
        tables: sets of findings and attributes whose combinations were walked.
        walked: combinations, with answers that nothing tells apart taken as one.
        stand_for: combinations of single answers that are walked with them.
    """

    tables: int = 0
    walked: int = 0
    stand_for: int = 0

    def add(self, table: Table) -> None:
        self.tables += 1
        self.walked += table.size
        self.stand_for += table.stands_for


@dataclass
class Walk:
    """Walks a base of rules against floors.

    Attributes:
        reading: how the rules read an answer.
        below: every failure found so far: one combination for each table and floor.
    """

    rules: Mapping[str, Rule]
    floors: Mapping[str, Floor]
    answers: Answers
    reading: Reading = by_rules
    below: list[Below] = field(default_factory=list)
    _parts: dict[tuple[str, frozenset[str]], Clause | None] = field(default_factory=dict, repr=False)
    _looks_at: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def each_rule(self) -> Counts:
        """All combinations of what each rule looks at; order as well."""
        return self._all((rule.when for rule in self.rules.values()), ordered=True)

    def each_floor(self) -> Counts:
        """All combinations of what each floor looks at. What a floor does not look at can only raise the level."""
        return self._all((floor.when for floor in self.floors.values()), ordered=False)

    def pairs(self) -> tuple[int, int, Counts]:
        """All combinations of what two rules that share a finding look at together.

        Where that is more than `LARGEST`, all combinations of what any smallest set of the one and any smallest set of
        the other look at together. Gives the number of pairs, of those that were cut, and the counts.
        """
        sharing = [
            (one, other)
            for one, other in combinations(self.rules.values(), 2)
            if set(findings_of(one.when)) & set(findings_of(other.when))
        ]
        smallest = {rule.id: _subjects(smallest_sets(rule.when)) for rule in self.rules.values()}
        cut, seen, counts = 0, set[frozenset[str]](), Counts()
        for one, other in sharing:
            whole = frozenset((*mentioned(one.when), *mentioned(other.when)))
            spaces: Iterable[frozenset[str]] = [whole]
            if self._size(whole) > LARGEST:
                cut += 1
                spaces = {mine | theirs for mine in smallest[one.id] for theirs in smallest[other.id]}
            for space in set(spaces) - seen:
                seen.add(space)
                counts.add(self._walk(space, ordered=False))
        return len(sharing), cut, counts

    def _all(self, clauses: Iterable[Clause], ordered: bool) -> Counts:
        counts = Counts()
        for space in dict.fromkeys(frozenset(mentioned(clause)) for clause in clauses):
            counts.add(self._walk(space, ordered))
        return counts

    def _walk(self, space: frozenset[str], ordered: bool) -> Table:
        rules, floors, groups = self._inside(space)
        table = Table(groups)
        given: dict[Level, Column] = dict.fromkeys(LEVELS, 0)
        for rule, when in rules:
            column = table.column(when, self.reading)
            for level in LEVELS:
                if rule.level.urgency >= level.urgency:
                    given[level] |= column
        for floor, when in floors:
            missing = table.column(when, by_floors) & ~given[floor.level]
            if missing:
                self.below.append(Below(floor.id, floor.level, table.combination(first(missing))))
        if ordered:
            self.below += _falls(table, given, abilities(self.rules.values()))
        return table

    def _inside(
        self, space: frozenset[str]
    ) -> tuple[list[tuple[Rule, Clause]], list[tuple[Floor, Clause]], Mapping[str, Sequence[tuple[Answer, ...]]]]:
        """The rules and floors that these answers can fire, and the answers in groups that any of them tells apart."""
        rules = [(rule, when) for rule in self.rules.values() if (when := self._part(rule, space)) is not None]
        floors = [(floor, when) for floor in self.floors.values() if (when := self._part(floor, space)) is not None]
        answers = {about: self.answers[about] for about in sorted(space)}
        seen = (
            *seen_by((when for _, when in rules), self.reading),
            *seen_by((when for _, when in floors), by_floors),
        )
        return rules, floors, told_apart(answers, seen)

    def _part(self, entry: Rule | Floor, space: frozenset[str]) -> Clause | None:
        """What is left of a rule or a floor; kept, because many spaces leave the same."""
        name = f"{type(entry).__name__} {entry.id}"
        if name not in self._looks_at:
            self._looks_at[name] = frozenset(mentioned(entry.when))
        key = (name, self._looks_at[name] & space)
        if key not in self._parts:
            self._parts[key] = within(entry.when, key[1])
        return self._parts[key]

    def _size(self, space: frozenset[str]) -> int:
        return math.prod(map(len, self._inside(space)[2].values()))


def abilities(rules: Iterable[Rule]) -> frozenset[str]:
    """Findings that are good news when present, such as four steps: rules ask for their absence.

    Raises:
        ValueError: rules ask for the presence of such a finding as well.
    """
    wanted = [atom for rule in rules for atom in atoms(rule.when) if isinstance(atom, Is)]
    absent = {atom.finding for atom in wanted if atom.state is State.ABSENT}
    both = absent & {atom.finding for atom in wanted if atom.state is State.PRESENT}
    if both:
        raise ValueError(f"Rules ask for the presence and for the absence of {', '.join(sorted(both))}.")
    return frozenset(absent)


def worse(about: str, answers: Sequence[Answer], able: frozenset[str]) -> Iterator[tuple[Answer, Answer]]:
    """Answer → an answer that may never give less care.

    Any answer in place of none, "not sure" in place of any other, the bad one in place of the good one, more pain, and
    one more place.
    """
    known = [answer for answer in answers if answer is not None and answer is not State.UNKNOWN]
    for answer in known:
        yield None, answer
        yield answer, State.UNKNOWN
    yield None, State.UNKNOWN
    if about in vocabulary().findings:
        good, bad = State.ABSENT, State.PRESENT
        yield (bad, good) if about in able else (good, bad)
    if about == "severity":
        numbers = sorted(answer for answer in known if isinstance(answer, int))
        yield from combinations(numbers, 2)
    if about == "location":
        places = [answer for answer in known if isinstance(answer, tuple)]
        yield from ((fewer, more) for fewer in places for more in places if set(fewer) < set(more))


def _falls(table: Table, given: Mapping[Level, Column], able: frozenset[str]) -> Iterator[Below]:
    """Changes for the worse after which a level no longer stands."""
    for about, groups in table.groups.items():
        place = {answer: number for number, group in enumerate(groups) for answer in group}
        moves = {(place[one], place[other]) for one, other in worse(about, list(place), able)}
        for start, end in sorted(moves):
            if start == end:
                continue
            for level, column in given.items():
                lost = column & table.group(about, start) & ~table.shifted(column, about, end - start)
                if lost:
                    then = f"{about}: {groups[end][0]}"
                    yield Below(then, level, table.combination(first(lost)))


def _subjects(sets: Iterable[LiteralSet]) -> set[frozenset[str]]:
    return {frozenset(literal.about for literal in one) for one in sets}
