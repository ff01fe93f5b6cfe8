"""Labelled messages are scored as their labels say, whoever wrote the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.evaluation.asked import asked_in
from bot.evaluation.hearing import Heard, intents_of
from bot.evaluation.labels import UnreadableFile
from bot.evaluation.messages import Labelled, labelled
from bot.evaluation.scores import Report, Score
from bot.evaluation.utterance_tables import LabelCounts
from bot.evaluation.utterances import MEASURES, evaluate

MESSAGES = Path(__file__).with_name("messages.yml")


@pytest.fixture(scope="module")
def report(assistant) -> Report:
    agent, practice = assistant
    return evaluate(labelled(MESSAGES), practice, intents_of(agent))


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


@pytest.mark.parametrize(
    ("label", "what"),
    [
        ("intent: report", r"U1, intent: 'report' is not accepted. Accepted: report_symptom, answer,"),
        ("alt_intents: [affirm, yes_please]", "U1, alt_intents: 'yes_please'.*deny"),
        ("location: [laterl]", "U1, location: 'laterl'.*medial, anterior, posterior_achilles"),
        ("location: lateral", "U1, location: 'lateral'.*a list"),
        ("side: lefft", "U1, side: 'lefft'.*Accepted: left, right, both"),
        ("onset: slow", "U1, onset: 'slow'.*Accepted: sudden, gradual, unknown"),
        ("mechanism: trip", "U1, mechanism: 'trip'.*none, rolled"),
        ("symptoms_present: [swollen]", "U1, symptoms_present: 'swollen'.*swelling, swelling_not_settling"),
        ("symptoms_absent: [brusing]", "U1, symptoms_absent: 'brusing'"),
        ("ignore_symptoms: [spots]", "U1, ignore_symptoms: 'spots'"),
        ("severity: dreadful", "U1, severity: 'dreadful'.*0 to 10, mild, moderate, severe"),
        ("severity: 11", "U1, severity: 11"),
        ("duration: {text: a while, days: long}", "U1, duration: 'long'"),
    ],
)
def test_a_label_that_there_is_not_is_refused(tmp_path: Path, label: str, what: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"messages\.yml: {what}"):
        labelled(file_with(tmp_path, label))


@pytest.mark.parametrize(
    "label",
    [
        "alt_intents: [deny, answer]",
        "location: [achilles_mid, posterior_achilles]",
        "onset: unknown",
        "mechanism: rolled",
        "mechanism: none",
        "severity: mild",
        "severity: moderate",
        "severity: severe",
        "severity: 10",
        "duration: {text: ages, days: null}",
        "symptoms_present: [tendon_gap]",
    ],
)
def test_labels_of_the_format_are_accepted(tmp_path: Path, label: str) -> None:
    assert len(labelled(file_with(tmp_path, label), findings={"tendon_gap"})) == 1


def file_with(folder: Path, label: str) -> Path:
    file = folder / "messages.yml"
    intent = "" if label.startswith("intent") else "intent: affirm, "
    file.write_text(f"utterances:\n- {{id: U1, text: hello, {intent}{label}}}\n", encoding="utf-8")
    return file


def test_severity_in_words_is_not_scored(tmp_path: Path) -> None:
    assert labelled(file_with(tmp_path, "severity: mild"))[0].severity is None


def test_every_label_has_its_row(report: Report) -> None:
    rows = {table.title: {row[0]: row[1:] for row in table.rows} for table in report.tables}
    assert {"By tag", "By intent", "By place", "By symptom (present)", "By symptom (absent)"} <= rows.keys()
    n, missed, invented, precision, recall, f1 = rows["By symptom (absent)"]["numbness"]
    assert (n, missed, invented) == (1, 0, 0)
    assert all(isinstance(one, Score) and one.value == 1 for one in (precision, recall, f1))


def test_an_intent_that_is_right_too_counts_as_itself() -> None:
    counts = LabelCounts(frozenset())
    message = Labelled("U1", "nope", ("deny", "answer"))
    counts.add(message, heard("answer"))
    counts.add(message, heard("greet"))
    assert (counts.intents["answer"].both, counts.intents["deny"].only_gold, counts.intents["greet"].only_got) == (
        1,
        1,
        1,
    )


def heard(intent: str) -> Heard:
    return Heard(intent, {}, frozenset(), frozenset(), frozenset(), ())


def test_tags_have_every_measure_that_there_is_something_of(report: Report) -> None:
    by_tag = json.loads(report.to_json())["by_tag"]
    assert by_tag["plain"]["side_accuracy"]["n"] == by_tag["plain"]["duration_accuracy"]["n"] == 1
    assert "severity_within_1" not in by_tag["plain"]
    assert by_tag["untagged"]["severity_within_1"]["value"] == 1
    table = next(one for one in report.tables if one.title == "By tag")
    assert {"side", "onset", "duration", "severity", "false flag"} <= set(table.heads)
