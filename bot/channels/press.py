"""What a button of a chat carries: a place in the conversation and a few letters, never an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.dialogue.utterance import Choice

Verb = Literal["option", "toggle", "done", "number", "why", "how"]

ASK = ("question", "check_in")
"""Messages with answers to choose from."""

SEVERAL = ("multiple", "regions")
"""Kinds of question that take several answers."""

NONE = "none"

_LETTERS: Mapping[str, Verb] = {"o": "option", "t": "toggle", "d": "done", "n": "number", "w": "why", "h": "how"}
_PAYLOAD = re.compile(r"([0-9a-f]{1,8})([otdnwh])([0-9a-f]{1,4})")


@dataclass(frozen=True)
class Press:
    """What a button that was pressed stands for.

    Attributes:
        seq: place of the question in the conversation.
        value: index of the option, or the number.
    """

    seq: int
    verb: Verb
    value: int = 0

    def written(self) -> str:
        """As a button carries it: 13 bytes at most, where Telegram takes 64."""
        letter = next(letter for letter, verb in _LETTERS.items() if verb == self.verb)
        return f"{self.seq:x}{letter}{self.value:x}"

    @classmethod
    def read(cls, written: str) -> Press | None:
        """Nothing for what no button of ours carries."""
        match = _PAYLOAD.fullmatch(written)
        return cls(int(match[1], 16), _LETTERS[match[2]], int(match[3], 16)) if match else None

    def choice(self, question: Mapping[str, Any], chosen: int) -> Choice | None:
        """The answer; nothing when no option is chosen.

        Args:
            chosen: bits of the options that were chosen one by one.
        """
        ids = [option["id"] for option in question["options"]]
        match self.verb:
            case "number":
                return Choice(question["id"], number=self.value)
            case "option":
                options = tuple(ids[self.value : self.value + 1])
            case _:
                options = tuple(id for place, id in enumerate(ids) if chosen & (1 << place))
        return Choice(question["id"], options) if options else None
