"""Each condition can come out first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.knowledge import files
from bot.knowledge.checks.fault import Base
from bot.knowledge.model import Knowledge
from bot.knowledge.vocabulary import vocabulary
from bot.review.leading import conditions_can_lead, leading_answers
from bot.runtime import settings
from bot.triage.differential import differential


@pytest.fixture(scope="module")
def real() -> Knowledge:
    return files.read(settings.KNOWLEDGE)


def base_with(knowledge: Knowledge, id: str, **changed: object) -> Base:
    condition = replace(knowledge.conditions[id], **changed)  # type: ignore[arg-type]
    return Base(replace(knowledge, conditions={**knowledge.conditions, id: condition}), vocabulary())


def test_a_condition_in_the_shadow_of_another_is_found(real: Knowledge) -> None:
    """The same evidence as another one, and a smaller prior: it comes second whatever is answered."""
    sprain = real.conditions["lateral_ankle_sprain"]
    shadow = base_with(real, "septic_arthritis", evidence=sprain.evidence, prior=0.001)
    (fault,) = conditions_can_lead(shadow)
    assert fault.id == "septic_arthritis"
    assert "'lateral_ankle_sprain' stays before it" in fault.what


def test_a_small_prior_alone_keeps_nothing_back(real: Knowledge) -> None:
    assert list(conditions_can_lead(base_with(real, "septic_arthritis", prior=0.0005))) == []


def test_the_answers_that_are_found_do_make_it_lead(real: Knowledge) -> None:
    base = Base(real, vocabulary())
    for condition in real.conditions.values():
        facts = leading_answers(condition, base)
        assert differential(facts, real)[0].condition.id == condition.id
        asked = {about for question in real.questions.values() for about in question.about}
        assert {fact.id for fact in facts} <= asked
