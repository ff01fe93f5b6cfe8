"""Warnings and hand-offs on their way to the operator, shared out among workers.

A notice is never lost: it waits from the transaction of its turn until every channel took it, through restarts and
outages, and is given up only when it is acknowledged or its conversation is erased.

It arrives once. One worker has it at a time, and what a channel took is noted before anything else is done. It arrives
twice on a channel in one case: the channel took it, and that could not be learned or noted, because the answer was
lost, the worker died or the database failed in that moment. Whether it arrived is then unknown, and a warning twice is
better than none. It comes with the same reference, and is marked as one that may have come before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, func, select, update

from bot.storage.database import reading, writing
from bot.storage.models import Escalation

LEASE = timedelta(minutes=10)
"""How long a worker has a notice to itself. Longer than all channels together may take to answer."""

FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(minutes=30)
"""Before the second attempt, and at most: the wait doubles in between."""

_DOUBLINGS = 10


@dataclass(frozen=True)
class Notice:
    """What is to be brought now.

    Attributes:
        reference: stands for it outside; tells nothing.
        kind: `warning` or `hand_off`.
        attempts: how often it was claimed, this time included. Only the last claim counts.
        reached: marks of the channels that took it before.
    """

    id: str
    reference: str
    kind: str
    level: str
    flags: tuple[Mapping[str, Any], ...]
    created_at: datetime
    attempts: int
    reached: tuple[str, ...]


def claim_notice(engine: Engine, now: datetime, *, lease: timedelta = LEASE) -> Notice | None:
    """Takes the notice that has been due longest, for the time of the lease. Raises `StorageTrouble`."""
    due = (
        select(Escalation.id)
        .where(*_WAITS, Escalation.next_attempt_at <= now)
        .order_by(Escalation.next_attempt_at)
        .limit(1)
        .with_for_update(skip_locked=True)  # left out on SQLite, which has one writer at a time
        .cte("due")
    )
    claim = (
        update(Escalation)
        .where(Escalation.id.in_(select(due.c.id)))
        .values(next_attempt_at=now + lease, attempts=Escalation.attempts + 1)
        .returning(*_COLUMNS)
    )
    with writing(engine, "claim a notice") as connection:
        row = connection.execute(claim).one_or_none()
    if row is None:
        return None
    return Notice(**{**row._mapping, "flags": tuple(row.flags), "reached": tuple(row.reached)})


def note_reached(engine: Engine, notice: Notice, channel: str) -> Notice | None:
    """The notice, once it is noted that a channel took it. `None` when it is no longer the caller's: stop there.

    Args:
        channel: the channel's mark.
    """
    reached = (*notice.reached, channel)
    with writing(engine, "note that a notice arrived") as connection:
        noted = connection.execute(_mine(notice).values(reached=list(reached))).rowcount == 1
    return replace(notice, reached=reached) if noted else None


def finish_notice(engine: Engine, notice: Notice, now: datetime) -> bool:
    """Ends a notice that every channel took. False when it is no longer the caller's."""
    with writing(engine, "finish a notice") as connection:
        return connection.execute(_mine(notice).values(delivered_at=now)).rowcount == 1


def put_off_notice(engine: Engine, notice: Notice, now: datetime) -> bool:
    """Gives back a notice that some channel did not take, for later. False when it is no longer the caller's."""
    with writing(engine, "put off a notice") as connection:
        later = now + wait_after(notice.attempts)
        return connection.execute(_mine(notice).values(next_attempt_at=later)).rowcount == 1


def next_notice_at(engine: Engine) -> datetime | None:
    """When the next notice is due, or a lease ends; `None` when none waits."""
    with reading(engine, "look for the next notice") as connection:
        return connection.scalar(select(func.min(Escalation.next_attempt_at)).where(*_WAITS))


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts."""
    return min(FIRST_WAIT * (1 << min(attempts - 1, _DOUBLINGS)), LONGEST_WAIT)


_WAITS = (Escalation.delivered_at.is_(None), Escalation.acknowledged_at.is_(None))
_COLUMNS = (
    Escalation.id,
    Escalation.reference,
    Escalation.kind,
    Escalation.level,
    Escalation.flags,
    Escalation.created_at,
    Escalation.attempts,
    Escalation.reached,
)


def _mine(notice: Notice) -> Any:
    """The row, as long as nobody claimed it after this claim."""
    this = (Escalation.id == notice.id, Escalation.attempts == notice.attempts, Escalation.delivered_at.is_(None))
    return update(Escalation).where(*this)
