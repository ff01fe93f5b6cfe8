"""What a report is made of: what is known of a person, what they were told, and how the pain went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select

from bot.storage.database import reading
from bot.storage.models import Assessment, Escalation, FindingLog


@dataclass(frozen=True)
class Known:
    """One fact that holds now: id and value as in the slot `case`, the words it came from, and their message."""

    id: str
    value: Any
    said: str
    turn: int


@dataclass(frozen=True)
class Warned:
    """One warning that was given, with the texts of its flags."""

    level: str
    flags: tuple[str, ...]
    at: datetime


@dataclass(frozen=True)
class History:
    """One conversation, as far as a report needs it.

    Attributes:
        result: the last assessment as the message protocol defines it; `None` when there was none.
        result_at: when it was given.
        pain: moments and scores from 0 to 10, the first one first.
    """

    known: tuple[Known, ...]
    result: Mapping[str, Any] | None
    result_at: datetime | None
    warned: tuple[Warned, ...]
    pain: tuple[tuple[datetime, int], ...]


def history(engine: Engine, conversation_id: str) -> History:
    """Empty for an unknown conversation. Raises `StorageTrouble`."""
    log = select(FindingLog).where(FindingLog.conversation_id == conversation_id).order_by(FindingLog.id)
    last = select(Assessment).where(Assessment.conversation_id == conversation_id)
    last = last.order_by(Assessment.created_at.desc(), Assessment.turn.desc()).limit(1)
    warnings = select(Escalation).where(Escalation.conversation_id == conversation_id, Escalation.kind == "warning")
    with reading(engine, "read what a report is made of") as connection:
        told = connection.execute(log).all()
        result = connection.execute(last).one_or_none()
        warned = connection.execute(warnings.order_by(Escalation.created_at)).all()
    newest = {row.finding: row for row in told}
    return History(
        known=tuple(
            Known(row.finding, row.value, row.said, row.turn) for row in newest.values() if row.value is not None
        ),
        result=result.body if result else None,
        result_at=result.created_at if result else None,
        warned=tuple(
            Warned(row.level, tuple(flag.get("text", "") for flag in row.flags), row.created_at) for row in warned
        ),
        pain=tuple(
            (row.recorded_at, row.value) for row in told if row.finding == "severity" and isinstance(row.value, int)
        ),
    )
