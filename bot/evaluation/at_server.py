"""Cases are played at a running server, through its website channel, as docs/website.md tells a client to."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientSession, ClientSSLError, ClientTimeout

from bot.dialogue.message import Message
from bot.evaluation import server_answers
from bot.evaluation.door import DoorShut
from bot.evaluation.persistence import LOST, TryAgain, persistently
from bot.evaluation.personas import Reply

CHANNEL = "/webhooks/website"

TIMES = ClientTimeout(total=None, sock_connect=10, sock_read=30)
"""Seconds. While a turn takes long, a line comes every ten."""

LONGEST_LINE = 2**20
"""Bytes of one line of an answer at least: a result is one."""


@asynccontextmanager
async def reached(written: str) -> AsyncIterator[AtServer]:
    """The server at an address, with or without the path of the channel. Raises `DoorShut` when it is not ready."""
    address = _address(written)
    async with ClientSession(timeout=TIMES, read_bufsize=LONGEST_LINE) as client:
        try:
            async with client.get(f"{address}/ready", allow_redirects=False) as answer:
                if answer.status == 503:
                    raise DoorShut(f"The server at {address} is not ready: see {address}/ready.")
        except ClientSSLError:
            raise DoorShut(f"{address} is not safe to talk to: its certificate is not good, or it has none.") from None
        except LOST:
            raise DoorShut(f"Nobody answers at {address}. Does `malleo serve` run there?") from None
        yield AtServer(client, address)


@dataclass(frozen=True)
class AtServer:
    """A server that takes messages."""

    client: ClientSession
    address: str

    @property
    def name(self) -> str:
        return f"at {self.address}"

    @asynccontextmanager
    async def conversation(self) -> AsyncIterator[ServerDoor]:
        """A conversation that is erased afterwards: simulated patients are no people."""
        door = ServerDoor(self, await persistently(self._open_session, self.address))
        try:
            yield door
        except BaseException:
            with suppress(*LOST, TryAgain, DoorShut):  # what went wrong first is what is told
                await door.erase()
            raise
        await persistently(door.erase, self.address)

    async def _open_session(self) -> str:
        """The token of a new session."""
        async with self.client.post(f"{self.address}{CHANNEL}/session", allow_redirects=False) as answer:
            return await server_answers.token(answer, self.address)


@dataclass(frozen=True)
class ServerDoor:
    """One conversation at a server."""

    at: AtServer
    token: str

    async def send(self, reply: Reply) -> Sequence[Message]:
        return await persistently(partial(self._ask, {"id": uuid.uuid4().hex, **_content(reply)}), self.at.address)

    async def erase(self) -> None:
        """Erases it at the server, with all that came of it."""
        async with self.at.client.delete(
            f"{self.at.address}{CHANNEL}/session", headers=self._key, allow_redirects=False
        ) as answer:
            if answer.status != 204:
                await server_answers.refuse(answer, self.at.address)

    async def _ask(self, message: dict[str, Any]) -> Sequence[Message]:
        """One try. With the same id the message is answered once, however often it is sent."""
        headers = {**self._key, "Accept": server_answers.NDJSON}
        async with self.at.client.post(
            f"{self.at.address}{CHANNEL}/messages", json=message, headers=headers, allow_redirects=False
        ) as answer:
            return await server_answers.messages(answer, self.at.address)

    @property
    def _key(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


def _content(reply: Reply) -> dict[str, Any]:
    if not reply.options:
        return {"text": reply.text}
    return {"question": reply.question, "choice": reply.options[0] if len(reply.options) == 1 else reply.options}


def _address(written: str) -> str:
    """The address without the path of the channel. Raises `DoorShut`.

    That does not quote the address: there may be a password in it.
    """
    try:
        parts = urlsplit(written)
        is_one = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or "@" in parts.netloc or parts.query or parts.fragment:
        raise DoorShut("--server: give an address such as http://127.0.0.1:5005, without name, password or query.")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/').removesuffix(CHANNEL).rstrip('/')}"
