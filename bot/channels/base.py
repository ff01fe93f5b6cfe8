"""What all front ends share: one turn in, the messages of that turn out, and something true when it fails.

Messages are handed over only after the turn was saved. So what a person has seen is never lost, and a failure while
sending cannot take a turn away. The one exception is a warning: it is handed over even when nothing can be saved.
"""

from __future__ import annotations

import logging
import re
import textwrap
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.lock_store import LockError
from sqlalchemy import Engine

from bot.channels.report import Files, report_files
from bot.channels.transcript import as_text
from bot.dialogue.answering import NotAnOption, settle
from bot.dialogue.case import Case
from bot.dialogue.escalation import escalation_message, numbers, without_a_record
from bot.dialogue.hearing import hear
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.texts import Texts
from bot.dialogue.trouble import trouble_message
from bot.dialogue.utterance import Choice, Utterance
from bot.storage.answers import DELIVERY
from bot.storage.people import Line
from bot.storage.trouble import Busy, ConcurrentTurn, StorageTrouble

logger = logging.getLogger(__name__)

LONGEST_TEXT = 4000
"""Characters of a message that are read. Reading time is everybody's time on this process."""
TAIL = 1000
"""So many of them are the end of a longer message: what people add last is often what worries them."""
URGENT = 1000
"""So many more at most are what sounds urgent in between."""
LONGEST_SEARCHED = 20_000
"""Characters of a message that are searched for something urgent."""
NUMBERED = ("scale", "number")
"""Kinds of question that a number answers."""
CUT = "cut"
"""Set in the metadata of a message that was not read in full."""

MOST_TRIES = 5
"""So often a turn is taken when somebody else keeps changing the conversation in the meantime."""


class Assistant(Protocol):
    """The part of Rasa's agent that a front end needs."""

    async def handle_message(self, message: UserMessage) -> object: ...


@dataclass(frozen=True)
class Incoming:
    """What a front end received.

    Attributes:
        conversation: id made by the server, never by the client.
        text: as typed, or the label of the chosen option.
        choice: set when an option was chosen on a control.
        id: id of the message, unique in the conversation; made here when the front end has none.
        digest: stands for the content; set when the message is to be answered once, see `bot.channels.delivery`.
    """

    conversation: str
    text: str
    choice: Choice | None = None
    id: str = ""
    digest: str = ""


