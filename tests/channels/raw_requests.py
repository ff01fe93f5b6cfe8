"""Requests as nobody should send them, written byte by byte, and what comes back."""

from __future__ import annotations

import base64
import http.client
import json
import socket
import string
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import jwt
from hypothesis import strategies as st
from serving import SECRET, WEBSITE

METHODS = ("GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS")
ROUTES = {"/session": {"POST", "DELETE"}, "/messages": {"POST"}, "/events": {"GET"}, "/transcript": {"GET"}}


@dataclass(frozen=True)
class Raw:
    """A request.

    Attributes:
        token: what is sent as the token, if anything.
    """

    method: str
    path: str
    headers: tuple[tuple[str, bytes], ...]
    body: bytes
    token: str | None

    def encoded(self) -> bytes:
        lines = [f"{self.method} {self.path} HTTP/1.1".encode(), b"Host: localhost"]
        lines += [name.encode() + b": " + value for name, value in self.headers]
        if self.token is not None:
            lines.append(b"Authorization: Bearer " + self.token.encode("latin-1", "replace"))
        if self.body or self.method in ("POST", "PUT", "PATCH"):
            lines.append(b"Content-Length: %d" % len(self.body))
        return b"\r\n".join(lines) + b"\r\n\r\n" + self.body


@dataclass
class Wire:
    """One connection that is used again and again, and made anew when the server closes it."""

    port: int
    connection: socket.socket | None = field(default=None, init=False)

    def send(self, raw: Raw) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body. Raises `TimeoutError` when nothing comes."""
        if self.connection is None:
            self.connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        try:
            self.connection.sendall(raw.encoded())
        except (BrokenPipeError, ConnectionResetError):
            self.close()
            return self.send(raw)
        answer = http.client.HTTPResponse(self.connection, method=raw.method)
        answer.begin()
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        if answer.will_close:
            self.close()
        return answer.status, found, body

    def close(self) -> None:
        if self.connection:
            self.connection.close()
        self.connection = None


def requests(tokens: st.SearchStrategy[str | None]) -> st.SearchStrategy[Raw]:
    """Any method at any address with any body, most of them nearly right."""
    paths = st.one_of(
        st.sampled_from(["/messages"] * 4 + list(ROUTES)).map(WEBSITE.__add__),
        (st.text(_URL, max_size=12) | st.sampled_from(_PLACES)).map(lambda query: f"{WEBSITE}/events?after={query}"),
        st.text(_URL, max_size=20).map(lambda path: f"{WEBSITE}/{path}"),
        st.text(_URL, max_size=20).map("/".__add__),
    )
    methods = st.sampled_from(("POST",) * 8 + ("GET",) * 4 + METHODS)
    return st.builds(Raw, methods, paths, _HEADERS, _BODIES, tokens)


def tokens(good: list[str]) -> st.SearchStrategy[str | None]:
    """Tokens: none, nonsense, good ones, and good ones that somebody tampered with."""
    some = st.sampled_from(good)
    return st.one_of(
        st.none(),
        some,
        some.flatmap(_tampered),
        st.text(string.ascii_letters + ".-_=", max_size=60),
        st.builds(_signed, st.sampled_from(_CLAIMS), st.sampled_from(_SIGNERS)),
        st.sampled_from(_BOMBS),
    )


def names_a_conversation(token: str | None) -> bool:
    """Whether a token is good, going by another reading than the server's."""
    try:
        claims = jwt.decode(token or "", SECRET, algorithms=["HS256"], options={"require": ["sub", "iat", "exp"]})
    except (jwt.PyJWTError, ValueError, RecursionError):
        return False
    return len(claims["sub"]) == 32


def _tampered(token: str) -> st.SearchStrategy[str]:
    def changed(place: int, letter: str) -> str:
        return token[:place] + letter + token[place + 1 :]

    places = st.integers(0, len(token) - 1)
    return st.one_of(
        st.builds(changed, places, st.sampled_from(string.ascii_letters + ".-_")),
        places.map(lambda place: token[:place]),
        st.just(".".join(reversed(token.split(".")))),
        st.just(token.rsplit(".", 1)[0] + "."),
        st.just(_part({"alg": "none"}) + "." + token.split(".")[1] + "."),
    )


def _signed(claims: dict[str, Any], signer: tuple[str | None, str]) -> str:
    return jwt.encode(claims, signer[0], algorithm=signer[1])


def _part(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


_URL = string.ascii_letters + string.digits + "/._-~%&=+*,;:@!$'()?"
_PLACES = ["0", "-1", "999999999", "1000000000", "0" * 5000, "0" * 12 + "9" * 30]
_SUB = "f" * 32
_CLAIMS: list[dict[str, Any]] = [
    {"sub": _SUB, "iat": 1, "exp": 2},
    {"sub": _SUB, "iat": 1},
    {"sub": _SUB, "exp": 4_000_000_000},
    {"sub": "x", "iat": 1, "exp": 4_000_000_000},
    {"iat": 1, "exp": 4_000_000_000},
]
_SIGNERS: list[tuple[str | None, str]] = [(SECRET, "HS256"), ("another key " * 6, "HS256"), (None, "none")]
_BOMBS = [
    base64.urlsafe_b64encode(b"[" * 5000).decode() + ".e30.x",
    _part({"alg": "HS256"}) + "." + base64.urlsafe_b64encode(b"[" * 4000).decode() + ".x",
    _part({"alg": ["HS256"]}) + ".e30.x",
    _part({"alg": "HS256", "crit": ["x"]}) + ".e30.x",
    _part([]) + "." + _part([]) + "." + _part([]),
    "." * 500,
    "ÿ.ÿ.ÿ",
]

_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_FIELDS: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
    "id": lambda: st.text(max_size=6) | st.just("x" * 101) | _JSON,
    "text": lambda: st.sampled_from(["", "my ankle hurts", "/restart"]) | _JSON,
    "question": lambda: st.sampled_from(["side", "severity", "swelling", "erase", "none"]) | _JSON,
    "choice": lambda: st.sampled_from(["left", "present", 5, 11, -1, ["left", "right"], []]) | _JSON,
    "sender": lambda: st.just(_SUB),
}
_OBJECTS = st.fixed_dictionaries({}, optional={name: kind() for name, kind in _FIELDS.items()})
_BODIES = st.one_of(
    _OBJECTS.map(lambda value: json.dumps(value).encode()),
    _OBJECTS.map(lambda value: json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")),
    _JSON.map(lambda value: json.dumps(value).encode()),
    st.binary(max_size=40),
    st.sampled_from(
        [b"", b"{", b"[" * 3000, b'{"a":' * 3000, b"\xef\xbb\xbf{}", b"9" * 5000, b'"' + b"x" * 66_000 + b'"']
    ),
)
_HEADERS = st.lists(
    st.one_of(
        st.sampled_from([("Content-Type", b"application/json")] * 6),
        st.tuples(
            st.sampled_from(
                ["Content-Type", "Accept", "Origin", "X-Forwarded-For", "Forwarded", "Cookie", "Range", "X"]
            ),
            st.sampled_from(
                [b"application/json", b"text/plain", b"*/*", b"*", b"\xff\xfe", b"", b"x" * 500, b"a;b=c,d"]
            ),
        ),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
