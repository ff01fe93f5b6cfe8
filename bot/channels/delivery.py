"""Messages that come twice are answered once: by whichever process, at the same time or after a crash.

The id of a message is kept with its turn, in one transaction. So there is no moment at which a message counts as
answered and its answer is missing. A turn is not bound to the connection that asked for it: it runs to its end.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from bot.channels.base import Incoming, Reception
from bot.channels.refusal import Refused
from bot.dialogue.message import Message
from bot.storage import answers, people
from bot.storage.people import Line
from bot.storage.threads import in_thread
from bot.storage.trouble import Busy, StorageTrouble
from bot.storage.turn_lock import TurnLock

logger = logging.getLogger(__name__)

LONGEST_WAIT = 30
"""Seconds that a message waits for the ones before it in its conversation."""

MOST_AT_ONCE = 500
"""Messages that are being answered or wait, in this process."""

TRY_AGAIN = 5
"""Seconds after which a message that could not be answered is worth sending again."""


@dataclass(frozen=True)
class Answer:
    """The answer to a message.

    Attributes:
        lines: what was said. The numbers of a failed turn are no places in storage.
        last: the place from which to go on reading later.
        trouble: code and text when the turn failed; then a warning may be among the lines all the same.
        replayed: the message had been answered before.
        kept: it stands in the conversation; what does not is said now or never.
    """

    lines: tuple[Line, ...]
    last: int
    trouble: tuple[str, str] | None = None
    replayed: bool = False
    kept: bool = True


@dataclass(frozen=True)
class Underway:
    """A message that is being answered.

    Attributes:
        begun: done when its turn has begun, after those before it.
        answer: done when it is answered. Giving it up changes nothing: the turn runs to its end.
    """

    begun: asyncio.Future[None]
    answer: asyncio.Task[Answer]


class Delivery:
    """Takes the messages of one front end through the assistant, each once."""

    def __init__(self, reception: Reception, engine: Engine) -> None:
        self._reception = reception
        self._engine = engine
        self._lock = TurnLock(engine.url if engine.dialect.name == "postgresql" else None)
        self._underway: set[asyncio.Task[Answer]] = set()

    def take(self, incoming: Incoming) -> Underway:
        """Starts answering. `answer` raises `Refused` when the id stands for another message, or all was erased.

        Raises:
            Refused: there is too much to do.
        """
        if len(self._underway) >= MOST_AT_ONCE:
            raise Refused(503, "busy", self._reception.trouble("busy").text, TRY_AGAIN)
        begun: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(self._in_order(replace(incoming, digest=digest(incoming)), begun))
        self._underway.add(task)
        task.add_done_callback(self._over)
        return Underway(begun, task)

    async def erase(self, conversation: str) -> None:
        """Erases a conversation for good, after the turn that is under way. Raises `Refused`."""
        try:
            async with self._lock.turn(_name(conversation), LONGEST_WAIT):
                await in_thread(people.erase, self._engine, conversation, for_good=True)
        except Busy:
            raise Refused(503, "busy", self._reception.trouble("busy").text, TRY_AGAIN) from None

    def trouble(self, kind: str) -> Message:
        """What is said about a failure, see `Reception.trouble`."""
        return self._reception.trouble(kind)

    def after_failure(self, error: Exception, incoming: Incoming) -> tuple[Message, ...]:
        """What is said about a message that could not be taken in at all."""
        return self._reception.after_failure(error, incoming)

    async def finish(self) -> None:
        """Waits for the turns that are under way, and closes what was opened."""
        if self._underway:
            await asyncio.wait(self._underway)
        await self._lock.close()

    def _over(self, task: asyncio.Task[Answer]) -> None:
        self._underway.discard(task)
        if not task.cancelled():
            task.exception()  # seen, also when nobody waits for the answer any more

    async def _in_order(self, incoming: Incoming, begun: asyncio.Future[None]) -> Answer:
        try:
            async with self._lock.turn(_name(incoming.conversation), LONGEST_WAIT):
                return await self._once(incoming, begun)
        except Refused:
            raise
        except Exception as error:  # whatever it is, the person is told, and the stream is closed
            logger.error("A message could not be answered: %s", type(error).__name__)
            return _failed(self._reception.after_failure(error, incoming), 0)

    async def _once(self, incoming: Incoming, begun: asyncio.Future[None]) -> Answer:
        place = await self._look(incoming)
        if place.erased:
            raise gone()
        if place.answered:
            return _replayed(place.answered, incoming)
        begun.set_result(None)
        messages = await self._reception.receive(incoming)
        try:
            place = await self._look(incoming)
        except StorageTrouble as trouble:
            if not any(message.type == "trouble" for message in messages):
                messages = self._reception.after_failure(trouble, incoming)
        if place.answered:
            lines = place.answered.lines
            return Answer(lines, lines[-1].seq)
        return _failed(messages, place.last)

    async def _look(self, incoming: Incoming) -> answers.Place:
        return await in_thread(answers.look, self._engine, incoming.conversation, incoming.id)


def gone() -> Refused:
    return Refused(401, "erased", "This conversation was erased. Start a new session.")


def digest(incoming: Incoming) -> str:
    """Stands for the content of a message: the same content has the same one."""
    choice = incoming.choice
    content = [choice.question, choice.options, choice.number] if choice else incoming.text
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _replayed(answered: answers.Answered, incoming: Incoming) -> Answer:
    if answered.digest != incoming.digest:
        raise Refused(409, "id_taken", "This `id` was used for another message. Each message needs an id of its own.")
    return Answer(answered.lines, answered.lines[-1].seq, replayed=True)


def _failed(messages: Sequence[Message], last: int) -> Answer:
    """What was said and is not kept: a failed turn, or an answer that leaves nothing behind."""
    trouble = next((message for message in messages if message.type == "trouble" and message.payload), None)
    told = (str(trouble.payload["kind"]), trouble.text) if trouble and trouble.payload else None
    return Answer(tuple(unkept(messages, last)), last, told, kept=False)


def unkept(messages: Iterable[Message], last: int = 0) -> Iterable[Line]:
    """Messages as lines, though they stand in no conversation."""
    for seq, message in enumerate(messages, start=last + 1):
        yield Line(seq, 0, "malleo", message.text, message.payload, datetime.now(UTC))


def _name(conversation: str) -> str:
    """The lock around the turn and the looking. The turn itself is locked under the conversation's own name."""
    return f"delivery {conversation}"
