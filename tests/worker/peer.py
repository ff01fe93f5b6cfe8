"""A real HTTP server on loopback that takes notices as it is told to: at once, late, with an error, or not at all."""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HANG_UP = 0
"""In place of a status: the notice is taken, and the connection closed without an answer."""


@dataclass
class Peer:
    """What came in, and how the next ones are answered.

    Attributes:
        statuses: of the next answers; 200 after them.
        may_answer: while it is cleared, nobody gets an answer.
    """

    notices: list[dict[str, Any]] = field(default_factory=list)
    statuses: deque[int] = field(default_factory=deque)
    may_answer: threading.Event = field(default_factory=threading.Event)
    asked: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    port: int = 0

    @property
    def url(self) -> str:
        """The address as an operator writes it, with a password."""
        return f"json://operator:quincunx@127.0.0.1:{self.port}/notices"

    @property
    def texts(self) -> list[str]:
        return [notice["message"] for notice in self.notices]

    @property
    def references(self) -> list[str]:
        return [text.split("Reference: ")[1].split("\n")[0] for text in self.texts]

    def wait_for_a_notice(self) -> None:
        assert self.asked.acquire(timeout=60), "no notice came"


def serving(peer: Peer) -> ThreadingHTTPServer:
    """A server for the peer, running in a thread of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = peer.statuses.popleft() if peer.statuses else 200
            if status < 300:
                peer.notices.append(json.loads(body))
            peer.asked.release()
            peer.may_answer.wait()
            if status != HANG_UP:
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Nothing is to be seen in the output of a test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    peer.port = server.server_port
    peer.may_answer.set()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server
