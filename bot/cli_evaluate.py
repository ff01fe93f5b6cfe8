"""The commands that score the assistant: `malleo evaluate` and what to score."""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli_scores import show, show_table

if TYPE_CHECKING:
    from bot.evaluation.cases import LabelledCase
    from bot.evaluation.personas import Persona
    from bot.evaluation.scores import Report
    from bot.knowledge.model import Knowledge

app = typer.Typer(
    help="Score the assistant on labelled messages, on whole cases and on single skills.", no_args_is_help=True
)

EXIT_USAGE = 2

LABELLED_ON = datetime(2026, 3, 18)  # noqa: DTZ001  a day, for Typer
"""The day from which the times of the study in `docs/measurements.md` are counted, a Wednesday."""

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="The labelled file.")]
JsonOut = Annotated[Path | None, typer.Option("--json", dir_okay=False, help="Also write the scores to this file.")]
Figures = Annotated[
    bool, typer.Option("--figures", help="Figures only, nothing of a message or case. For closed sets.")
]


@app.command()
def utterances(file: File, figures: Figures = False, json_out: JsonOut = None) -> None:
    """Score how labelled messages are understood: intents, places, times, symptoms and flags.

    Prints each score with its 95 % interval, tables by tag and by label, and every miss with its message. Severity may
    be labelled mild, moderate or severe; only numbers are scored.
    """
    from bot.evaluation.hearing import intents_of
    from bot.evaluation.messages import labelled
    from bot.evaluation.utterances import evaluate

    with _refused_kindly():
        messages = labelled(file, _findings())
    agent, practice = _assistant()
    report = evaluate(messages, practice, intents_of(agent))
    _give(replace(report, misses=[], tables=[]) if figures else report, json_out)


@app.command()
def vignettes(
    file: File,
    aliases: Annotated[
        Path | None,
        typer.Option("--aliases", exists=True, dir_okay=False, help="Labels, and the ids that count as naming them."),
    ] = None,
    persona: Annotated[str, typer.Option("--persona", help="Who plays the cases: a name, or all.")] = "plain",
    baselines: Annotated[
        bool, typer.Option("--baselines", help="Also triage the cases in simple ways, for comparison.")
    ] = False,
    figures: Figures = False,
    server: Annotated[
        str | None, typer.Option("--server", help="Play at the running server at this address, not in this process.")
    ] = None,
    json_out: JsonOut = None,
) -> None:
    """Play whole cases through the real dialogue with a simulated patient, and score level, conditions and length.

    Prints the conversation of every case that was not as labelled. With all personas their scores stand beside each
    other, with the mean and the worst of each measure; the JSON file is that of the first, and each further one gets a
    file beside it. Baselines are given all facts of a case: the same level for everybody, one by lot, a fixed form, a
    decision tree; "all_facts" is Malleo's own judgement without its interview. Brier score: 0 is best, 2 worst.

    At a server the cases go through its website channel, and each conversation is erased when it is over. Take one that
    tells nobody of its warnings.
    """
    from bot.evaluation import cases
    from bot.evaluation.case_scores import PROBABILITIES, SHARES
    from bot.evaluation.comparators.report import compare
    from bot.evaluation.personas import PERSONAS
    from bot.evaluation.side_by_side import beside, mean_and_worst

    names = list(PERSONAS) if persona == "all" else [persona]
    if unknown := [name for name in names if name not in PERSONAS]:
        typer.echo(f"There is no persona '{unknown[0]}'. There are: all, {', '.join(PERSONAS)}.", err=True)
        raise typer.Exit(EXIT_USAGE)
    with _refused_kindly():
        labelled, also = cases.cases(file), cases.aliases(aliases)
        knowledge, reports = _played(server, labelled, [PERSONAS[name] for name in names], also)
    if figures:
        reports = {name: replace(report, misses=[]) for name, report in reports.items()}
    for report in reports.values():
        show(report)
    if len(reports) > 1:
        show_table(beside("All personas", reports, tuple(next(iter(reports.values())).scores)))
        show_table(mean_and_worst(reports))
    if baselines:
        ways = compare(labelled, knowledge, also)
        first_report = reports[names[0]]
        show_table(beside("Beside simple ways", {names[0]: first_report, **ways}, (*SHARES, *PROBABILITIES)))
        first_report.parts["baselines"] = {name: report.scores for name, report in ways.items()}
    if json_out:
        first, *others = reports
        json_out.write_text(reports[first].to_json(), encoding="utf-8")
        for name in others:
            json_out.with_stem(f"{json_out.stem}-{name}").write_text(reports[name].to_json(), encoding="utf-8")


@app.command()
def variants(
    number: Annotated[int, typer.Option("--number", min=1, help="How many messages to make.")] = 3000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed makes the same messages.")] = 1,
    closed: Annotated[bool, typer.Option("--closed", help="Use the templates that are kept out of sight.")] = False,
    json_out: JsonOut = None,
    write: Annotated[
        Path | None, typer.Option("--write", dir_okay=False, help="Also write the messages to this file, with labels.")
    ] = None,
) -> None:
    """Make labelled variants of messages from templates and the lexicon, and score how they are read.

    Prints each score with its 95 % interval, tables by family of templates and by noise, and every miss. Of closed
    templates only the scores: rules that are written after their misses would make them worthless. Needs no model.
    """
    from bot.evaluation.variants import generator, report, template
    from bot.knowledge import check
    from bot.runtime import practice, settings

    knowledge = check.read_checked(settings.KNOWLEDGE)
    lexicon = [(entry.concept, entry.phrases, entry.state.value) for entry in knowledge.lexicon]
    templates = template.read(settings.ROOT / "data" / "evaluation" / "templates.yml")
    today = datetime.now().astimezone().date()
    made = list(generator.Generator(templates, lexicon, today).variants(number, seed, closed=closed))
    scored = report.score(made, practice.practice_from(knowledge))
    show(scored)
    if write:
        write.write_text(report.written(made), encoding="utf-8")
    if json_out:
        json_out.write_text(scored.to_json(), encoding="utf-8")


