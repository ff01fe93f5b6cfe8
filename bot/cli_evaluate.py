"""The commands that score the assistant: `malleo evaluate utterances | vignettes`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from bot.evaluation.scores import Report, Score

app = typer.Typer(help="Score the assistant on labelled messages and on whole cases.", no_args_is_help=True)

EXIT_USAGE = 2

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="The labelled file.")]
JsonOut = Annotated[Path | None, typer.Option("--json", dir_okay=False, help="Also write the scores to this file.")]


@app.command()
def utterances(file: File, json_out: JsonOut = None) -> None:
    """Score how labelled messages are understood: intents, places, times, symptoms and flags.

    Prints each score with its 95 % interval, tables by tag and symptom, and every miss with its message.
    """
    from bot.evaluation.utterances import UnreadableFile, evaluate, labelled

    try:
        messages = labelled(file)
    except UnreadableFile as unreadable:
        typer.echo(str(unreadable), err=True)
        raise typer.Exit(EXIT_USAGE) from unreadable
    agent, practice = _assistant()
    report = evaluate(messages, practice, _intents(agent))
    show(report)
    if json_out:
        json_out.write_text(report.to_json(), encoding="utf-8")


def _assistant() -> tuple[Any, Any]:
    """The assistant with its trained model, made ready first where needed."""
    from bot.cli import progress
    from bot.runtime.assistant import load_assistant
    from bot.runtime.readiness import make_ready

    make_ready(progress)
    return load_assistant()


def _intents(agent: Any) -> Callable[[str], str]:
    """The intent that the model gives to a text."""
    loop = asyncio.new_event_loop()

    def intent_of(text: str) -> str:
        parsed = loop.run_until_complete(agent.parse_message(text))
        return str(parsed["intent"]["name"])

    return intent_of


def show(report: Report) -> None:
    """Prints a report: scores, tables, misses."""
    console = Console(highlight=False)
    table = Table("measure", "value", "95 % interval", "n")
    for name, score in report.scores.items():
        table.add_row(name, _figure(score.value), _interval(score), str(score.n))
    console.print(table)
    for title, heads, rows in report.tables:
        if rows:
            more = Table(*heads, title=title, title_justify="left")
            for row in rows:
                more.add_row(*row)
            console.print(more)
    for miss in report.misses:
        console.print(f"{miss.id} {miss.measure}: wanted {miss.gold}; got {miss.got}", markup=False)
        console.print(f"    {miss.text}", markup=False)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}" if value <= 1 else f"{value:g}"


def _interval(score: Score) -> str:
    return "–" if score.low is None or score.high is None else f"{_figure(score.low)} – {_figure(score.high)}"
