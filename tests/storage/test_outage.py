"""A database that fails is trouble, never a conversation that seems to have just begun. When it is back, so is all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from rasa.core.agent import Agent
from sqlalchemy import Engine, event
from talk import DOMAIN, SlotSet, said, told

from bot.runtime import rasa_patches
from bot.storage import database, people
from bot.storage.migrations import migrate
from bot.storage.rasa_stores import MalleoTrackerStore
from bot.storage.trouble import StorageTrouble

ROOT = Path(__file__).parents[2]

Outage = Callable[[Engine], AbstractContextManager[None]]


def file_of(engine: Engine) -> Path:
    return Path((engine.url.database or "").removeprefix("file:"))


@contextmanager
def taken_away(engine: Engine) -> Iterator[None]:
    """The file is moved elsewhere."""
    file = file_of(engine)
    file.rename(file.with_suffix(".away"))
    yield
    assert not file.exists(), "a new, empty database was made in its place"
    file.with_suffix(".away").rename(file)


@contextmanager
def overwritten(engine: Engine) -> Iterator[None]:
    """The file holds something else."""
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = file_of(engine).read_bytes()
    file_of(engine).write_bytes(b"not a database" * 1000)
    yield
    file_of(engine).write_bytes(whole)


@contextmanager
def emptied(engine: Engine) -> Iterator[None]:
    """The file is there, with nothing in it."""
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = file_of(engine).read_bytes()
    file_of(engine).write_bytes(b"")
    yield
    file_of(engine).write_bytes(whole)


@contextmanager
def without_tables(engine: Engine) -> Iterator[None]:
    """Somebody put an empty database in place of the one with the conversations."""
    file = file_of(engine)
    engine.dispose()
    file.rename(file.with_suffix(".away"))
    database.engine(f"sqlite:///{file}").dispose()
    yield
    engine.dispose()
    file.with_suffix(".away").rename(file)


@contextmanager
def server_gone(engine: Engine) -> Iterator[None]:
    """PostgreSQL drops the connections and takes no new ones."""
    name = sql.Identifier(engine.url.database or "")
    maintenance = engine.url.set(drivername="postgresql", database="postgres")
    with psycopg.connect(maintenance.render_as_string(hide_password=False), autocommit=True) as server:
        server.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(name))
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [engine.url.database]
        )
        yield
        server.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(name))


OUTAGES = [
    pytest.param("sqlite_people", taken_away, id="file taken away"),
    pytest.param("sqlite_people", overwritten, id="file overwritten"),
    pytest.param("sqlite_people", emptied, id="file emptied"),
    pytest.param("sqlite_people", without_tables, id="file without tables"),
    pytest.param("postgres_people", server_gone, id="server gone"),
]


@pytest.mark.parametrize(("kind", "outage"), OUTAGES)
async def test_outage_is_trouble_and_the_conversation_goes_on_after_it(
    request: pytest.FixtureRequest, kind: str, outage: Outage
) -> None:
    engine: Engine = request.getfixturevalue(kind)
    store = MalleoTrackerStore(DOMAIN, engine=engine)
    for number in range(5):
        tracker = await store.get_or_create_tracker("a", append_action_listen=False)
        await store.save(told(tracker, said(f"message {number}", SlotSet("mood", f"mood {number}"))))
    midway = await store.retrieve("a")
    with outage(engine):
        for attempt in (store.retrieve, store.retrieve_full_tracker, store.exists, store.get_or_create_tracker):
            with pytest.raises(StorageTrouble):
                await attempt("a")
        with pytest.raises(StorageTrouble):
            await store.save(told(midway, said("nobody will keep this")))
        with pytest.raises(StorageTrouble):
            await store.save(told(store.init_tracker("b"), said("nor this")))
    back = await store.retrieve("a")
    assert back.get_slot("mood") == "mood 4"
    await store.save(told(back, said("message 5")))
    texts = [line.text for line in people.transcript(engine, "a") if line.who == "person"]
    assert texts == [f"message {number}" for number in range(6)]


async def test_database_that_cannot_be_written_can_still_be_read(sqlite_people: Engine) -> None:
    store = MalleoTrackerStore(DOMAIN, engine=sqlite_people)
    tracker = told(store.init_tracker("a"), said("one"))
    await store.save(tracker)

    def read_only(connection: Any, *_: object) -> None:
        connection.cursor().execute("PRAGMA query_only = ON")

    event.listen(sqlite_people, "checkout", read_only)
    assert (await store.retrieve("a")).latest_message.text == "one"
    with pytest.raises(StorageTrouble, match="SQLITE_READONLY"):
        await store.save(told(tracker, said("two")))
    event.remove(sqlite_people, "checkout", read_only)
    sqlite_people.dispose()
    await store.save(tracker)
    assert len(people.transcript(sqlite_people, "a")) == 4


async def test_disk_that_is_full_is_trouble_and_loses_nothing(sqlite_people: Engine) -> None:
    store = MalleoTrackerStore(DOMAIN, engine=sqlite_people)
    tracker = told(store.init_tracker("a"), said("one"))
    await store.save(tracker)

    def full(connection: Any, *_: object) -> None:
        connection.cursor().execute("PRAGMA max_page_count = 1")

    event.listen(sqlite_people, "checkout", full)
    with pytest.raises(StorageTrouble, match="SQLITE_FULL"):
        await store.save(told(tracker, said("word " * 20_000)))
    event.remove(sqlite_people, "checkout", full)
    sqlite_people.dispose()
    assert [line.text for line in people.transcript(sqlite_people, "a")] == ["one", "I see."]


def test_process_that_is_killed_between_saves_leaves_whole_turns(people: Engine) -> None:
    url = people.url.render_as_string(hide_password=False)
    if people.dialect.name == "sqlite":
        url = f"sqlite:///{file_of(people)}"
    program = Path(__file__).with_name("talk_for_ever.py")
    with subprocess.Popen(
        [sys.executable, program, url], cwd=ROOT, text=True, stdout=subprocess.PIPE, env={"PYTHONPATH": str(ROOT)}
    ) as process:
        saved = [process.stdout.readline() for _ in range(12)][-1]
        process.kill()
    migrate(people)
    lines = transcript(people)
    assert int(saved) <= len(lines) // 2
    assert [line.who for line in lines] == ["person", "malleo"] * (len(lines) // 2)


async def test_what_is_written_after_another_process_left_is_kept(sqlite_people: Engine) -> None:
    """A worker or a command that ends must not take the write-ahead log away from a server that goes on."""
    store = MalleoTrackerStore(DOMAIN, engine=sqlite_people)
    address = f"sqlite:///{file_of(sqlite_people)}"
    program = (
        "import sys; from bot.storage import database; from bot.storage.turns import ids;"
        "print(*ids(database.engine(sys.argv[1])))"
    )

    def seen_by_another() -> str:
        command = [sys.executable, "-c", program, address]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()

    for number, so_far in enumerate(("0", "0 1", "0 1 2")):
        await store.save(told(store.init_tracker(str(number)), said("one")))
        assert seen_by_another() == so_far


def transcript(engine: Engine) -> list[people.Line]:
    return people.transcript(engine, "a")


async def test_rasa_lets_trouble_rise_once_it_is_patched(sqlite_people: Engine) -> None:
    rasa_patches.apply_all()
    store = MalleoTrackerStore(DOMAIN, engine=sqlite_people)
    agent = Agent(domain=DOMAIN, tracker_store=store)
    assert agent.tracker_store is store
    with taken_away(sqlite_people), pytest.raises(StorageTrouble):
        await agent.tracker_store.retrieve("a")
