"""What a person may ask for: their conversation to read, all that is kept of it, and its removal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, inspect, select

from bot.storage import sqlite_file
from bot.storage.database import reading, writing
from bot.storage.erasures import mark_erased
from bot.storage.models import (
    TABLES,
    Assessment,
    Base,
    CheckIn,
    Contact,
    Conversation,
    Escalation,
    Event,
    FindingLog,
    ProcessedUpdate,
)


@dataclass(frozen=True)
class Line:
    """One thing that was said.

    Attributes:
        seq: place among the events of the conversation; larger is later.
        turn: number of the person's message that it is or answers; 0 before the first one.
        who: `person` or `malleo`.
        custom: structured payload of a message of ours, if it had one.
        id: of a message of the person, the id that its front end gave it, if any.
    """

    seq: int
    turn: int
    who: str
    text: str
    custom: Mapping[str, Any] | None
    at: datetime
    id: str = ""


def transcript(engine: Engine, conversation_id: str, after: int = -1) -> list[Line]:
    """All that was said, in order; empty for an unknown conversation. Raises `StorageTrouble`.

    Args:
        after: leave out everything up to this `seq`.
    """
    said = select(Event.seq, Event.turn, Event.body).where(
        Event.conversation_id == conversation_id, Event.seq > after, Event.type_name.in_(("user", "bot"))
    )
    with reading(engine, "read a transcript") as connection:
        rows = connection.execute(said.order_by(Event.seq)).all()
    return [line(row) for row in rows if not (row.body.get("metadata") or {}).get("is_external", False)]


def known(engine: Engine, conversation_id: str, finding: str) -> Any:
    """What is known of a finding or attribute; `None` for nothing. Raises `StorageTrouble`."""
    this = (FindingLog.conversation_id == conversation_id, FindingLog.finding == finding)
    with reading(engine, "look for a finding") as connection:
        return connection.scalar(select(FindingLog.value).where(*this).order_by(FindingLog.id.desc()).limit(1))


def line(row: Row[Any]) -> Line:
    """One line, from `seq`, `turn` and `body` of an event."""
    body = row.body
    who = "person" if body["event"] == "user" else "malleo"
    custom = (body.get("data") or {}).get("custom") or None
    at = datetime.fromtimestamp(body["timestamp"], UTC)
    id = ((body.get("metadata") or {}).get("delivery") or {}).get("id", "")
    return Line(row.seq, row.turn, who, body.get("text") or "", custom, at, id)


def export(engine: Engine, conversation_id: str) -> dict[str, Any]:
    """All that is kept of a conversation as plain JSON values, moments in ISO 8601. Empty for an unknown conversation.

    Raises:
        StorageTrouble: the database failed.
    """
    with reading(engine, "export a conversation") as connection:
        rows = {
            name: [_plain(row) for row in connection.execute(_rows(table, conversation_id))]
            for name, table in _EXPORTED.items()
        }
    if not any(rows.values()):
        return {}
    conversation = rows.pop("conversation")
    return {"conversation": conversation[0] if conversation else None, **rows}


def erase(engine: Engine, conversation_id: str, *, silent_since: datetime | None = None, for_good: bool = False) -> int:
    """Removes every row of a conversation. Returns how many; 0 for an unknown conversation.

    On SQLite the bytes are overwritten as well. PostgreSQL leaves them in its files until its next vacuum.

    Args:
        silent_since: leave a conversation in which anything was said since then.
        for_good: leave a mark, so that nobody goes on under this id; see `bot.storage.erasures`.

    Raises:
        StorageTrouble: the database failed and everything is as it was.
    """
    with writing(engine, "erase a conversation") as connection:
        if silent_since and not _is_silent(connection, conversation_id, silent_since):
            return 0
        removed = sum(
            connection.execute(delete(table).where(_owner(table) == conversation_id)).rowcount for table in TABLES
        )
        if for_good:
            mark_erased(connection, conversation_id)
    sqlite_file.forget_erased(engine)
    return removed


def silent(engine: Engine, since: datetime, limit: int) -> list[str]:
    """Conversations in which nothing was said since then, the oldest first. Raises `StorageTrouble`."""
    old = select(Conversation.id).where(Conversation.last_turn_at < since).order_by(Conversation.last_turn_at)
    with reading(engine, "look for old conversations") as connection:
        return list(connection.scalars(old.limit(limit)))


_EXPORTED: dict[str, type[Base]] = {
    "conversation": Conversation,
    "events": Event,
    "findings": FindingLog,
    "assessments": Assessment,
    "escalations": Escalation,
    "check_ins": CheckIn,
    "updates": ProcessedUpdate,
    "contacts": Contact,
}


def _is_silent(connection: Connection, conversation_id: str, since: datetime) -> bool:
    """Whether nothing was said since then; nobody can say anything before the transaction ends."""
    last = select(Conversation.last_turn_at).where(Conversation.id == conversation_id).with_for_update()
    at = connection.scalar(last)
    return at is not None and at < since


def _rows(table: type[Base], conversation_id: str) -> Any:
    columns = [column for column in inspect(table).columns if column.name != "state" or table is not Event]
    return select(*columns).where(_owner(table) == conversation_id).order_by(*inspect(table).primary_key)


def _owner(table: type[Base]) -> Any:
    return Conversation.id if table is Conversation else inspect(table).columns["conversation_id"]


def _plain(row: Row[Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row._mapping.items()}
