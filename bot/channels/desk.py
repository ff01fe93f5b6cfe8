"""The desk of front ends that people write to from elsewhere: Telegram and Slack.

A delivery is kept, acknowledged, and answered after that: one person's in their order, each once. What was said is
sent from the conversation itself, see `bot.storage.contacts`. A process that dies loses nothing of either: the next
one looks for people who wait. A piece may come twice when it died between sending and noting that.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import Engine

from bot.channels.addresses import Address, Addresses, AddressLost
from bot.channels.base import Incoming
from bot.channels.delivery import TRY_AGAIN, Delivery, unkept
from bot.channels.refusal import Refused
from bot.dialogue.message import Message
from bot.storage import contacts, people, updates
from bot.storage.contacts import Reached
from bot.storage.people import Line
from bot.storage.threads import in_thread
from bot.storage.trouble import Busy, StorageTrouble
from bot.storage.turn_lock import TurnLock
from bot.storage.updates import Arrived, Waiting

logger = logging.getLogger(__name__)

LOOK_AFTER = 2.0
"""Seconds after which the desk looks for people who wait: a check-in was laid down, or a time is up."""

MOST_AT_ONCE = 100
"""People who are attended to at a time; the others wait for the next look."""

LONGEST_WAIT = 60
"""Seconds to wait for another process that attends to the same person."""

FIRST_WAIT = 1.0
LONGEST_PAUSE = 300.0
"""Seconds after sending failed for the first time, doubling with each further one, and at most."""

TRIES = 3
"""Attempts for what stands in no conversation, and for a delivery that fails for no known reason."""


class Later(Exception):
    """It cannot be sent now.

    Attributes:
        seconds: after which it may be tried again; 0 when nobody said.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        super().__init__()
        self.seconds = seconds


class Shut(Exception):
    """The person wants no messages from us, or is gone."""


class Unsendable(Exception):
    """The front end refuses this piece for good."""


@dataclass(frozen=True)
class Piece:
    """One message of a front end.

    Attributes:
        kind: what it is, in the front end's own terms.
        text: what it says.
        seq: place in the conversation of the line that it is of.
        question: payload of the question whose answers can be chosen below it.
    """

    kind: str
    text: str
    seq: int = 0
    question: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Person:
    """Somebody at the desk."""

    reached: Reached
    address: Address

    @property
    def conversation(self) -> str:
        return self.reached.conversation


class Front(Protocol):
    """What a front end does in its own way."""

    @property
    def channel(self) -> str: ...

    async def take(self, person: Person, update: Waiting, desk: Desk) -> None:
        """Answers a delivery. Raises `Later` when it has to be taken up again."""

    def pieces(self, line: Line) -> Sequence[Piece]:
        """What is sent for a line. The same line gives the same pieces."""

    async def send(self, person: Person, piece: Piece) -> Mapping[str, Any] | None:
        """Sends a piece; gives the message that its buttons are on, if it has any.

        Raises:
            Later, Shut, Unsendable: it was not sent.
        """


