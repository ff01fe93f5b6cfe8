"""Counting in a study: hits and misses of several measures, over a whole file and by set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.evaluation.scores import Cell, Miss, Report, Score, Table, Tally
from bot.evaluation.study_files import Row


@dataclass
class Marks:
    """What is counted in one file.

    Attributes:
        name: of what the file is about; names its sets in the report ("assertion A").
        sets: set → its tallies by measure.
    """

    name: str
    whole: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    sets: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    misses: list[Miss] = field(default_factory=list)

    def add(self, measure: str, row: Row, gold: str, got: str, hit: bool, bad: bool = False) -> bool:
        """Counts a hit, or for a rate of errors (`bad`) the error, and gives it back."""
        for tallies in (self.whole, self.sets[row.set]):
            tallies[measure].add(hit)
        if hit is bad:
            self.misses.append(Miss(row.id, measure, gold, got, row.text))
        return hit

    def report(self, *tables: Table) -> Report:
        """The scores, those by set, and tables that go further."""
        by_set = {f"{self.name} {set}": _scores(tallies) for set, tallies in self.sets.items()}
        of_sets = [self._table()] if len(self.sets) > 1 else []
        return Report(_scores(self.whole), [*of_sets, *tables], self.misses, {"by_set": by_set})

    def _table(self) -> Table:
        nothing = Tally()
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (
                set,
                max(tally.n for tally in tallies.values()),
                *(tallies.get(name, nothing).score for name in self.whole),
            )
            for set, tallies in self.sets.items()
        )
        return Table(f"{self.name.capitalize()}, by set", ("set", "n", *self.whole), rows)


def _scores(tallies: Mapping[str, Tally]) -> dict[str, Score]:
    return {name: tally.score for name, tally in tallies.items()}
