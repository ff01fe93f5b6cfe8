"""The worker: rounds of what is due, and in between a wait for the next due row."""

from __future__ import annotations

import asyncio
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.storage.threads import in_thread
from bot.storage.trouble import StorageTrouble

LOOK_AFTER = timedelta(seconds=5)
"""New rows come from other processes, which cannot wake this one: so soon at the latest it looks for some."""

TROUBLE_WAIT = timedelta(seconds=5)
LONGEST_TROUBLE_WAIT = timedelta(minutes=2)
"""After a round in which something failed: the first wait, which doubles with each further one, and the longest."""

_DOUBLINGS = 10


class Task(Protocol):
    """One kind of work."""

    async def round(self, clock: Callable[[], datetime], stopping: Callable[[], bool]) -> Counter[str]:
        """Does what is due, and tells how much of what."""

    def next_at(self) -> datetime | None:
        """When something is due next, as far as is known."""


@dataclass
class Worker:
    """Runs tasks until it is stopped. One that fails never keeps the others from their turn.

    Attributes:
        tell: takes a line for the log: kinds and counts, nothing of any person.
    """

    tasks: Sequence[Task]
    tell: Callable[[str], None]
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    _stop: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _failed: int = field(default=0, init=False)

    def stop(self) -> None:
        """Lets what is under way come to its end, and begins nothing new."""
        self._stop.set()

    async def run(self) -> None:
        """Works until it is stopped."""
        while not self._stop.is_set():
            done = await self.round()
            self._failed = self._failed + 1 if done["failures"] else 0
            await self._wait(wait_after(self._failed) if self._failed else await self._until_due())

    async def once(self) -> Counter[str]:
        """Works until nothing is due, or a whole round brings no more than failures."""
        total: Counter[str] = Counter()
        while not self._stop.is_set():
            done = await self.round()
            total += done
            if not done or done["failures"]:
                break
        return total

    async def round(self) -> Counter[str]:
        """Each task once."""
        total: Counter[str] = Counter()
        for task in self.tasks:
            if self._stop.is_set():
                break
            total += await self._take(task)
        if total:
            self.tell(", ".join(f"{kind}: {count}" for kind, count in sorted(total.items())))
        return total

    async def _take(self, task: Task) -> Counter[str]:
        try:
            return await task.round(self.clock, self._stop.is_set)
        except StorageTrouble as trouble:
            self.tell(f"{type(task).__name__}: {trouble}")
        except Exception as error:  # a fault in one kind of work must not end the others; its text may quote a person
            place = traceback.extract_tb(error.__traceback__)[-1]
            self.tell(f"{type(task).__name__}: {type(error).__name__} at {place.name}:{place.lineno}")
        return Counter({"failures": 1})

    async def _until_due(self) -> timedelta:
        try:
            due = [at for task in self.tasks if (at := await in_thread(task.next_at))]
        except StorageTrouble:
            return wait_after(1)
        return min([LOOK_AFTER, *(max(at - self.clock(), timedelta()) for at in due)])

    async def _wait(self, how_long: timedelta) -> None:
        try:
            await asyncio.wait_for(self._stop.wait(), how_long.total_seconds())
        except TimeoutError:
            return


def wait_after(failed: int) -> timedelta:
    """How long to wait after so many failed rounds in a row."""
    return min(TROUBLE_WAIT * (1 << min(failed - 1, _DOUBLINGS)), LONGEST_TROUBLE_WAIT)