class Desk:
    """Takes deliveries in, has them answered, and sends what was said."""

    def __init__(self, front: Front, delivery: Delivery, addresses: Addresses, engine: Engine) -> None:
        self._front = front
        self._delivery = delivery
        self._addresses = addresses
        self._engine = engine
        self._lock = TurnLock(engine.url if engine.dialect.name == "postgresql" else None)
        self._attended: dict[str, asyncio.Task[None]] = {}
        self._called_again: set[str] = set()
        self._troubled: set[str] = set()
        self._failed: Counter[str] = Counter()
        self._looking: asyncio.Task[None] | None = None
        self._stopping = False

    async def take_in(self, id: str, address: Address, place: str, body: Mapping[str, Any]) -> None:
        """Keeps a delivery; it is answered once, however often it comes. Raises `StorageTrouble`."""
        channel, marks = self._front.channel, self._addresses.marks(self._front.channel, address)
        older = await in_thread(contacts.known, self._engine, channel, marks) if len(marks) > 1 else None
        mark = older or marks[0]
        await in_thread(
            updates.take_in, self._engine, Arrived(channel, id, mark, self._addresses.seal(address), place, body)
        )
        self._call(mark)

    def mark(self, address: Address) -> str:
        """What stands for an address, or for anything else that names somebody."""
        return self._addresses.marks(self._front.channel, address)[0]

    def sealed(self, address: Address) -> str:
        return self._addresses.seal(address)

    def opened(self, sealed: str) -> Address:
        """Raises `AddressLost`."""
        return self._addresses.open(sealed)

    async def apologise(self, id: str, address: Address, error: StorageTrouble, text: str) -> None:
        """Tells somebody whose delivery could not be kept, once: a warning that the words call for, and the truth."""
        if id in self._troubled:
            return
        self._troubled.add(id)
        now = datetime.now(UTC)
        person = Person(Reached(self._front.channel, "", "", "", -1, 0, None, False, 0, now), address)
        with suppress(Shut):
            await self.say(person, *self._delivery.after_failure(error, Incoming("", text)))

    async def turn(self, person: Person, incoming: Incoming) -> None:
        """Has the assistant answer. What it says and keeps is sent when the delivery is done with.

        Raises:
            Later: it could not, and the message has to be taken up again.
        """
        try:
            answer = await self._delivery.take(incoming).answer
        except Refused as refused:
            raise Later(refused.retry_after or TRY_AGAIN) from None
        if answer.kept:
            return
        again = bool(answer.trouble) and answer.trouble[0] in ("storage", "busy")  # type: ignore[index]
        if not (again and incoming.id in self._troubled):  # it is told once, however often it is tried
            await self.send_now(person, answer.lines)
        if again:
            self._troubled.add(incoming.id)
            raise Later(TRY_AGAIN)
        self._troubled.discard(incoming.id)

    async def say(self, person: Person, *messages: Message) -> None:
        """Says something that stands in no conversation."""
        await self.send_now(person, unkept(messages))

    async def send_now(self, person: Person, lines: Iterable[Line]) -> None:
        """Sends what stands in no conversation, if it can be sent within a few attempts."""
        for piece in (piece for line in lines for piece in self._front.pieces(line)):
            await self._insistently(person, piece)

    async def note(self, person: Person, **values: Any) -> None:
        """Keeps something about the person, see `bot.storage.contacts.note`."""
        await in_thread(contacts.note, self._engine, person.reached, **values)

    def start(self) -> None:
        self._looking = asyncio.create_task(self._look())

    async def finish(self) -> None:
        """Ends what is under way. What waits is for the next process."""
        self._stopping = True
        if self._looking:
            self._looking.cancel()
        if self._attended:
            await asyncio.wait(self._attended.values())
        await self._delivery.finish()
        await self._lock.close()

    def _call(self, mark: str) -> None:
        """Has somebody attended to: now, or once more by whoever is at it."""
        if mark in self._attended:
            self._called_again.add(mark)
        elif len(self._attended) < MOST_AT_ONCE and not self._stopping:
            task = self._attended[mark] = asyncio.create_task(self._attend(mark))
            task.add_done_callback(lambda _: self._left(mark))

    def _left(self, mark: str) -> None:
        del self._attended[mark]
        if mark in self._called_again:
            self._called_again.discard(mark)
            self._call(mark)

    async def _look(self) -> None:
        while True:
            try:
                now = datetime.now(UTC)
                waiting = await in_thread(contacts.with_work, self._engine, self._front.channel, now, MOST_AT_ONCE)
                for mark in waiting:
                    if mark not in self._attended:
                        self._call(mark)
            except StorageTrouble as trouble:
                logger.error("%s: people who wait could not be looked for: %s", self._front.channel, trouble)
            await asyncio.sleep(LOOK_AFTER)

    async def _attend(self, mark: str) -> None:
        try:
            async with self._lock.turn(f"{self._front.channel} {mark}", LONGEST_WAIT):
                while not self._stopping and await self._step(mark):
                    pass
        except Busy:
            return  # another process is at it
        except AddressLost as lost:
            logger.error("%s: %s", self._front.channel, lost)
        except Exception as error:  # one person must not keep the others from their turn
            logger.error("%s: somebody could not be attended to: %s", self._front.channel, type(error).__name__)

    async def _step(self, mark: str) -> bool:
        """Answers one delivery and sends what was said. False when nothing is left to do now."""
        reached = await in_thread(contacts.find, self._engine, self._front.channel, mark)
        if reached is None or reached.next_attempt_at > datetime.now(UTC):
            return False
        person = Person(reached, self._addresses.open(reached.address))
        try:
            if await in_thread(contacts.has_more, self._engine, reached):
                await self._unless_shut(person, self._tell(person))
                return True  # what is known of the person has changed, such as the buttons that are open
            update = await in_thread(updates.next_update, self._engine, self._front.channel, person.conversation)
            if update is None:
                return False
            await self._unless_shut(person, self._take(person, update))
            await in_thread(updates.answered, self._engine, self._front.channel, update.id)
        except Later as later:
            await self._put_off(person, later.seconds)
            return False
        return True

    async def _take(self, person: Person, update: Waiting) -> None:
        """Has a delivery answered. One that fails for no known reason is given up in the end: others wait behind it."""
        try:
            await self._front.take(person, update, self)
        except (Later, Shut, StorageTrouble):
            raise
        except Exception as error:
            logger.error("%s: a delivery could not be answered: %s", self._front.channel, type(error).__name__)
            self._failed[update.id] += 1
            if self._failed[update.id] < TRIES:
                raise Later from error
            del self._failed[update.id]
            await self.say(person, self._delivery.trouble("turn"))

    async def _unless_shut(self, person: Person, work: Awaitable[None]) -> None:
        """Notes it when they turn out to want no messages."""
        try:
            await work
        except Shut:
            await self.note(person, shut=True)

    async def _put_off(self, person: Person, seconds: float) -> None:
        wait = seconds or min(FIRST_WAIT * 2 ** min(person.reached.failures, 20), LONGEST_PAUSE)
        at = datetime.now(UTC) + timedelta(seconds=wait)
        await self.note(person, failures=person.reached.failures + 1, next_attempt_at=at)

    async def _tell(self, person: Person) -> None:
        """Sends what was said since the place up to which the person was told."""
        last = await in_thread(contacts.length, self._engine, person.reached)
        part = person.reached.part
        for line in await in_thread(people.transcript, self._engine, person.conversation, person.reached.told):
            if line.who == "malleo":
                for number, piece in list(enumerate(self._pieces(line)))[part:]:
                    await self._send(person, piece, part=number + 1)
                part = 0
            last = max(last, line.seq)
            await self.note(person, told=line.seq, part=0)
        await self.note(person, told=last, part=0, failures=0)

    def _pieces(self, line: Line) -> Sequence[Piece]:
        """What is sent for a line; its bare text when its payload cannot be shown."""
        try:
            return self._front.pieces(line)
        except Exception as error:
            logger.error("%s: a payload cannot be shown: %s", self._front.channel, type(error).__name__)
            return self._front.pieces(replace(line, custom=None))

    async def _send(self, person: Person, piece: Piece, **noted: Any) -> None:
        keyboard = None
        try:
            keyboard = await self._front.send(person, piece)
        except Unsendable:
            logger.error("%s refuses a message of kind %s for good.", self._front.channel, piece.kind)
        except (Later, Shut, StorageTrouble):
            raise
        except Exception as error:  # tried again it would fail again, or come twice
            logger.error("%s: a message of kind %s failed: %s", self._front.channel, piece.kind, type(error).__name__)
        await self.note(person, **noted, **({"keyboard": keyboard} if keyboard else {}))

    async def _insistently(self, person: Person, piece: Piece) -> None:
        for attempt in range(TRIES):
            with suppress(Unsendable):
                try:
                    await self._front.send(person, piece)
                except Later as later:
                    if attempt + 1 < TRIES:
                        await asyncio.sleep(min(later.seconds or FIRST_WAIT * 2**attempt, LONGEST_WAIT))
                        continue
                    logger.error("%s: a message that is not kept could not be sent.", self._front.channel)
            return
