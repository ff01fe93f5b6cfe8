"""A number in the picture is the number before the option, and the one that may be typed: on every front end."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.channels.shell import Shell
from bot.dialogue.answering import chosen, frame
from bot.dialogue.case import Case
from bot.dialogue.practice import Practice
from bot.dialogue.questions import question_message
from bot.dialogue.utterance import Choice
from bot.knowledge.files import read
from bot.knowledge.model import Question
from bot.knowledge.vocabulary import vocabulary
from bot.language.answers import answer
from bot.picture.drawing import Drawing
from bot.picture.places import Place, numbered
from bot.runtime import settings
from bot.runtime.practice import practice_from
from bot.triage.facts import Fact, Facts


@pytest.fixture(scope="module")
def practice() -> Practice:
    return practice_from(read(settings.KNOWLEDGE))


def test_every_place_of_the_vocabulary_is_an_option(question: Question) -> None:
    assert {option.id for option in question.options} == set(vocabulary().regions)


def test_numbers_count_the_options() -> None:
    assert numbered({"b": "Second letter", "a": "First letter"}) == {
        "b": Place(1, "Second letter"),
        "a": Place(2, "First letter"),
    }


@pytest.mark.parametrize("known", [(), ("medial",), ("lateral", "calf")])
def test_the_options_keep_their_order_whatever_is_known(question: Question, practice: Practice, known) -> None:
    facts = Facts.of([Fact("location", known, "here", 1), Fact("onset", "sudden", "then", 1)] if known else [])
    payload = question_message(question, Case(facts=facts), practice).payload
    assert payload is not None
    assert [option["id"] for option in payload["options"]] == [option.id for option in question.options]


def test_the_shell_takes_the_numbers_of_the_picture(
    question: Question, practice: Practice, drawing: Drawing, places: dict[str, Place]
) -> None:
    screen = io.StringIO()
    shell = Shell(Console(file=screen, no_color=True, width=100), plain=True)
    shell.show([question_message(question, Case(), practice)])
    for id in {region.id for view in drawing.views for region in view.regions}:
        assert f" {places[id].number}. {places[id].label}\n" in screen.getvalue()
        assert shell.choice(str(places[id].number)) == Choice("location", (id,))


def test_a_typed_number_is_understood_where_there_are_no_buttons(
    question: Question, practice: Practice, places: dict[str, Place]
) -> None:
    for id, place in places.items():
        for text in (str(place.number), f"number {place.number}"):
            assert chosen(answer(text, frame(question), practice.reader), question) == Choice("location", (id,))


def test_several_typed_numbers_are_several_places(question: Question, practice: Practice) -> None:
    found = chosen(answer("1 and 14", frame(question), practice.reader), question)
    assert found == Choice("location", ("lateral", "whole_ankle"))
