"""Check-ins that have fallen due, shared out among workers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, func, or_, select, update

from bot.storage.database import reading, writing
from bot.storage.models import CheckIn, Conversation

LEASE = timedelta(minutes=5)
"""How long a worker has a check-in to itself. One that died in between loses it to the next."""


@dataclass(frozen=True)
class DueCheckIn:
    """A check-in that is to be sent now.

    Attributes:
        attempts: how often it was claimed, this time included.
        channel: the front end that the person came by.
    """

    id: int
    conversation_id: str
    assessment_id: str
    due_at: datetime
    attempts: int
    channel: str | None = None


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
    channel = select(Conversation.channel).where(Conversation.id == CheckIn.conversation_id).scalar_subquery()
    columns = (CheckIn.id, CheckIn.conversation_id, CheckIn.assessment_id, CheckIn.due_at, CheckIn.attempts, channel)
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


def put_off_check_in(engine: Engine, id: int, until: datetime) -> bool:
    """Gives a claimed check-in back, to be claimed again from then on. False when it no longer waits."""
    waiting = update(CheckIn).where(CheckIn.id == id, CheckIn.state == "waiting")
    with writing(engine, "put off a check-in") as connection:
        return connection.execute(waiting.values(claimed_until=until)).rowcount == 1


def last_turn_before(engine: Engine, id: int) -> datetime | None:
    """When the person of a check-in last wrote; `None` when it no longer waits: erased, replaced, or ended."""
    of_this = select(Conversation.last_turn_at).join(CheckIn, CheckIn.conversation_id == Conversation.id)
    with reading(engine, "look at a check-in") as connection:
        return connection.scalar(of_this.where(CheckIn.id == id, CheckIn.state == "waiting"))


def next_check_in_at(engine: Engine) -> datetime | None:
    """When the next check-in is due, or a lease ends; `None` when none waits."""
    at = func.min(func.coalesce(CheckIn.claimed_until, CheckIn.due_at))
    with reading(engine, "look for the next check-in") as connection:
        return connection.scalar(select(at).where(CheckIn.state == "waiting"))
