"""The course of the pain as SVG: days from left to right, 0 at the bottom and 10 at the top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot.picture.drawing import Palette

FONT = "DejaVu Sans"
WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 56, 32, 64, 48
MOST = 10
"""The highest score."""

FEWEST_BETWEEN_DATES = 96
"""Points between two dates below the chart, so that they do not touch."""


def pain_chart(pain: Sequence[tuple[datetime, int]], heading: str, colours: Palette) -> str:
    """The SVG text. The same input gives the same text.

    Args:
        pain: moments and scores from 0 to 10, the first one first; at least one.
    """
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": str(WIDTH),
            "height": str(HEIGHT),
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "role": "img",
            "font-family": f"{FONT}, Verdana, sans-serif",
            "font-weight": "700",
        },
    )
    SubElement(root, "title").text = heading
    SubElement(root, "desc").text = "; ".join(f"{at:%Y-%m-%d}: {number}" for at, number in pain)
    SubElement(root, "rect", width="100%", height="100%", fill=colours.ground)
    _text(root, heading, (LEFT, TOP / 2), 20, colours.ink, "start")
    for number in range(0, MOST + 1, 2):
        y = _y(number)
        line = {"stroke": colours.edge, "stroke-width": "1", "opacity": "0.5"}
        SubElement(
            root, "line", {"x1": str(LEFT), "x2": str(WIDTH - RIGHT), "y1": _figure(y), "y2": _figure(y), **line}
        )
        _text(root, str(number), (LEFT - 12, y), 14, colours.ink, "end")
    points = [(_x(at, pain), _y(number)) for at, number in pain]
    _course(root, points, colours)
    _dates(root, pain, points, colours)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


def _course(root: Element, points: Sequence[tuple[float, float]], colours: Palette) -> None:
    drawn = " ".join(f"{_figure(x)},{_figure(y)}" for x, y in points)
    stroke = {"fill": "none", "stroke": colours.line, "stroke-width": "3", "stroke-linejoin": "round"}
    SubElement(root, "polyline", {"points": drawn, **stroke})
    for x, y in points:
        dot = {"fill": colours.badge, "stroke": colours.ink, "stroke-width": "2"}
        SubElement(root, "circle", {"cx": _figure(x), "cy": _figure(y), "r": "6", **dot})


def _dates(
    root: Element, pain: Sequence[tuple[datetime, int]], points: Sequence[tuple[float, float]], colours: Palette
) -> None:
    """As many dates as there is room for, each once, the last one before all others."""
    below = HEIGHT - BOTTOM / 2
    left: float = WIDTH
    named: set[str] = set()
    for (at, _), (x, _) in zip(reversed(pain), reversed(points), strict=True):
        date = f"{at:%Y-%m-%d}"
        if not named or (date not in named and left - x >= FEWEST_BETWEEN_DATES):
            anchor = "end" if not named and len(points) > 1 else "middle"
            _text(root, date, (x, below), 13, colours.ink, anchor)
            named.add(date)
            left = x - (FEWEST_BETWEEN_DATES / 2 if anchor == "end" else 0)


def _x(at: datetime, pain: Sequence[tuple[datetime, int]]) -> float:
    """By time; all in the middle when there is no time between them."""
    first, last = pain[0][0], pain[-1][0]
    whole = (last - first).total_seconds()
    share = (at - first).total_seconds() / whole if whole else 0.5
    return LEFT + 16 + share * (WIDTH - LEFT - RIGHT - 32)


def _y(number: float) -> float:
    return HEIGHT - BOTTOM - number / MOST * (HEIGHT - TOP - BOTTOM)


def _text(parent: Element, text: str, at: tuple[float, float], size: int, colour: str, anchor: str) -> None:
    """Text beside a point. Its base line is reckoned: not all programs know `dominant-baseline`."""
    x, y = at
    place = {"x": _figure(x), "y": _figure(y + size * 0.36), "font-size": str(size), "fill": colour}
    SubElement(parent, "text", {**place, "text-anchor": anchor}).text = text


def _figure(number: float) -> str:
    return f"{number:.6g}"
