"""Socket Mode of the Slack on this machine: what is delivered goes through a socket, until it is acknowledged."""

from __future__ import annotations

import asyncio
import json
import threading
import uuid
from collections.abc import Coroutine
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from slack_server import FORM, Delivery

KINDS = {"events": "events_api", "interactions": "interactive", "commands": "slash_commands"}
ACKNOWLEDGE_WITHIN = 3.0


class Sockets:
    """Takes one connection at a time, for the time of a `with`.

    Attributes:
        url: where an app connects to.
        connected: set while one is.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._socket: web.WebSocketResponse | None = None
        self._acknowledged: dict[str, asyncio.Future[Any]] = {}
        self.connected = threading.Event()
        self.connections = 0

    def __enter__(self) -> Sockets:
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self.url = f"ws://127.0.0.1:{self._do(self._serve())}/link"
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._runner.cleanup())
        self._loop.call_soon_threadsafe(self._loop.stop)

    def deliver(self, delivery: Delivery) -> tuple[int, str]:
        """Sends it. 200 and what the acknowledgement carries, or 0 when none came in time."""
        return self._do(self._deliver(delivery))

    def disconnect(self) -> None:
        """Asks for a new connection and closes this one, as Slack does every few hours."""
        self.connected.clear()
        self._do(self._disconnect())

    async def _serve(self) -> int:
        app = web.Application()
        app.router.add_get("/link", self._connect)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        return int(self._runner.addresses[0][1])

    async def _connect(self, request: web.Request) -> web.WebSocketResponse:
        socket = self._socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "debug_info": {}, "connection_info": {}})
        self.connections += 1
        self.connected.set()
        async for message in socket:
            said = json.loads(message.data)
            waiting = self._acknowledged.get(said["envelope_id"])
            if waiting and not waiting.done():
                waiting.set_result(said.get("payload"))
        return socket

    async def _deliver(self, delivery: Delivery) -> tuple[int, str]:
        assert self._socket is not None
        id = str(uuid.uuid4())
        acknowledged = self._acknowledged[id] = self._loop.create_future()
        await self._socket.send_json(
            {"type": KINDS[delivery.path], "envelope_id": id, "payload": _payload(delivery),
             "accepts_response_payload": delivery.path == "commands", "retry_attempt": 0, "retry_reason": ""}
        )  # fmt: skip
        try:
            answer = await asyncio.wait_for(acknowledged, ACKNOWLEDGE_WITHIN)
        except TimeoutError:
            return 0, ""
        return 200, json.dumps(answer) if answer else ""

    async def _disconnect(self) -> None:
        assert self._socket is not None
        await self._socket.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}})
        await self._socket.close()

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)


def _payload(delivery: Delivery) -> Any:
    """What would be the body of a request."""
    if delivery.kind != FORM:
        return json.loads(delivery.body)
    fields = dict(parse_qsl(delivery.body.decode(), keep_blank_values=True))
    return json.loads(fields["payload"]) if delivery.path == "interactions" else fields
