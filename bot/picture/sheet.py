"""Views side by side, as SVG: numbered, titled, with names for people who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot.picture.drawing import Drawing, Palette, Point, View
from bot.picture.places import Place

Side = Literal["left", "right"]

FONT = "DejaVu Sans"
MARGIN = 20
TITLE = 34
BADGE = 12.5
IN_A_ROW = 2


@dataclass(frozen=True)
class Titles:
    """What stands on a sheet.

    Attributes:
        name: what it is, for people who cannot see it.
        heading: the line at the top; empty for none.
        views: view → name.
    """

    name: str
    heading: str
    views: Mapping[str, str]


def sheet(drawing: Drawing, places: Mapping[str, Place], titles: Titles, side: Side, palette: str = "light") -> str:
    """The SVG text of all views. The same input gives the same text.

    Args:
        places: places by id; one that is not among them is drawn without a region.
        side: which foot; the left one is the mirror image.
        palette: name of a palette of the drawing.
    """
    colours = drawing.palettes[palette]
    top = MARGIN + (TITLE if titles.heading else 0)
    wide = max(view.size[0] for view in drawing.views) + MARGIN
    high = max(view.size[1] for view in drawing.views) + MARGIN + TITLE
    columns = min(IN_A_ROW, len(drawing.views))
    rows = -(-len(drawing.views) // columns)
    root = _root(columns * wide + MARGIN, top + rows * high, colours)
    _name(root, titles.name, places)
    SubElement(root, "rect", width="100%", height="100%", fill=colours.ground)
    if titles.heading:
        _text(root, titles.heading, (float(root.get("width", 0)) / 2, MARGIN + TITLE / 3), 22, colours.ink)
    for index, view in enumerate(drawing.views):
        row, column = divmod(index, columns)
        move = f"translate({_figure(MARGIN + column * wide)} {_figure(top + row * high)})"
        _view(SubElement(root, "g", transform=move), view, places, titles, side, colours)
    return _written(root)


def _view(
    group: Element, view: View, places: Mapping[str, Place], titles: Titles, side: Side, colours: Palette
) -> None:
    """One view with its title above."""
    width, _ = view.size
    _text(group, titles.views[view.id], (width / 2, TITLE / 2), 18, colours.ink)
    foot = SubElement(group, "g", transform=f"translate(0 {TITLE})")
    mirrored = SubElement(foot, "g", transform=f"translate({_figure(width)} 0) scale(-1 1)" if side == "left" else "")
    line = {"fill": "none", "stroke": colours.line, "stroke-linecap": "round", "stroke-linejoin": "round"}
    SubElement(mirrored, "path", {**line, "d": view.skin, "fill": colours.skin, "stroke-width": "2.2"})
    regions = [region for region in view.regions if region.id in places]
    for region in regions:
        area = {"d": region.d, "fill": colours.region, "stroke": colours.edge, "data-region": region.id}
        drawn = SubElement(mirrored, "path", area)
        SubElement(drawn, "title").text = _labelled(places[region.id])
    for d in view.lines:
        SubElement(mirrored, "path", {**line, "d": d, "stroke-width": "1.5"})
    for region in regions:
        x, y = _side(region.at, width, side)
        SubElement(foot, "circle", cx=_figure(x), cy=_figure(y), r=_figure(BADGE), fill=colours.badge)
        _text(foot, str(places[region.id].number), (x, y), 16, colours.ink)
    for caption in view.captions:
        _text(foot, titles.views[caption.view], _side(caption.at, width, side), 12, colours.line)


def _side(at: Point, width: float, side: Side) -> Point:
    x, y = at
    return (width - x if side == "left" else x, y)


def _root(width: float, height: float, colours: Palette) -> Element:
    return Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": _figure(width),
            "height": _figure(height),
            "viewBox": f"0 0 {_figure(width)} {_figure(height)}",
            "role": "img",
            "aria-labelledby": "malleo-picture-name malleo-picture-places",
            "font-family": f"{FONT}, Verdana, sans-serif",
            "font-weight": "700",
            "text-anchor": "middle",
        },
    )


def _name(root: Element, name: str, places: Mapping[str, Place]) -> None:
    SubElement(root, "title", id="malleo-picture-name").text = name
    described = "; ".join(_labelled(place) for place in places.values())
    SubElement(root, "desc", id="malleo-picture-places").text = described


def _labelled(place: Place) -> str:
    return f"{place.number}. {place.label}"


def _text(parent: Element, text: str, middle: Point, size: int, colour: str) -> None:
    """Text around its middle. Its base line is reckoned: not all programs know `dominant-baseline`."""
    x, y = middle
    place = {"x": _figure(x), "y": _figure(y + size * 0.36), "font-size": str(size), "fill": colour}
    SubElement(parent, "text", place).text = text


def _figure(number: float) -> str:
    return f"{number:.6g}"


def _written(root: Element) -> str:
    indent(root)
    return tostring(root, encoding="unicode") + "\n"
