"""The website front end: JSON and NDJSON over HTTP (message protocol, version 1).

POST /webhooks/website/session     a new conversation: token and greeting
POST /webhooks/website/messages    one message in, the messages of the turn out
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sanic import Blueprint, HTTPResponse, Request
from sanic.response import json as json_response

from bot.channels.base import Incoming, Reception
from bot.channels.tokens import LIFETIME, Mint, TokenRefused
from bot.dialogue.answering import NotAnOption
from bot.dialogue.message import Message
from bot.dialogue.utterance import Choice

LARGEST_BODY = 64 * 1024
"""Bytes of a request; a message has at most a few thousand characters."""


class Refused(ValueError):
    """A request that cannot be taken: HTTP status, stable code, and a sentence on what is accepted."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


@dataclass(frozen=True)
class Website:
    """The routes of the website channel."""

    reception: Reception
    mint: Mint

    def blueprint(self) -> Blueprint:
        routes = Blueprint("website", url_prefix="/webhooks/website")
        routes.add_route(self._open_session, "/session", methods=["POST"], name="session")
        routes.add_route(self._take_message, "/messages", methods=["POST"], name="messages")
        routes.exception(Refused)(_refusal)
        return routes

    async def _open_session(self, request: Request) -> HTTPResponse:
        return json_response(
            {
                "token": self.mint.issue(),
                "expires_in": LIFETIME,
                "config": {"protocol": 1},
                "messages": list(_numbered([self.reception.greeting()])),
            },
            status=201,
        )

    async def _take_message(self, request: Request) -> HTTPResponse:
        incoming = self._incoming(request)
        messages = await self.reception.receive(incoming)
        numbered = list(_numbered(messages))
        last = numbered[-1]["seq"]
        error = _error_of(messages)
        status = 503 if error else 200
        if "application/json" in (request.headers.get("accept") or ""):
            return json_response(
                {"messages": numbered, "seq": last, **({"error": error} if error else {})}, status=status
            )
        closing = {"t": "error", **error} if error else {"t": "end", "seq": last}
        lines = [{"t": "ack", "id": incoming.id}, *({"t": "msg", **row} for row in numbered), closing]
        body = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        return HTTPResponse(body, status=status, content_type="application/x-ndjson")

    def _incoming(self, request: Request) -> Incoming:
        """The message of a request. Raises `Refused`."""
        conversation = self._conversation(request)
        body = _body(request)
        id, text = body.get("id"), body.get("text")
        if not isinstance(id, str) or not 0 < len(id) <= 100:
            raise Refused(422, "id", "Send an `id`: text of at most 100 characters, another one for each message.")
        if "question" in body:
            choice = _choice(body)
            try:
                self.reception.check(choice)
            except (NotAnOption, KeyError) as error:
                raise Refused(422, "choice", f"That answer does not fit the question: {error}") from error
            return Incoming(conversation, self.reception.label(choice), choice, id)
        if not isinstance(text, str):
            raise Refused(422, "text", "Send a `text`, or a `question` with a `choice`.")
        return Incoming(conversation, text, None, id)

    def _conversation(self, request: Request) -> str:
        if not request.token:
            raise Refused(401, "no_token", "Send the session's token: `Authorization: Bearer …`.")
        try:
            return self.mint.conversation(request.token)
        except TokenRefused as error:
            raise Refused(401, "token", str(error)) from error


def _body(request: Request) -> dict[str, Any]:
    if len(request.body) > LARGEST_BODY:
        raise Refused(413, "too_large", f"A message may have {LARGEST_BODY} bytes.")
    if request.content_type.split(";")[0].strip() != "application/json":
        raise Refused(415, "content_type", "Send `Content-Type: application/json`.")
    try:
        body = json.loads(request.body)
    except ValueError as error:
        raise Refused(400, "json", "The body is not JSON.") from error
    if not isinstance(body, dict):
        raise Refused(422, "object", "The body must be an object.")
    return body


def _choice(body: dict[str, Any]) -> Choice:
    question, choice = body["question"], body.get("choice")
    if isinstance(question, str):
        if isinstance(choice, str):
            return Choice(question, (choice,))
        if isinstance(choice, int) and not isinstance(choice, bool):
            return Choice(question, number=choice)
        if isinstance(choice, list) and choice and all(isinstance(option, str) for option in choice):
            return Choice(question, tuple(dict.fromkeys(choice)))
    raise Refused(422, "choice", "`choice` is an option id, a list of option ids, or a number.")


def _numbered(messages: Iterable[Message]) -> Iterable[dict[str, Any]]:
    for number, message in enumerate(messages, start=1):
        yield {"seq": number, "text": message.text, "custom": dict(message.payload) if message.payload else None}


def _error_of(messages: Iterable[Message]) -> dict[str, str] | None:
    """Code and text of a turn that failed. Its messages are sent all the same: a warning may be among them."""
    failed = next((message for message in messages if message.type == "trouble" and message.payload), None)
    return {"code": str(failed.payload["kind"]), "message": failed.text} if failed and failed.payload else None


async def _refusal(_request: Request, refused: Refused) -> HTTPResponse:
    return json_response({"error": {"code": refused.code, "message": str(refused)}}, status=refused.status)
