"""What was told is told back in sentences that people would say."""

import pytest

from bot.dialogue.in_words import all_in_words, in_words
from bot.knowledge.model import State
from bot.runtime.practice import practice
from bot.triage.facts import Fact


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "it began today"),
        (1, "it began yesterday"),
        (7, "it began 7 days ago"),
        (14, "it began 2 weeks ago"),
        (35, "it began 5 weeks ago"),
        (41, "it began 41 days ago"),
    ],
)
def test_whole_weeks_are_told_as_weeks(days, words):
    assert in_words(Fact("duration_days", days, "", 1), practice()) == words


@pytest.mark.parametrize("place", ["heel_plantar", "posterior_deep", "above_ankle", "calf"])
def test_every_place_fits_into_the_sentence(place):
    """Some labels begin with "under" or "just above": no "at" may stand before them."""
    label = practice().knowledge.regions[place].label
    assert in_words(Fact("location", (place,), "", 1), practice()) == f"it hurts here: {label}"


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ((("stiffness", State.PRESENT), ("morning_stiffness", State.PRESENT)), "stiffness"),
        ((("swelling", State.ABSENT), ("swelling_not_settling", State.ABSENT)), "swelling_not_settling"),
        ((("cannot_bear_weight", State.PRESENT), ("four_steps_now", State.ABSENT)), "cannot_bear_weight"),
    ],
)
def test_what_another_fact_says_already_is_told_once(told, left_out):
    facts = [Fact(id, value, "", 1) for id, value in told]
    left = [in_words(fact, practice()) for fact in facts if fact.id != left_out]
    assert all_in_words(facts, practice()) == "; ".join(left)
