"""One turn of a conversation at a time, in the order in which they came, in this process and among several."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from sqlalchemy import URL

from bot.storage.trouble import Busy, pseudonym

if TYPE_CHECKING:
    from bot.storage.advisory_locks import AdvisoryLocks


class TurnLock:
    """Who may work on a conversation.

    Args:
        address: PostgreSQL server that the processes share; `None` when this process is the only one.
    """

    def __init__(self, address: URL | None = None) -> None:
        self._queue = Queue()
        self._server = _of_a_server(address) if address else None

    @asynccontextmanager
    async def turn(self, conversation_id: str, seconds: float) -> AsyncIterator[None]:
        """Holds the conversation for as long as the context lasts.

        Args:
            seconds: how long to wait for the turns before.

        Raises:
            Busy: they did not end in time.
            StorageTrouble: the server failed.
        """
        async with AsyncExitStack() as held:
            try:
                async with asyncio.timeout(seconds):
                    await held.enter_async_context(self._queue.turn(conversation_id))
                    if self._server:
                        await held.enter_async_context(self._server.turn(conversation_id))
            except TimeoutError:
                who = pseudonym(conversation_id)
                raise Busy(f"Conversation {who} is still busy with an earlier message after {seconds:g} s.") from None
            yield

    async def close(self) -> None:
        """Lets the server go. The next turn connects again."""
        if self._server:
            await self._server.close()


class Queue:
    """The turns of this process. Nothing is kept of a conversation that nobody works on or waits for."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}

    def __len__(self) -> int:
        """Number of conversations in which somebody works or waits."""
        return len(self._lines)

    @asynccontextmanager
    async def turn(self, conversation_id: str) -> AsyncIterator[None]:
        """Waits until the turns that came before are over. First come, first served."""
        line = self._lines.setdefault(conversation_id, _Line())
        line.length += 1
        try:
            async with line.lock:
                yield
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[conversation_id]


class _Line:
    """The turns of one conversation: who works, and how many there are with those who wait."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.length = 0


def _of_a_server(address: URL) -> AdvisoryLocks:
    from bot.storage.advisory_locks import AdvisoryLocks  # its client takes eight megabytes, which SQLite needs not

    return AdvisoryLocks(address)
