"""The commands for whoever looks after warnings and hand-offs: `malleo escalations list | show | acknowledge`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.storage.escalations import Entry

EXIT_PROBLEMS = 1

app = typer.Typer(help="Read warnings and hand-offs, and say that you took one on.", no_args_is_help=True)

Reference = Annotated[
    str, typer.Argument(metavar="ID", help="The reference that stands in the notice and in the list.")
]
Json = Annotated[bool, typer.Option("--json", help="For machines.")]


@app.command("list")
def list_(
    only_open: Annotated[bool, typer.Option("--open", help="Only those that nobody acknowledged.")] = False,
    as_json: Json = False,
) -> None:
    """List warnings and hand-offs, newest first."""
    from bot.storage.escalations import entries

    found = entries(_database(), only_open=only_open)
    if as_json:
        typer.echo(json.dumps([_plain(entry) for entry in found], indent=2))
    elif found:
        _print(found)
    else:
        typer.echo("There are none.")


@app.command()
def show(id: Reference, as_json: Json = False) -> None:
    """Show one in full. A hand-off has the person's words in it: they agreed to that."""
    entry = _entry(_database(), id)
    if as_json:
        typer.echo(json.dumps(_plain(entry), indent=2))
        return
    for heading, said in (
        ("reference", entry.reference),
        ("kind", _kind(entry)),
        ("level", _level(entry)),
        ("at", _moment(entry.created_at)),
        ("delivered", _delivered(entry)),
        ("acknowledged", _acknowledged(entry)),
        *(("sign", flag["text"]) for flag in entry.flags),
        *(("told", line) for line in entry.summary),
    ):
        typer.echo(f"{heading}: {said}")


@app.command()
def acknowledge(
    id: Reference, by: Annotated[str | None, typer.Option(help="Who takes it on.", metavar="NAME")] = None
) -> None:
    """Say that you took one on. A notice of it that still waits is not sent any more.

    Exit code 1 when there is none of that id, or somebody took it on before.
    """
    from bot.storage import escalations

    database = _database()
    if escalations.acknowledge(database, id, by, datetime.now(UTC)):
        typer.echo(f"Acknowledged {id}.")
        return
    typer.echo(f"{id} was acknowledged before: {_acknowledged(_entry(database, id))}.", err=True)
    raise typer.Exit(EXIT_PROBLEMS)


def _database() -> Engine:
    from bot.runtime.practice import engine
    from bot.storage.migrations import migrate

    migrate(engine())
    return engine()


def _entry(database: Engine, reference: str) -> Entry:
    from bot.storage.escalations import entry

    found = entry(database, reference)
    if found is None:
        typer.echo(f"There is no escalation '{reference}'. See: malleo escalations list", err=True)
        raise typer.Exit(EXIT_PROBLEMS)
    return found


def _print(found: list[Entry]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("id", "at", "kind", "level", "signs", "delivered", "acknowledged")
    for entry in found:
        signs = ", ".join(flag["id"] for flag in entry.flags) or "–"
        level, kind = _level(entry), _kind(entry)
        table.add_row(
            entry.reference, _moment(entry.created_at), kind, level, signs, _delivered(entry), _acknowledged(entry)
        )
    console = Console()
    # Read by programs too: a pipe has no width that a table should be squeezed into.
    console.print(table) if console.is_terminal else Console(width=200).print(table)


def _kind(entry: Entry) -> str:
    return entry.kind.replace("_", "-")


def _level(entry: Entry) -> str:
    return entry.level.replace("_", " ")


def _delivered(entry: Entry) -> str:
    if entry.delivered_at:
        return _moment(entry.delivered_at)
    return f"not yet, {entry.attempts} tried" if entry.attempts else "not yet"


def _acknowledged(entry: Entry) -> str:
    if entry.acknowledged_at is None:
        return "no"
    return _moment(entry.acknowledged_at) + (f" by {entry.acknowledged_by}" if entry.acknowledged_by else "")


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _plain(entry: Entry) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(entry).items()}
