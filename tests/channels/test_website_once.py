"""A message is answered once: by two servers on one PostgreSQL database, on SQLite, after a crash, at the same time."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from serving import Client, Server, ask, begin, read_until, serving
from sqlalchemy import make_url

from bot.runtime import practice
from bot.runtime.readiness import build_knowledge

INJURY = "I rolled my left ankle yesterday, the outside is swollen"


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of either kind, with the knowledge base in it."""
    if request.param == "postgres":
        address = request.getfixturevalue("shared_database")
    else:
        address = f"sqlite:///{tmp_path / 'malleo.db'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MALLEO_DATABASE_URL", address)
        practice.forget()
        build_knowledge()
        yield address
        practice.forget()


@contextmanager
def nobody_may_write(address: str) -> Iterator[None]:
    """Turns can be worked on, and cannot be saved for as long as this lasts."""
    if address.startswith("sqlite"):
        import sqlite3

        holder = sqlite3.connect(make_url(address).database or "", isolation_level=None, timeout=30)
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")
        holder.close()
    else:
        with psycopg.connect(address) as connection:
            connection.execute("LOCK TABLE event IN EXCLUSIVE MODE")
            yield
            connection.rollback()


def times(client: Client, text: str) -> int:
    return sum(line == ("person", text) for line in client.said())


def test_a_conversation_goes_on_at_another_server(two_servers: tuple[Server, Server]) -> None:
    one, other = two_servers
    here = Client(one)
    first = here.say(INJURY, "1")
    there = Client(other, here.token)
    assert there.say(INJURY, "1") == first, "replayed by a server that never saw it"
    second = there.say("yes", "2")
    assert here.events(first[-1]["seq"])[1:-1] == [{**line, "t": "msg"} for line in second]
    assert here.events() == there.events()
    assert here.say("yes", "2") == second
    assert times(here, INJURY) == 1
    assert there.ask("DELETE", "/session").status == 204
    assert here.send("hello", "3").code == "erased"


@pytest.mark.parametrize("number", [8])
def test_duplicates_at_the_same_time_are_answered_once(two_servers: tuple[Server, Server], number: int) -> None:
    client = Client(two_servers[0])
    clients = [Client(two_servers[place % 2], client.token) for place in range(number)]
    with ThreadPoolExecutor(number) as pool:
        replies = list(pool.map(lambda one: one.send(INJURY, "1"), clients))
    assert {reply.status for reply in replies} == {200}
    told = [[line for line in reply.lines if line["t"] != "typing"] for reply in replies]
    assert all(lines == told[0] for lines in told)
    assert times(client, INJURY) == 1


def test_different_messages_at_the_same_time_are_all_kept_in_one_order(two_servers: tuple[Server, Server]) -> None:
    client = Client(two_servers[0])
    texts = [f"it hurts, number {number}" for number in range(8)]
    clients = [Client(two_servers[place % 2], client.token) for place in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one, text: one.say(text), clients, texts))
    assert sorted(text for who, text in client.said() if who == "person") == texts
    seqs = [line["seq"] for line in client.events()]
    assert seqs[:-1] == sorted(set(seqs[:-1]))


def test_one_id_stands_for_one_message(two_servers: tuple[Server, Server]) -> None:
    client = Client(two_servers[0])
    first = client.say(INJURY, "1")
    other = Client(two_servers[1], client.token)
    for body in ({"text": INJURY + "!"}, {"question": "side", "choice": "left"}):
        reply = other.send(id="1", **body)
        assert (reply.status, reply.code) == (409, "id_taken")
    assert client.say(INJURY, "1") == first
    assert Client(two_servers[1]).say(INJURY, "1"), "of another person it is another message"


def test_numbers_go_on_through_the_conversation_and_are_those_of_storage(two_servers: tuple[Server, Server]) -> None:
    client = Client(two_servers[0])
    said = [line for text in (INJURY, "yes", "why?", "4 out of 10") for line in client.say(text)]
    seqs = [line["seq"] for line in said]
    assert seqs == sorted(set(seqs))
    stored = client.events()
    assert [line for line in stored if line["t"] == "msg"] == said
    assert [line["text"] for line in stored if line["t"] == "ack"] == [INJURY, "yes", "why?", "4 out of 10"]
    assert stored[-1] == {"t": "end", "seq": seqs[-1]}
    assert client.events(seqs[1])[:-1] == [line for line in stored[:-1] if line["seq"] > seqs[1]]
    assert client.events(seqs[-1]) == [{"t": "end", "seq": seqs[-1]}]


def test_who_comes_back_keeps_the_conversation(two_servers: tuple[Server, Server]) -> None:
    client = Client(two_servers[0])
    client.say(INJURY)
    back = Client(two_servers[1], client.token).ask("POST", "/session")
    assert back.status == 201
    assert back.json["known"] is True
    assert [(line["who"], line["text"]) for line in back.json["messages"]] == client.said()
    assert back.json["seq"] == client.events()[-1]["seq"]
    renewed = Client(two_servers[0], back.json["token"])
    assert renewed.said() == client.said()


