"""What a person told decides which danger is asked about first."""

from __future__ import annotations

import pytest
from telling import told

from bot.knowledge import files
from bot.knowledge.model import Knowledge, State
from bot.runtime import settings
from bot.triage.facts import Facts
from bot.triage.near import near_emergencies
from bot.triage.next_question import next_question

SCREENED = told("not chest_pain_or_breathless")
STORIES = [
    ("redness_warmth", "fever", "hot_joint"),
    ("redness_warmth", "immunosuppressed", "hot_joint"),
    ("swelling", "bleeding_disorder", "health"),
    ("pregnant", "headache_or_vision_change", "pregnancy_signs"),
]


@pytest.fixture(scope="module")
def real() -> Knowledge:
    return files.read(settings.KNOWLEDGE)


@pytest.mark.parametrize(("said", "missing", "_"), STORIES)
def test_one_answer_from_an_emergency(real: Knowledge, said: str, missing: str, _: str) -> None:
    assert missing in near_emergencies(told(said), real)
    assert missing not in near_emergencies(told(f"{said}, not {missing}"), real)


def test_what_is_an_emergency_by_itself_is_always_near(real: Knowledge) -> None:
    assert {"deformity", "cold_or_pale_foot"} <= near_emergencies(Facts.of(), real).keys()


@pytest.mark.parametrize(("said", "_", "question"), [one for one in STORIES if one[0] != "pregnant"])
def test_it_is_asked_before_the_story(real: Knowledge, said: str, _: str, question: str) -> None:
    screens = [one for one in real.questions.values() if one.stage == "screen"]
    calm = told([f"not {about}" for one in screens for about in one.about if about != said])
    facts = calm.having(*told(said))
    assert next_question(facts, [one.id for one in screens], real) == question


def test_the_emergency_that_is_known_best_is_asked_about_first(real: Knowledge) -> None:
    screens = [one for one in real.questions.values() if one.stage == "screen"]
    calm = told([f"not {about}" for one in screens for about in one.about if about != "worsening"])
    bleeds_inside = calm.having(*told("anticoagulant, swelling", onset="sudden", duration_days=0))
    assert (
        near_emergencies(bleeds_inside, real)["worsening"] > near_emergencies(bleeds_inside, real)["bleeding_disorder"]
    )
    assert next_question(bleeds_inside, [one.id for one in screens], real) == "when_it_hurts"


def test_not_sure_is_an_answer(real: Knowledge) -> None:
    facts = told("redness_warmth").supposing("limited_motion", State.UNKNOWN)
    assert "limited_motion" not in near_emergencies(facts, real)
