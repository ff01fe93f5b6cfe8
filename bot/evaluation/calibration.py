"""Whether the probabilities of the conditions mean what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.scores import Score, Table, Tally, mean

BINS = 5
"""Of equal width, from 0 to 1; the last holds 1 too."""


@dataclass(frozen=True)
class Told:
    """The probabilities that one result names, and the conditions that are right."""

    probabilities: Mapping[str, float]
    gold: frozenset[str]

    @property
    def brier(self) -> float:
        """Sum over classes of (probability − 1 if it is the right one, else 0), squared: 0 is best, 2 worst.

        Classes: all conditions that are right together, each other condition that is named, and all that are not named,
        which have what is left to 1. Source: Brier 1950, "Verification of forecasts expressed in terms of probability".
        """
        right = sum(share for id, share in self.probabilities.items() if id in self.gold)
        others = [share for id, share in self.probabilities.items() if id not in self.gold]
        rest = max(0.0, 1.0 - right - sum(others))
        return (1.0 - right) ** 2 + sum(share**2 for share in others) + rest**2

    @property
    def first(self) -> tuple[float, bool]:
        """The probability of the condition named first, and whether it is right."""
        id = max(self.probabilities, key=lambda one: self.probabilities[one])
        return self.probabilities[id], id in self.gold


def told_of(results: Iterable[tuple[Mapping[str, float], frozenset[str]]]) -> list[Told]:
    """The results that can be judged: they name conditions, and what is right is known to the base."""
    return [Told(probabilities, gold) for probabilities, gold in results if probabilities and gold]


def brier(told: Sequence[Told]) -> Score:
    """Mean Brier score over the results."""
    return mean([one.brier for one in told])


def calibration_error(told: Sequence[Told]) -> Score:
    """Expected calibration error of the condition named first, 0-1; it has no interval.

    Mean over the bins, weighted by their size, of | share right − mean probability |. Source: Guo et al. 2017, "On
    calibration of modern neural networks".
    """
    if not told:
        return Score(None, None, None, 0)
    apart = 0.0
    for members in _binned(told):
        if members:
            right = sum(hit for _, hit in members) / len(members)
            apart += abs(right - sum(share for share, _ in members) / len(members)) * len(members)
    return Score(apart / len(told), None, None, len(told))


def calibration(told: Sequence[Told]) -> tuple[Table, dict[str, dict[str, Score]]]:
    """The reliability table of the condition named first, for people and for machines."""
    rows: list[tuple[str | int | Score, ...]] = []
    bins: dict[str, dict[str, Score]] = {}
    for place, members in enumerate(_binned(told)):
        name = f"{place / BINS:.1f} – {(place + 1) / BINS:.1f}"
        shares, tally = mean([share for share, _ in members]), Tally()
        for _, hit in members:
            tally.add(hit)
        rows.append((name, len(members), shares, tally.score))
        bins[name] = {"mean_probability": shares, "share_right": tally.score}
    heads = ("probability of the first", "cases", "mean probability", "share right")
    return Table("How far the probabilities can be believed", heads, tuple(rows)), bins


def _binned(told: Sequence[Told]) -> list[list[tuple[float, bool]]]:
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for one in told:
        share, right = one.first
        bins[min(int(share * BINS), BINS - 1)].append((share, right))
    return bins
