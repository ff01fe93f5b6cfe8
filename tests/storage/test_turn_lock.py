"""One turn of a conversation at a time, in order."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest
from rasa.core.lock_store import LockError, LockStore
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import Engine, text

from bot.storage.rasa_stores import MalleoLockStore
from bot.storage.trouble import StorageTrouble

ROOT = Path(__file__).parents[2]
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
HELD = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
CONNECTIONS = (
    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'malleo-lock' AND datname = current_database()"
)


@pytest.fixture
async def locks(engine: Engine) -> AsyncIterator[MalleoLockStore]:
    store = MalleoLockStore(engine=engine)
    yield store
    await store.turns.close()


@pytest.fixture
async def shared(postgres_engine: Engine) -> AsyncIterator[tuple[MalleoLockStore, MalleoLockStore]]:
    """Two stores, as two processes have them."""
    stores = MalleoLockStore(engine=postgres_engine), MalleoLockStore(engine=postgres_engine)
    yield stores
    for store in stores:
        await store.turns.close()


async def until(engine: Engine, question: str, answer: int) -> None:
    """Asks the server until it gives that answer."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while await asyncio.to_thread(connection.scalar, text(question)) != answer:
            pass


async def test_turns_of_one_conversation_do_not_overlap_and_keep_their_order(locks: MalleoLockStore) -> None:
    notes: list[str] = []

    async def turn(number: int) -> None:
        async with locks.lock("a"):
            notes.append(f"{number} begins")
            await asyncio.sleep(0)
            notes.append(f"{number} ends")

    await asyncio.gather(*(turn(number) for number in range(20)))
    assert notes == [f"{number} {what}" for number in range(20) for what in ("begins", "ends")]


async def test_conversations_do_not_wait_for_each_other(locks: MalleoLockStore) -> None:
    async with locks.lock("a"), locks.lock("b"), locks.lock("c"):
        pass


async def test_nothing_is_kept_of_conversations_that_nobody_works_on(locks: MalleoLockStore) -> None:
    async def turn(name: str) -> None:
        async with locks.lock(name):
            await asyncio.sleep(0)

    await asyncio.gather(*(turn(str(number % 50)) for number in range(200)))
    assert len(locks.turns._queue) == 0


async def test_turn_that_fails_lets_the_next_one_in(locks: MalleoLockStore) -> None:
    with pytest.raises(ZeroDivisionError):
        async with locks.lock("a"):
            raise ZeroDivisionError
    async with locks.lock("a", lock_lifetime=5):
        pass


async def test_who_waits_too_long_is_told(locks: MalleoLockStore) -> None:
    async with locks.lock("conversation-a"):
        with pytest.raises(LockError, match="still busy") as error:
            async with locks.lock("conversation-a", lock_lifetime=0.01):
                pass
    assert "conversation-a" not in str(error.value)
    assert len(locks.turns._queue) == 0


async def test_who_goes_away_while_waiting_leaves_no_gap(locks: MalleoLockStore) -> None:
    async def turn() -> None:
        async with locks.lock("a"):
            pass

    async with locks.lock("a"):
        waiting = [asyncio.ensure_future(turn()) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[1].cancel()
    results = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(result).__name__ for result in results] == ["NoneType", "CancelledError", "NoneType"]
    assert len(locks.turns._queue) == 0


async def test_another_store_on_the_same_server_waits_in_its_queue(
    shared: tuple[MalleoLockStore, MalleoLockStore], postgres_engine: Engine
) -> None:
    here, there = shared
    order: list[str] = []

    async def turn() -> None:
        async with there.lock("a"):
            order.append("there")

    async with here.lock("a"):
        waiting = asyncio.ensure_future(turn())
        await until(postgres_engine, WAITING, 1)  # waits in the server, which wakes it: nothing polls
        order.append("here")
    await waiting
    assert order == ["here", "there"]
    await until(postgres_engine, HELD, 0)
    await until(postgres_engine, CONNECTIONS, 2)


async def test_waiting_for_another_store_ends_in_time_and_leaves_no_lock(
    shared: tuple[MalleoLockStore, MalleoLockStore], postgres_engine: Engine
) -> None:
    here, there = shared
    async with here.lock("a"):
        with pytest.raises(LockError):
            async with there.lock("a", lock_lifetime=0.2):
                pass
        await until(postgres_engine, WAITING, 0)
    await until(postgres_engine, HELD, 0)
    async with there.lock("a", lock_lifetime=5):
        pass


async def test_many_conversations_at_once_need_one_connection(
    shared: tuple[MalleoLockStore, MalleoLockStore], postgres_engine: Engine
) -> None:
    everybody_works = asyncio.Barrier(60)

    async def turn(name: str) -> None:
        async with shared[0].lock(name):
            await everybody_works.wait()

    turns = asyncio.gather(*(turn(str(number)) for number in range(60)))
    await until(postgres_engine, CONNECTIONS, 1)
    await turns
    await until(postgres_engine, HELD, 0)


