"""The drawing as it stands in `data/picture`: views of a right foot, each with the places that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

Point = tuple[float, float]


class DrawingError(ValueError):
    """The file of the drawing is missing or not of the right form."""


@dataclass(frozen=True)
class Region:
    """Where a place is shown.

    Attributes:
        id: the place, an id of the vocabulary.
        at: the middle of its number.
        d: the area to touch, as an SVG path.
    """

    id: str
    at: Point
    d: str


@dataclass(frozen=True)
class Caption:
    """A word on a view that says which side of the foot is which: the name of another view, and its middle."""

    view: str
    at: Point


@dataclass(frozen=True)
class View:
    """The right foot from one side.

    Attributes:
        size: width and height, in units of the paths.
        skin: the outline that all regions lie in, with its insets.
        lines: what is drawn on top for the eye.
    """

    id: str
    size: Point
    skin: str
    lines: tuple[str, ...]
    captions: tuple[Caption, ...]
    regions: tuple[Region, ...]


@dataclass(frozen=True)
class Palette:
    """Colours, as CSS writes them: behind all, of the foot, a region, its edge, lines, numbers and their badges."""

    ground: str
    skin: str
    region: str
    edge: str
    line: str
    badge: str
    ink: str


@dataclass(frozen=True)
class Drawing:
    """All views, and the palettes by name."""

    views: tuple[View, ...]
    palettes: Mapping[str, Palette]

    def of(self, view: str) -> Drawing:
        """The drawing with one view only. Raises `KeyError` for a view that there is not."""
        return replace(self, views=({one.id: one for one in self.views}[view],))


def read(path: Path) -> Drawing:
    """Reads a drawing.

    Raises:
        DrawingError: the file cannot be read, or a part is missing or not of the right form.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Drawing(
            tuple(_view(view) for view in content["views"]),
            {name: Palette(**colours) for name, colours in content["palettes"].items()},
        )
    except OSError as error:
        raise DrawingError(f"{path}: cannot be read ({error.strerror}).") from error
    except yaml.YAMLError as error:
        raise DrawingError(f"{path}: is not YAML: {error}") from error
    except KeyError as missing:
        raise DrawingError(f"{path}: {missing} is missing.") from missing
    except (AttributeError, TypeError, ValueError) as error:
        raise DrawingError(f"{path}: is not of the right form: {error}.") from error


def _view(view: Mapping[str, Any]) -> View:
    return View(
        view["id"],
        _point(view["size"]),
        view["skin"],
        tuple(view["lines"]),
        tuple(Caption(caption["view"], _point(caption["at"])) for caption in view.get("captions", ())),
        tuple(Region(region["id"], _point(region["at"]), region["d"]) for region in view["regions"]),
    )


def _point(pair: list[float]) -> Point:
    x, y = pair
    return x, y
