"""Scores and their intervals."""

from __future__ import annotations

import json

import pytest

from bot.evaluation.scores import Miss, Overlap, Report, Score, Tally, percentile, share


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_is_wilsons(hits: int, n: int, low: float, high: float) -> None:
    """The last row is the worked example of Newcombe 1998 (Stat Med 17:857), Table I."""
    found = share(hits, n)
    assert found.value == hits / n
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


def test_nothing_to_score_is_no_score() -> None:
    assert share(0, 0) == Tally().score == percentile([], 0.9) == Score(None, None, None, 0)


def test_f1_counts_over_all_messages() -> None:
    overlap = Overlap()
    overlap.add({"swelling", "bruising"}, {"swelling", "fever"})
    overlap.add({"fever"}, {"fever"})
    score = overlap.f1
    assert score.value == pytest.approx(2 * 2 / (2 * 2 + 1 + 1))
    assert score.n == 4
    assert score.low is not None and score.high is not None
    assert score.low < score.value < score.high


@pytest.mark.parametrize(("at", "value"), [(0.5, 3), (0.9, 5), (0.0, 1), (1.0, 5)])
def test_percentiles_are_values_that_occurred(at: float, value: float) -> None:
    assert percentile([5, 1, 3, 2, 4], at).value == value


def test_a_report_for_machines_has_every_miss() -> None:
    report = Report({"side_accuracy": share(1, 2)}, misses=[Miss("U1", "side_accuracy", "left", "right", "it's läft")])
    written = json.loads(report.to_json())
    assert written["side_accuracy"]["value"] == 0.5
    assert written["side_accuracy"]["n"] == 2
    assert written["errors"] == [
        {"id": "U1", "measure": "side_accuracy", "gold": "left", "got": "right", "text": "it's läft"}
    ]
