"""One turn of a conversation at a time, in the order in which they came, in this process and among several."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial

import psycopg
from sqlalchemy import URL

from bot.storage.database import CONNECT_SECONDS, SILENT_MILLISECONDS
from bot.storage.threads import to_the_end
from bot.storage.trouble import Busy, StorageTrouble, pseudonym


class TurnLock:
    """Who may work on a conversation.

    Args:
        address: PostgreSQL server that the processes share; `None` when this process is the only one.
    """

    def __init__(self, address: URL | None = None) -> None:
        self._queue = Queue()
        self._server = AdvisoryLocks(address) if address else None

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


class AdvisoryLocks:
    """Locks that belong to a connection of the server and end with it, also when the process dies.

    Nearly always nobody else works on the conversation: one connection asks for all locks of this process. Who has to
    wait does so on a connection of their own, in the server's queue, and is woken by the server.
    """

    def __init__(self, address: URL) -> None:
        self._address = address.set(drivername="postgresql").render_as_string(hide_password=False)
        self._shared: _Shared | None = None

    @asynccontextmanager
    async def turn(self, conversation_id: str) -> AsyncIterator[None]:
        """Waits until no other process holds the conversation. Raises `StorageTrouble` when the server fails."""
        try:
            release = await self._acquire(_key(conversation_id))
        except psycopg.Error as error:
            code = error.sqlstate or "no answer"
            raise StorageTrouble(f"Could not lock a conversation: {type(error).__name__} ({code}).") from None
        try:
            yield
        finally:
            await to_the_end(_unless_dead(release))

    async def close(self) -> None:
        """Closes the shared connection; locks that it holds are free."""
        if self._shared:
            self._shared.close()
            self._shared = None

    async def _acquire(self, key: int) -> Callable[[], Awaitable[object]]:
        """Takes the lock and returns what gives it back."""
        shared = self._of_this_loop()
        give_back = partial(shared.ask, _UNLOCK, key)
        try:
            free = await to_the_end(shared.ask(_TRY, key))
        except asyncio.CancelledError:
            await to_the_end(_unless_dead(give_back))
            raise
        return give_back if free else await self._wait(key)

    async def _wait(self, key: int) -> Callable[[], Awaitable[object]]:
        own = await _connect(self._address)
        try:
            await own.execute(_LOCK, [key])
        except BaseException:
            await own.close()
            raise

        async def give_back() -> None:
            async with own:
                await own.execute(_UNLOCK, [key])

        return give_back

    def _of_this_loop(self) -> _Shared:
        loop = asyncio.get_running_loop()
        if self._shared is None or self._shared.loop is not loop:
            if self._shared:
                self._shared.close()
            self._shared = _Shared(self._address, loop)
        return self._shared


_TRY = "SELECT pg_try_advisory_lock(%s)"
_LOCK = "SELECT pg_advisory_lock(%s)"
_UNLOCK = "SELECT pg_advisory_unlock(%s)"


class _Shared:
    """The connection that asks for the locks of one event loop. Made when first needed, and again when it broke."""

    def __init__(self, address: str, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._address = address
        self._connection: psycopg.AsyncConnection | None = None
        self._connecting = asyncio.Lock()

    async def ask(self, question: str, key: int) -> bool:
        connection = await self._connected()
        try:
            return await _answer(connection, question, key)
        except psycopg.OperationalError:  # the server was restarted since the last question
            await connection.close()
        return await _answer(await self._connected(), question, key)

    def close(self) -> None:
        """Also from another event loop, when this one is gone."""
        if self._connection:
            self._connection.pgconn.finish()

    async def _connected(self) -> psycopg.AsyncConnection:
        async with self._connecting:
            if self._connection is None or self._connection.closed:
                self._connection = await _connect(self._address)
            return self._connection


async def _connect(address: str) -> psycopg.AsyncConnection:
    return await psycopg.AsyncConnection.connect(
        address,
        autocommit=True,
        application_name="malleo-lock",
        connect_timeout=CONNECT_SECONDS,
        tcp_user_timeout=SILENT_MILLISECONDS,
    )


async def _answer(connection: psycopg.AsyncConnection, question: str, key: int) -> bool:
    row = await (await connection.execute(question, [key])).fetchone()
    return bool(row and row[0])


async def _unless_dead(release: Callable[[], Awaitable[object]]) -> None:
    """Gives a lock back. A connection that died gave it back already."""
    with suppress(psycopg.Error):
        await release()


def _key(conversation_id: str) -> int:
    """The 64-bit number that stands for a conversation."""
    digest = hashlib.blake2b(conversation_id.encode("utf-8", "replace"), digest_size=8, person=b"malleo-turn")
    return int.from_bytes(digest.digest(), signed=True)
