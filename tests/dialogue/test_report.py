"""The report for a clinician: all that was said and concluded, nothing else, and readable as a file."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest

from bot.channels.report_pdf import report_pdf
from bot.dialogue.case import Case
from bot.dialogue.practice import Practice
from bot.dialogue.report import Report, Told, Warning, fact, report
from bot.dialogue.result import result_message
from bot.knowledge import files
from bot.picture import drawing
from bot.picture.pain_chart import pain_chart
from bot.picture.png import png
from bot.runtime import settings
from bot.runtime.practice import practice_from
from bot.triage.facts import Facts

NOW = datetime(2026, 11, 27, 15, 30, tzinfo=UTC)
PAIN = tuple((NOW - timedelta(days=days), score) for days, score in ((12, 7), (11, 6), (5, 4), (0, 2)))


@pytest.fixture(scope="module")
def practice() -> Practice:
    return practice_from(files.read(settings.KNOWLEDGE))


@pytest.fixture
def told(practice: Practice) -> Told:
    rows = (
        ("side", "left", "my left one", 1), ("location", ["lateral"], "the outside", 1),
        ("onset", "sudden", "all of a sudden", 1), ("mechanism", "rolled_in", "went over on it", 1),
        ("severity", 6, "six maybe", 2), ("swelling", "present", "fat as anything", 1),
        ("bruising", "absent", "not blue", 3), ("bone_tender_lateral_malleolus", "unknown", "hard to say", 3),
    )  # fmt: skip
    facts = tuple(fact(*row, practice) for row in rows)
    result = result_message(Case(turn=3, facts=Facts.of(facts)), "a", practice)
    warned = (Warning("same_day", ("A bone is sore.",), NOW),)
    return Told((*facts, fact("numbness", "present", "now numb", 5, practice)), result.payload, NOW, warned, PAIN)


def lines(made: Report | None) -> str:
    assert made is not None
    return "\n".join(f"{one.heading}\n" + "\n".join(one.lines) for one in made.sections)


def test_every_fact_stands_in_it_once_with_its_words_and_message(told: Told, practice: Practice) -> None:
    made = report(replace(told, result=None), NOW, practice)
    for one in told.facts:
        assert lines(made).count(f"“{one.said}”, message {one.turn}") == 1, one.id


def test_level_reasons_conditions_and_advice_are_those_of_the_result(told: Told, practice: Practice) -> None:
    written = lines(report(told, NOW, practice))
    assert told.result is not None
    for reason in told.result["triage"]["reasons"]:
        assert reason["text"] in written
    for wanted in (told.result["conditions"], told.result["advice"]):
        assert all(one.get("name", one.get("title")) in written for one in wanted)
    assert all(line in written for line in told.result["clinician"])
    assert "Have it looked at today" in written


def test_what_was_said_after_the_result_is_named_as_such(told: Told, practice: Practice) -> None:
    (later,) = [line for line in lines(report(told, NOW, practice)).splitlines() if line.startswith("Told after")]
    assert "now numb" in later
    assert "fat as anything" not in later


def test_without_a_result_the_warning_stands_alone(told: Told, practice: Practice) -> None:
    written = lines(report(replace(told, result=None, result_at=None), NOW, practice))
    assert "there is no result yet" in written
    assert "A bone is sore." in written


def test_of_nothing_there_is_no_report(practice: Practice) -> None:
    assert report(Told((), None, None, (), ()), NOW, practice) is None


def test_one_score_is_no_course(told: Told, practice: Practice) -> None:
    made = report(replace(told, pain=PAIN[:1]), NOW, practice)
    assert made is not None
    assert not made.has_course
    assert "Pain over time" not in lines(made)


def test_the_file_says_what_the_report_says(told: Told, practice: Practice) -> None:
    made = report(told, NOW, practice)
    assert made is not None
    chart = png(pain_chart(PAIN, "Pain", drawing.read(settings.PICTURE).palettes["light"]))
    file = pypdfium2.PdfDocument(report_pdf(made, chart))
    read = " ".join("".join(page.get_textpage().get_text_range() for page in file).split())
    for section in made.sections:
        assert section.heading in read
    assert "fat as anything" in read
    assert [bookmark.get_title() for bookmark in file.get_toc()] == [one.heading for one in made.sections]
    assert file.get_metadata_value("Title") == "Ankle report"


@pytest.mark.parametrize(
    "words",
    ["🦶 sore", "足首が痛い", "الكاحل", "<b>&amp;", "\x00\x07\u202e", "a" * 4000, "Knöchel – щиколотка"],
    ids=["emoji", "Japanese", "Arabic", "markup", "control", "long", "accents"],
)
def test_any_words_can_be_printed_and_none_is_logged(
    told: Told, practice: Practice, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    made = report(replace(told, facts=(fact("swelling", "present", words, 1, practice),)), NOW, practice)
    assert made is not None
    with caplog.at_level(logging.DEBUG):
        assert len(pypdfium2.PdfDocument(report_pdf(made))) >= 1
    assert not [record for record in caplog.records if record.levelno >= logging.INFO]
    assert words not in caplog.text
