"""Check-ins that have fallen due, shared out among workers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, or_, select, update

from bot.storage.database import writing
from bot.storage.models import CheckIn

LEASE = timedelta(minutes=5)
"""How long a worker has a check-in to itself. One that died in between loses it to the next."""


@dataclass(frozen=True)
class DueCheckIn:
    """A check-in that is to be sent now.

    Attributes:
        attempts: how often it was claimed, this time included.
    """

    id: int
    conversation_id: str
    assessment_id: str
    due_at: datetime
    attempts: int


def claim_check_ins(engine: Engine, now: datetime, *, limit: int = 20, lease: timedelta = LEASE) -> list[DueCheckIn]:
    """Takes check-ins that are due, oldest first, for the time of the lease. Raises `StorageTrouble`."""
    due = (
        select(CheckIn.id)
        .where(CheckIn.state == "waiting", CheckIn.due_at <= now)
        .where(or_(CheckIn.claimed_until.is_(None), CheckIn.claimed_until <= now))
        .order_by(CheckIn.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)  # left out on SQLite, which has one writer at a time
        .cte("due")  # so that PostgreSQL looks for them once, not once a row
    )
    columns = (CheckIn.id, CheckIn.conversation_id, CheckIn.assessment_id, CheckIn.due_at, CheckIn.attempts)
    claim = (
        update(CheckIn)
        .where(CheckIn.id.in_(select(due.c.id)))
        .values(claimed_until=now + lease, attempts=CheckIn.attempts + 1)
        .returning(*columns)
    )
    with writing(engine, "claim check-ins") as connection:
        claimed = [DueCheckIn(*row) for row in connection.execute(claim)]
    return sorted(claimed, key=lambda check_in: check_in.due_at)


def finish_check_in(engine: Engine, id: int, state: str = "sent") -> bool:
    """Ends a check-in as `sent` or `failed`. False when it no longer waits: erased, replaced, or ended by another."""
    if state not in ("sent", "failed"):
        raise ValueError(f"A check-in ends as sent or failed, not as '{state}'.")
    waiting = update(CheckIn).where(CheckIn.id == id, CheckIn.state == "waiting")
    with writing(engine, "finish a check-in") as connection:
        return connection.execute(waiting.values(state=state, claimed_until=None)).rowcount == 1
