"""The sets of a study are scored with the assistant's own reader and model."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bot.evaluation.hearing import intents_of
from bot.evaluation.scores import Report
from bot.evaluation.study import evaluate
from bot.evaluation.study_assertion import STAND_INS, assertion, known_concepts
from bot.evaluation.study_files import COARSE, study
from bot.evaluation.study_intents import COVERED
from bot.knowledge.vocabulary import vocabulary

STUDY = Path(__file__).with_name("study")
A_WEDNESDAY = date(2026, 3, 18)


@pytest.fixture(scope="module")
def report(assistant) -> Report:
    agent, practice = assistant
    sets = study(STUDY, known_concepts(practice.knowledge.findings))
    return evaluate(sets, practice, intents_of(agent), A_WEDNESDAY)


@pytest.mark.parametrize(
    ("set", "measure", "value"),
    [
        ("assertion plain", "assertion_label", 1),
        ("assertion mapped", "assertion_label", 1),
        ("assertion wrong", "assertion_label", 0),
        ("assertion wrong", "assertion_absent_or_not", 0),
        ("assertion wrong", "assertion_false_absent", 0.5),
        ("times plain", "times_in_range", 1),
        ("times hard", "times_none", 0.5),
        ("times hard", "times_wrong", 0.5),
        ("scores plain", "scores_in_range", 1),
        ("scores hard", "scores_none", 0.5),
        ("scores hard", "scores_wrong", 0.5),
        ("intents plain", "coarse_intent", 1),
        ("intents plain", "account_content", 1),
        ("intents wrong", "coarse_intent", 0),
    ],
)
def test_each_set_scores_as_its_labels_say(report: Report, set: str, measure: str, value: float) -> None:
    assert report.parts["by_set"][set][measure].value == value


def test_spelling_is_scored_by_word(report: Report) -> None:
    scores = report.scores
    assert (scores["slips_put_right"].n, scores["right_words_damaged"].n) == (3, 6)
    assert scores["slips_made_worse"].value == scores["right_words_damaged"].value == 0
    unmended = {miss.text for miss in report.misses if miss.measure == "slips_put_right"}
    assert "sweling (in: the sweling is bad)" not in unmended
    assert "tried (in: we tried it)" in unmended, "a slip that is a word is left alone"


def test_every_miss_is_listed_with_its_place_and_text(report: Report) -> None:
    (miss,) = (one for one in report.misses if one.measure == "times_wrong")
    assert (miss.id, miss.gold, miss.got, miss.text) == ("times.tsv:5", "21", "14", "two weeks ago")


def test_the_form_for_machines_has_the_sets_too(report: Report) -> None:
    written = json.loads(report.to_json())
    assert written["times_in_range"]["n"] == 4
    assert written["by_set"]["times hard"]["times_in_range"]["value"] == 0
    assert written["times_in_range"].keys() == {"value", "low", "high", "n"}


@pytest.mark.parametrize(
    ("text", "concept", "label"),
    [
        ("I don't know if it is swollen", "swelling", "hypothetical"),
        ("the swelling has gone", "swelling", "absent"),
        ("it hurts when I run but not at rest", "pain", "present"),
        ("I couldn't walk yesterday but today I can walk", "walk", "present"),
        ("no pain at all", "pain", "absent"),
        ("hello", "walk", "nothing"),
    ],
)
def test_a_reading_is_put_in_the_terms_of_a_study(assistant, text: str, concept: str, label: str) -> None:
    assert assertion(assistant[1].reader.read(text), concept) == label


def test_what_stands_for_a_concept_is_known(assistant) -> None:
    known = {*assistant[1].knowledge.findings, *vocabulary().attributes}
    assert {id for one in STAND_INS.values() for id in (*one.findings, *one.flipped)} <= known


def test_every_intent_of_ours_covers_intents_of_a_study_and_says_why() -> None:
    assert COVERED.keys() - {"nlu_fallback"} == set(vocabulary().intents)
    assert {coarse for covers in COVERED.values() for coarse in covers.intents} == set(COARSE)
    assert all(covers.because for covers in COVERED.values())
