"""All combinations of answers at once: a clause becomes a column with one bit for each combination."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from bot.knowledge.clauses import Atom, atoms
from bot.knowledge.model import AllOf, AnyOf, AtLeast, Clause
from bot.review.safety.answers import Answer, Answers
from bot.triage.clauses import subject
from bot.triage.facts import Fact, Facts

Reading = Callable[[Atom, Answer], bool]
Column = int


def within(clause: Clause, subjects: frozenset[str]) -> Clause | None:
    """What is left of a clause when only these are asked; `None` when it cannot hold then."""
    if isinstance(clause, AllOf):
        parts = [within(part, subjects) for part in clause.clauses]
        left = [part for part in parts if part is not None]
        return AllOf(tuple(left)) if len(left) == len(parts) else None
    if isinstance(clause, AnyOf | AtLeast):
        left = [part for part in (within(part, subjects) for part in clause.clauses) if part is not None]
        if isinstance(clause, AnyOf):
            return AnyOf(tuple(left)) if left else None
        return AtLeast(clause.count, tuple(left)) if len(left) >= clause.count else None
    return clause if subject(clause) in subjects else None


def told_apart(answers: Answers, seen: Iterable[tuple[Atom, Reading]]) -> dict[str, tuple[tuple[Answer, ...], ...]]:
    """Answers in groups: those of one group satisfy the same conditions, so one of them stands for all."""
    conditions: dict[str, list[tuple[Atom, Reading]]] = {about: [] for about in answers}
    for atom, reading in dict.fromkeys(seen):
        conditions[subject(atom)].append((atom, reading))
    grouped: dict[str, tuple[tuple[Answer, ...], ...]] = {}
    for about, values in answers.items():
        groups: dict[tuple[bool, ...], list[Answer]] = {}
        for value in values:
            groups.setdefault(tuple(reading(atom, value) for atom, reading in conditions[about]), []).append(value)
        grouped[about] = tuple(map(tuple, groups.values()))
    return grouped


class Table:
    """Every combination of the groups of answers to some findings and attributes.

    Args:
        groups: finding or attribute → its answers in groups, of which the first stands for the rest.
    """

    def __init__(self, groups: Mapping[str, Sequence[tuple[Answer, ...]]]) -> None:
        self.groups = groups
        self.size = math.prod(map(len, groups.values()))
        self._steps: dict[str, int] = {}
        step = 1
        for about, some in groups.items():
            self._steps[about] = step
            step *= len(some)
        self._columns: dict[tuple[str, int], Column] = {}

    @cached_property
    def all(self) -> Column:
        return (1 << self.size) - 1

    @property
    def stands_for(self) -> int:
        """Number of combinations of single answers that are walked with it."""
        return math.prod(sum(map(len, groups)) for groups in self.groups.values())

    def column(self, clause: Clause, reading: Reading) -> Column:
        """The combinations in which a clause holds; what is not in the table was not asked."""
        if isinstance(clause, AllOf):
            found = self.all
            for part in clause.clauses:
                found &= self.column(part, reading)
            return found
        if isinstance(clause, AnyOf):
            found = 0
            for part in clause.clauses:
                found |= self.column(part, reading)
            return found
        if isinstance(clause, AtLeast):
            counted = [self.all, *[0] * clause.count]
            for part in clause.clauses:
                column = self.column(part, reading)
                for number in range(clause.count, 0, -1):
                    counted[number] |= counted[number - 1] & column
            return counted[clause.count]
        return self._of_atom(clause, reading)

    def group(self, about: str, number: int) -> Column:
        """The combinations with this group of answers."""
        key = (about, number)
        if key not in self._columns:
            step = self._steps[about]
            period = step * len(self.groups[about])
            column, width = ((1 << step) - 1) << (number * step), period
            while width < self.size:  # doubling, then cut to size
                column |= column << width
                width *= 2
            self._columns[key] = column & self.all
        return self._columns[key]

    def shifted(self, column: Column, about: str, by: int) -> Column:
        """A column as if the answer were `by` groups further on."""
        distance = self._steps[about] * by
        return column >> distance if distance >= 0 else column << -distance

    def combination(self, number: int) -> dict[str, Answer]:
        """The answers of one combination."""
        return {about: some[number // self._steps[about] % len(some)][0] for about, some in self.groups.items()}

    def facts(self, number: int) -> Facts:
        """The same as facts."""
        told = self.combination(number).items()
        return Facts.of(Fact(about, answer, said="", turn=0) for about, answer in told if answer is not None)

    def _of_atom(self, atom: Atom, reading: Reading) -> Column:
        about, found = subject(atom), 0
        for number, group in enumerate(self.groups.get(about, ())):
            if reading(atom, group[0]):
                found |= self.group(about, number)
        return found


def single(answers: Answers, subjects: Iterable[str]) -> dict[str, tuple[tuple[Answer, ...], ...]]:
    """Each answer as a group of its own."""
    return {about: tuple((answer,) for answer in answers[about]) for about in subjects}


def first(column: Column) -> int:
    """Number of the first combination in a column that is not empty."""
    return (column & -column).bit_length() - 1


def seen_by(clauses: Iterable[Clause], reading: Reading) -> Iterator[tuple[Atom, Reading]]:
    """What a reading of clauses looks at."""
    return ((atom, reading) for clause in clauses for atom in atoms(clause))
