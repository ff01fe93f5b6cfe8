"""Locks among processes, kept by a PostgreSQL server."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial

import psycopg
from sqlalchemy import URL

from bot.storage.database import CONNECT_SECONDS, SILENT_MILLISECONDS
from bot.storage.threads import to_the_end
from bot.storage.trouble import StorageTrouble


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