def test_a_turn_runs_to_its_end_when_the_client_goes_away(database: str) -> None:
    with serving({"MALLEO_DATABASE_URL": database}) as server:
        client = Client(server)
        with nobody_may_write(database):
            connection = begin(server, client.token, {"id": "1", "text": INJURY})
            assert b'"ack"' in read_until(connection, b'"typing"')
            connection.close()
        answer = client.say(INJURY, "1")  # waits for the turn, and finds it
        assert [line for line in client.events() if line["t"] == "msg"] == answer
        assert times(client, INJURY) == 1


def test_a_server_that_is_stopped_ends_its_turns_before(database: str) -> None:
    with serving({"MALLEO_DATABASE_URL": database}) as server:
        client = Client(server)
        with nobody_may_write(database):
            connection = begin(server, client.token, {"id": "1", "text": INJURY})
            read_until(connection, b'"typing"')
            server.process.terminate()
        server.process.wait(timeout=60)
        connection.close()
        server.start()
        assert times(client, INJURY) == 1


def test_a_server_killed_between_ack_and_answer_answers_on_retry(database: str) -> None:
    with serving({"MALLEO_DATABASE_URL": database}) as server:
        client = Client(server)
        client.say("my ankle hurts", "0")
        with nobody_may_write(database):
            connection = begin(server, client.token, {"id": "1", "text": INJURY})
            read_until(connection, b'"ack"')
            server.kill()
        assert b'"end"' not in rest_of(connection)
        server.start()
        assert times(client, INJURY) == 0
        answer = client.say(INJURY, "1")
        assert client.say(INJURY, "1") == answer
        assert times(client, INJURY) == 1


def rest_of(connection: socket.socket) -> bytes:
    with connection:
        try:
            return connection.recv(65536)
        except ConnectionResetError:
            return b""


def test_nothing_is_lost_while_the_database_is_away(two_servers: tuple[Server, Server], shared_database: str) -> None:
    client = Client(two_servers[0])
    client.say(INJURY, "1")
    before = client.said()
    name = make_url(shared_database).database
    maintenance = make_url(shared_database).set(database="postgres").render_as_string(False)
    with psycopg.connect(maintenance, autocommit=True) as p:
        p.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        p.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            reply = client.send("my foot is cold and white", "2")
            read = client.ask("GET", "/events")
            ready = ask(two_servers[0], "GET", "/ready")
        finally:
            p.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert reply.status == 503
    assert reply.lines[1]["custom"]["level"] == "emergency", "a warning needs no database"
    assert (reply.lines[-1]["t"], reply.lines[-1]["code"]) == ("error", "storage")
    assert (read.status, read.code) == (503, "storage")
    assert (ready.status, ready.json["database"]) == (503, "unreachable")
    assert client.said() == before
    assert client.say("my foot is cold and white", "2")[0]["custom"]["level"] == "emergency"


def test_what_is_erased_is_gone_and_the_token_with_it(two_servers: tuple[Server, Server]) -> None:
    one, other = two_servers
    client, bystander = Client(one), Client(one)
    client.say("my foot is cold and white")
    bystander.say(INJURY)
    there = Client(other, client.token)
    assert [there.ask("DELETE", "/session").status for _ in range(2)] == [204, 204]
    for server in two_servers:
        gone = Client(server, client.token)
        for method, path in (("GET", "/events"), ("GET", "/transcript"), ("POST", "/session")):
            reply = gone.ask(method, path)
            assert (reply.status, reply.code) == (401, "erased")
        assert gone.send("hello").code == "erased"
        assert gone.ask("DELETE", "/session").status == 204
    assert times(bystander, INJURY) == 1


def test_erasing_waits_for_the_turn_that_is_under_way(two_servers: tuple[Server, Server], shared_database: str) -> None:
    client = Client(two_servers[0])
    there = Client(two_servers[1], client.token)
    with ThreadPoolExecutor(1) as pool:
        with nobody_may_write(shared_database):
            connection = begin(two_servers[0], client.token, {"id": "1", "text": INJURY})
            read_until(connection, b'"ack"')
            erasing = pool.submit(there.ask, "DELETE", "/session")
        assert erasing.result().status == 204
    connection.close()
    with psycopg.connect(shared_database) as database:
        left = database.execute("SELECT count(*) FROM event WHERE body LIKE %s", [f"%{client_id(client)}%"]).fetchone()
        of_them = database.execute("SELECT count(*) FROM event WHERE conversation_id = %s", [client_id(client)])
        assert (left, of_them.fetchone()) == ((0,), (0,))


def client_id(client: Client) -> str:
    import jwt

    return str(jwt.decode(client.token, options={"verify_signature": False})["sub"])


def test_who_deletes_in_words_may_begin_anew(two_servers: tuple[Server, Server]) -> None:
    client = Client(two_servers[0])
    client.say(INJURY)
    client.say("delete my data")
    done = client.send(question="erase", choice="yes")
    assert done.status == 200
    assert [line["custom"]["erased"] for line in done.lines if line["t"] == "msg"] == [True]
    assert client.said() == []
    assert client.say("my right ankle hurts")
    assert times(client, INJURY) == 0
