"""Labelled messages are scored as their labels say, whoever wrote the file."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.evaluation.asked import asked_in
from bot.evaluation.labels import UnreadableFile
from bot.evaluation.scores import Report
from bot.evaluation.utterances import MEASURES, evaluate, labelled

MESSAGES = Path(__file__).with_name("messages.yml")


@pytest.fixture(scope="module")
def report(assistant) -> Report:
    agent, practice = assistant
    loop = asyncio.new_event_loop()

    def intent_of(text: str) -> str:
        return str(loop.run_until_complete(agent.parse_message(text))["intent"]["name"])

    return evaluate(labelled(MESSAGES), practice, intent_of)


def test_every_measure_is_there(report: Report) -> None:
    assert tuple(report.scores) == MEASURES


@pytest.mark.parametrize(
    "measure",
    ["severity_within_1", "duration_accuracy", "mechanism_accuracy", "present_f1", "absent_f1", "emergency_recall"],
)
def test_what_was_read_right_scores(report: Report, measure: str) -> None:
    assert report.scores[measure].value == 1


def test_a_miss_is_counted_and_listed_with_its_message(report: Report) -> None:
    assert report.scores["side_accuracy"].value == 0.5
    (miss,) = (one for one in report.misses if one.measure == "side_accuracy")
    assert (miss.id, miss.gold, miss.got) == ("M5", "left", "right")
    assert miss.text.startswith("rolled my right ankle")


def test_errors_are_rates_of_errors(report: Report) -> None:
    assert report.scores["wrongly_absent"].value == 0
    assert report.scores["false_flag_rate"].value == 0


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("Where exactly does it hurt?", {"location"}),
        ("Which ankle is it?", {"side"}),
        ("When did this begin?", {"duration_days"}),
        ("On a scale of 0 to 10, how bad is it?", {"severity"}),
        ("How old are you?", {"age"}),
        ("Is it swollen?", {"swelling"}),
        ("Does it lock?", {"locking"}),
        ("Any fever, redness or warmth?", {"fever", "redness_warmth"}),
    ],
)
def test_a_question_in_other_words_is_known_by_what_it_asks(assistant, words: str, about: set[str]) -> None:
    _, practice = assistant
    asked = asked_in(words, practice)
    assert asked is not None
    assert set(asked.question.about) == about


def test_a_question_about_nothing_known_is_none(assistant) -> None:
    assert asked_in("What is your favourite colour?", assistant[1]) is None


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("utterances: {", "cannot be read as YAML"),
        ("- id: M1", "no list called 'utterances'"),
        ("utterances:\n- id: M1\n  text: hello", "entry 1 needs id, intent, text"),
    ],
)
def test_a_file_in_another_form_is_refused_with_what_is_wrong(tmp_path: Path, written: str, what: str) -> None:
    file = tmp_path / "messages.yml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=what):
        labelled(file)
