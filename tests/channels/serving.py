"""Real server processes, and clients that speak to them over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.runtime import settings

WEBSITE = "/webhooks/website"
SECRET = "a-key-for-tests-only-of-more-than-enough-characters"


@dataclass
class Server:
    """A server of its own process, on a free port of this machine."""

    environment: Mapping[str, str]
    options: tuple[str, ...] = ()
    port: int = 0
    process: Any = None

    def start(self) -> Server:
        self.port = self.port or _free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve", "--port", str(self.port), *self.options],
            cwd=settings.ROOT, env={**os.environ, "MALLEO_SECRET": SECRET, **self.environment},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "Serving on" in line:
                return self
        raise AssertionError(f"The server did not start: {''.join(said)}")

    def kill(self) -> None:
        """Ends the process at once, as a power cut would."""
        self.process.kill()
        self.process.wait(timeout=30)
        self.process.stdout.close()

    def stop(self) -> str:
        """Ends the process as an operator does, and gives what it said since it served."""
        self.process.terminate()
        said, _ = self.process.communicate(timeout=60)
        return str(said)


@contextmanager
def serving(environment: Mapping[str, str], *options: str) -> Iterator[Server]:
    server = Server(environment, options).start()
    yield server
    if server.process.poll() is None:
        server.stop()


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    @property
    def code(self) -> str:
        """Of an error: what a program tells it by."""
        return str(self.json["error"]["code"])


def ask(
    server: Server, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Reply:
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request(method, path, body=body, headers=dict(headers or {}))
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Reply(answer.status, found, answer.read().decode())
    finally:
        connection.close()


@dataclass
class Client:
    """One person on a website."""

    server: Server
    token: str = ""
    expires_in: int = field(default=0, init=False)
    opened: dict[str, Any] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        if not self.token:
            self.opened = self.ask("POST", "/session", token=None).json
            self.token = self.opened["token"]

    def ask(self, method: str, path: str, body: Any = None, *, token: str | None = "", **headers: str) -> Reply:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        token = self.token if token == "" else token
        if token:
            sent.setdefault("Authorization", f"Bearer {token}")
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        raw = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        return ask(self.server, method, WEBSITE + path, raw, sent)

    def send(self, text: str = "", id: str = "", **body: Any) -> Reply:
        """A message, with the answer as a stream."""
        return self.ask("POST", "/messages", {"id": id or uuid.uuid4().hex, **({"text": text} if text else {}), **body})

    def say(self, text: str = "", id: str = "", **body: Any) -> list[dict[str, Any]]:
        """A message, with what was said in answer."""
        reply = self.send(text, id, **body)
        assert reply.status == 200, reply.text
        assert reply.lines[-1]["t"] == "end"
        return [line for line in reply.lines if line["t"] == "msg"]

    def events(self, after: int = 0) -> list[dict[str, Any]]:
        reply = self.ask("GET", f"/events?after={after}")
        assert reply.status == 200, reply.text
        return reply.lines

    def said(self) -> list[tuple[str, str]]:
        """Who said what, from storage."""
        return [(line["who"], line["text"]) for line in self.ask("GET", "/transcript").json["lines"]]


def begin(server: Server, token: str, body: dict[str, Any]) -> socket.socket:
    """Sends a message and does not wait for the answer."""
    raw = json.dumps(body).encode()
    head = (
        f"POST {WEBSITE}/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(raw)}\r\n\r\n"
    )
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    connection.sendall(head.encode() + raw)
    return connection


def read_until(connection: socket.socket, wanted: bytes) -> bytes:
    """What comes until something wanted is among it."""
    got = b""
    while wanted not in got:
        more = connection.recv(4096)
        assert more, got
        got += more
    return got


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
