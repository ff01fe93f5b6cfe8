"""How a client stays with a server that is gone for a moment, or asks for a moment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

import aiohttp

from bot.evaluation.door import DoorShut

T = TypeVar("T")

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 5.0
"""Seconds between two tries when nobody said how long to wait; each pause is twice the one before. None is shorter than
the first, whatever a server says."""

PATIENCE = 60.0
"""Seconds of pauses altogether for a server that is gone or fails: it may be starting anew."""

PATIENCE_WHEN_ASKED = 600.0
"""Seconds of pauses altogether when the server works and takes no more for now."""

LOST = (aiohttp.ClientError, TimeoutError)
"""Nothing, or half of it, arrived."""


class TryAgain(Exception, Generic[T]):
    """A request is worth sending again, as it is.

    Attributes:
        seconds: after which; `None` when that was not said.
        too_many: the server works, and takes no more for now.
        instead: what counts as the answer if it stays so.
    """

    def __init__(
        self, why: str, seconds: float | None = None, *, too_many: bool = False, instead: T | None = None
    ) -> None:
        super().__init__(why)
        self.seconds = seconds
        self.too_many = too_many
        self.instead = instead


async def persistently(attempt: Callable[[], Awaitable[T]], server: str) -> T:
    """What an attempt gives in the end.

    Args:
        server: its address, for the sentence when patience is over.

    Raises:
        DoorShut: it never came to an answer.
    """
    left = {True: PATIENCE_WHEN_ASKED, False: PATIENCE}
    pause = FIRST_PAUSE
    while True:
        again: TryAgain[T]
        try:
            return await attempt()
        except TryAgain as told:
            again = told
        except LOST:
            again = TryAgain("does not answer any more")
        seconds = pause if again.seconds is None else max(FIRST_PAUSE, again.seconds)
        if seconds > left[again.too_many]:
            if again.instead is not None:
                return again.instead
            raise DoorShut(f"The server at {server} {again}. The cases that were played so far are not scored.")
        left[again.too_many] -= seconds
        pause = min(2 * pause, LONGEST_PAUSE)
        await asyncio.sleep(seconds)
