"""How the commands print scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table as RichTable

if TYPE_CHECKING:
    from bot.evaluation.scores import Cell, Report, Score, Table

ANY_WIDTH = 1000
"""Columns that no table needs. A narrow terminal wraps lines; a table keeps its columns."""


def show(report: Report) -> None:
    """Prints a report: notes, scores, tables, misses."""
    console = Console(highlight=False)
    for name, note in report.notes.items():
        console.print(f"{name.replace('_', ' ')}: {note}", markup=False, soft_wrap=True)
    table = RichTable("measure", "value", "95 % interval", "n")
    for name, score in report.scores.items():
        table.add_row(name, _figure(score.value), _interval(score), str(score.n))
    console.print(table)
    for one in report.tables:
        if one.rows:
            show_table(one)
    for miss in report.misses:
        console.print(f"{miss.id} {miss.measure}: wanted {miss.gold}; got {miss.got}", markup=False)
        console.print(f"    {miss.text}", markup=False)


def show_table(table: Table) -> None:
    """Prints a table for people, as wide as it needs."""
    console = Console(highlight=False)
    more = RichTable(*table.heads, title=table.title, title_justify="left")
    for row in table.rows:
        more.add_row(*(_cell(cell) for cell in row))
    width = Console(width=ANY_WIDTH).measure(more).maximum
    Console(highlight=False, width=max(console.width, width)).print(more)


def _cell(cell: Cell) -> str:
    if isinstance(cell, str | int):
        return str(cell)
    return "–" if cell.value is None else f"{cell.value:.2f}"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"


def _interval(score: Score) -> str:
    return "–" if score.low is None or score.high is None else f"{_figure(score.low)} – {_figure(score.high)}"
