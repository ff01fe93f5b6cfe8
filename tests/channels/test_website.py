"""The website channel over real HTTP, on one server."""

from __future__ import annotations

import re
import sqlite3
import uuid
from pathlib import Path
from typing import Any

import jwt
import pytest
from serving import SECRET, Client, Server, ask

LATER = 4_000_000_000
SOMEBODY = "0" * 32


def token(key: str = SECRET, algorithm: str = "HS256", **claims: Any) -> str:
    return jwt.encode({"sub": SOMEBODY, "iat": 1, "exp": LATER, **claims}, key, algorithm=algorithm)


def test_a_session_opens_with_a_token_and_a_greeting(client: Client) -> None:
    assert client.opened["expires_in"] > 0
    assert client.opened["messages"][0]["text"]
    assert client.opened["known"] is False
    assert client.opened["config"]["protocol"] == 1


def test_an_emergency_is_answered_in_the_same_turn(client: Client) -> None:
    messages = client.say("my foot is cold and white")
    assert messages[0]["custom"]["type"] == "escalation"
    assert messages[0]["custom"]["level"] == "emergency"


def test_a_conversation_by_options_comes_to_an_assessment(client: Client) -> None:
    messages = client.say("rolled my left ankle on a kerb yesterday, outside is swollen, pain 5 out of 10")
    for _ in range(25):
        last = messages[-1]["custom"]
        if last and last["type"] == "assessment":
            break
        options = [option["id"] for option in last["options"]]
        wanted = next((id for id in ("none", "yes", "absent") if id in options), options[0] if options else 3)
        messages = client.say(question=last["id"], choice=wanted)
    assert last["type"] == "assessment"
    assert last["triage"]["level"]
    assert last["knowledge_version"]


def test_the_stream_starts_with_ack_and_closes_with_end(client: Client) -> None:
    reply = client.send("hello", "1")
    assert reply.status == 200
    assert reply.headers["content-type"].startswith("application/x-ndjson")
    assert reply.lines[0] == {"t": "ack", "id": "1"}
    assert reply.lines[1] == {"t": "typing"}
    assert reply.lines[-1]["t"] == "end"
    assert [line["seq"] for line in reply.lines if line["t"] == "msg"][-1] == reply.lines[-1]["seq"]


def test_one_object_is_given_to_who_asks_for_json(client: Client) -> None:
    told = client.ask("POST", "/messages", {"id": "1", "text": "my ankle hurts"}, Accept="application/json")
    assert set(told.json) == {"messages", "seq"}
    assert set(told.json["messages"][0]) == {"seq", "text", "custom"}
    assert told.json["seq"] == told.json["messages"][-1]["seq"]


@pytest.mark.parametrize(
    ("code", "sent"),
    [
        ("no_token", None),
        ("malformed", "nonsense"),
        ("malformed", "a.b.c"),
        ("malformed", "\N{LATIN SMALL LETTER E WITH ACUTE}.x.y"),
        ("forged", token("another key, which is as long as the first one")),
        ("forged", token(sub="website/../somebody")),
        ("forged", jwt.encode({"sub": SOMEBODY, "exp": LATER}, SECRET)),
        ("forged", token("a key" * 20, algorithm="HS512")),
        ("forged", jwt.encode({"sub": SOMEBODY, "iat": 1, "exp": LATER}, None, algorithm="none")),
        ("forged", token(iat=LATER - 100)),
        ("expired", token(exp=1_000_000_000)),
    ],
)
def test_a_token_that_is_not_good_says_why(client: Client, code: str, sent: str | None) -> None:
    for method, path in (("POST", "/messages"), ("GET", "/events"), ("GET", "/transcript"), ("DELETE", "/session")):
        reply = client.ask(method, path, {"id": "1", "text": "hi"} if method == "POST" else None, token=sent)
        assert (reply.status, reply.code) == (401, code)
    if sent:
        assert client.ask("POST", "/session", token=sent).code == code


