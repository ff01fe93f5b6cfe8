"""The commands for the knowledge base: `malleo knowledge check | build | show | export | diff | safety-case`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.runtime import settings

if TYPE_CHECKING:
    from bot.knowledge.model import Knowledge

EXIT_PROBLEMS = 1

app = typer.Typer(help="Check, build, read and compare the condition knowledge base.", no_args_is_help=True)

Folder = Annotated[
    Path, typer.Argument(exists=True, file_okay=False, help="Folder of the base.", show_default="data/knowledge")
]


@app.command()
def check(directory: Folder = settings.KNOWLEDGE) -> None:
    """Check the knowledge base. Prints each problem with file, line and the mend; exit code 1 when there is one.

    Looks at how it is written and linked, whether anything is missing or unused, at its wording and reading grade, and
    puts it to use: every condition has to be able to lead, every red flag to be raised in words, and no advice may go
    against a rule.
    """
    from bot.review.review import review_directory

    problems = review_directory(directory)
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise typer.Exit(EXIT_PROBLEMS)
    typer.echo("The knowledge base holds together.")


@app.command()
def build() -> None:
    """Build the database from data/knowledge. Building twice changes nothing."""
    from bot.runtime.readiness import build_knowledge

    typer.echo("Built." if build_knowledge() else "Already up to date.")


@app.command()
def show(
    id: Annotated[str, typer.Argument(help="Id of any entry: a condition, finding, rule, question, article, source …")],
    directory: Folder = settings.KNOWLEDGE,
) -> None:
    """Show everything the base says under an id, with its sources and what else speaks of it."""
    from bot.knowledge.files import read
    from bot.knowledge.show import UnknownId, describe

    try:
        lines = describe(read(directory), id)
    except UnknownId as unknown:
        raise _refusal(str(unknown)) from unknown
    for heading, text in lines:
        typer.echo(f"{heading}: {text}")


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write to; it is made if need be.")],
    directory: Folder = settings.KNOWLEDGE,
) -> None:
    """Write the whole base for a review without a network: knowledge.html to read and search, knowledge.csv to sort."""
    from bot.knowledge.export.page import page
    from bot.knowledge.export.table import table
    from bot.knowledge.files import KnowledgeError, draft_of

    draft = draft_of(directory)
    if draft.problems:
        raise KnowledgeError(draft.problems)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "knowledge.html").write_text(page(draft.knowledge), encoding="utf-8")
        # With the mark by which spreadsheets know UTF-8.
        (folder / "knowledge.csv").write_text(table(draft.knowledge, draft.places), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise _refusal(f"{error.filename}: cannot be written ({error.strerror}).") from error
    typer.echo(f"Wrote {folder / 'knowledge.html'} and {folder / 'knowledge.csv'}.")


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="A folder, or a version in the database.")],
    new: Annotated[str, typer.Argument(help="The same; data/knowledge when left out.")] = str(settings.KNOWLEDGE),
) -> None:
    """Say in words what changed from one base to another, one line a change."""
    from bot.knowledge.diff import changes

    found = [str(change) for change in changes(_base(old), _base(new))]
    for line in found or ["Nothing changed."]:
        typer.echo(line)


@app.command("safety-case")
def safety_case(
    write: Annotated[Path | None, typer.Option(help="File to write the page to instead of printing it.")] = None,
    freeze: Annotated[
        bool, typer.Option("--freeze", help="Agree to the rules as they are: write data/safety/smallest_sets.yml.")
    ] = False,
    directory: Folder = settings.KNOWLEDGE,
) -> None:
    """Show what is guaranteed about the level, walked through every combination of answers and every broken rule.

    Exit code 1 when a combination ends below a floor, or a rule is not as it was agreed to.
    """
    from bot.knowledge.files import read
    from bot.review.safety import floors, smallest
    from bot.review.safety.case import FOLDER
    from bot.review.safety.case import safety_case as worked_out
    from bot.review.safety.report import report

    knowledge = read(directory)
    agreed = FOLDER / "smallest_sets.yml"
    if freeze:
        smallest.freeze(knowledge.rules.values(), agreed)
    case = worked_out(knowledge, floors.read(FOLDER / "floors.yml"), smallest.frozen(agreed))
    page = report(case)
    if write is None:
        typer.echo(page, nl=False)
    else:
        write.write_text(page, encoding="utf-8")
        typer.echo(f"Wrote {write}.")
    if not case.holds:
        raise typer.Exit(EXIT_PROBLEMS)


def _base(named: str) -> Knowledge:
    """The base in a folder, or of a version in the database."""
    from bot.knowledge import queries
    from bot.knowledge.files import read
    from bot.runtime.practice import engine

    if Path(named).is_dir():
        return read(Path(named))
    try:
        return queries.load(engine(), named)
    except queries.KnowledgeMissing as missing:
        there = ", ".join(queries.versions(engine())) or "none"
        what = f"'{named}' is no folder and no version in the database. Versions there, newest first: {there}."
        raise _refusal(what) from missing


def _refusal(why: str) -> typer.Exit:
    typer.echo(why, err=True)
    return typer.Exit(EXIT_PROBLEMS)
