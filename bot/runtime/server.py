"""The HTTP server: front ends below /webhooks, and what an operator asks: /health and /ready.

Rasa's own HTTP API is not mounted.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.response import json as json_response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.base import Reception
from bot.channels.tokens import Mint, new_key
from bot.channels.website import LARGEST_BODY, Website
from bot.runtime import settings
from bot.runtime.practice import engine


def run(host: str, port: int, model_path: Path) -> None:
    """Serves until it is stopped. Loads the assistant first, so that a fault shows before the port opens."""
    from bot.runtime.assistant import load_assistant

    agent, practice = load_assistant(model_path)
    app = create_app(Reception(agent, practice, "website"), Mint(secret_key()))

    @app.after_server_start
    async def say_so(*_where: object) -> None:
        sys.stdout.write(f"Serving on http://{host}:{port}. Stop with Ctrl-C.\n")
        sys.stdout.flush()

    app.run(host=host, port=port, single_process=True, motd=False, access_log=False)


def create_app(reception: Reception, mint: Mint) -> Sanic[Any, Any]:
    """The application for an assistant that is loaded."""
    app: Sanic[Any, Any] = Sanic("malleo", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = 2 * LARGEST_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.blueprint(Website(reception, mint).blueprint())
    app.add_route(_health, "/health", methods=["GET"])
    app.add_route(_ready, "/ready", methods=["GET"])
    return app


def secret_key() -> str:
    """`MALLEO_SECRET`, or a key made once and kept beside the database, readable by the owner alone."""
    if key := os.environ.get("MALLEO_SECRET"):
        return key
    path = settings.STATE / "secret"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(new_key())
    return path.read_text(encoding="utf-8")


async def _health(_request: Request) -> HTTPResponse:
    """The process is up."""
    return json_response({"status": "up"})


async def _ready(_request: Request) -> HTTPResponse:
    """The process can take a message: its model is loaded (or it would not listen) and the database answers."""
    try:
        await asyncio.to_thread(_ask_the_database)
    except SQLAlchemyError:
        return json_response({"status": "not ready", "database": "unreachable"}, status=503)
    return json_response({"status": "ready"})


def _ask_the_database() -> None:
    with engine().connect() as connection:
        connection.execute(text("select 1"))
