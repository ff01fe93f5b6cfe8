"""The floors are whole, and what they do not ask for is written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.model import Level
from bot.review.safety.case import SafetyCase
from bot.review.safety.floors import Floors, FloorsError, read
from bot.review.safety.smallest import smallest_sets

WRITTEN = """
words:
  ill: {plain: fever or ill, any: [fever, systemically_unwell]}
floors:
  - {id: hot, plain: hot and ill, level: emergency, from: RF06, sets: [[redness_warmth, ill], [deformity]]}
"""


def floors_in(folder: Path, text: str) -> Floors:
    file = folder / "floors.yml"
    file.write_text(text, encoding="utf-8")
    return read(file)


def test_a_word_stands_for_any_of_what_it_lists(tmp_path: Path) -> None:
    floor = floors_in(tmp_path, WRITTEN).floors["hot"]
    assert floor.level is Level.EMERGENCY
    assert [{one.about for one in some} for some in smallest_sets(floor.when)] == [
        {"deformity"},
        {"redness_warmth", "fever"},
        {"redness_warmth", "systemically_unwell"},
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "why"),
    [
        ("deformity", "deformed", "'hot' looks at 'deformed', which there is not."),
        ("plain: hot and ill, ", "", "the field 'plain' is missing"),
        ("[deformity]", "[{severity: {}}]", "limits of 'severity' cannot be read"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, was: str, becomes: str, why: str) -> None:
    with pytest.raises(FloorsError, match=why):
        floors_in(tmp_path, WRITTEN.replace(was, becomes))


@pytest.mark.parametrize("number", range(1, 33))
def test_each_red_flag_of_the_reference_has_a_floor(agreed: Floors, number: int) -> None:
    assert any(f"RF{number:02}" in floor.source for floor in agreed.floors.values())


@pytest.mark.parametrize("said", ["severe pain", "does not go down", "bruising", "put weight", "numbness", "at rest"])
def test_each_reason_of_the_article_to_see_a_doctor_has_a_floor(agreed: Floors, said: str) -> None:
    assert any("the article" in floor.source and said in floor.source for floor in agreed.floors.values())


def test_each_difference_is_as_it_is_written_down(case: SafetyCase) -> None:
    """A rule that was mended since, or that got worse, has to change what is told of it."""
    assert case.moved == ()
    assert all(one.asked.urgency > one.given.urgency for one in case.floors.differences.values())
