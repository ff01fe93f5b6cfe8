from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, Level, State
from bot.triage.facts import Fact, Facts, Value
from bot.triage.next_question import PATIENCE, next_question
from bot.triage.rules import rule_level

Answers = Callable[[str], st.SearchStrategy[tuple[Fact, ...]]]


def answered(**values: Value) -> Facts:
    return Facts.of(Fact(name, value, "answer", 1, asked=True) for name, value in values.items())


CALM = answered(
    deformity=State.ABSENT,
    cold_or_pale_foot=State.ABSENT,
    chest_pain_or_breathless=State.ABSENT,
    side="left",
    location=("lateral",),
    onset="sudden",
    duration_days=1,
    severity=4,
)


def silent_interview(facts: Facts, base: Knowledge) -> list[str]:
    """What a person is asked who answers nothing."""
    asked: list[str] = []
    while name := next_question(facts, asked, base):
        asked.append(name)
    return asked


def test_dangers_come_first_then_the_story_in_file_order(base: Knowledge) -> None:
    expected = [name for name, one in base.questions.items() if one.stage in ("screen", "intake")]
    assert silent_interview(Facts.of(), base)[: len(expected)] == expected


def test_what_was_volunteered_is_not_asked(base: Knowledge) -> None:
    facts = CALM.without("onset", "severity").having(Fact("onset", "sudden", "I rolled it", 1))
    assert next_question(facts, [], base) == "severity"


@pytest.mark.parametrize("stage_of", ["cold_or_pale_foot", "chest_pain_or_breathless", "fever"])
def test_a_denial_in_free_text_does_not_close_an_emergency_question(base: Knowledge, stage_of: str) -> None:
    facts = CALM.having(
        Fact("redness_warmth", State.PRESENT, "it is red", 1, asked=True),
        Fact("fever", State.ABSENT, "no", 2, asked=True),
        Fact("immunosuppressed", State.ABSENT, "no", 2, asked=True),
    )
    loose = facts.having(Fact(stage_of, State.ABSENT, "no trouble there", 1))
    question = base.question_about[stage_of]
    assert question not in silent_interview(facts, base)
    assert silent_interview(loose, base).count(question) == 1


def test_not_sure_in_free_text_still_gets_the_closed_question(base: Knowledge) -> None:
    unsure = CALM.having(Fact("calf_swelling", State.UNKNOWN, "hard to say if my calf is bigger", 1))
    assert rule_level(unsure, base) is Level.SAME_DAY
    assert "calf_swelling" in silent_interview(unsure, base)
    asked = unsure.having(Fact("calf_swelling", State.UNKNOWN, "Not sure", 2, asked=True))
    assert "calf_swelling" not in silent_interview(asked, base)


def test_nothing_is_asked_while_an_emergency_stands(base: Knowledge) -> None:
    assert next_question(CALM.supposing("cold_or_pale_foot", State.PRESENT), [], base) is None
    assert next_question(CALM.supposing("cold_or_pale_foot", State.UNKNOWN), [], base) is None


def test_a_safety_question_that_cannot_raise_the_level_is_not_asked(base: Knowledge) -> None:
    asked = silent_interview(CALM.supposing("severity", 8), base)
    assert {name for name in asked if base.questions[name].stage == "safety"} == {"redness_warmth"}


def test_a_safety_question_is_asked_only_where_it_applies(base: Knowledge) -> None:
    asked = silent_interview(CALM.supposing("onset", "gradual"), base)
    assert not {"four_steps_after_injury", "four_steps_now", "bone_tender_lateral_malleolus"} & set(asked)
    assert "calf_swelling" in asked


@pytest.mark.parametrize("doubt", [State.PRESENT, State.UNKNOWN])
def test_a_gate_opens_when_the_answer_is_yes_or_not_sure(base: Knowledge, doubt: State) -> None:
    facts = CALM.having(Fact("redness_warmth", doubt, "answer", 2, asked=True))
    asked = [name for name, one in base.questions.items() if one.stage != "detail" and name != "fever"]
    assert next_question(facts, asked, base) == "fever"
    assert next_question(facts.supposing("redness_warmth", State.ABSENT), asked, base) != "fever"


@pytest.mark.parametrize("bone", [State.PRESENT, State.UNKNOWN])
def test_hopping_is_never_tried_while_a_bone_may_be_broken(base: Knowledge, bone: State) -> None:
    facts = CALM.having(
        Fact("duration_days", 10, "ten days", 1), Fact("bone_tender_lateral_malleolus", bone, "answer", 1, asked=True)
    )
    others = [name for name in base.questions if name != "hop"]
    patient = replace(PATIENCE, questions=100, details=100, least_worth=0.0001)
    assert next_question(facts, others, base, patient) is None
    sound = facts.supposing("bone_tender_lateral_malleolus", State.ABSENT)
    assert next_question(sound, others, base, patient) == "hop"
    assert next_question(sound.supposing("duration_days", 2), others, base, patient) is None


def test_details_go_by_what_they_tell_per_second(base: Knowledge) -> None:
    facts = CALM.supposing("location", ("achilles_mid",))
    stages = [name for name, one in base.questions.items() if one.stage != "detail"]
    assert next_question(facts, stages, base, replace(PATIENCE, questions=100)) == "pop_heard"
    slow = replace(base, questions={**base.questions, "pop_heard": replace(base.questions["pop_heard"], seconds=900)})
    assert next_question(facts, stages, slow, replace(PATIENCE, questions=100)) == "morning_stiffness"


def test_details_that_tell_nothing_are_not_asked(base: Knowledge) -> None:
    stages = [name for name, one in base.questions.items() if one.stage != "detail"]
    patient = replace(PATIENCE, questions=100, details=100)
    asked = stages.copy()
    while name := next_question(CALM, asked, base, patient):
        asked.append(name)
    assert "clicking" not in asked


@settings(max_examples=200)
@given(drawn=st.data())
def test_an_interview_ends_never_repeats_and_leaves_no_danger_open(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], answers_to: Answers, drawn: st.DataObject
) -> None:
    """Anybody may answer anything, skip, and volunteer more; in the end every danger was asked about."""
    facts, asked = drawn.draw(some_facts), list[str]()
    while name := next_question(facts, asked, any_base):
        assert name not in asked
        assert next_question(facts, asked, any_base) == name
        assert rule_level(facts, any_base) is not Level.EMERGENCY
        asked.append(name)
        facts = facts.having(*drawn.draw(answers_to(name)))
    details = [name for name in asked if any_base.questions[name].stage == "detail"]
    assert len(details) <= PATIENCE.details
    if rule_level(facts, any_base) is not Level.EMERGENCY:
        for question in any_base.questions.values():
            if question.stage == "screen" and question.ask_when is None:
                assert question.id in asked or all(facts.settled(about) for about in question.about)
