"""Errors of the front ends over HTTP, all of one form: `{"error": {"code", "message"}}`. Never a word of a person."""

from __future__ import annotations

import logging
import math
import traceback
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.exceptions import SanicException
from sanic.response import json as json_response

logger = logging.getLogger(__name__)


class Refused(ValueError):
    """A request that cannot be taken: HTTP status, stable code, and a sentence on what is accepted.

    Attributes:
        retry_after: seconds after which it is worth trying again; `None` where that changes nothing.
    """

    def __init__(self, status: int, code: str, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.retry_after = retry_after

    @property
    def headers(self) -> dict[str, str]:
        if self.status == 401:
            return {"WWW-Authenticate": "Bearer"}
        return {} if self.retry_after is None else {"Retry-After": str(max(1, math.ceil(self.retry_after)))}


def answer_errors(app: Sanic[Any, Any]) -> None:
    """Makes the application answer every error in the one form."""
    app.exception(Refused)(_refused)
    app.exception(SanicException)(_not_served)
    app.exception(Exception)(_failed)


def error_response(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> HTTPResponse:
    return json_response({"error": {"code": code, "message": message}}, status=status, headers=headers)


async def _refused(_request: Request, refused: Refused) -> HTTPResponse:
    return error_response(refused.status, refused.code, str(refused), refused.headers)


async def _not_served(_request: Request, error: SanicException) -> HTTPResponse:
    """What Sanic refuses before a front end sees it."""
    status = getattr(error, "status_code", 500)
    if status >= 500 and status != 503:
        return await _failed(_request, error)
    code, message = _SANIC.get(status, ("bad_request", "The request cannot be read."))
    return error_response(status, code, message, dict(getattr(error, "headers", None) or {}))


async def _failed(_request: Request, error: Exception) -> HTTPResponse:
    """A fault of ours. Kind and place are logged, not the message, which may quote what a person typed."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "unknown"
    logger.error("A request failed: %s at %s", type(error).__name__, place)
    return error_response(500, "internal", "Something went wrong on our side. Please try again.")


_SANIC = {
    404: ("not_found", "There is nothing at this address."),
    405: ("method", "This address does not take that method."),
    408: ("slow", "The request did not arrive in time."),
    413: ("too_large", "The request is too large."),
    414: ("too_large", "The address is too long."),
    417: ("expectation", "That expectation cannot be met."),
    431: ("too_large", "The headers are too large."),
    503: ("slow", "The answer took too long. Send the message again with the same id."),
}