class Reception:
    """Takes a message through the assistant."""

    def __init__(self, assistant: Assistant, practice: Practice, channel: str) -> None:
        self._assistant = assistant
        self._practice = practice
        self._channel = channel

    def greeting(self) -> Message:
        """What a front end may open with."""
        return Message(self._practice.texts("greeting"))

    def said(self, id: str) -> Message:
        """A sentence of the catalogue; the emergency numbers are filled in."""
        return Message(self._practice.texts(id, numbers=numbers(self._practice.knowledge)))

    @property
    def texts(self) -> Texts:
        return self._practice.texts

    def check(self, choice: Choice) -> None:
        """Raises `NotAnOption` or `KeyError` when the choice names no option of a question."""
        question = self._practice.question(choice.question)
        if choice.number is not None and question.kind not in NUMBERED:
            raise NotAnOption(f"'{question.id}' takes no number.")
        settle(question, choice, said="", turn=0)

    def label(self, choice: Choice) -> str:
        """The words of the chosen options, for the record of the conversation."""
        if choice.number is not None:
            return str(choice.number)
        labels = {option.id: option.label for option in self._practice.question(choice.question).options}
        return ", ".join(labels[option] for option in self._in_order(choice).options)

    def _in_order(self, choice: Choice) -> Choice:
        """The choice with its options as they are listed: front ends give them in different orders."""
        places = {option.id: place for place, option in enumerate(self._practice.question(choice.question).options)}
        return replace(choice, options=tuple(sorted(choice.options, key=lambda id: places[id])))

    def transcript(self, lines: Iterable[Line]) -> str:
        """A conversation to print or keep."""
        return as_text(lines, self._practice.texts)

    def report(self, engine: Engine, conversation: str) -> Files | None:
        """A report for a clinician; `None` when there is nothing to put into it. Raises `StorageTrouble`."""
        return report_files(engine, conversation, self._practice)

    def trouble(self, kind: str) -> Message:
        """What is said about a failure, with the emergency line. Kinds: `turn`, `storage`, `busy`."""
        return trouble_message(kind, self._practice)

    def after_failure(self, error: Exception, incoming: Incoming) -> tuple[Message, ...]:
        """The answer to a message that never came to its turn: a warning that its words call for, and the truth."""
        return self._after_failure(error, incoming, self._readable(incoming.text), [])

    async def receive(self, incoming: Incoming) -> tuple[Message, ...]:
        """The answer to a message: at least one message, also when something fails."""
        text = self._readable(incoming.text)
        if not text and incoming.choice is None:
            return (Message(self._practice.texts("trouble.empty")),)
        messages = Collector()
        try:
            await self._take_turn(incoming, text, messages)
        except Exception as error:
            logger.error("A turn failed: %s", type(error).__name__)
            return self._after_failure(error, incoming, text, messages.collected)
        if not messages.collected:
            logger.error("A turn ended without an answer.")
            return (trouble_message("turn", self._practice),)
        return tuple(messages.collected)

    async def _take_turn(self, incoming: Incoming, text: str, messages: Collector) -> None:
        """Takes the turn. When a worker wrote to the conversation meanwhile, nothing of it was kept: once more then."""
        for left in reversed(range(MOST_TRIES)):
            messages.collected.clear()
            try:
                await self._assistant.handle_message(self._user_message(incoming, text, messages))
                return
            except ConcurrentTurn:
                if not left:
                    raise

    def _readable(self, text: str) -> str:
        """The text without a leading slash, which Rasa takes for a command.

        Of a very long one the start, the end, and what sounds urgent in between.
        """
        if len(text) > LONGEST_TEXT:
            start, end = text[: LONGEST_TEXT - TAIL - URGENT], text[-TAIL:]
            between = text[len(start) : min(len(text) - TAIL, LONGEST_SEARCHED)]
            urgent = ". ".join(part for part in _parts(between) if self._warnings_from_words("", part))
            text = f"{start} … {urgent[:URGENT]} … {end}"
        return text.strip().lstrip("/").strip()

    def _user_message(self, incoming: Incoming, text: str, collector: Collector) -> UserMessage:
        return UserMessage(
            text=text,
            output_channel=collector,
            sender_id=incoming.conversation,
            input_channel=self._channel,
            message_id=uuid.uuid4().hex if incoming.digest or not incoming.id else incoming.id,
            parse_data=_parsed(text, self._in_order(incoming.choice)) if incoming.choice else None,
            metadata=_metadata(incoming),
        )

    def _after_failure(
        self, error: Exception, incoming: Incoming, text: str, collected: list[Message]
    ) -> tuple[Message, ...]:
        """The warnings of the turn, or those that the words alone call for, then what went wrong."""
        warnings = [message for message in collected if message.type == "escalation"]
        if not warnings and incoming.choice is None:
            warnings = self._warnings_from_words(incoming.conversation, text)
        busy = isinstance(error, LockError | Busy)
        kind = "storage" if isinstance(error, StorageTrouble) else "busy" if busy else "turn"
        return (*map(without_a_record, warnings), trouble_message(kind, self._practice))

    def _warnings_from_words(self, conversation: str, text: str) -> list[Message]:
        """Red flags need no storage: the message alone is read, as if it were the first."""
        utterance = Utterance(id="", text=text, mentions=self._practice.reader.read(text).mentions)
        case, flags = hear(Case(), utterance, self._practice)
        return [escalation_message(flags, conversation, case, self._practice)] if flags else []


class Collector(OutputChannel):
    """Keeps the messages of a turn, each with its text and its payload together."""

    def __init__(self) -> None:
        self.collected: list[Message] = []

    @classmethod
    def name(cls) -> str:
        return "malleo"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        payload: Mapping[str, Any] | None = message.get("custom") or None
        self.collected.append(Message(message.get("text") or "", payload))


def _parts(text: str) -> Iterator[str]:
    """Sentences, and pieces of sentences without an end."""
    for sentence in _SENTENCE.findall(text):
        yield from textwrap.wrap(sentence, LONGEST_PART)


LONGEST_PART = 400
_SENTENCE = re.compile(r"[^.!?\n]+")


def _metadata(incoming: Incoming) -> dict[str, Any]:
    """What is kept with the message.

    A message that is tried again has the same delivery and, for Rasa, another id: else the steps would take it for the
    one that they had failed at.
    """
    delivery = {DELIVERY: {"id": incoming.id, "digest": incoming.digest}} if incoming.digest else {}
    return {**delivery, **({CUT: True} if len(incoming.text) > LONGEST_TEXT else {})}


def _parsed(text: str, choice: Choice) -> dict[str, Any]:
    """What the understanding of a chosen option is: there is nothing to guess."""
    value = {"question": choice.question, "options": list(choice.options), "number": choice.number}
    return {
        "text": text,
        "intent": {"name": "answer", "confidence": 1.0},
        "intent_ranking": [],
        "entities": [{"entity": "choice", "value": value, "start": 0, "end": len(text)}],
    }
