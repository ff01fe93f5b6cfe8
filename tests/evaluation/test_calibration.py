"""Probabilities are held to what they say."""

from __future__ import annotations

import pytest

from bot.evaluation.calibration import Told, brier, calibration, calibration_error, told_of

SURE_AND_RIGHT = Told({"a": 1.0}, frozenset({"a"}))
SURE_AND_WRONG = Told({"a": 1.0}, frozenset({"b"}))


@pytest.mark.parametrize(
    ("told", "score"),
    [
        (SURE_AND_RIGHT, 0.0),
        (SURE_AND_WRONG, 2.0),
        (Told({"a": 0.6, "b": 0.4}, frozenset({"b"})), 0.6**2 + 0.6**2),
        (Told({"a": 0.5, "b": 0.2, "c": 0.2}, frozenset({"a", "b"})), 0.3**2 + 0.2**2 + 0.1**2),
    ],
)
def test_brier_is_the_squared_distance_from_the_truth(told: Told, score: float) -> None:
    assert told.brier == pytest.approx(score)


def test_the_brier_score_is_the_mean() -> None:
    found = brier([SURE_AND_RIGHT, Told({"a": 0.5, "b": 0.5}, frozenset({"a"}))])
    assert found.value == pytest.approx(0.25)
    assert found.n == 2


def test_who_says_eight_of_ten_should_be_right_eight_times_of_ten() -> None:
    told = [Told({"a": 0.8, "b": 0.2}, frozenset({"a" if number < 8 else "b"})) for number in range(10)]
    assert calibration_error(told).value == pytest.approx(0)
    too_sure = [Told({"a": 0.9, "b": 0.1}, frozenset({"a" if number < 5 else "b"})) for number in range(10)]
    assert calibration_error(too_sure).value == pytest.approx(0.4)


def test_each_result_stands_in_one_of_five_bins() -> None:
    table, bins = calibration([Told({"a": share}, frozenset({"a"})) for share in (0.0, 0.19, 0.2, 0.5, 1.0)])
    assert [row[1] for row in table.rows] == [2, 1, 1, 0, 1]
    assert bins["0.8 – 1.0"]["mean_probability"].value == 1
    assert bins["0.6 – 0.8"]["share_right"].value is None


def test_results_without_conditions_or_labels_are_not_judged() -> None:
    assert told_of([({}, frozenset({"a"})), ({"a": 0.5}, frozenset()), ({"a": 0.5}, frozenset({"a"}))]) == [
        Told({"a": 0.5}, frozenset({"a"}))
    ]
    assert brier([]).value is calibration_error([]).value is None
