"""The drawing can be pointed at: each place is somewhere, large enough, on the foot, and apart from the others."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from shapes import shape
from svgpathtools import parse_path

from bot.knowledge.vocabulary import vocabulary
from bot.picture.drawing import Drawing, DrawingError, Palette, Region, View, read
from bot.runtime import settings

DRAWING = read(settings.PICTURE)
SHOWN = [pytest.param(view, region, id=f"{view.id}-{region.id}") for view in DRAWING.views for region in view.regions]

TARGET = 44
"""CSS pixels that a target is wide and high (WCAG 2.2, 2.5.5). A view shown 300 pixels wide has a pixel a unit."""

FINGER = 36
"""Pixels of the circle that has to fit in besides, so that a long thin strip is no target."""

READABLE = 4.5
VISIBLE = 3.0
"""Contrast of text, and of what one must see to use it (WCAG 2.2, 1.4.3 and 1.4.11)."""


def test_every_place_of_the_vocabulary_is_shown(drawing: Drawing) -> None:
    assert {region.id for view in drawing.views for region in view.regions} == set(vocabulary().regions)


def test_no_view_shows_a_place_twice(drawing: Drawing) -> None:
    for view in drawing.views:
        assert len({region.id for region in view.regions}) == len(view.regions)


@pytest.mark.parametrize("view", DRAWING.views, ids=lambda view: view.id)
def test_a_unit_is_a_pixel_at_a_width_of_300(view: View) -> None:
    assert view.size[0] == 300


@pytest.mark.parametrize(("view", "region"), SHOWN)
def test_a_place_is_large_enough_to_touch(view: View, region: Region) -> None:
    assert min(shape(region.d).box) >= TARGET
    assert shape(region.d).room() >= FINGER


@pytest.mark.parametrize(("view", "region"), SHOWN)
def test_a_place_lies_on_the_foot(view: View, region: Region) -> None:
    assert shape(view.skin).holds(shape(region.d).points).all()


@pytest.mark.parametrize(("view", "region"), SHOWN)
def test_a_number_stands_within_its_place(view: View, region: Region) -> None:
    middle = complex(*region.at)
    assert shape(region.d).holds(np.array([middle])).all()
    assert np.abs(shape(region.d).points - middle).min() >= 12.5


@pytest.mark.parametrize("view", DRAWING.views, ids=lambda view: view.id)
def test_places_do_not_overlap(view: View) -> None:
    for one, other in combinations(view.regions, 2):
        first, second = shape(one.d), shape(other.d)
        assert not first.holds(second.points).any(), (one.id, other.id)
        assert not second.holds(first.points).any(), (one.id, other.id)


@pytest.mark.parametrize("view", DRAWING.views, ids=lambda view: view.id)
def test_everything_is_within_the_view(view: View) -> None:
    width, height = view.size
    for d in (view.skin, *view.lines):
        left, right, top, bottom = parse_path(d).bbox()
        assert left >= 0 and right <= width and top >= 0 and bottom <= height, d


@pytest.mark.parametrize("palette", DRAWING.palettes.values(), ids=DRAWING.palettes)
def test_colours_can_be_told_apart(palette: Palette) -> None:
    assert _contrast(palette.ink, palette.badge) >= READABLE
    assert _contrast(palette.ink, palette.ground) >= READABLE
    assert _contrast(palette.line, palette.ground) >= READABLE
    assert _contrast(palette.line, palette.skin) >= VISIBLE
    assert _contrast(palette.edge, palette.region) >= VISIBLE
    assert _contrast(palette.edge, palette.skin) >= VISIBLE


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("views: [", "is not YAML"),
        ("palettes: {}", "'views' is missing"),
        ("views: [{id: outer}]\npalettes: {}", "'size' is missing"),
        ("views: []\npalettes: {light: {ground: '#fff'}}", "is not of the right form"),
        ("views: 3\npalettes: {}", "is not of the right form"),
    ],
)
def test_a_damaged_drawing_is_refused_with_what_is_wrong(tmp_path, content, said) -> None:
    (tmp_path / "ankle.yml").write_text(content)
    with pytest.raises(DrawingError, match=said):
        read(tmp_path / "ankle.yml")


def test_a_drawing_that_is_not_there_is_named(tmp_path) -> None:
    with pytest.raises(DrawingError, match=r"ankle\.yml: cannot be read"):
        read(tmp_path / "ankle.yml")


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
