"""The line in the log that tells whether the worker lives and keeps up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Engine

from bot.storage.threads import in_thread
from bot.storage.waiting import waiting

EVERY = timedelta(hours=1)


@dataclass
class Health:
    """Tells once an hour how much waits, and since when.

    Attributes:
        tell: takes the line.
    """

    engine: Engine
    tell: Callable[[str], None]
    _next_at: datetime | None = field(default=None, init=False)

    async def round(self, clock: Callable[[], datetime], stopping: Callable[[], bool]) -> Counter[str]:
        """Tells it when it is time to. That is no work, so nothing is counted."""
        now = clock()
        if self._next_at is None or now >= self._next_at:
            left = await in_thread(waiting, self.engine, now)
            since = f", the oldest since {left.oldest_notice_at:%Y-%m-%d %H:%M} UTC" if left.oldest_notice_at else ""
            self.tell(f"working; notices waiting: {left.notices}{since}; check-ins due: {left.check_ins}")
            self._next_at = now + EVERY
        return Counter()

    def next_at(self) -> datetime | None:
        return self._next_at