def test_a_clock_that_is_a_little_behind_does_no_harm(client: Client) -> None:
    issued = jwt.decode(client.token, options={"verify_signature": False})["iat"]
    ahead = token(sub=uuid.uuid4().hex, iat=issued + 30)
    assert client.ask("GET", "/events", token=ahead).status == 200


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (415, b"{}", {"Content_Type": "text/plain"}),
        (415, b"{}", {"Content_Type": "application/json; charset=latin-1"}),
        (415, b"{}", {"Content_Type": "application/jsonlines"}),
        (400, b"{", {}),
        (400, b"", {}),
        (400, b'{"id": "1", "text": "\xff\xfe"}', {}),
        (400, '{"id": "1", "text": "hi"}'.encode("utf-16"), {}),
        (400, b"[" * 60_000, {}),
        (400, b'{"a":' * 10_000, {}),
        (400, b'{"id": "1", "question": "severity", "choice": ' + b"9" * 5_000 + b"}", {}),
        (422, b"[" * 400 + b"]" * 400, {}),
        (422, b"[]", {}),
        (422, b"null", {}),
        (422, b'"text"', {}),
        (422, {"id": "1"}, {}),
        (422, {"id": "1", "text": None}, {}),
        (422, {"id": "1", "text": 7}, {}),
        (422, {"id": "1", "text": ["hi"]}, {}),
        (422, {"id": "1", "text": {"text": "hi"}}, {}),
        (422, {"id": 1, "text": "hi"}, {}),
        (422, {"id": "", "text": "hi"}, {}),
        (422, {"id": "x" * 101, "text": "hi"}, {}),
        (422, {"id": "a\0b", "text": "hi"}, {}),
        (422, {"id": "\ud800", "text": "hi"}, {}),
        (422, {"text": "hi"}, {}),
        (422, {"id": "1", "question": "severity", "choice": 11}, {}),
        (422, {"id": "1", "question": "severity", "choice": 10**400}, {}),
        (422, {"id": "1", "question": "severity", "choice": 5.5}, {}),
        (422, b'{"id": "1", "question": "severity", "choice": NaN}', {}),
        (422, {"id": "1", "question": "severity", "choice": True}, {}),
        (422, {"id": "1", "question": "no_such", "choice": "x"}, {}),
        (422, {"id": "1", "question": ["side"], "choice": "left"}, {}),
        (422, {"id": "1", "question": "side", "choice": "up"}, {}),
        (422, {"id": "1", "question": "side", "choice": []}, {}),
        (422, {"id": "1", "question": "side", "choice": ["left", "right"]}, {}),
        (422, {"id": "1", "question": "side", "choice": 1}, {}),
        (422, {"id": "1", "question": "side", "choice": None}, {}),
        (413, b'{"id": "1", "text": "' + b"x" * 70_000 + b'"}', {}),
        (413, b"x" * 400_000, {}),
    ],
    ids=lambda value: str(value)[:60],
)
def test_a_bad_request_is_told_what_is_taken(client: Client, status: int, body: Any, headers: dict[str, str]) -> None:
    reply = client.ask("POST", "/messages", body, **headers)
    assert reply.status == status, reply.text
    assert set(reply.json["error"]) == {"code", "message"}
    assert client.say("hello"), "and the next message is answered"


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "9" * 30, "0" * 5000, "%00", "0x1", "%C2%B2"])
def test_a_place_that_is_none_is_refused(client: Client, after: str) -> None:
    reply = client.ask("GET", f"/events?after={after}")
    assert (reply.status, reply.code) == (422, "after")


def test_half_an_emoji_is_answered_like_any_text(client: Client) -> None:
    assert client.ask("POST", "/messages", b'{"id": "1", "text": "my ankle \\ud83e hurts"}').status == 200
    assert client.ask("GET", "/transcript").status == 200


def test_rasas_own_api_is_not_there(server: Server) -> None:
    for path in ("/status", "/version", "/conversations/x/tracker", "/model", "/webhooks/rest/webhook"):
        reply = ask(server, "GET", path)
        assert (reply.status, reply.code) == (404, "not_found")


def test_a_method_that_an_address_does_not_take_is_told(client: Client) -> None:
    for method, path in (("GET", "/messages"), ("PUT", "/session"), ("POST", "/events"), ("PATCH", "/transcript")):
        reply = client.ask(method, path)
        assert (reply.status, reply.code) == (405, "method")
        assert reply.headers["allow"]


def test_health_and_readiness(server: Server) -> None:
    assert ask(server, "GET", "/health").json == {"status": "up"}
    assert ask(server, "GET", "/ready").json == {"status": "ready"}


