"""Every question that there is as blocks of Slack, judged by Slack's own client."""

from __future__ import annotations

import pytest
from slack_sdk.models.blocks import Block
from slack_server import _check

from bot.channels.pieces import pieces
from bot.channels.press import SEVERAL, Press
from bot.channels.slack import limits
from bot.channels.slack.blocks import above, chosen, controls, fallback, sections, size
from bot.dialogue.case import Case
from bot.dialogue.practice import Practice
from bot.dialogue.questions import question_message
from bot.runtime import practice as of_this_process


@pytest.fixture(scope="module")
def practice(own_database: object) -> Practice:
    return of_this_process.practice()


def test_every_question_is_taken_and_every_answer_can_be_given(practice: Practice) -> None:
    for question in practice.knowledge.questions.values():
        message = question_message(question, Case(), practice)
        payload = message.payload
        text = above(payload, message.text, practice.texts)
        blocks = [*sections(text), *controls(payload, 99_999, practice.texts)]
        _check({"text": fallback(text), "blocks": blocks})
        for block in blocks:
            Block.parse(block).validate_json()
        elements = [one for block in blocks if block["type"] == "actions" for one in block["elements"]]
        carried = [one.get("value") or option["value"] for one in elements for option in one.get("options", [{}])
                   if one.get("value") or option]  # fmt: skip
        reached = {press.value for press in map(Press.read, carried) if press.verb in ("option", "toggle", "number")}
        if payload["kind"] in ("single", "scale", *SEVERAL):
            assert reached == set(range(len(payload["options"]) or payload["max"] + 1)), question.id
        shown = [option["text"]["text"] for one in elements for option in one.get("options", ())]
        cut = [label for label in shown if label.endswith("…")]
        assert all(label.removesuffix("…").removeprefix(f"{n}. ") in text for n, label in enumerate(cut))


def test_hostile_text_is_taken(practice: Practice) -> None:
    for text in ("<!channel> <@U1> & <https://x|y>", "&" * 9_000, "*bold. * _x_ `y`", "🦶" * 4_000, "a" * 11_000):
        for piece in pieces(text, limits.BLOCKS_TEXT, size):
            _check({"text": fallback(piece), "blocks": sections(piece, urgent=True)})


def test_ticks_become_bits() -> None:
    assert chosen([Press(7, "toggle", 0).written(), Press(7, "toggle", 3).written(), "made up"]) == 0b1001
