"""The command for the picture of the ankle: `malleo picture`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.runtime import settings

if TYPE_CHECKING:
    from bot.picture.places import Place
    from bot.picture.sheet import Side, Titles

EXIT_PROBLEMS = 1
EXIT_USAGE = 2


class Foot(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Shown(StrEnum):
    OUTER = "outer"
    INNER = "inner"
    FRONT = "front"
    BACK = "back"


class Format(StrEnum):
    SVG = "svg"
    PNG = "png"


def picture(
    side: Annotated[Foot, typer.Option("--side", help="Which foot.")] = Foot.RIGHT,
    view: Annotated[Shown | None, typer.Option("--view", help="One view only.", show_default="all")] = None,
    format: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.SVG,
    dark: Annotated[bool, typer.Option("--dark", help="Light lines on a dark ground.")] = False,
    widget: Annotated[
        bool,
        typer.Option("--widget", help="Write the drawing for the website's widget instead: bot/widget/ankle-map.js."),
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", dir_okay=False, help="File to write to instead of printing it.")
    ] = None,
) -> None:
    """Draw foot and ankle from four sides, with the places numbered as in the question "Where does it hurt most?"."""
    from bot.picture import drawing
    from bot.picture.png import png
    from bot.picture.sheet import sheet
    from bot.picture.widget_map import widget_map

    drawn = drawing.read(settings.PICTURE)
    if widget:
        out = out or settings.WIDGET_MAP
        written = widget_map(drawn, _places()).encode()
    else:
        shown = drawn.of(view.value) if view else drawn
        svg = sheet(shown, _places(), _titles(side.value), side.value, "dark" if dark else "light")
        written = svg.encode() if format is Format.SVG else png(svg)
    if out is None:
        _print(written, format)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(written)
    except OSError as error:
        typer.echo(f"{error.filename}: cannot be written ({error.strerror}).", err=True)
        raise typer.Exit(EXIT_PROBLEMS) from error
    typer.echo(f"Wrote {out}.")


def _places() -> dict[str, Place]:
    from bot.knowledge.files import read
    from bot.picture.places import numbered

    options = read(settings.KNOWLEDGE).questions["location"].options
    return numbered({option.id: option.label for option in options})


def _titles(side: Side) -> Titles:
    from bot.dialogue.texts import Texts
    from bot.picture.sheet import Titles

    texts = Texts.read(settings.TEXTS)
    views = {view.value: texts(f"picture.view.{view.value}") for view in Shown}
    return Titles(texts(f"picture.name.{side}"), texts(f"picture.heading.{side}"), views)


def _print(written: bytes, format: Format) -> None:
    if format is Format.PNG and sys.stdout.isatty():
        typer.echo("A PNG is no text for a terminal. Name a file: --out FILE", err=True)
        raise typer.Exit(EXIT_USAGE)
    sys.stdout.buffer.write(written)
