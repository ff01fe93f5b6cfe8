"""Twenty thousand requests of every kind: no failure of ours, no hang, nothing told to the wrong person."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from raw_requests import ROUTES, Raw, Wire, names_a_conversation, requests, tokens
from serving import WEBSITE, Client, Server, ask, serving

PARTS, EXAMPLES, AT_ONCE = 4, 130, 40
STATUSES = {200, 201, 204, 400, 401, 404, 405, 408, 409, 413, 415, 422, 431}
OPEN = {("POST", "/session")}
NO_LIMITS = "conversation=1000000/1000000, address=1000000/1000000, session=1000000/1000000"
MARKS = ("quincunx-one", "quincunx-two")


@pytest.fixture(scope="module")
def patient_server(trained_model: object, own_database: object) -> Iterator[Server]:
    """A server without limits, so that every request reaches it."""
    with serving({"MALLEO_RATES": NO_LIMITS}) as one:
        yield one
        said = one.stop()
        assert "A request failed" not in said
        assert not any(mark in said for mark in MARKS)


@pytest.fixture(scope="module")
def people(patient_server: Server) -> list[Client]:
    """Two persons, in whose conversations stands a word that nobody else may see."""
    both = [Client(patient_server), Client(patient_server)]
    for client, mark in zip(both, MARKS, strict=True):
        client.say(f"my ankle hurts, {mark}")
    return both


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_is_sent(
    part: int, patient_server: Server, people: list[Client], record_property: Callable[[str, object], None]
) -> None:
    wire, sent = Wire(patient_server.port), 0
    good = [client.token for client in people]
    anything = requests(tokens([good[part % 2]]))

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(anything, min_size=AT_ONCE, max_size=AT_ONCE))
    def send_all(batch: list[Raw]) -> None:
        nonlocal sent
        for raw in batch:
            if (raw.method, raw.path) == ("DELETE", f"{WEBSITE}/session") and names_a_conversation(raw.token):
                continue  # these two are still needed
            sent += 1
            look_at(raw, *wire.send(raw), other=MARKS[1 - part % 2])

    send_all()
    wire.close()
    record_property("requests", sent)
    assert sent >= 0.95 * EXAMPLES * AT_ONCE
    assert [client.said()[0][1] for client in people] == [f"my ankle hurts, {mark}" for mark in MARKS]


def look_at(raw: Raw, status: int, headers: dict[str, str], body: bytes, other: str) -> None:
    assert status in STATUSES, (raw, status, body)
    assert other.encode() not in body, raw
    name = raw.path.removeprefix(WEBSITE)
    if not names_a_conversation(raw.token):
        assert not any(mark.encode() in body for mark in MARKS), raw
        if raw.method in ROUTES.get(name, ()) and (raw.method, name) not in OPEN:
            assert status == 401, raw
    if status >= 400 and raw.method != "HEAD":
        assert set(json.loads(body)["error"]) == {"code", "message"}, raw
    if status == 200 and headers["content-type"].startswith("application/x-ndjson"):
        assert json.loads(body.splitlines()[-1])["t"] == "end", raw


def test_what_is_no_http_at_all(patient_server: Server, record_property: Callable[[str, object], None]) -> None:
    sent = 0

    @settings(max_examples=400, deadline=None, database=None, phases=[Phase.generate])
    @given(st.binary(min_size=1, max_size=200) | st.sampled_from(SPOILED))
    def send(raw: bytes) -> None:
        nonlocal sent
        sent += 1
        with socket.create_connection(("127.0.0.1", patient_server.port), timeout=20) as connection:
            connection.sendall(raw + b"\r\n\r\n")
            connection.shutdown(socket.SHUT_WR)
            answer = read_all(connection)
        assert not answer or answer.startswith(b"HTTP/1.1 4"), (raw, answer[:200])

    send()
    record_property("requests", sent)
    assert ask(patient_server, "GET", "/ready").status == 200


SPOILED = [
    b"POST /webhooks/website/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -1",
    b"POST /webhooks/website/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2",
    b"POST /webhooks/website/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3",
    b"POST /webhooks/website/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET /webhooks/website/events HTTP/9.9\r\nHost: x",
    b"GET /webhooks/website/events HTTP/1.1\r\n" + b"X: " + b"y" * 20_000,
    b"GET http://[::1/ HTTP/1.1\r\nHost: x",
]


def read_all(connection: socket.socket) -> bytes:
    got = b""
    try:
        while more := connection.recv(65536):
            got += more
    except ConnectionResetError:
        pass
    return got
