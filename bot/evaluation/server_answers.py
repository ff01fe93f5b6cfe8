"""Reading what the website channel of a server answers (message protocol, version 1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn

from aiohttp import ClientResponse

from bot.dialogue.message import PROTOCOL_VERSION, Message
from bot.evaluation.door import DoorShut
from bot.evaluation.persistence import TryAgain
from bot.knowledge.model import Level

NDJSON = "application/x-ndjson"

USUAL_WAIT = 5.0
"""Seconds after which a request that failed is sent again when the answer does not say."""

FAILED_TURN = "turn"
"""Code of a message that the assistant could not answer. If it stays so, that is how the case went."""

LEVELS = frozenset(level.value for level in Level)


async def token(answer: ClientResponse, server: str) -> str:
    """The token of a session that was opened. Raises `TryAgain`, or `DoorShut`."""
    if answer.status != 201:
        await refuse(answer, server)
    match await _json(answer):
        case {"token": str(token), "config": {"protocol": version}} if version == PROTOCOL_VERSION:
            return token
        case {"token": str(), "config": {"protocol": version}}:
            raise DoorShut(f"The server at {server} speaks version {version} of the protocol, not {PROTOCOL_VERSION}.")
    raise DoorShut(_no_channel(server, "201"))


async def messages(answer: ClientResponse, server: str) -> Sequence[Message]:
    """What is said in answer to a message.

    Raises:
        TryAgain: the turn failed, or the stream was cut off.
        DoorShut: the server does not take it, or speaks another protocol.
    """
    if answer.content_type != NDJSON:
        await refuse(answer, server)
    said: list[Message] = []
    async for line in answer.content:
        match _row(line):
            case {"t": "msg", "text": str(text), **more}:
                said.append(_message(text, more.get("custom"), server))
            case {"t": "end"}:
                return said
            case {"t": "error", **more}:
                instead = said if more.get("code") == FAILED_TURN else None
                raise TryAgain("cannot answer a message", _wait(answer), instead=instead)
    raise TryAgain("breaks its answers off")


async def refuse(answer: ClientResponse, server: str) -> NoReturn:
    """Raises what follows from the status of an answer that is not the one hoped for: `TryAgain` or `DoorShut`."""
    status, code = answer.status, await _code(answer)
    told = f"{status}, {code}" if code else f"{status}"
    if status == 429:
        raise TryAgain(f"takes no more for now ({told})", _wait(answer), too_many=True)
    if status == 408 or status >= 500:
        raise TryAgain(f"fails ({told})", _wait(answer))
    if status == 401:
        raise DoorShut(f"The server at {server} wants a key, or does not take its own any more ({told}).")
    if 300 <= status < 400:
        raise DoorShut(f"{server} sends on to another address ({told}). Give that one.")
    if status == 403 or code not in (None, "not_found", "method"):
        raise DoorShut(f"The server at {server} does not take what the protocol allows ({told}).")
    raise DoorShut(_no_channel(server, told))


def _no_channel(server: str, told: str) -> str:
    return (
        f"There is no website channel of Malleo at {server} ({told}). Give the address of `malleo serve`, such as "
        "http://127.0.0.1:5005."
    )


def _row(line: bytes) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        raise TryAgain("breaks its answers off") from None


def _message(text: str, custom: Any, server: str) -> Message:
    """The message. A payload without a type is passed over; a type whose fields are not as agreed is refused."""
    match custom:
        case {"type": "assessment", "triage": {"level": str(level)}} | {"type": "escalation", "level": str(level)}:
            is_known = level in LEVELS
        case {"type": "assessment" | "escalation"}:
            is_known = False
        case {"type": "question"}:
            is_known = isinstance(custom.get("id"), str) and isinstance(custom.get("kind"), str)
        case {"type": str()}:
            is_known = True
        case _:
            return Message(text)
    if not is_known:
        raise DoorShut(f"The server at {server} sends a message of type {custom['type']} that is not as agreed.")
    return Message(text, custom)


async def _code(answer: ClientResponse) -> str | None:
    """The code of an error in the form of the protocol."""
    match await _json(answer):
        case {"error": {"code": str(code)}} if code.isidentifier():
            return code
    return None


async def _json(answer: ClientResponse) -> Any:
    """The body read as JSON, or nothing: it may be anybody's page."""
    try:
        return json.loads(await answer.read())
    except ValueError:
        return None


def _wait(answer: ClientResponse) -> float:
    """Seconds that `Retry-After` names, as a number or as a date."""
    written = answer.headers.get("Retry-After", "").strip()
    if written.isascii() and written.isdigit():
        return float(written)
    try:
        return max(0.0, (parsedate_to_datetime(written) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):  # no date, or one without a zone
        return USUAL_WAIT
