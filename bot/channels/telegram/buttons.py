"""Buttons below a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bot.channels.press import NONE, SEVERAL, Press, Verb
from bot.channels.telegram import limits
from bot.dialogue.texts import Texts

Row = list[dict[str, str]]
NEW_LINE = "\n"

IN_A_ROW = 4
"""Numbers beside each other where the labels stand in the text: a thumb hits them."""


def buttons(question: Mapping[str, Any], seq: int, texts: Texts, chosen: int = 0) -> list[Row]:
    """The rows of buttons below a question.

    Args:
        chosen: bits of the options that are marked as chosen.
    """

    def press(label: str, verb: Verb, value: int = 0) -> dict[str, str]:
        return {"text": label, "callback_data": Press(seq, verb, value).written()}

    rows: list[Row] = []
    match question["kind"]:
        case "scale":
            scale = [press(str(number), "number", number) for number in range(question["min"], question["max"] + 1)]
            rows = list(_rows(scale, -(-len(scale) // 2)))
        case "single" | "multiple" | "regions":
            rows = _options(question, chosen, press, texts)
    about = [press(texts("messenger.why"), "why")] if question.get("why") else []
    about += [press(texts("messenger.how"), "how")] if question.get("help") else []
    return [*rows, about] if about else rows


def above(question: Mapping[str, Any], text: str, texts: Texts) -> str:
    """What a question says above its buttons.

    Args:
        text: the question in full, with its options numbered.
    """
    several = question["kind"] in SEVERAL
    if question["kind"] != "single" and not several:
        return text
    prompt = f"{question['prompt']} {texts('telegram.several')}" if several else str(question["prompt"])
    return f"{prompt}\n{text.partition(NEW_LINE)[2]}" if _is_numbered(question) else prompt


def _options(question: Mapping[str, Any], chosen: int, press: Callable[..., dict[str, str]], texts: Texts) -> list[Row]:
    several, numbered = question["kind"] in SEVERAL, _is_numbered(question)
    made: Row = []
    last: Row = []
    for place, option in enumerate(question["options"]):
        label = str(place + 1) if numbered else option["label"]
        if several and option["id"] == NONE:
            last.append(press(option["label"], "option", place))
        elif several:
            made.append(press(f"✅ {label}" if chosen & (1 << place) else label, "toggle", place))
        else:
            made.append(press(label, "option", place))
    if several:
        last.append(press(texts("messenger.done"), "done"))
    return [*_rows(made, IN_A_ROW if numbered else 1), *([one] for one in last)]


def _is_numbered(question: Mapping[str, Any]) -> bool:
    """Whether the labels stand in the text, and numbers on the buttons: a phone cuts long ones."""
    return any(len(option["label"]) > limits.LABEL for option in question["options"] if option["id"] != NONE)


def _rows(made: Sequence[dict[str, str]], most: int) -> Iterator[Row]:
    for start in range(0, len(made), most):
        yield list(made[start : start + most])
