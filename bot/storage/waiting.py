"""How much waits for the worker, as counts: nothing of any person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from bot.storage.database import reading
from bot.storage.models import CheckIn, Escalation


@dataclass(frozen=True)
class Waiting:
    """What is not done yet.

    Attributes:
        notices: warnings and hand-offs that not every channel took and nobody acknowledged.
        oldest_notice_at: when the oldest of them was made; `None` when there is none.
        check_ins: those that are due.
    """

    notices: int
    oldest_notice_at: datetime | None
    check_ins: int


def waiting(engine: Engine, now: datetime) -> Waiting:
    """What waits at that moment. Raises `StorageTrouble`."""
    notices = select(func.count(), func.min(Escalation.created_at)).where(
        Escalation.delivered_at.is_(None), Escalation.acknowledged_at.is_(None)
    )
    check_ins = select(func.count()).where(CheckIn.state == "waiting", CheckIn.due_at <= now)
    with reading(engine, "count what waits") as connection:
        number, oldest = connection.execute(notices).one()
        return Waiting(number, oldest, connection.scalar(check_ins) or 0)
