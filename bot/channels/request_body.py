"""The body of a request, if it comes soon enough, is small enough and says what it is."""

from __future__ import annotations

import asyncio

from sanic import Request

from bot.channels.refusal import Refused

SECONDS_FOR_BODY = 10
"""Time for a body to arrive."""

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


async def read_body(request: Request, largest: int, kind: str = JSON) -> bytes:
    """All of the body. Raises `Refused`.

    Args:
        largest: bytes that are accepted.
        kind: media type that it has to be of, in UTF-8.
    """
    named, _, parameters = (request.headers.get("content-type") or "").lower().partition(";")
    try:
        async with asyncio.timeout(SECONDS_FOR_BODY):
            await request.receive_body()  # type: ignore[no-untyped-call]
    except TimeoutError:
        raise Refused(408, "slow", "The request did not arrive in time.") from None
    if len(request.body) > largest:
        raise Refused(413, "too_large", f"A message may have {largest} bytes.")
    charset = parameters.replace(" ", "").replace('"', "").removeprefix("charset=")
    if named.strip() != kind or charset not in ("", "utf-8", "utf8"):
        raise Refused(415, "content_type", f"Send `Content-Type: {kind}`, in UTF-8.")
    return request.body
