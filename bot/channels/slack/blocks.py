"""A message of Slack: sections of text, and below a question what it can be answered with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.pieces import pieces, shortened
from bot.channels.press import NONE, SEVERAL, Press
from bot.channels.slack import limits
from bot.channels.slack.spelling import escaped
from bot.dialogue.texts import Texts

Block = dict[str, Any]


def size(text: str) -> int:
    """How long a text is once it is escaped."""
    return len(escaped(text))


def sections(text: str, *, urgent: bool = False) -> list[Block]:
    """The text in sections.

    Args:
        urgent: its first sentence is shown in bold.
    """
    made = [escaped(piece) for piece in pieces(text, limits.SECTION - 2, size)]
    if urgent and made:
        first, dot, rest = made[0].partition(". ")
        if "\n" not in first and "*" not in first:
            made[0] = f"*{first}{dot.strip()}*{' ' if dot else ''}{rest}"
    return [{"type": "section", "text": {"type": "mrkdwn", "text": one, "verbatim": True}} for one in made]


def controls(question: Mapping[str, Any], seq: int, texts: Texts) -> list[Block]:
    """What a question can be answered with, and why it is asked."""

    def button(label: str, press: Press, **more: str) -> Block:
        shown = shortened(label, limits.LABEL)
        return {"type": "button", "text": _plain(shown), "action_id": press.written(), "value": press.written(), **more}

    made: list[Block] = []
    options = question.get("options") or []
    match question["kind"]:
        case "scale":
            numbers = range(question["min"], question["max"] + 1)
            made = [_actions([button(str(number), Press(seq, "number", number)) for number in numbers])]
        case "single" if len(options) > limits.FEW:
            made = [_actions([_select(question, seq, texts)])]
        case "single":
            made = [_actions([button(option["label"], Press(seq, "option", at)) for at, option in enumerate(options)])]
        case "multiple" | "regions":
            made = _ticks(question, seq)
            last = [button(texts("messenger.done"), Press(seq, "done"), style="primary")]
            none = (at for at, option in enumerate(options) if option["id"] == NONE)
            last += [button(options[at]["label"], Press(seq, "option", at)) for at in none]
            made.append(_actions(last))
    about = [button(texts("messenger.why"), Press(seq, "why"))] if question.get("why") else []
    about += [button(texts("messenger.how"), Press(seq, "how"))] if question.get("help") else []
    return [*made, _actions(about)] if about else made


def above(question: Mapping[str, Any], text: str, texts: Texts) -> str:
    """What a question says above that.

    Args:
        text: the question in full, with its options numbered.
    """
    several = question["kind"] in SEVERAL
    if question["kind"] != "single" and not several:
        return text
    prompt = f"{question['prompt']} {texts('slack.several')}" if several else str(question["prompt"])
    cut = any(len(_label(question, at)) > limits.LABEL for at in range(len(question["options"])))
    return "\n".join((prompt, *text.splitlines()[1:])) if cut else prompt


def fallback(text: str) -> str:
    """What notifications and screen readers get in place of blocks."""
    return escaped(shortened(text, limits.FALLBACK, size))


def note(text: str) -> Block:
    """A small line below a message."""
    return {
        "type": "context",
        "elements": [{"type": "mrkdwn", "text": shortened(escaped(text), 2000), "verbatim": True}],
    }


def chosen(values: Sequence[str]) -> int:
    """Bits of the options that are ticked, from what their boxes carry."""
    presses = filter(None, map(Press.read, values))
    return sum({1 << press.value for press in presses})


def _ticks(question: Mapping[str, Any], seq: int) -> list[Block]:
    """Boxes to tick, in groups that Slack takes."""
    boxes = [
        _option(shortened(_label(question, at), limits.LABEL), Press(seq, "toggle", at))
        for at, option in enumerate(question["options"])
        if option["id"] != NONE
    ]
    groups = (boxes[start : start + limits.TICKS] for start in range(0, len(boxes), limits.TICKS))
    return [
        _actions([{"type": "checkboxes", "action_id": f"ticks{number}", "options": group}], f"{seq:x}.{number}")
        for number, group in enumerate(groups)
    ]


def _select(question: Mapping[str, Any], seq: int, texts: Texts) -> Block:
    labels = [shortened(option["label"], limits.LABEL) for option in question["options"][: limits.SELECT]]
    return {
        "type": "static_select",
        "action_id": "choose",
        "placeholder": _plain(texts("slack.choose")),
        "options": [_option(label, Press(seq, "option", at)) for at, label in enumerate(labels)],
    }


def _label(question: Mapping[str, Any], at: int) -> str:
    """Of a place, with its number in the picture."""
    label = str(question["options"][at]["label"])
    return f"{at + 1}. {label}" if question["kind"] == "regions" else label


def _option(label: str, press: Press) -> Block:
    return {"text": _plain(label), "value": press.written()}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}


def _actions(elements: list[Block], id: str = "") -> Block:
    return {"type": "actions", "elements": elements, **({"block_id": id} if id else {})}
