"""The webhook of Telegram: POST /webhooks/telegram. An update is kept, then acknowledged, then answered.

Telegram shows the secret that was set with the webhook. Whoever does not is not Telegram.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from typing import Any

from sanic import Blueprint, HTTPResponse, Request, Sanic
from sanic.response import empty

from bot.channels.delivery import TRY_AGAIN
from bot.channels.desk import Desk
from bot.channels.limits import Limit
from bot.channels.refusal import Refused
from bot.channels.request_body import read_body
from bot.channels.telegram.api import TelegramApi
from bot.channels.telegram.polling import poll, take_in
from bot.channels.telegram.updates import Malformed, Read, read
from bot.storage.trouble import StorageTrouble

PREFIX = "/webhooks/telegram"
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of the header
LARGEST_BODY = 256 * 1024
"""Bytes of an update: one with a long text and its formatting has some ten thousand."""


class Telegram:
    """The Telegram channel of a server.

    Args:
        secret: what Telegram was told to show.
        messages: how many updates one chat may send.
    """

    def __init__(self, api: TelegramApi, desk: Desk, secret: str, messages: Limit) -> None:
        self._api = api
        self._desk = desk
        self._secret = secret.encode()
        self._messages = messages
        self._asking: asyncio.Task[None] | None = None

    def install(self, app: Sanic[Any, Any], *, ask: bool = False) -> None:
        """Mounts the webhook, or asks for updates instead; and attends to people for as long as the server runs."""
        if not ask:
            app.blueprint(self._blueprint())

        @app.after_server_start
        async def begin(*_where: Any) -> None:
            self._desk.start()
            if ask:
                self._asking = asyncio.create_task(poll(self._api, self._desk))

        @app.before_server_stop
        async def end(*_where: Any) -> None:
            if self._asking:
                self._asking.cancel()
            await self._desk.finish()
            await self._api.close()

    def _blueprint(self) -> Blueprint:
        async def take(request: Request) -> HTTPResponse:  # a mark is set on it, which no method takes
            return await self._take(request)

        routes = Blueprint("telegram", url_prefix=PREFIX)
        routes.add_route(take, "/", methods=["POST"], name="updates", stream=True)
        return routes

    async def _take(self, request: Request) -> HTTPResponse:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode("utf-8", "replace"), self._secret):
            raise Refused(401, "secret", "Only Telegram may send updates, with the secret that was set for it.")
        update = _object(await read_body(request, LARGEST_BODY))
        try:
            found = read(update)
        except Malformed as error:
            raise Refused(422, "update", str(error)) from None
        if found is not None:
            if wait := self._messages.take(found.address["chat"]):
                raise Refused(429, "too_many", "That was faster than anybody types.", wait)
            await self._keep(found)
        return empty(200)

    async def _keep(self, found: Read) -> None:
        try:
            await take_in(self._desk, found)
        except StorageTrouble as trouble:  # Telegram sends it again
            await self._desk.apologise(str(found.id), found.address, trouble, found.body.get("text", ""))
            raise Refused(503, "storage", "The update could not be kept.", TRY_AGAIN) from None


def _object(body: bytes) -> dict[str, Any]:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, "json", "The body is not JSON in UTF-8.") from None
    if not isinstance(update, dict):
        raise Refused(422, "update", "An update is an object.")
    return update
