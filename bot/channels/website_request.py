"""Reading a request of the website channel. What is not as the protocol says is refused with what is accepted."""

from __future__ import annotations

import json
from typing import Any

from sanic import Request

from bot.channels.base import Incoming, Reception
from bot.channels.refusal import Refused
from bot.channels.request_body import read_body
from bot.dialogue.answering import NotAnOption
from bot.dialogue.utterance import Choice

LARGEST_BODY = 64 * 1024
"""Bytes of a request; a message has at most a few thousand characters."""

LONGEST_ID = 100
"""Characters of a message's id."""

LONGEST_PLACE = 9
"""Digits of a place: no conversation has so many events."""


async def incoming(request: Request, conversation: str, reception: Reception) -> Incoming:
    """The message of a request. Raises `Refused`."""
    body = _object(await read_body(request, LARGEST_BODY))
    id, text = body.get("id"), body.get("text")
    if not isinstance(id, str) or not 0 < len(id) <= LONGEST_ID or not id.isprintable():
        raise Refused(422, "id", f"Send an `id`: text of at most {LONGEST_ID} characters, another for each message.")
    if "question" in body:
        choice = _choice(body)
        try:
            reception.check(choice)
        except NotAnOption as error:
            raise Refused(422, "choice", f"That answer does not fit the question: {error}") from error
        except KeyError as error:
            raise Refused(422, "question", "There is no such question.") from error
        return Incoming(conversation, reception.label(choice), choice, id)
    if not isinstance(text, str):
        raise Refused(422, "text", "Send a `text`, or a `question` with a `choice`.")
    return Incoming(conversation, _whole(text), None, id)


def after(request: Request) -> int:
    """The place after which events are wanted; 0 when none is named. Raises `Refused`."""
    named = request.args.get("after", "0")
    if not (named.isascii() and named.isdigit() and len(named) <= LONGEST_PLACE):  # before `int`, which takes no 4301
        raise Refused(422, "after", "`after` is the `seq` of the last line that you have: a whole number from 0.")
    return int(named)


def accepts(request: Request, kind: str) -> bool:
    """Whether the client names that media type among those that it takes."""
    return any(part.split(";")[0].strip().lower() == kind for part in request.headers.get("accept", "").split(","))


def _object(body: bytes) -> dict[str, Any]:
    try:
        read = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refused(400, "json", "The body is not JSON in UTF-8.") from error
    if not isinstance(read, dict):
        raise Refused(422, "object", "The body must be an object.")
    return read


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


def _whole(text: str) -> str:
    """The text with a mark in place of each half of an emoji, which JSON can name and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode()
