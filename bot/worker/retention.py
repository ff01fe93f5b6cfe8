"""Forgetting what is older than it may be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Engine

from bot.channels.tokens import LIFETIME
from bot.storage import people
from bot.storage.contacts import forget_contacts
from bot.storage.erasures import forget_erasures
from bot.storage.threads import in_thread
from bot.storage.updates import forget_updates

EVERY = timedelta(hours=1)
MOST_AT_ONCE = 50
"""Conversations of one round; when there are more, the next round follows at once."""


@dataclass
class Retention:
    """Erases conversations in which nothing was said for that long, and what was kept of old deliveries."""

    engine: Engine
    kept_for: timedelta
    _next_at: datetime | None = field(default=None, init=False)

    async def round(self, clock: Callable[[], datetime], stopping: Callable[[], bool]) -> Counter[str]:
        """Erases what is due to be forgotten."""
        now = clock()
        done: Counter[str] = Counter()
        if self._next_at and now < self._next_at:
            return done
        limit = now - self.kept_for
        old = await in_thread(people.silent, self.engine, limit, MOST_AT_ONCE)
        for conversation in old:
            if stopping():
                break
            if await in_thread(people.erase, self.engine, conversation, silent_since=limit):
                done["conversations erased"] += 1
        done["deliveries forgotten"] += await in_thread(forget_updates, self.engine, limit)
        no_token_lives = now - timedelta(seconds=LIFETIME)
        done["marks of erasures forgotten"] += await in_thread(forget_erasures, self.engine, no_token_lives)
        done["contacts forgotten"] += await in_thread(forget_contacts, self.engine, limit)
        self._next_at = now if len(old) == MOST_AT_ONCE else now + EVERY
        return +done

    def next_at(self) -> datetime | None:
        return self._next_at
