"""What an operator sees of warnings and hand-offs, and that somebody took one on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, select, update

from bot.storage.database import reading, writing
from bot.storage.models import Escalation


@dataclass(frozen=True)
class Entry:
    """One warning or hand-off.

    Attributes:
        reference: what it is called outside.
        kind: `warning` or `hand_off`.
        delivered_at: when every channel had taken the notice.
        attempts: how often a worker tried.
        summary: lines for the person who takes over; empty for a warning.
    """

    reference: str
    kind: str
    level: str
    flags: tuple[Mapping[str, Any], ...]
    summary: tuple[str, ...]
    created_at: datetime
    delivered_at: datetime | None
    attempts: int
    acknowledged_at: datetime | None
    acknowledged_by: str | None


def entries(engine: Engine, *, only_open: bool = False) -> list[Entry]:
    """All of them, newest first. Raises `StorageTrouble`.

    Args:
        only_open: those that nobody acknowledged yet.
    """
    wanted = select(*_COLUMNS).order_by(Escalation.created_at.desc())
    if only_open:
        wanted = wanted.where(Escalation.acknowledged_at.is_(None))
    with reading(engine, "list the escalations") as connection:
        return [_entry(row) for row in connection.execute(wanted)]


def entry(engine: Engine, reference: str) -> Entry | None:
    """The one of that reference. Raises `StorageTrouble`."""
    with reading(engine, "read an escalation") as connection:
        row = connection.execute(select(*_COLUMNS).where(Escalation.reference == reference)).one_or_none()
    return None if row is None else _entry(row)


def acknowledge(engine: Engine, reference: str, by: str | None, now: datetime) -> bool:
    """Notes that somebody took it on; a notice that still waits is not brought any more.

    Returns:
        False when there is none of that reference, or somebody did so before: the first one stays.
    """
    still_open = (Escalation.reference == reference, Escalation.acknowledged_at.is_(None))
    taken = update(Escalation).where(*still_open).values(acknowledged_at=now, acknowledged_by=by)
    with writing(engine, "acknowledge an escalation") as connection:
        return connection.execute(taken).rowcount == 1


_COLUMNS = (
    Escalation.reference,
    Escalation.kind,
    Escalation.level,
    Escalation.flags,
    Escalation.summary,
    Escalation.created_at,
    Escalation.delivered_at,
    Escalation.attempts,
    Escalation.acknowledged_at,
    Escalation.acknowledged_by,
)


def _entry(row: Row[Any]) -> Entry:
    return Entry(**{**row._mapping, "flags": tuple(row.flags), "summary": tuple(row.summary or ())})
