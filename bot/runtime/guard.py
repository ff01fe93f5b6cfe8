"""What holds for every request: how long it may take, how large it may be, how many come from one address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sanic import Request, Sanic
from sanic.response import BaseHTTPResponse

from bot.channels.limits import Limit, Rate, household
from bot.channels.refusal import Refused
from bot.channels.website_request import LARGEST_BODY

PROBES = frozenset({"/health", "/ready"})
"""Asked by whoever keeps the process running, from one address and for ever: never refused for being many."""

MESSENGERS = ("/webhooks/telegram", "/webhooks/slack")
"""Many people behind few addresses. These look at a secret before anything else, and count by person."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""Of every answer that does not say otherwise itself, as a page must."""

TIMES = {
    "REQUEST_TIMEOUT": 10,  # for the headers to arrive, however slowly they drip
    "RESPONSE_TIMEOUT": 120,  # for a turn and those before it
    "KEEP_ALIVE_TIMEOUT": 15,
    "GRACEFUL_SHUTDOWN_TIMEOUT": 3.0,  # for connections; turns are waited for before
}


def guard(app: Sanic[Any, Any], rate: Rate, proxies: int) -> None:
    """Sets the limits of the application."""
    app.config.update(TIMES)
    app.config.REQUEST_MAX_SIZE = 2 * LARGEST_BODY  # what a channel refuses itself, it refuses with its own words
    app.config.REQUEST_MAX_HEADER_SIZE = 8192
    app.config.PROXIES_COUNT = proxies or None
    wait = by_address(rate)

    async def not_too_many(request: Request) -> None:
        if request.path in PROBES or request.path.startswith(MESSENGERS):
            return
        if seconds := wait(request):
            raise Refused(429, "too_many", "Too many requests from this address. Try again in a moment.", seconds)

    app.register_middleware(not_too_many, "request")
    app.register_middleware(_mark_safe, "response")


async def _mark_safe(_request: Request, response: BaseHTTPResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


def by_address(rate: Rate) -> Callable[[Request], float]:
    """Counts requests by the address that they come from. Gives the seconds to wait, or 0."""
    limit = Limit(rate)
    return lambda request: limit.take(household(request.client_ip))