@pytest.mark.parametrize("path", ["/", "//", "/chat", "/chat/"])
def test_the_pages_are_found_however_the_address_ends(server: Server, path: str) -> None:
    reply = ask(server, "GET", path)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith("text/html")


def test_a_failed_turn_is_no_success_and_still_warns(client: Client, own_database: Path) -> None:
    with sqlite3.connect(own_database) as database:
        database.execute("alter table event rename to event_away")
    try:
        reply = client.send("my foot is cold and white", "1")
        read = [client.ask("GET", path) for path in ("/events", "/transcript")]
        opened = client.ask("POST", "/session")
        erased = client.ask("DELETE", "/session")
    finally:
        with sqlite3.connect(own_database) as database:
            database.execute("alter table event_away rename to event")
    assert reply.status == 503
    assert reply.headers["retry-after"]
    assert reply.lines[1]["custom"]["type"] == "escalation"
    assert reply.lines[-1]["t"] == "error"
    assert reply.lines[-1]["code"] == "storage"
    assert all((one.status, one.code) == (503, "storage") for one in (*read, opened, erased))
    assert client.say("my foot is cold and white", "1")[0]["custom"]["type"] == "escalation"


def test_two_people_do_not_see_each_other(server: Server) -> None:
    one, other = Client(server), Client(server)
    one.say("my foot is cold and white")
    answer = other.say("my ankle hurts a bit")
    assert all(not message["custom"] or message["custom"]["type"] != "escalation" for message in answer)
    assert [who for who, _ in other.said()].count("person") == 1


def test_nobody_can_name_a_conversation(server: Server) -> None:
    victim, other = Client(server), Client(server)
    victim.say("my left ankle hurts")
    sub = jwt.decode(victim.token, options={"verify_signature": False})["sub"]
    named = {"sender": sub, "sender_id": sub, "sub": sub, "conversation": sub, "metadata": {"delivery": {"id": "x"}}}
    other.say("is it bad?", **named)
    assert other.ask("POST", f"/session?sender={sub}", named, token=None).json["known"] is False
    for path in (f"/events?sender={sub}", f"/transcript?conversation={sub}"):
        assert "left ankle" not in other.ask("GET", path).text
    assert victim.said()[0] == ("person", "my left ankle hurts")
    assert len([who for who, _ in victim.said() if who == "person"]) == 1


def test_a_token_names_no_channel_and_no_person(client: Client) -> None:
    claims = jwt.decode(client.token, options={"verify_signature": False})
    assert set(claims) == {"sub", "iat", "exp"}
    assert re.fullmatch(r"[0-9a-f]{32}", claims["sub"])


@pytest.mark.parametrize("typed", ["/restart", '/answer{"location": "x"}', "/session_start", "//stop"])
def test_text_that_starts_with_a_slash_is_text(client: Client, typed: str) -> None:
    client.say("I rolled my left ankle yesterday, the outside is swollen")
    client.say(typed)
    assert client.ask("POST", "/session").json["known"]
    assert ("person", "I rolled my left ankle yesterday, the outside is swollen") in client.said()


def test_only_pages_of_listed_origins_may_use_it(client: Client) -> None:
    for origin, allowed in (
        ("https://runner.example", True),
        ("http://localhost:8000", True),
        ("https://runner.example.evil.example", False),
        ("https://evil.example", False),
        ("http://runner.example", False),
        ("null", False),
        ("*", False),
    ):
        asked = client.ask("OPTIONS", "/messages", Origin=origin, Access_Control_Request_Method="POST")
        used = client.ask("GET", "/events", Origin=origin)
        refused = client.ask("GET", "/events", token="x", Origin=origin)
        assert asked.status == 204
        for reply in (asked, used, refused):
            assert reply.headers.get("access-control-allow-origin") == (origin if allowed else None)
            assert "access-control-allow-credentials" not in reply.headers
            assert reply.headers["vary"] == "Origin"
        assert ("access-control-allow-headers" in asked.headers) is allowed


def test_every_answer_is_marked_safe(client: Client) -> None:
    for reply in (client.send("hello"), client.ask("GET", "/nothing"), client.ask("GET", "/events", token="x")):
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["cache-control"] == "no-store"
        assert reply.headers["content-security-policy"].startswith("default-src 'none'")
        assert "server" not in reply.headers
