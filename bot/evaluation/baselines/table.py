"""Prints scores as plain text; of a message nothing is printed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.evaluation.scores import Report


def show(title: str, report: Report) -> None:
    """Scores with their 95 % interval, then the further tables of a report."""
    rows = [
        (name, _figure(score.value), f"{_figure(score.low)} – {_figure(score.high)}", str(score.n))
        for name, score in report.scores.items()
    ]
    _print(title, ("measure", "value", "95 % interval", "n"), rows)
    for table in report.tables:
        _print(table.title, table.heads, [[str(cell) for cell in row] for row in table.rows])


def _print(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (heads, *rows)]
    sys.stdout.write("\n".join([title, *(f"  {line}".rstrip() for line in lines), "", ""]))


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
