"""What whoever keeps the process running asks: does it live, and can it take a message?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.response import json as json_response
from sqlalchemy import Engine, select

from bot.runtime import model
from bot.storage.database import reading
from bot.storage.threads import in_thread
from bot.storage.trouble import StorageTrouble


@dataclass(frozen=True)
class Probes:
    """`/health` and `/ready`.

    Attributes:
        agent: Rasa's, with the model loaded.
    """

    agent: Any
    engine: Engine

    def install(self, app: Sanic[Any, Any]) -> None:
        app.add_route(self._health, "/health", methods=["GET"], name="health")
        app.add_route(self._ready, "/ready", methods=["GET"], name="ready")

    async def _health(self, _request: Request) -> HTTPResponse:
        """The process is up."""
        return json_response({"status": "up"})

    async def _ready(self, _request: Request) -> HTTPResponse:
        """The process can take a message: the model understands a sentence, and the database answers."""
        if not model.understands(self.agent):
            return json_response({"status": "not ready", "model": "understands nothing"}, status=503)
        try:
            await in_thread(_ask, self.engine)
        except StorageTrouble:
            return json_response({"status": "not ready", "database": "unreachable"}, status=503)
        return json_response({"status": "ready"})


def _ask(engine: Engine) -> None:
    with reading(engine, "ask whether the database answers") as connection:
        connection.execute(select(1))
