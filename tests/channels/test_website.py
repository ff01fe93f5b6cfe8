"""The website channel over real HTTP."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request

import jwt
import pytest

from bot.runtime import settings


@pytest.fixture(scope="module")
def server(trained_model, own_database):
    """A server of its own process on a free port."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", "--port", str(port)],
        cwd=settings.ROOT, env={**os.environ}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    said = []
    for line in process.stdout:
        said.append(line)
        if "Serving on" in line:
            break
    else:
        pytest.fail(f"The server did not start: {''.join(said)}")
    yield base
    process.terminate()
    process.wait(timeout=30)


def post(url, body=None, token=None, accept=None, content_type="application/json", raw=None):
    """Status, headers and text of the answer."""
    headers = {"Content-Type": content_type}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    if accept:
        headers["Accept"] = accept
    data = raw if raw is not None else json.dumps(body or {}).encode()
    request = urllib.request.Request(url, data=data, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


@pytest.fixture
def token(server):
    status, _, body = post(f"{server}/webhooks/website/session")
    assert status == 201
    return json.loads(body)["token"]


def say(server, token, **body):
    status, _, text = post(
        f"{server}/webhooks/website/messages", {"id": str(time.monotonic_ns()), **body}, token, "application/json"
    )
    assert status == 200, text
    return json.loads(text)["messages"]


def test_a_session_opens_with_a_token_and_a_greeting(server):
    status, _, body = post(f"{server}/webhooks/website/session")
    session = json.loads(body)
    assert status == 201
    assert session["expires_in"] > 0
    assert session["messages"][0]["text"]


def test_an_emergency_is_answered_in_the_same_turn(server, token):
    messages = say(server, token, text="my foot is cold and white")
    assert messages[0]["custom"]["type"] == "escalation"
    assert messages[0]["custom"]["level"] == "emergency"


def test_a_conversation_by_options_comes_to_an_assessment(server, token):
    messages = say(server, token, text="rolled my left ankle on a kerb yesterday, outside is swollen, pain 5 out of 10")
    for _ in range(25):
        last = messages[-1]["custom"]
        if last and last["type"] == "assessment":
            break
        options = [option["id"] for option in last["options"]]
        wanted = next((id for id in ("none", "yes", "absent") if id in options), options[0] if options else 3)
        messages = say(server, token, question=last["id"], choice=wanted)
    assert last["type"] == "assessment"
    assert last["triage"]["level"]
    assert last["knowledge_version"]


def test_the_stream_starts_with_ack_and_closes_with_end(server, token):
    status, headers, text = post(f"{server}/webhooks/website/messages", {"id": "1", "text": "hello"}, token)
    lines = [json.loads(line) for line in text.splitlines()]
    assert status == 200
    assert headers["Content-Type"].startswith("application/x-ndjson")
    assert lines[0] == {"t": "ack", "id": "1"}
    assert lines[-1]["t"] == "end"
    assert [line["seq"] for line in lines if line["t"] == "msg"][-1] == lines[-1]["seq"]


@pytest.mark.parametrize(
    ("status", "options"),
    [
        (401, {"token": None}),
        (401, {"token": "nonsense"}),
        (401, {"token": jwt.encode({"sub": "x", "exp": 4_000_000_000}, "a" * 40, algorithm="HS256")}),
        (415, {"content_type": "text/plain"}),
        (400, {"raw": b"{"}),
        (400, {"raw": b""}),
        (422, {"raw": b"[]"}),
        (422, {"raw": b"null"}),
        (422, {"body": {"id": "1"}}),
        (422, {"body": {"id": "1", "text": None}}),
        (422, {"body": {"id": "1", "text": 7}}),
        (422, {"body": {"id": 1, "text": "hi"}}),
        (422, {"body": {"text": "hi"}}),
        (422, {"body": {"id": "1", "question": "severity", "choice": 11}}),
        (422, {"body": {"id": "1", "question": "severity", "choice": True}}),
        (422, {"body": {"id": "1", "question": "no_such", "choice": "x"}}),
        (422, {"body": {"id": "1", "question": "side", "choice": "up"}}),
        (422, {"body": {"id": "1", "question": "side", "choice": []}}),
        (413, {"raw": b'{"id": "1", "text": "' + b"x" * 70_000 + b'"}'}),
    ],
    ids=str,
)
def test_a_bad_request_is_told_what_is_accepted(server, token, status, options):
    options = {"token": token, **options}
    got, _, text = post(f"{server}/webhooks/website/messages", **options)
    assert got == status, text
    assert set(json.loads(text)["error"]) == {"code", "message"}


def test_a_message_after_a_bad_one_is_answered(server, token):
    post(f"{server}/webhooks/website/messages", token=token, raw=b"{")
    assert say(server, token, text="hello")


def test_rasas_own_api_is_not_there(server):
    for path in ("/", "/status", "/version", "/conversations/x/tracker", "/model", "/webhooks/rest/webhook"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{server}{path}", timeout=10)


def test_health_and_readiness(server):
    assert json.load(urllib.request.urlopen(f"{server}/health", timeout=10)) == {"status": "up"}
    assert json.load(urllib.request.urlopen(f"{server}/ready", timeout=10)) == {"status": "ready"}


def test_a_failed_turn_is_no_success_and_still_warns(server, token, own_database):
    with sqlite3.connect(own_database) as database:
        database.execute("alter table event rename to event_away")
    try:
        body = {"id": "1", "text": "my foot is cold and white"}
        status, _, text = post(f"{server}/webhooks/website/messages", body, token)
        lines = [json.loads(line) for line in text.splitlines()]
    finally:
        with sqlite3.connect(own_database) as database:
            database.execute("alter table event_away rename to event")
    assert status == 503
    assert lines[1]["custom"]["type"] == "escalation"
    assert lines[-1]["t"] == "error"
    assert lines[-1]["code"] == "storage"
    assert say(server, token, text="hello")


def test_two_people_do_not_see_each_other(server):
    tokens = [json.loads(post(f"{server}/webhooks/website/session")[2])["token"] for _ in range(2)]
    say(server, tokens[0], text="my foot is cold and white")
    other = say(server, tokens[1], text="my ankle hurts a bit")
    assert all(not message["custom"] or message["custom"]["type"] != "escalation" for message in other)


def test_a_token_names_no_channel_and_no_person(token):
    claims = jwt.decode(token, options={"verify_signature": False})
    assert set(claims) == {"sub", "iat", "exp"}
    assert re.fullmatch(r"[0-9a-f]{32}", claims["sub"])
