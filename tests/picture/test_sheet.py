"""The numbered picture."""

from __future__ import annotations

import struct
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from bot.picture.drawing import Drawing
from bot.picture.places import Place
from bot.picture.png import png
from bot.picture.sheet import Titles, sheet
from bot.runtime import settings

SVG = "{http://www.w3.org/2000/svg}"
TITLES = Titles(
    "A foot & its places", "This foot", {"outer": "From out", "inner": "From in", "front": "Ahead", "back": "Behind"}
)


def tree(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  our own


@pytest.mark.parametrize("side", ["left", "right"])
def test_every_view_has_its_title_and_every_place_its_number_and_name(
    drawing: Drawing, places: dict[str, Place], side
) -> None:
    drawn = tree(sheet(drawing, places, TITLES, side))
    texts = [text.text for text in drawn.iter(f"{SVG}text")]
    assert {*TITLES.views.values(), TITLES.heading} <= set(texts)
    for view in drawing.views:
        for region in view.regions:
            assert str(places[region.id].number) in texts
    for area in drawn.iter(f"{SVG}path"):
        if place := places.get(area.get("data-region", "")):
            assert [name.text for name in area] == [f"{place.number}. {place.label}"]


def test_the_whole_has_a_name_and_tells_all_places(drawing: Drawing, places: dict[str, Place]) -> None:
    drawn = tree(sheet(drawing, places, TITLES, "right"))
    named = {one.get("id"): one.text or "" for one in drawn}
    name, description = (named[id] for id in drawn.attrib["aria-labelledby"].split())
    assert name == TITLES.name
    assert all(f"{place.number}. {place.label}" in description for place in places.values())


def test_the_left_foot_is_the_mirror_image_and_its_numbers_stay_readable(
    drawing: Drawing, places: dict[str, Place]
) -> None:
    one = drawing.of("outer")
    right, left = (tree(sheet(one, places, TITLES, side)) for side in ("right", "left"))
    for drawn, flipped in ((right, 0), (left, 1)):
        assert sum("scale(-1" in group.get("transform", "") for group in drawn.iter(f"{SVG}g")) == flipped
        for group in drawn.iter(f"{SVG}g"):
            if "scale(-1" in group.get("transform", ""):
                assert not list(group.iter(f"{SVG}text"))
    middles = [[float(badge.get("cx", 0)) for badge in drawn.iter(f"{SVG}circle")] for drawn in (right, left)]
    assert [300 - x for x in middles[0]] == middles[1]


def test_a_place_that_is_no_option_is_not_drawn(drawing: Drawing, places: dict[str, Place]) -> None:
    fewer = {id: place for id, place in places.items() if id != "calf"}
    drawn = tree(sheet(drawing, fewer, TITLES, "right"))
    assert {area.get("data-region") for area in drawn.iter(f"{SVG}path")} - {None} == set(fewer)


def test_one_view_alone(drawing: Drawing, places: dict[str, Place]) -> None:
    drawn = tree(sheet(drawing.of("back"), places, TITLES, "right"))
    texts = {text.text for text in drawn.iter(f"{SVG}text")}
    assert "Behind" in texts and "Ahead" not in texts
    with pytest.raises(KeyError):
        drawing.of("above")


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_a_palette_gives_the_ground(drawing: Drawing, places: dict[str, Place], palette: str) -> None:
    ground = tree(sheet(drawing, places, TITLES, "right", palette)).find(f"{SVG}rect")
    assert ground is not None and ground.get("fill") == drawing.palettes[palette].ground


def test_a_png_is_as_wide_as_asked(drawing: Drawing, places: dict[str, Place]) -> None:
    picture = png(sheet(drawing, places, TITLES, "right"), width=640)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", picture[16:20]) == (640,)


def test_words_and_numbers_are_drawn_without_any_font_of_the_system(drawing: Drawing) -> None:
    """Every text changes the picture: none is left out for want of a font."""
    empty = png('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>', 40)
    drawn = {
        character: png(
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="DejaVu Sans, Verdana">'
            f'<text x="5" y="30" font-size="24">{character}</text></svg>',
            40,
        )
        for character in "0123456789AZazÄöß"
    }
    assert empty not in drawn.values()
    assert len(set(drawn.values())) == len(drawn)


def test_the_same_picture_is_the_same_bytes_in_another_process(tmp_path) -> None:
    made = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.png"
        subprocess.run(
            [sys.executable, "-m", "bot", "picture", "--side", "left", "--format", "png", "--out", str(out)],
            check=True, cwd=settings.ROOT, env={"PYTHONHASHSEED": seed, "PATH": ""}, timeout=120,
        )  # fmt: skip
        made.append(out.read_bytes())
    assert made[0] == made[1]
