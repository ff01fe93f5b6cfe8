"""Reports beside each other: one row a persona or a way to triage, and the worst persona of each measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.evaluation.case_scores import LOWER_IS_BETTER
from bot.evaluation.scores import Report, Score, Table


def beside(title: str, reports: Mapping[str, Report], measures: Sequence[str]) -> Table:
    """One row a report."""
    rows = tuple((name, *(_figure(report.scores[one]) for one in measures)) for name, report in reports.items())
    return Table(title, ("", *(one.replace("_", " ") for one in measures)), rows)


def mean_and_worst(reports: Mapping[str, Report]) -> Table:
    """One row a measure: the mean over the personas, the worst value, and whose it is."""
    rows = []
    for measure in next(iter(reports.values())).scores:
        values = {name: report.scores[measure].value for name, report in reports.items()}
        known = {name: value for name, value in values.items() if value is not None}
        if known:
            mean = sum(known.values()) / len(known)
            worst = (max if measure in LOWER_IS_BETTER else min)(known.values())
            whose = [name for name, value in known.items() if value == worst]
            rows.append((measure, f"{mean:.3g}", f"{worst:.3g}", _names(whose, len(known))))
    return Table("Mean and worst persona", ("measure", "mean", "worst", "whose"), tuple(rows))


def _names(whose: Sequence[str], among: int) -> str:
    return "all alike" if len(whose) == among > 1 else ", ".join(whose)


def _figure(score: Score) -> str:
    return "–" if score.value is None else f"{score.value:.3g}"
