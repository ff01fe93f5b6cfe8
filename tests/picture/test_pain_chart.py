"""The course of the pain, drawn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.picture.drawing import Drawing, read
from bot.picture.pain_chart import HEIGHT, WIDTH, pain_chart
from bot.picture.png import png
from bot.runtime import settings

SVG = "{http://www.w3.org/2000/svg}"
FIRST = datetime(2026, 11, 1, tzinfo=UTC)
COLOURS = read(settings.PICTURE).palettes["light"]

courses = st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10)), min_size=1, max_size=60).map(
    lambda rows: [(FIRST + timedelta(seconds=seconds), score) for seconds, score in sorted(rows)]
)


def tree(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  our own


@given(courses)
def test_every_score_is_a_dot_within_the_picture_higher_for_more_pain(pain: list[tuple[datetime, int]]) -> None:
    dots = [
        (float(dot.get("cx", -1)), float(dot.get("cy", -1)), score)
        for dot, (_, score) in zip(tree(pain_chart(pain, "Pain", COLOURS)).iter(f"{SVG}circle"), pain, strict=True)
    ]
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y, _ in dots)
    assert [x for x, _, _ in dots] == sorted(x for x, _, _ in dots)
    by_height = sorted(dots, key=lambda dot: -dot[1])
    assert [score for *_, score in by_height] == sorted(score for *_, score in dots)


@given(courses)
def test_dates_below_do_not_touch_and_none_comes_twice(pain: list[tuple[datetime, int]]) -> None:
    texts = [text for text in tree(pain_chart(pain, "Pain", COLOURS)).iter(f"{SVG}text") if "-" in (text.text or "")]
    named = [text.text for text in texts]
    assert named[0] == f"{pain[-1][0]:%Y-%m-%d}"
    assert len(named) == len(set(named))
    places = sorted(float(text.get("x", 0)) for text in texts)
    assert all(after - before >= 96 - 1e-3 for before, after in pairwise(places))


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_it_can_be_drawn_and_read_out(drawing: Drawing, palette: str) -> None:
    written = pain_chart([(FIRST, 7), (FIRST + timedelta(days=3), 4)], "Pain & time", drawing.palettes[palette])
    assert png(written).startswith(b"\x89PNG")
    assert tree(written).findtext(f"{SVG}desc") == "2026-11-01: 7; 2026-11-04: 4"
