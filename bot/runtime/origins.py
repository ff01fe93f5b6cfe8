"""Which pages of other sites may use the front ends (CORS): those that are listed, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.response import BaseHTTPResponse

FRONT_ENDS = "/webhooks/"
ASKED_FOR = "access-control-request-method"
ONE_HOUR = "3600"


@dataclass(frozen=True)
class Origins:
    """The origins that may. Pages of the server's own origin always may: browsers do not ask for those."""

    allowed: frozenset[str]

    def install(self, app: Sanic[Any, Any]) -> None:
        app.register_middleware(self._answer_preflight, "request")
        app.register_middleware(self._tell, "response")

    async def _answer_preflight(self, request: Request) -> HTTPResponse | None:
        """A browser asks before it sends. An origin that is not listed gets no leave, and the browser stops there."""
        if request.method != "OPTIONS" or ASKED_FOR not in request.headers or "origin" not in request.headers:
            return None
        return HTTPResponse(status=204) if request.path.startswith(FRONT_ENDS) else None

    async def _tell(self, request: Request, response: BaseHTTPResponse) -> None:
        if not request.path.startswith(FRONT_ENDS):
            return
        response.headers.setdefault("Vary", "Origin")
        origin = request.headers.get("origin", "")
        if origin not in self.allowed:
            return
        response.headers["Access-Control-Allow-Origin"] = origin
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
            response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type, Accept"
            response.headers["Access-Control-Max-Age"] = ONE_HOUR
        else:
            response.headers["Access-Control-Expose-Headers"] = "Retry-After"
