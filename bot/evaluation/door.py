"""The door through which a simulated patient comes: a conversation, and the place that has many of them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.dialogue.message import Message
from bot.evaluation.personas import Reply


class DoorShut(RuntimeError):
    """Cases cannot be played there. The text is a sentence for whoever wanted to, without a word of a patient."""


class Door(Protocol):
    """One conversation."""

    async def send(self, reply: Reply) -> Sequence[Message]:
        """What is said in answer; of a turn that failed, what was said all the same. Raises `DoorShut`."""
        ...


class Place(Protocol):
    """Where cases are played.

    Attributes:
        name: for the report, such as "in this process".
    """

    @property
    def name(self) -> str: ...

    def conversation(self) -> AbstractAsyncContextManager[Door]:
        """A new conversation. Raises `DoorShut`."""
        ...
