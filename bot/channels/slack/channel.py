"""What Slack sends over HTTP, below /webhooks/slack: events, interactions, commands. Kept, acknowledged, then answered.

Slack signs each request. It waits three seconds for the acknowledgement; that needs no more than one row in storage.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from sanic import Blueprint, HTTPResponse, Request, Sanic
from sanic.response import empty
from sanic.response import json as json_response
from slack_sdk.signature import SignatureVerifier

from bot.channels.delivery import TRY_AGAIN
from bot.channels.desk import Desk
from bot.channels.limits import Limit
from bot.channels.refusal import Refused
from bot.channels.request_body import FORM, JSON, read_body
from bot.channels.slack import events
from bot.channels.slack.api import SlackApi
from bot.channels.slack.events import Malformed, Read
from bot.channels.slack.socket import Socket
from bot.dialogue.texts import Texts
from bot.storage.trouble import StorageTrouble

PREFIX = "/webhooks/slack"
LARGEST_BODY = 512 * 1024
"""Bytes of a request: an interaction brings the whole message that it is about."""


class Slack:
    """The Slack channel of a server.

    Args:
        signing_secret: the app's, with which Slack signs; empty where nothing is sent over HTTP.
        messages: how much one person may send.
        texts: for what is answered at once.
    """

    def __init__(self, api: SlackApi, desk: Desk, signing_secret: str, messages: Limit, texts: Texts) -> None:
        self._api = api
        self._desk = desk
        self._verifier = SignatureVerifier(signing_secret) if signing_secret else None
        self._messages = messages
        self._texts = texts

    def install(self, app: Sanic[Any, Any], app_token: str = "") -> None:
        """Mounts the routes, or opens a socket to Slack; and attends to people for as long as the server runs.

        Args:
            app_token: of Socket Mode; empty for HTTP.
        """
        socket = Socket(self._api, app_token, self.take_event, self.take_interaction, self.take_command)
        if not app_token:
            app.blueprint(self._blueprint())

        @app.after_server_start
        async def begin(*_where: Any) -> None:
            self._desk.start()
            if app_token:
                socket.open()

        @app.before_server_stop
        async def end(*_where: Any) -> None:
            if app_token:
                await socket.close()
            await self._desk.finish()

    async def take_event(self, envelope: dict[str, Any]) -> None:
        """Keeps an event. Raises `Refused`."""
        await self._keep(events.event(envelope))

    async def take_interaction(self, payload: dict[str, Any]) -> None:
        """Keeps a press of a button, or a choice from a list. Raises `Refused`."""
        await self._keep(events.interaction(payload))

    async def take_command(self, form: dict[str, str]) -> dict[str, str]:
        """Keeps a command; gives what is shown at once where it was typed. Raises `Refused`."""
        await self._keep(events.command(form))
        return {"response_type": "ephemeral", "text": self._texts("slack.private")}

    def _blueprint(self) -> Blueprint:
        async def event(request: Request) -> HTTPResponse:  # a mark is set on each, which no method takes
            envelope = _object(await self._signed(request, JSON))
            if envelope.get("type") == "url_verification":
                return json_response({"challenge": str(envelope.get("challenge", ""))})
            if envelope.get("type") == "event_callback":
                await _understood(self.take_event(envelope))
            return empty(200)

        async def interaction(request: Request) -> HTTPResponse:
            form = _form(await self._signed(request, FORM))
            await _understood(self.take_interaction(_object(form.get("payload", "").encode())))
            return empty(200)

        async def command(request: Request) -> HTTPResponse:
            form = _form(await self._signed(request, FORM))
            return json_response(await _understood(self.take_command(form)))

        routes = Blueprint("slack", url_prefix=PREFIX)
        for name, take in (("events", event), ("interactions", interaction), ("commands", command)):
            routes.add_route(take, f"/{name}", methods=["POST"], name=name, stream=True)
        return routes

    async def _signed(self, request: Request, kind: str) -> bytes:
        """The body, if Slack signed it within the last five minutes."""
        body = await read_body(request, LARGEST_BODY, kind)
        signature = request.headers.get("x-slack-signature", "")
        moment = request.headers.get("x-slack-request-timestamp", "")
        is_readable = moment.isascii() and moment.isdigit() and signature.isascii()
        if not (self._verifier and is_readable and self._verifier.is_valid(body, moment, signature)):
            raise Refused(401, "signature", "Only Slack may send this, signed with the app's secret.")
        return body

    async def _keep(self, found: Read | None) -> None:
        if found is None:
            return
        id = self._desk.mark(found.key)
        if wait := self._messages.take(self._desk.mark(found.address)):
            raise Refused(429, "too_many", "That was faster than anybody types.", wait)
        body = {**found.body, **({"where": self._desk.sealed(found.where)} if found.where else {})}
        try:
            await self._desk.take_in(id, found.address, found.place, body)
        except StorageTrouble as trouble:  # Slack sends an event again; of the others the person is told
            await self._desk.apologise(id, found.address, trouble, found.body.get("text", ""))
            raise Refused(503, "storage", "This could not be kept.", TRY_AGAIN) from None


async def _understood(work: Any) -> Any:
    try:
        return await work
    except Malformed as error:
        raise Refused(422, "payload", str(error)) from None


def _form(body: bytes) -> dict[str, str]:
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def _object(body: bytes) -> dict[str, Any]:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, "json", "The body is not JSON in UTF-8.") from None
    if not isinstance(read, dict):
        raise Refused(422, "object", "It has to be an object.")
    return read
