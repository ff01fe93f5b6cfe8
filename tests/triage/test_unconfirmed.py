"""What was only heard in passing and carries the level alone is asked about before a result rests on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import told

from bot.knowledge import files
from bot.knowledge.model import Knowledge
from bot.runtime import settings
from bot.triage.facts import Facts
from bot.triage.unconfirmed import unconfirmed

ROLLED = {"onset": "sudden", "mechanism": "rolled_in", "duration_days": 1, "severity": 3}


@pytest.fixture(scope="module")
def real() -> Knowledge:
    return files.read(settings.KNOWLEDGE)


def heard(facts: Facts, *ids: str) -> Facts:
    """The facts, those of `ids` as picked up from free text."""
    return Facts.of(replace(fact, asked=fact.id not in ids) for fact in facts)


def test_a_sign_that_carries_the_level_alone_is_asked(real: Knowledge) -> None:
    facts = told("bone_tender_lateral_malleolus", location="lateral", **ROLLED)
    assert unconfirmed(heard(facts, "bone_tender_lateral_malleolus"), real) == "bone_tender_lateral_malleolus"
    assert unconfirmed(facts, real) is None


def test_it_is_not_asked_when_the_level_stands_without_it(real: Knowledge) -> None:
    facts = told("bone_tender_lateral_malleolus, bone_tender_navicular", location="lateral", **ROLLED)
    assert unconfirmed(heard(facts, "bone_tender_lateral_malleolus"), real) is None


def test_the_question_of_the_base_is_put_where_one_answer_settles_it(real: Knowledge) -> None:
    facts = told("cannot_bear_weight, not four_steps_now", location="lateral", **ROLLED)
    assert unconfirmed(heard(facts, "cannot_bear_weight", "four_steps_now"), real) == "four_steps_now"


def test_a_check_that_could_do_harm_is_not_asked(real: Knowledge) -> None:
    facts = told("cannot_bear_weight, not four_steps_now, sole_bruise", **(ROLLED | {"duration_days": 20}))
    assert unconfirmed(heard(facts, "cannot_bear_weight", "four_steps_now"), real) is None


def test_a_story_is_asked_about_again_only_when_it_is_old(real: Knowledge) -> None:
    old = told(location="lateral", onset="sudden", mechanism="rolled_in", duration_days=30, severity=2)
    assert unconfirmed(heard(old, "onset", "mechanism"), real) in ("onset", "mechanism")
    fresh = told("bone_tender_lateral_malleolus", location="lateral", **ROLLED)
    assert unconfirmed(heard(fresh, "onset", "mechanism"), real) is None


def test_what_somebody_has_is_believed(real: Knowledge) -> None:
    facts = told("diabetes, swelling", location="lateral", onset="gradual", duration_days=3, severity=2)
    assert unconfirmed(heard(facts, "diabetes"), real) is None


def test_self_care_needs_no_proof(real: Knowledge) -> None:
    assert unconfirmed(heard(told("swelling", location="lateral", **ROLLED), "swelling"), real) is None