@app.command()
def study(
    folder: Annotated[
        Path,
        typer.Argument(exists=True, file_okay=False, readable=True, help="The folder with the small labelled sets."),
    ],
    today: Annotated[
        datetime,
        typer.Option(
            "--today",
            formats=["%Y-%m-%d"],
            show_default="2026-03-18",
            help="The day from which the labels of times.tsv are counted.",
        ),
    ] = LABELLED_ON,
    json_out: JsonOut = None,
) -> None:
    """Score single skills on small sets: assertion, times, pain scores, spelling and coarse intents.

    The folder holds negation.tsv, times.tsv, scores.tsv, typo_gold.tsv and test.tsv. Prints each score with its 95 %
    interval, tables by set, and every miss with its text.
    """
    from bot.evaluation.hearing import intents_of
    from bot.evaluation.study import evaluate
    from bot.evaluation.study_assertion import known_concepts
    from bot.evaluation.study_files import study as read

    with _refused_kindly():
        sets = read(folder, known_concepts(_findings()))
    agent, practice = _assistant()
    _give(evaluate(sets, practice, intents_of(agent), today.date()), json_out)


@app.command()
def conversations(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="The scripts.")],
    write: Annotated[
        Path | None, typer.Option("--write", dir_okay=False, help="File to write the page to instead of printing it.")
    ] = None,
) -> None:
    """Play scripted conversations through the real dialogue, and show them as a page to read.

    Every conversation begins on the same day, so the same scripts make the same page until Malleo answers differently.
    """
    import asyncio

    from bot.channels.base import Reception
    from bot.evaluation.conversation_page import page
    from bot.evaluation.conversations import OffScript, play
    from bot.evaluation.scripts import scripts
    from bot.runtime import settings

    with _refused_kindly():
        read = scripts(file)
    agent, practice = _assistant()
    try:
        played = play(read, Reception(agent, practice, "evaluation"), asyncio.new_event_loop())
    except OffScript as off:
        typer.echo(f"{file}: {off}", err=True)
        raise typer.Exit(EXIT_USAGE) from off
    resolved = file.resolve()
    inside = resolved.is_relative_to(settings.ROOT)
    made = page(played, (resolved.relative_to(settings.ROOT) if inside else file).as_posix())
    if write is None:
        typer.echo(made, nl=False)
    else:
        write.write_text(made, encoding="utf-8")
        typer.echo(f"Wrote {write}.")


def _played(
    server: str | None, cases: list[LabelledCase], personas: list[Persona], aliases: dict[str, tuple[str, ...]]
) -> tuple[Knowledge, dict[str, Report]]:
    """The base by which labels are read, and the report of each persona. Raises `DoorShut`."""
    from bot.evaluation.vignettes import evaluate

    def tell(line: str) -> None:
        typer.echo(f"{line} …", err=True)

    if server is None:
        from bot.channels.base import Reception
        from bot.evaluation.in_process import InProcess

        agent, practice = _assistant()
        place = InProcess(Reception(agent, practice, "evaluation"))
        return practice.knowledge, asyncio.run(evaluate(cases, personas, place, practice.knowledge, aliases, tell))

    from bot.evaluation.at_server import reached
    from bot.knowledge import check
    from bot.runtime import settings

    async def at(address: str) -> tuple[Knowledge, dict[str, Report]]:
        async with reached(address) as place:
            knowledge = check.read_checked(settings.KNOWLEDGE)
            return knowledge, await evaluate(cases, personas, place, knowledge, aliases, tell)

    return asyncio.run(at(server))


@contextmanager
def _refused_kindly() -> Iterator[None]:
    """Says in one line what is wrong with a labelled file, or with the server at which cases are to be played."""
    from bot.evaluation.door import DoorShut
    from bot.evaluation.labels import UnreadableFile

    try:
        yield
    except (DoorShut, UnreadableFile) as refused:
        typer.echo(str(refused), err=True)
        raise typer.Exit(EXIT_USAGE) from refused


def _findings() -> frozenset[str]:
    """Ids of the findings in the files of the base: labels are looked at before anything is built or trained."""
    from bot.knowledge import files
    from bot.runtime import settings

    return frozenset(files.read(settings.KNOWLEDGE).findings)


def _give(report: Report, json_out: Path | None) -> None:
    show(report)
    if json_out:
        json_out.write_text(report.to_json(), encoding="utf-8")


def _assistant() -> tuple[Any, Any]:
    """The assistant with its trained model, made ready first where needed, on a database of its own.

    Simulated patients are no people: nothing of theirs may stand among the conversations, or be sent on to anybody.
    """
    from bot.cli import progress
    from bot.runtime import practice
    from bot.runtime.assistant import load_assistant
    from bot.runtime.readiness import make_ready

    folder = tempfile.mkdtemp(prefix="malleo-evaluation-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["MALLEO_DATABASE_URL"] = f"sqlite:///{folder}/evaluation.db"
    practice.forget()
    make_ready(progress)
    return load_assistant()
