"""Scores with their uncertainty, and every miss: the form in which an evaluation is reported."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

Z = 1.959964
"""Of the normal distribution, for 95 of 100 (two-sided)."""


@dataclass(frozen=True)
class Score:
    """One figure.

    Attributes:
        value: 0-1, or a number of questions or turns; `None` when there was nothing to score.
        low, high: limits of the 95 % interval; of a median or percentile the value itself.
        n: how many observations it comes from.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int


Cell = str | int | Score
"""What stands in a table: a name, a count, or a figure."""


@dataclass(frozen=True)
class Table:
    """A further table for people."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Miss:
    """One observation that was not as labelled.

    Attributes:
        id: of the message or case.
        measure: the score that it counts against.
        gold, got: what was right, and what came out.
        text: the message, or the whole conversation.
    """

    id: str
    measure: str
    gold: str
    got: str
    text: str


@dataclass
class Tally:
    """Hits and misses of one measure."""

    hits: int = 0
    n: int = 0

    def add(self, hit: bool) -> bool:
        self.hits += hit
        self.n += 1
        return hit

    @property
    def score(self) -> Score:
        return share(self.hits, self.n)


@dataclass
class Overlap:
    """True and false positives and false negatives of sets of labels, over all messages (micro average)."""

    both: int = 0
    only_got: int = 0
    only_gold: int = 0

    def add(self, gold: Collection[str], got: Collection[str]) -> None:
        shared = set(gold) & set(got)
        self.both += len(shared)
        self.only_got += len(set(got) - shared)
        self.only_gold += len(set(gold) - shared)

    @property
    def gold(self) -> int:
        """How often the label was given."""
        return self.both + self.only_gold

    @property
    def precision(self) -> Score:
        """How much of what came out is labelled so."""
        return share(self.both, self.both + self.only_got)

    @property
    def recall(self) -> Score:
        """How much of what is labelled so came out."""
        return share(self.both, self.gold)

    @property
    def f1(self) -> Score:
        """2 TP / (2 TP + FP + FN). Its interval is that of the share TP / (TP + FP + FN), of which it is a function."""
        jaccard = share(self.both, self.both + self.only_got + self.only_gold)
        return Score(_f1(jaccard.value), _f1(jaccard.low), _f1(jaccard.high), jaccard.n)


@dataclass
class Report:
    """What came of one evaluation.

    Attributes:
        scores: by measure, in the order of the report.
        tables: for people.
        misses: everything that was not as labelled.
        parts: name of a division ("by_tag") → part → its scores by measure.
        notes: what one must know to read the figures: where they come from, what is not measured.
    """

    scores: dict[str, Score] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    parts: dict[str, dict[str, dict[str, Score]]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """One object per measure, one per division with those of its parts, `notes`, and `errors` with every miss."""
        written: Mapping[str, Any] = {
            **_as_objects(self.scores),
            **{name: {part: _as_objects(of) for part, of in parts.items()} for name, parts in self.parts.items()},
            **({"notes": self.notes} if self.notes else {}),
            "errors": [asdict(miss) for miss in self.misses],
        }
        return json.dumps(written, indent=2, ensure_ascii=False)


def joined(reports: Iterable[Report]) -> Report:
    """One report of several, in their order. No two have a measure in common, or a part of the same division."""
    whole = Report()
    for one in reports:
        whole.scores |= one.scores
        whole.tables += one.tables
        whole.misses += one.misses
        for name, parts in one.parts.items():
            whole.parts.setdefault(name, {}).update(parts)
        whole.notes |= one.notes
    return whole


def _as_objects(scores: Mapping[str, Score]) -> dict[str, Any]:
    return {name: asdict(score) for name, score in scores.items()}


def share(hits: int, n: int) -> Score:
    """A share with its Wilson interval (Wilson 1927, "Probable inference, the law of succession")."""
    if n == 0:
        return Score(None, None, None, 0)
    p = hits / n
    centre = p + Z * Z / (2 * n)
    spread = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    return Score(p, max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale), n)


def percentile(values: Iterable[float], at: float) -> Score:
    """The smallest value that `at` (0-1) of all values do not exceed."""
    ordered = sorted(values)
    if not ordered:
        return Score(None, None, None, 0)
    value = ordered[max(0, math.ceil(at * len(ordered)) - 1)]
    return Score(value, value, value, len(ordered))


def mean(values: Sequence[float]) -> Score:
    """The mean with its normal 95 % interval; no interval of fewer than two values."""
    if not values:
        return Score(None, None, None, 0)
    centre = statistics.fmean(values)
    if len(values) < 2:
        return Score(centre, None, None, 1)
    spread = Z * statistics.stdev(values) / math.sqrt(len(values))
    return Score(centre, centre - spread, centre + spread, len(values))


def _f1(jaccard: float | None) -> float | None:
    return None if jaccard is None else 2 * jaccard / (1 + jaccard)
