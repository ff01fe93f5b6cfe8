"""A question in general gets the article that fits it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.case import Case
from bot.dialogue.general import answer_in_general
from bot.dialogue.practice import Practice
from bot.dialogue.utterance import Utterance
from bot.knowledge import files
from bot.knowledge.model import State
from bot.runtime import settings
from bot.runtime.practice import practice_from
from bot.triage.facts import Fact, Facts, Value


@pytest.fixture(scope="module")
def practice() -> Practice:
    return practice_from(files.read(settings.KNOWLEDGE))


def answered(text: str, intent: str, practice: Practice, case: Case | None = None) -> str | None:
    """Id of what answers it."""
    reading = practice.reader.read(text)
    asked = Utterance("1", text, intent, reading.mentions, None, reading.names)
    message = answer_in_general(asked, case or Case(), practice)
    return None if message is None or message.payload is None else message.payload["id"]


@pytest.mark.parametrize(
    ("text", "intent", "article"),
    [
        ("what is gout?", "ask_condition_info", "what_is_gout"),
        ("tell me about tarsal tunnel syndrome", "ask_condition_info", "what_is_tarsal_tunnel_syndrome"),
        ("should I put ice on it", "ask_treatment", "treat_ice"),
        ("are insoles any use", "ask_treatment", "treat_insoles"),
        ("would a massage help", "ask_treatment", "treat_massage"),
        ("does stretching help", "ask_prevention", "prevent_stretching"),
        ("how can I stop this from happening again", "ask_prevention", "prevent_overview"),
        ("what causes ankle pain", "ask_cause", "cause_overview"),
        ("is being overweight a risk", "ask_risk_factors", "risk_overweight"),
        ("how long does a high ankle sprain take", "ask_recovery_time", "recovery_high_ankle_sprain"),
        ("when should I see a doctor", "ask_when_see_doctor", "doctor_overview"),
        ("can I race on Sunday?", "ask_treatment", "race_overview"),
    ],
)
def test_a_question_gets_the_article_that_fits(practice: Practice, text: str, intent: str, article: str) -> None:
    assert answered(text, intent, practice) == article


def test_what_no_article_says_of_a_condition_its_own_entry_says(practice: Practice) -> None:
    """The course of a condition, and when to have it seen."""
    assert answered("how long does gout last", "ask_recovery_time", practice) == "gout"
    assert answered("when should I see someone about gout", "ask_when_see_doctor", practice) == "gout"


@pytest.mark.parametrize("intent", ["out_of_scope", "nlu_fallback", "ask_why"])
def test_an_unclear_question_that_names_something_is_answered(practice: Practice, intent: str) -> None:
    assert answered("which shoes are best?", intent, practice) == "prevent_running_shoes"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("my shoes are blue", "out_of_scope"),
        ("who won the match?", "out_of_scope"),
        ("I ran in new shoes", "report_symptom"),
        ("what is it?", "ask_condition_info"),
    ],
)
def test_what_asks_nothing_that_is_known_is_not_answered(practice: Practice, text: str, intent: str) -> None:
    assert answered(text, intent, practice) is None


def test_the_answer_says_where_the_evidence_differs(practice: Practice) -> None:
    article = practice.knowledge.articles["treat_ice"]
    reading = practice.reader.read("should I ice it?")
    asked = Utterance("1", "should I ice it?", "ask_treatment", reading.mentions, None, reading.names)
    message = answer_in_general(asked, Case(), practice)
    assert message is not None and message.payload is not None and article.differs
    assert article.text in message.text and article.differs in message.text
    assert message.payload["sources"] == list(article.provenance.sources)


def test_every_kind_of_question_has_an_answer_without_any_name(practice: Practice) -> None:
    kinds = (
        "ask_treatment",
        "ask_prevention",
        "ask_cause",
        "ask_risk_factors",
        "ask_recovery_time",
        "ask_when_see_doctor",
    )
    for intent in kinds:
        assert answered("and then?", intent, practice) is not None, intent


def told(**values: Value) -> Case:
    return Case(facts=Facts.of(Fact(name, value, "words", 1) for name, value in values.items()))


@pytest.mark.parametrize(
    ("text", "case", "instead"),
    [
        ("can I take ibuprofen?", told(anticoagulant=State.PRESENT), "Don't take ibuprofen"),
        ("can I take ibuprofen?", told(pregnant=State.PRESENT), "Don't take ibuprofen"),
        ("can I take ibuprofen?", told(age=9), "Don't take ibuprofen"),
        ("can I take nurofen?", told(anticoagulant=State.UNKNOWN), "Don't take ibuprofen"),
        ("should I put ice on it?", told(cold_or_pale_foot=State.PRESENT), "Leave out ice"),
    ],
)
def test_what_is_known_comes_before_the_article(text: str, case: Case, instead: str, practice: Practice) -> None:
    assert instead in said(text, case, practice).split("In general:")[0]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("can I take ibuprofen?", told(anticoagulant=State.ABSENT, age=30)),
        ("should I rest it?", told(onset="gradual", age=30)),
    ],
)
def test_nothing_is_refused_that_nothing_forbids(text: str, case: Case, practice: Practice) -> None:
    assert "In general:" not in said(text, case, practice)


def test_what_a_rule_forbids_is_left_out(practice: Practice) -> None:
    case = told(cold_or_pale_foot=State.PRESENT, mechanism="rolled_in")
    answer = said("would compression help?", case, practice)
    assert "bandage" in answer.split("In general:")[0]


@pytest.mark.parametrize("intent", ["ask_when_see_doctor", "ask_treatment"])
@pytest.mark.parametrize("assessed", ["", "x"])
def test_who_is_to_be_seen_today_is_told_not_to_wait(intent: str, assessed: str, practice: Practice) -> None:
    facts = told(location=("lateral",), four_steps_now=State.ABSENT, mechanism="rolled_in")
    answer = said("can I just sleep it off?", replace(facts, assessed=assessed), practice, intent)
    assert answer.startswith("By what you told me: Have it looked at today. Don't wait")


def test_how_soon_is_not_said_before_it_is_known(practice: Practice) -> None:
    case = told(location=("lateral",), mechanism="rolled_in")
    assert not said("can I wait?", case, practice, "ask_when_see_doctor").startswith("By what")


def said(text: str, case: Case, practice: Practice, intent: str = "ask_treatment") -> str:
    reading = practice.reader.read(text)
    asked = Utterance("1", text, intent, reading.mentions, None, reading.names)
    message = answer_in_general(asked, case, practice)
    assert message is not None
    return message.text
