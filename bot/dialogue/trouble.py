"""What is said when something on our side went wrong: true, safe, and what to do."""

from __future__ import annotations

from bot.dialogue.escalation import numbers
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice


def trouble_message(kind: str, practice: Practice, **values: object) -> Message:
    """A message about a failure, with the emergency line.

    Args:
        kind: `turn` (an answer could not be finished), `storage`, `model`, `busy`, `too_long`.
    """
    safety = practice.texts("trouble.safety", numbers=numbers(practice.knowledge))
    return Message.of("trouble", practice.texts(f"trouble.{kind}", safety=safety, **values), kind=kind)
