"""What each answer weighs for all conditions at once: logarithms of the likelihood ratios, in rows over the conditions.

The same sum as one condition after another would give, worked out once per base and answer, because one turn weighs
dozens of suppositions.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.model import Evidence, Knowledge, State
from bot.triage.facts import Value

Row = NDArray[np.float64]


class Weights:
    """The weights of one base.

    Attributes:
        ids: the conditions, in file order; a row has a place for each.
        log_priors: ln of the priors.
        log_unknown: ln of what the priors leave to 1, the share of causes that the base does not know; -inf when they
            leave nothing.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        conditions = list(knowledge.conditions.values())
        self.ids = tuple(condition.id for condition in conditions)
        self.log_priors: Row = np.log([condition.prior for condition in conditions])
        left = 1.0 - sum(condition.prior for condition in conditions)
        self.log_unknown = math.log(left) if left > 0 else -math.inf
        self._evidence: dict[str, list[tuple[int, Evidence]]] = defaultdict(list)
        for place, condition in enumerate(conditions):
            for evidence in condition.evidence:
                self._evidence[evidence.about].append((place, evidence))
        self._rows: dict[tuple[str, Value], Row] = {}

    @property
    def weighed(self) -> Iterable[str]:
        """What some condition weighs, in file order."""
        return self._evidence

    def row(self, about: str, value: Value) -> Row:
        """ln of the likelihood ratio of an answer, for each condition."""
        known = self._rows.get((about, value))
        if known is None:
            known = np.zeros(len(self.ids))
            for place, evidence in self._evidence[about]:
                known[place] += math.log(ratio_of(evidence, value))
            if len(self._rows) < _MOST_ROWS:
                self._rows[about, value] = known
        return known


_MOST_ROWS = 10_000
"""Rows kept: answers are few, but numbers and combinations of places could go on for ever."""


@lru_cache(maxsize=4)
def weights_of(knowledge: Knowledge) -> Weights:
    return Weights(knowledge)


def ratio_of(evidence: Evidence, value: Value) -> float:
    """The likelihood ratio of one answer; 1 when it is unknown or was not asked."""
    if value is State.UNKNOWN or value is State.NOT_ASKED:
        return 1.0
    return evidence.ratio if _among(value, evidence.values) else evidence.otherwise


def _among(value: Value, values: tuple[str, ...]) -> bool:
    """Whether an answer is one of `values`; of several places one is enough, numbers may be given as a range."""
    if isinstance(value, tuple):
        return any(one in values for one in value)
    if isinstance(value, int):
        return any(_within(value, span) for span in values)
    return value in values


def _within(number: int, span: str) -> bool:
    """`span` is `7`, `3..10`, `43..` or `..3`; both ends are included."""
    low, dots, high = span.partition("..")
    if not dots:
        return number == int(low)
    return (not low or int(low) <= number) and (not high or number <= int(high))