async def test_cancelled_turns_leave_no_lock_on_the_server(
    shared: tuple[MalleoLockStore, MalleoLockStore], postgres_engine: Engine
) -> None:
    async def turn() -> None:
        async with shared[0].lock("a"):
            await asyncio.Event().wait()

    for steps in range(12):
        task = asyncio.ensure_future(turn())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    await until(postgres_engine, HELD, 0)
    async with shared[1].lock("a", lock_lifetime=5):
        pass


async def test_server_that_came_back_is_asked_again(
    shared: tuple[MalleoLockStore, MalleoLockStore], postgres_engine: Engine
) -> None:
    async with shared[0].lock("a"):
        pass
    with postgres_engine.connect() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'malleo-lock'")
        )
    async with shared[0].lock("a"):
        await until(postgres_engine, HELD, 1)


async def test_server_that_is_gone_is_trouble_without_secrets(postgres_engine: Engine) -> None:
    store = MalleoLockStore(engine=postgres_engine)
    store.turns._server._address = "postgresql://me:secret@127.0.0.1:1/malleo"
    with pytest.raises(StorageTrouble) as error:
        async with store.lock("a"):
            pass
    assert "secret" not in str(error.value)
    assert "127.0.0.1" not in str(error.value)


async def test_a_connection_that_dies_gives_its_locks_back(
    shared: tuple[MalleoLockStore, MalleoLockStore], postgres_engine: Engine
) -> None:
    here, there = shared
    async with here.lock("a"):
        with postgres_engine.connect() as connection:
            connection.execute(
                text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'malleo-lock'")
            )
        async with there.lock("a", lock_lifetime=5):
            pass


def test_one_store_serves_one_event_loop_after_another(postgres_engine: Engine) -> None:
    store = MalleoLockStore(engine=postgres_engine)

    async def turn() -> None:
        async with store.lock("a"):
            pass

    asyncio.run(turn())
    asyncio.run(turn())
    asyncio.run(store.turns.close())


def test_turns_of_two_processes_do_not_overlap_and_keep_their_order(postgres_engine: Engine) -> None:
    with postgres_engine.begin() as connection:
        columns = "seq SERIAL, process INTEGER, conversation TEXT, number INTEGER, what TEXT"
        connection.execute(text(f"CREATE TABLE kb_notes ({columns})"))
    processes = [process(postgres_engine, "a", "25") for _ in range(2)]
    for each in processes:
        tell(each)
    for each in processes:
        each.communicate()
        assert each.returncode == 0
    with postgres_engine.connect() as connection:
        notes = connection.execute(text("SELECT process, number, what FROM kb_notes ORDER BY seq")).all()
    assert len(notes) == 100
    for begins, ends in zip(notes[::2], notes[1::2], strict=True):
        assert (begins.process, begins.number, begins.what) == (ends.process, ends.number, "begins")
        assert ends.what == "ends"
    for each in processes:
        numbers = [note.number for note in notes if note.process == each.pid and note.what == "begins"]
        assert all(earlier < later for earlier, later in pairwise(numbers))


async def test_waiting_process_is_woken_by_the_one_that_ends(postgres_engine: Engine) -> None:
    first, second = process(postgres_engine, "a", "hold"), process(postgres_engine, "a", "hold")
    tell(first)
    assert first.stdout.readline() == "holding\n"
    tell(second)
    await until(postgres_engine, WAITING, 1)
    tell(first)
    assert first.stdout.readline() == "released\n"
    assert second.stdout.readline() == "holding\n"
    tell(second)
    for each in (first, second):
        each.communicate()
        assert each.returncode == 0


async def test_process_that_dies_in_its_turn_lets_the_next_one_in(postgres_engine: Engine) -> None:
    dying, waiting = process(postgres_engine, "a", "hold"), process(postgres_engine, "a", "hold")
    tell(dying)
    assert dying.stdout.readline() == "holding\n"
    tell(waiting)
    await until(postgres_engine, WAITING, 1)
    dying.kill()
    assert waiting.stdout.readline() == "holding\n"
    tell(waiting)
    for each in (dying, waiting):
        each.communicate()


def test_rasa_creates_the_store_from_its_endpoints_file(tmp_path: Path) -> None:
    config = EndpointConfig(type="bot.storage.rasa_stores.MalleoLockStore", url=f"sqlite:///{tmp_path / 'other.db'}")
    assert type(LockStore.create(config)) is MalleoLockStore


def process(engine: Engine, conversation: str, turns: str) -> subprocess.Popen[str]:
    """A process that waits for `tell` before it asks for its turn."""
    url = engine.url.render_as_string(hide_password=False)
    started = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("turn_taker.py"), url, conversation, turns],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert started.stdout.readline() == "ready\n"
    return started


def tell(process: subprocess.Popen[str]) -> None:
    process.stdin.write("go\n")
    process.stdin.flush()
