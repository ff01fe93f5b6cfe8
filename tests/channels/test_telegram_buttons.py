"""Buttons of every question that there is, within what Telegram takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from telegram import InlineKeyboardMarkup

from bot.channels.press import Press, Verb
from bot.channels.telegram import limits
from bot.channels.telegram.buttons import above, buttons
from bot.dialogue.case import Case
from bot.dialogue.practice import Practice
from bot.dialogue.questions import question_message
from bot.dialogue.utterance import Choice
from bot.runtime import practice as of_this_process

LAST = 99_999
"""No conversation has so many events."""


@pytest.fixture(scope="module")
def practice(own_database: object) -> Practice:
    return of_this_process.practice()


def test_every_question_fits_and_every_button_stands_for_an_answer_that_the_question_takes(practice: Practice) -> None:
    for question in practice.knowledge.questions.values():
        message = question_message(question, Case(), practice)
        payload = message.payload
        rows = buttons(payload, LAST, practice.texts)
        InlineKeyboardMarkup.de_json({"inline_keyboard": rows}, None)
        flat = [button for row in rows for button in row]
        assert len(flat) <= 100
        assert all(len(row) <= limits.IN_A_ROW for row in rows)
        assert all(1 <= len(button["callback_data"].encode()) <= limits.PAYLOAD for button in flat)
        assert len({button["callback_data"] for button in flat}) == len(flat)
        text = above(payload, message.text, practice.texts)
        assert question.wording in text
        numbers = [button["text"] for button in flat if button["text"].isdigit()]
        if numbers and payload["kind"] != "scale":
            assert all(f"\n{number}. " in text for number in numbers), "what a number stands for is said"
        if payload["kind"] in ("single", "scale", "multiple", "regions"):
            presses = [Press.read(button["callback_data"]) for button in flat]
            reached = {press.value for press in presses if press.verb in ("option", "toggle", "number")}
            size = len(payload["options"]) or payload["max"] + 1
            assert reached == set(range(size)), "every answer has its button"


@given(
    some.integers(0, 2**31),
    some.sampled_from(["option", "toggle", "done", "number", "why", "how"]),
    some.integers(0, 120),
)
def test_what_a_button_carries_is_read_back(seq: int, verb: Verb, value: int) -> None:
    press = Press(seq, verb, value)
    assert Press.read(press.written()) == press
    assert len(press.written().encode()) <= limits.PAYLOAD


@given(some.text(max_size=70))
def test_anything_else_is_no_button_of_ours(written: str) -> None:
    press = Press.read(written)
    assert press is None or Press.read(press.written()) == press


@pytest.mark.parametrize(
    ("press", "chosen", "choice"),
    [
        (Press(1, "option", 1), 0, Choice("q", ("b",))),
        (Press(1, "option", 7), 0, None),
        (Press(1, "number", 4), 0, Choice("q", number=4)),
        (Press(1, "done"), 0b101, Choice("q", ("a", "c"))),
        (Press(1, "done"), 0, None),
        (Press(1, "done"), 0b11000, None),
    ],
)
def test_a_press_is_a_choice_or_none(press: Press, chosen: int, choice: Choice | None) -> None:
    question = {"id": "q", "options": [{"id": id, "label": id} for id in "abc"]}
    assert press.choice(question, chosen) == choice
