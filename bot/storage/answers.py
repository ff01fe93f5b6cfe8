"""Messages that were answered, found again by the id that the front end gave them: each is answered once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from bot.storage.database import reading
from bot.storage.erasures import was_erased
from bot.storage.models import Conversation, Event
from bot.storage.people import Line, line

DELIVERY = "delivery"
"""Under this name the metadata of a message tell its `id` and the `digest` of its content."""

TROUBLE = "trouble"
"""Slot that is set in a turn in which a step failed."""


@dataclass(frozen=True)
class Answered:
    """A message that was answered before, and the answer.

    Attributes:
        digest: of the content of the message.
        lines: what was said in answer, at least one.
    """

    digest: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Place:
    """Where a conversation stands.

    Attributes:
        erased: it was erased for good, and nobody may go on with it.
        last: `seq` of its last event; 0 when there is none.
        answered: the message that was looked for, if it was answered.
    """

    erased: bool
    last: int
    answered: Answered | None


def look(engine: Engine, conversation_id: str, message_id: str) -> Place:
    """Looks for a message of a conversation. Raises `StorageTrouble`."""
    with reading(engine, "look for a message") as connection:
        events = connection.scalar(select(Conversation.events).where(Conversation.id == conversation_id)) or 0
        return Place(
            was_erased(connection, conversation_id),
            max(events - 1, 0),
            _answered(connection, conversation_id, message_id),
        )


def message_ids(events: Sequence[Mapping[str, Any]]) -> list[str | None]:
    """For each event of a turn the id under which it counts as answered.

    Only the message of the person has one, and only if there is an answer and no step failed: a failed turn may be
    tried again under the same id.
    """
    fine = any(event["event"] == "bot" for event in events) and not any(
        event["event"] == "slot" and event["name"] == TROUBLE and event["value"] for event in events
    )
    return [delivery(event).get("id") if fine and event["event"] == "user" else None for event in events]


def delivery(event: Mapping[str, Any]) -> Mapping[str, str]:
    """What the front end told of a message: `id` and `digest`, or nothing."""
    told: Mapping[str, str] = (event.get("metadata") or {}).get(DELIVERY) or {}
    return told


def _answered(connection: Connection, conversation_id: str, message_id: str) -> Answered | None:
    this = (Event.conversation_id == conversation_id, Event.message_id == message_id)
    message = connection.execute(select(Event.seq, Event.body).where(*this)).one_or_none()
    if message is None:
        return None
    later = (Event.conversation_id == conversation_id, Event.seq > message.seq)
    end_of_turn = select(func.min(Event.seq)).where(*later, Event.state.is_not(None)).scalar_subquery()
    said = select(Event.seq, Event.turn, Event.body).where(*later, Event.seq <= end_of_turn, Event.type_name == "bot")
    lines = tuple(line(row) for row in connection.execute(said.order_by(Event.seq)))
    return Answered(delivery(message.body).get("digest", ""), lines)
