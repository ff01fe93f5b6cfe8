"""The website front end: JSON and NDJSON over HTTP (message protocol, version 1). docs/website.md tells how to use it.

POST   /webhooks/website/session      a new conversation, or a fresh token for one that is known
POST   /webhooks/website/messages     one message in, the messages of the turn out
GET    /webhooks/website/events       what was said after a place
GET    /webhooks/website/transcript   all that was said
DELETE /webhooks/website/session      the conversation and all that came of it is erased
GET    /webhooks/website/openapi.json the description of all this for machines
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sanic import Blueprint, HTTPResponse, Request
from sanic.response import json as json_response
from sanic.response import text as text_response
from sqlalchemy import Engine

from bot.channels import website_lines, website_request
from bot.channels.base import LONGEST_TEXT, Reception
from bot.channels.delivery import TRY_AGAIN, Delivery, Underway, gone
from bot.channels.limits import Limit
from bot.channels.refusal import Refused
from bot.channels.tokens import LIFETIME, Mint, TokenRefused
from bot.channels.website_openapi import description
from bot.dialogue.message import PROTOCOL_VERSION
from bot.storage import erasures, people
from bot.storage.threads import in_thread
from bot.storage.trouble import StorageTrouble

PREFIX = "/webhooks/website"

SOON = 1.0
"""Seconds for which the status of a stream is held back: a turn that fails by then is told by its status as well."""

HEARTBEAT = 10.0
"""Seconds between two lines of a stream at most."""

T = TypeVar("T")


@dataclass(frozen=True)
class Website:
    """The routes of the website channel.

    Attributes:
        messages: how many one conversation may send.
        sessions: how many one address may open. Called with the request, gives seconds to wait, or 0.
    """

    reception: Reception
    delivery: Delivery
    mint: Mint
    engine: Engine
    messages: Limit
    sessions: Callable[[Request], float]

    def blueprint(self) -> Blueprint:
        async def take_message(request: Request) -> HTTPResponse | None:  # a mark is set on it, which no method takes
            return await self._take_message(request)

        routes = Blueprint("website", url_prefix=PREFIX)
        routes.add_route(self._open_session, "/session", methods=["POST"], name="session")
        routes.add_route(take_message, "/messages", methods=["POST"], name="messages", stream=True)
        routes.add_route(self._events, "/events", methods=["GET"], name="events")
        routes.add_route(self._transcript, "/transcript", methods=["GET"], name="transcript")
        routes.add_route(self._erase, "/session", methods=["DELETE"], name="erase")
        routes.add_route(_describe, "/openapi.json", methods=["GET"], name="openapi")
        routes.before_server_stop(self._finish)
        return routes

    async def _open_session(self, request: Request) -> HTTPResponse:
        """Who comes back with a token that is still good gets a fresh one, and what was said so far."""
        known = await self._living_conversation(request) if "authorization" in request.headers else None
        _within(self.sessions(request), "Too many sessions were opened from this address.")
        said = await self._stored(people.transcript, known) if known else []
        greeting = {"seq": 0, "text": self.reception.greeting().text, "custom": None, "who": "malleo"}
        return json_response(
            {
                "token": self.mint.issue(known),
                "expires_in": LIFETIME,
                "known": known is not None,
                "config": {"protocol": PROTOCOL_VERSION, "longest_text": LONGEST_TEXT},
                "messages": [website_lines.said(line) for line in said] or [greeting],
                "seq": said[-1].seq if said else 0,
            },
            status=201,
        )

    async def _take_message(self, request: Request) -> HTTPResponse | None:
        conversation = self._conversation(request)
        incoming = await website_request.incoming(request, conversation, self.reception)
        _within(self.messages.take(conversation), "That was faster than anybody types.")
        underway = self.delivery.take(incoming)
        if website_request.accepts(request, "application/json"):
            await asyncio.wait({underway.answer})
            return website_lines.as_json(underway.answer.result())
        if await _ends_soon(underway):
            return website_lines.whole(underway.answer.result(), incoming.id)
        await _stream(request, underway, incoming.id)
        return None

    async def _events(self, request: Request) -> HTTPResponse:
        conversation = await self._living_conversation(request)
        after = website_request.after(request)
        lines = await self._stored(people.transcript, conversation, after)
        if website_request.accepts(request, "application/json"):
            said = [website_lines.said(line) for line in lines]
            return json_response({"messages": said, "seq": lines[-1].seq if lines else after})
        body = website_lines.encoded(website_lines.events(lines, after))
        return HTTPResponse(body, content_type=website_lines.NDJSON)

    async def _transcript(self, request: Request) -> HTTPResponse:
        conversation = await self._living_conversation(request)
        lines = await self._stored(people.transcript, conversation)
        if website_request.accepts(request, "text/plain"):
            return text_response(self.reception.transcript(lines), headers=_TO_KEEP)
        return json_response({"lines": [website_lines.said(line) for line in lines]})

    async def _erase(self, request: Request) -> HTTPResponse:
        try:
            await self.delivery.erase(self._conversation(request))
        except StorageTrouble:
            raise self._storage_refused() from None
        return HTTPResponse(status=204)

    async def _finish(self, *_where: Any) -> None:
        await self.delivery.finish()

    def _conversation(self, request: Request) -> str:
        """The conversation that the token names, whether or not there is anything of it. Raises `Refused`."""
        if not request.token:
            raise Refused(401, "no_token", "Send the session's token: `Authorization: Bearer …`.")
        try:
            return self.mint.conversation(request.token)
        except TokenRefused as error:
            raise Refused(401, error.code, str(error)) from error

    async def _living_conversation(self, request: Request) -> str:
        """The same, unless it was erased."""
        conversation = self._conversation(request)
        _within(self.messages.take(conversation), "That was faster than anybody types.")
        if await self._stored(erasures.is_erased, conversation):
            raise gone()
        return conversation

    async def _stored(self, read: Callable[..., T], *arguments: Any) -> T:
        """What is in storage. Raises `Refused` when that cannot be read."""
        try:
            return await in_thread(read, self.engine, *arguments)
        except StorageTrouble:
            raise self._storage_refused() from None

    def _storage_refused(self) -> Refused:
        return Refused(503, "storage", self.reception.trouble("storage").text, TRY_AGAIN)


async def _ends_soon(underway: Underway) -> bool:
    either: set[asyncio.Future[Any]] = {underway.begun, underway.answer}
    await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    done, _ = await asyncio.wait({underway.answer}, timeout=SOON)
    return bool(done)


async def _stream(request: Request, underway: Underway, id: str) -> None:
    """Tells that the message was taken in, keeps the connection alive, and ends with what came of it."""
    response = await request.respond(content_type=website_lines.NDJSON, headers={"X-Accel-Buffering": "no"})
    await response.send(website_lines.encoded([website_lines.ack(id), website_lines.TYPING]))
    while not (await asyncio.wait({underway.answer}, timeout=HEARTBEAT))[0]:
        await response.send(website_lines.encoded([website_lines.TYPING]))
    try:
        closing = website_lines.rows(underway.answer.result())
    except Refused as refused:
        closing = [website_lines.error(refused.code, str(refused))]
    await response.send(website_lines.encoded(closing))
    await response.eof()


async def _describe(_request: Request) -> HTTPResponse:
    return json_response(description())


def _within(seconds: float, why: str) -> None:
    if seconds:
        raise Refused(429, "too_many", f"{why} Try again in a moment.", seconds)


_TO_KEEP = {"Content-Disposition": 'attachment; filename="malleo-conversation.txt"'}
