"""Looking in again: the question that comes some days after a result."""

from __future__ import annotations

from bot.dialogue.message import Message
from bot.dialogue.practice import ABOUT_THE_TALK, CHECK_IN
from bot.dialogue.texts import Texts


def check_in_message(assessment: str, texts: Texts) -> Message:
    """How is the ankle now? The same assessment gives the same message.

    Args:
        assessment: id of the result that it comes after; `ref` in the payload.
    """
    prompt = texts("check_in.question")
    options = [{"id": id, "label": texts(f"check_in.{id}")} for id in ABOUT_THE_TALK[CHECK_IN]]
    labels = " / ".join(option["label"] for option in options)
    return Message.of(
        "check_in",
        f"{prompt} {texts('question.options', options=labels)}",
        id=CHECK_IN,
        ref=assessment,
        about=[CHECK_IN],
        kind="single",
        options=options,
        prompt=prompt,
        why=texts("check_in.why"),
    )
