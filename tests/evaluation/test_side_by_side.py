"""The worst persona of each measure is told, whichever way the measure points."""

from __future__ import annotations

from bot.evaluation.scores import Report, share
from bot.evaluation.side_by_side import beside, mean_and_worst

REPORTS = {
    "plain": Report({"exact_triage": share(9, 10), "under_triage": share(0, 10), "coverage": share(1, 1)}),
    "terse": Report({"exact_triage": share(7, 10), "under_triage": share(2, 10), "coverage": share(1, 1)}),
}


def test_the_worst_is_the_lowest_share_right_and_the_highest_rate_of_errors() -> None:
    assert mean_and_worst(REPORTS).rows == (
        ("exact_triage", "0.8", "0.7", "terse"),
        ("under_triage", "0.1", "0.2", "terse"),
        ("coverage", "1", "1", "all alike"),
    )


def test_a_measure_that_nobody_has_is_left_out() -> None:
    assert mean_and_worst({"plain": Report({"condition_top1": share(0, 0)})}).rows == ()


def test_reports_stand_beside_each_other() -> None:
    table = beside("Both", REPORTS, ("exact_triage",))
    assert table.rows == (("plain", "0.9"), ("terse", "0.7"))
