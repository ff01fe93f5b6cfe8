"""A proxy before the server that does what bad networks do, to one request or to all."""

from __future__ import annotations

import http.client
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

Fault = Literal["cut", "lost", "refused", "502", "twice", "dripped"]
"""cut: half of the answer, then nothing. lost: the server has answered, and nothing arrives. refused: nothing gets
to the
server. twice: the request is delivered two times. dripped: the answer comes in small pieces."""

PASSED_ON = ("authorization", "content-type", "accept", "accept-encoding", "origin")


class FaultyLine:
    """Use as a context manager. `faults` are used up one by one by requests for messages; `down` is for all
    requests."""

    def __init__(self, port: int) -> None:
        self.upstream = port
        self.faults: list[Fault] = []
        self.down = False
        self.messages = 0
        line = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                line.take(self)

            do_POST = do_DELETE = do_GET  # noqa: N815

            def log_message(self, *_arguments: object) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> FaultyLine:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_what: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def take(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("content-length") or 0))
        is_message = request.command == "POST" and request.path.endswith("/messages")
        fault = self.faults.pop(0) if is_message and self.faults else None
        self.messages += is_message
        request.close_connection = True
        if self.down or fault == "refused":
            return
        if fault == "502":
            self._answer(request, 502, {"content-type": "text/html"}, b"<h1>Bad Gateway</h1>", None)
            return
        try:
            for _ in range(2 if fault == "twice" else 1):
                status, headers, answer = self._ask(request, body)
        except OSError:
            return
        if fault != "lost":
            self._answer(request, status, headers, answer, fault)

    def _ask(self, request: BaseHTTPRequestHandler, body: bytes) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.upstream, timeout=60)
        headers = {name: value for name, value in request.headers.items() if name.lower() in PASSED_ON}
        headers["Host"] = request.headers["host"]
        connection.request(request.command, request.path, body or None, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        kept = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, kept, text

    @staticmethod
    def _answer(
        request: BaseHTTPRequestHandler, status: int, headers: dict[str, str], body: bytes, fault: Fault | None
    ) -> None:
        request.send_response_only(status)
        for name, value in headers.items():
            if name not in ("content-length", "connection", "transfer-encoding", "keep-alive"):
                request.send_header(name, value)
        request.send_header("content-length", str(len(body)))
        request.send_header("connection", "close")
        request.end_headers()
        if fault == "cut":
            request.wfile.write(body[: len(body) // 2])
        elif fault == "dripped":
            for start in range(0, len(body), 7):
                request.wfile.write(body[start : start + 7])
                request.wfile.flush()
        else:
            request.wfile.write(body)
