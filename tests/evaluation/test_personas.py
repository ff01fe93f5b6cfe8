"""Whoever plays a case ends up telling its truth, each in a way of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.cases import LabelledCase, cases
from bot.evaluation.patient import Patient
from bot.evaluation.personas import PERSONAS, Reply
from bot.evaluation.personas.second_language import second_language
from bot.evaluation.personas.speaking_for import speaking_for

HOME, URGENT = cases(Path(__file__).with_name("cases.yml"))
CHILD = replace(HOME, truth={**HOME.truth, "age": 12})
NEVER = 60
"""More answers than anybody needs to come to the point."""


def single(id: str, *options: str) -> dict[str, object]:
    offered = [{"id": one, "label": f"It is {one}"} for one in options]
    return {"id": id, "kind": "single", "about": [id], "options": offered}


SEVERITY = {"id": "severity", "kind": "scale", "about": ["severity"], "min": 0, "max": 10}
AGE = {"id": "age", "kind": "number", "about": ["age"]}
SWELLING = single("swelling", "present", "absent", "unknown")
HEALTH = {"id": "health", "kind": "multiple", "about": ["diabetes"], "options": [{"id": "none", "label": "None"}]}
SUBJECT = single("subject", "self", "child", "other")


def answered(patient: Patient, question: dict[str, object]) -> Reply:
    """The answer to the question itself, however often it has to be put."""
    for _ in range(NEVER):
        reply = patient.answers(question)
        if reply.options or reply.text.isdigit():
            return reply
    raise AssertionError("never came to the point")


@pytest.mark.parametrize("persona", ["plain", "asks_why", "begs", "wrong_question", "parent", "second_language"])
def test_the_truth_comes_out(persona: str) -> None:
    patient = Patient(HOME, PERSONAS[persona])
    assert answered(patient, SWELLING).options == ("present",)
    assert answered(patient, SEVERITY).text == "3"


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_case_is_played_the_same_each_time(persona: str) -> None:
    questions = [SEVERITY, AGE, SWELLING, SWELLING, HEALTH]
    first, second = (Patient(HOME, PERSONAS[persona]) for _ in range(2))
    assert first.opens() == second.opens()
    assert [first.answers(one) for one in questions] == [second.answers(one) for one in questions]


@pytest.mark.parametrize("question", [SWELLING, SEVERITY, AGE, single("duration", "today", "days")])
def test_who_is_asked_twice_says_it_in_other_words(question: dict[str, object]) -> None:
    patient = Patient(HOME, PERSONAS["plain"])
    first, again = patient.answers(question), patient.answers(question)
    assert again.text != first.text
    assert not again.options


def test_the_wrong_question_is_answered_now_and_then_and_never_twice_alike() -> None:
    patient = Patient(HOME, PERSONAS["wrong_question"])
    told = [patient.answers(single(f"sign_{number}", "present", "absent")) for number in range(NEVER)]
    beside = [reply.text for reply in told if not reply.options]
    assert 1 < len(beside) < NEVER / 2
    assert len(set(beside)) == len(beside)
    assert "it's the left one" in beside


def test_an_answer_is_corrected_at_once_and_told_again_near_the_end() -> None:
    patient = Patient(HOME, PERSONAS["corrects_twice"])
    asked_first = [patient.answers(AGE).text, patient.answers(SWELLING).text]
    assert asked_first == ["31", "sorry, I mistyped, the age is 30, not 31"]
    assert patient.answers(SWELLING).options == ("present",)
    assert patient.answers(HEALTH).text == "and to be clear, the age is 30 years"
    assert patient.answers(HEALTH).options == ("none",)
    assert patient.answers(AGE).text == "30 years old"


@pytest.mark.parametrize(("age", "wrong"), [(17, "16"), (54, "53"), (18, "19"), (40, "41")])
def test_a_slip_crosses_no_age_that_matters(age: int, wrong: str) -> None:
    case = replace(HOME, truth={**HOME.truth, "age": age})
    assert Patient(case, PERSONAS["corrects_twice"]).answers(AGE).text == wrong


@pytest.mark.parametrize(
    ("case", "whose", "opening"),
    [
        (CHILD, "child", "I'm writing for my daughter. Rolled her left ankle"),
        (HOME, "other", "I'm writing for my wife. Rolled her left ankle"),
    ],
)
def test_a_parent_writes_for_a_child_only_if_it_is_one(case: LabelledCase, whose: str, opening: str) -> None:
    patient = Patient(case, PERSONAS["parent"])
    assert patient.opens().startswith(opening)
    assert patient.answers(SUBJECT).options == (whose,)
    assert patient.answers(AGE).text == str(case.truth["age"])


def test_a_case_that_is_told_for_another_already_stays_as_it_is() -> None:
    case = replace(HOME, opening="my son turned his ankle", truth={**HOME.truth, "subject": "child"})
    assert Patient(case, PERSONAS["parent"]).opens() == case.opening


def in_manner(manner, text: str) -> str:
    import random

    return manner(text, HOME, random.Random(1))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I can't stand on it and my foot is numb", "she can't stand on it and her foot is numb"),
        ("I run a lot, I've had it before and I'm worried", "she runs a lot, she's had it before and she's worried"),
        ("it doesn't stop me", "it doesn't stop her"),
    ],
)
def test_speaking_for_another_changes_the_person_and_nothing_else(said: str, told: str) -> None:
    assert in_manner(speaking_for, said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I can't walk on the ankle", "I no can walk on ankle"),
        ("it was numb but isn't now", "it was numb but is not now"),
        ("3 weeks ago", "before 3 week"),
        ("I've got pins and needles", "I have got tingling"),
    ],
)
def test_a_second_language_keeps_denials_and_times(said: str, told: str) -> None:
    assert in_manner(second_language, said) == told
