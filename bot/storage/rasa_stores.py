"""The two stores that Rasa asks for: one for conversations, one for whose turn it is.

Rasa wraps the first in `FailSafeTrackerStore`, which hides errors; `bot/runtime/rasa_patches.py` takes that away.
"""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.lock_store import LOCK_LIFETIME, LockError, LockStore
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import Engine

from bot.storage import database, people, turns
from bot.storage.migrations import migrate
from bot.storage.projection import CASE
from bot.storage.recap import HISTORY_ACTIONS, Recap, Recorded, recap
from bot.storage.threads import in_thread
from bot.storage.trouble import Busy, pseudonym
from bot.storage.turn_lock import TurnLock

logger = logging.getLogger(__name__)

ERASE = "erase"
"""Slot that is set when the person wants everything removed."""


class MalleoTrackerStore(TrackerStore):
    """Conversations in Malleo's database. All methods raise `StorageTrouble` when it fails.

    `retrieve` loads what the next turn needs, however long the conversation is; see `bot.storage.recap`.

    Args:
        domain, event_broker: as for every tracker store. The broker gets the events of a turn once they are stored.
        host: address of the database, from `url:` in endpoints.yml. Without it and `engine`, see `database.engine`.
        engine: the database, migrated. Without one it is opened, and migrated, here.

    Raises:
        DatabaseUnavailable: the database cannot be opened.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        *,
        engine: Engine | None = None,
        **_other: Any,
    ) -> None:
        super().__init__(domain, event_broker)
        self.engine = engine or _opened(host)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """A tracker that behaves as if the whole conversation were in it, or `None` when there is none."""
        stored = await in_thread(turns.load, self.engine, sender_id)
        return tracker_of(sender_id, stored, self.domain) if stored else None

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """A tracker with every event, or `None` when there is no such conversation."""
        stored = await in_thread(turns.load, self.engine, conversation_id, history_turns=None)
        return tracker_of(conversation_id, stored, self.domain) if stored else None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Adds the events that are new, with all they carry, or removes the conversation when they ask for that.

        A tracker that did not come from a store is a new conversation.

        Raises:
            ConcurrentTurn: the conversation was changed or erased since the tracker was retrieved.
            StorageTrouble: nothing was written.
        """
        known = _known(tracker)
        events = list(tracker.events)[len(known.places) :]
        bodies = [event.as_dict() for event in events]
        if not bodies:
            return
        if _asks_to_erase(bodies):
            await in_thread(people.erase, self.engine, tracker.sender_id)
            logger.info("Erased conversation %s.", pseudonym(tracker.sender_id))
            return
        places = (*known.places, *range(known.stored, known.stored + len(bodies)))
        case = _case(tracker)
        addition = turns.Addition(
            tracker.sender_id, known.stored, known.turn, bodies, known.case, case, recap_of(tracker, places)
        )
        turn = await in_thread(turns.append, self.engine, addition)
        tracker.malleo_known = _Known(places, known.stored + len(bodies), turn, case)
        if self.event_broker:
            await self._stream_new_events(self.event_broker, events, tracker.sender_id)

    async def exists(self, conversation_id: str) -> bool:
        """Whether anything is stored of that conversation."""
        return await in_thread(turns.length, self.engine, conversation_id) > 0

    async def keys(self) -> Iterable[str]:
        """Ids of all conversations."""
        return await in_thread(turns.ids, self.engine)

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """An empty tracker. Never one that forgets: the number of its events is how `save` knows which are new."""
        return DialogueStateTracker(sender_id, self.domain.slots)


class MalleoLockStore(LockStore):
    """One turn of a conversation at a time, in order; across processes when they share a PostgreSQL.

    Args:
        endpoint_config: as Rasa passes it; `url:` is the address of the database.
        engine: the database. Without one it is opened here.

    Raises:
        DatabaseUnavailable: the database cannot be opened.
    """

    def __init__(self, endpoint_config: EndpointConfig | None = None, *, engine: Engine | None = None) -> None:
        engine = engine or database.engine(endpoint_config.url if endpoint_config else None)
        self.turns = TurnLock(engine.url if engine.dialect.name == "postgresql" else None)

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 0
    ) -> AsyncIterator[None]:
        """Holds the conversation for one turn.

        Args:
            lock_lifetime: how long to wait for the turns before, in seconds. A turn that holds the lock keeps it.
            wait_time_in_seconds: not used: who waits is woken.

        Raises:
            LockError: the turns before did not end in time.
            StorageTrouble: the database failed.
        """
        try:
            async with self.turns.turn(conversation_id, lock_lifetime):
                yield
        except Busy as busy:
            raise LockError(str(busy)) from None


def tracker_of(sender_id: str, stored: turns.Stored, domain: Domain) -> DialogueStateTracker:
    """A tracker that holds these events and knows which places they have."""
    tracker = DialogueStateTracker(sender_id, domain.slots)
    places: list[int | None] = []
    for place, event in (*_forms_seen(stored), *_events(stored.events)):
        places.append(place)
        tracker.update(event)
    tracker.malleo_known = _Known(tuple(places), stored.events[-1].seq + 1, stored.turn, _case(tracker))
    return tracker


def recap_of(tracker: DialogueStateTracker, places: Iterable[int | None], actions: int = HISTORY_ACTIONS) -> Recap:
    """The recap of a conversation.

    Args:
        places: place of each event of the tracker; `None` for one that is not stored.
        actions: see `bot.storage.recap.HISTORY_ACTIONS`.
    """
    place_of = {id(event): place for event, place in zip(tracker.events, places, strict=True)}
    applied = ((place_of[id(event)], event) for event in tracker.applied_events())
    recorded = [Recorded(place, event.as_dict()) for place, event in applied if place is not None]
    forms = (event.name for event in tracker.events if isinstance(event, ActiveLoop) and event.name)
    return recap(recorded, forms, actions)


@dataclass(frozen=True)
class _Known:
    """What a tracker and the database have in common, kept on the tracker.

    Attributes:
        places: place in the conversation of each of the tracker's first events; `None` for one that is not stored.
        stored: number of events in the database.
        turn: number of messages of the person in the database.
        case: value of the slot `case`.
    """

    places: tuple[int | None, ...] = ()
    stored: int = 0
    turn: int = 0
    case: Any = None


def _known(tracker: DialogueStateTracker) -> _Known:
    return getattr(tracker, "malleo_known", None) or _Known()


def _opened(url: str | None) -> Engine:
    engine = database.engine(url)
    migrate(engine)
    return engine


def _events(recorded: Iterable[Recorded]) -> Iterable[tuple[int, Event]]:
    for one in recorded:
        event = Event.from_parameters(one.body)
        if event:
            yield one.seq, event


def _forms_seen(stored: turns.Stored) -> list[tuple[None, Event]]:
    """Events that only tell which forms there were, before the real ones; they are never stored."""
    if not stored.loops:
        return []
    before = stored.events[0].body.get("timestamp") or time.time()
    return [(None, ActiveLoop(name, timestamp=before)) for name in (*stored.loops, None)]


def _case(tracker: DialogueStateTracker) -> Any:
    """Value of the slot `case`; `None` in a domain that has no such slot."""
    slot = tracker.slots.get(CASE)
    return slot.value if slot else None


def _asks_to_erase(bodies: Iterable[Mapping[str, Any]]) -> bool:
    return any(body["event"] == "slot" and body["name"] == ERASE and body["value"] for body in bodies)
