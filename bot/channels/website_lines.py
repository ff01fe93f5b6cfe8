"""The answers of the website channel: lines of a stream, or one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sanic import HTTPResponse
from sanic.response import json as json_response

from bot.channels.delivery import TRY_AGAIN, Answer
from bot.storage.people import Line

NDJSON = "application/x-ndjson"
PERSON = "person"

Row = dict[str, Any]


def ack(id: str) -> Row:
    """The message was taken in."""
    return {"t": "ack", "id": id}


TYPING: Row = {"t": "typing"}
"""The answer is being worked on. Sent again and again while it is, so that the connection is seen to live."""


def rows(answer: Answer) -> list[Row]:
    """The lines of an answer, with the one that closes the stream."""
    if answer.trouble:
        return [*map(_row, answer.lines), error(*answer.trouble)]
    return [*map(_row, answer.lines), {"t": "end", "seq": answer.last}]


def error(code: str, message: str) -> Row:
    """Closes a stream whose turn failed."""
    return {"t": "error", "code": code, "message": message}


def events(lines: Iterable[Line], after: int) -> list[Row]:
    """Lines from storage, those of the person as acknowledgements that tell what was said, and the one that closes."""
    told = [_row(line) for line in lines]
    return [*told, {"t": "end", "seq": told[-1]["seq"] if told else after}]


def said(line: Line) -> Row:
    """One thing that was said, by whom and when."""
    return {**_message(line), "who": line.who, "turn": line.turn, "at": line.at.isoformat()}


def encoded(rows: Iterable[Mapping[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def whole(answer: Answer, id: str) -> HTTPResponse:
    """A stream that is told at once."""
    before = [ack(id)] if answer.replayed or answer.trouble else [ack(id), TYPING]
    body = encoded([*before, *rows(answer)])
    return HTTPResponse(body, status=_status(answer), headers=_headers(answer), content_type=NDJSON)


def as_json(answer: Answer) -> HTTPResponse:
    """One object with all messages."""
    body: Row = {"messages": [_message(line) for line in answer.lines], "seq": answer.last}
    if answer.trouble:
        body["error"] = dict(zip(("code", "message"), answer.trouble, strict=True))
    return json_response(body, status=_status(answer), headers=_headers(answer))


def _row(line: Line) -> Row:
    if line.who == PERSON:
        return {**ack(line.id), "seq": line.seq, "text": line.text}
    return {"t": "msg", **_message(line)}


def _message(line: Line) -> Row:
    return {"seq": line.seq, "text": line.text, "custom": dict(line.custom) if line.custom else None}


def _status(answer: Answer) -> int:
    return 503 if answer.trouble else 200


def _headers(answer: Answer) -> dict[str, str]:
    return {"Retry-After": str(TRY_AGAIN)} if answer.trouble else {}
