"""Conversations with the trained model, through the real dialogue, on a database of their own."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.channels.base import Incoming, Reception
from bot.dialogue.case import Case
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.utterance import Choice


@dataclass
class Talk:
    """One conversation. Calling it sends a message and gives the answer."""

    reception: Reception
    loop: asyncio.AbstractEventLoop
    conversation: str = field(default_factory=lambda: uuid.uuid4().hex)
    last: tuple[Message, ...] = ()

    def __call__(self, text: str, *, id: str = "") -> tuple[Message, ...]:
        return self._send(Incoming(self.conversation, text, id=id))

    def choose(self, question: str, *options: str, number: int | None = None) -> tuple[Message, ...]:
        choice = Choice(question, options, number)
        return self._send(Incoming(self.conversation, self.reception.label(choice), choice))

    def _send(self, incoming: Incoming) -> tuple[Message, ...]:
        self.last = self.loop.run_until_complete(self.reception.receive(incoming))
        return self.last

    @property
    def types(self) -> list[str | None]:
        return [message.type for message in self.last]

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.last)

    @property
    def question(self) -> str | None:
        """Id of the question that was put last."""
        asked = [message.payload["id"] for message in self.last if message.payload and message.type == "question"]
        return asked[-1] if asked else None

    def payload(self, type: str) -> dict[str, Any]:
        return next(dict(message.payload or {}) for message in self.last if message.type == type)

    def until(self, question: str, most: int = 25) -> None:
        """Answers every question the harmless way until that one is open."""
        for _ in range(most):
            if self.question == question:
                return
            self._answer(self.payload("question"), None)
        raise AssertionError(f"'{question}' was not asked; the last answer was: {self.text}")

    def answer_the_rest(self, answers: dict[str, Any] | None = None, most: int = 25) -> dict[str, Any]:
        """Answers every further question, by default the harmless way, and gives the assessment."""
        for _ in range(most):
            if "assessment" in self.types:
                return self.payload("assessment")
            question = self.payload("question")
            self._answer(question, (answers or {}).get(question["id"]))
        raise AssertionError(f"No result after {most} questions; the last answer was: {self.text}")

    def _answer(self, question: dict[str, Any], given: Any) -> None:
        options = [option["id"] for option in question["options"]]
        if isinstance(given, int) or (given is None and question["kind"] in ("scale", "number")):
            self.choose(question["id"], number=given if given is not None else 3 if question["kind"] == "scale" else 30)
        elif given is not None:
            self.choose(question["id"], *([given] if isinstance(given, str) else given))
        else:
            harmless = ["none", "yes", *(["present"] if question["id"].startswith("four_steps") else ["absent"])]
            self.choose(question["id"], next((id for id in harmless if id in options), options[0]))


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def reception(assistant) -> Reception:
    agent, practice = assistant
    return Reception(agent, practice, "test")


@pytest.fixture
def talk(reception, loop) -> Talk:
    return Talk(reception, loop)


@pytest.fixture(scope="session")
def practice(assistant) -> Practice:
    return assistant[1]


@pytest.fixture
def case_of(assistant, loop) -> Callable[[str], Case]:
    """The case of a conversation, as it is stored."""

    def stored(conversation: str) -> Case:
        tracker = loop.run_until_complete(assistant[0].tracker_store.retrieve(conversation))
        return Case.from_json(tracker.get_slot("case") if tracker else None)

    return stored
