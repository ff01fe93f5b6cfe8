"""The worker lives through failures, stops cleanly, and what it logs tells nothing of anybody."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import psycopg
from outbox import NOW, WORDS, Clock, hand_over, rows, warn
from peer import Peer
from psycopg import sql
from sqlalchemy import Engine

from bot.worker.health import EVERY, Health
from bot.worker.notices import Notices
from bot.worker.worker import LONGEST_TROUBLE_WAIT, TROUBLE_WAIT, Worker, wait_after

Make = Callable[..., Notices]


class Broken:
    """Work that fails with the words of a person in its error."""

    async def round(self, clock: Callable[[], datetime], stopping: Callable[[], bool]) -> Counter[str]:
        raise KeyError(WORDS)

    def next_at(self) -> datetime | None:
        return None


class Counted:
    """Work that is always there, and stops the worker after so many rounds."""

    def __init__(self, rounds: int) -> None:
        self.left = rounds
        self.worker: Worker | None = None

    async def round(self, clock: Callable[[], datetime], stopping: Callable[[], bool]) -> Counter[str]:
        self.left -= 1
        if self.worker and not self.left:
            self.worker.stop()
        return Counter({"things done": 1})

    def next_at(self) -> datetime | None:
        return datetime(2000, 1, 1, tzinfo=UTC)


def test_work_that_fails_keeps_no_other_from_its_turn_and_quotes_nobody(
    people: Engine, notices: Make, peer: Peer, clock: Clock
) -> None:
    warn(people, "a")
    log: list[str] = []
    done = asyncio.run(Worker((Broken(), notices(peer.url)), log.append, clock).once())
    assert done == {"failures": 1, "notices delivered": 1}
    assert "Broken: KeyError at round" in log[0]
    assert WORDS not in "".join(log)


def test_a_lost_database_is_survived(people: Engine, notices: Make, peer: Peer, clock: Clock) -> None:
    warn(people, "a")
    log: list[str] = []
    worker = Worker((notices(peer.url),), log.append, clock)
    with people.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE escalation RENAME TO escalation_away")
    assert asyncio.run(worker.round()) == {"failures": 1}
    with people.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE escalation_away RENAME TO escalation")
    assert asyncio.run(worker.round()) == {"notices delivered": 1}
    assert log[0].startswith("Notices: Could not claim a notice")


def test_connections_that_the_server_dropped_are_made_anew(
    postgres_engine: Engine, texts: object, peer: Peer, clock: Clock
) -> None:
    from bot.storage.migrations import migrate
    from bot.worker.channels import open_channels

    migrate(postgres_engine)
    warn(postgres_engine, "a", "b")
    worker = Worker((Notices(postgres_engine, open_channels([peer.url]), texts),), lambda _: None, clock)
    name = postgres_engine.url.database
    maintenance = postgres_engine.url.set(drivername="postgresql", database="postgres")
    with psycopg.connect(maintenance.render_as_string(hide_password=False), autocommit=True) as server:
        allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        server.execute(allow.format(sql.Identifier(name), sql.SQL("false")))
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        assert asyncio.run(worker.round()) == {"failures": 1}
        server.execute(allow.format(sql.Identifier(name), sql.SQL("true")))
    assert asyncio.run(worker.round()) == {"notices delivered": 2}


def test_the_wait_grows_with_every_failure_in_a_row() -> None:
    waits = [wait_after(failed) for failed in range(1, 2000)]
    assert waits == sorted(waits)
    assert (waits[0], waits[1], waits[-1]) == (TROUBLE_WAIT, TROUBLE_WAIT * 2, LONGEST_TROUBLE_WAIT)


def test_it_goes_on_until_it_is_stopped(people: Engine, clock: Clock) -> None:
    task = Counted(3)
    task.worker = Worker((task,), lambda _: None, clock)
    asyncio.run(task.worker.run())
    assert task.left == 0


def test_stopped_while_it_brings_one_it_ends_that_one_and_begins_no_other(
    people: Engine, notices: Make, peer: Peer, clock: Clock
) -> None:
    warn(people, "a", "b")
    peer.may_answer.clear()
    worker = Worker((notices(peer.url),), lambda _: None, clock)

    async def stopped() -> None:
        working = asyncio.create_task(worker.run())
        await asyncio.to_thread(peer.wait_for_a_notice)
        worker.stop()
        peer.may_answer.set()
        await working

    asyncio.run(stopped())
    assert len(peer.notices) == 1
    assert sorted(row.delivered_at is None for row in rows(people)) == [False, True]
    assert sorted(row.attempts for row in rows(people)) == [0, 1]


def test_the_log_tells_what_waits_and_nothing_of_anybody(people: Engine, clock: Clock) -> None:
    warn(people, "conversation-4711")
    hand_over(people, "conversation-4712")
    log: list[str] = []
    worker = Worker((Health(people, log.append),), log.append, clock)
    asyncio.run(worker.round())
    asyncio.run(worker.round())
    assert log == ["working; notices waiting: 2, the oldest since 2026-03-01 09:00 UTC; check-ins due: 0"]
    clock.goes_on(EVERY)
    asyncio.run(worker.round())
    assert len(log) == 2


def test_it_wakes_for_what_is_due_next(people: Engine, notices: Make, peer: Peer, clock: Clock) -> None:
    peer.statuses.append(500)
    warn(people, "a")
    bringing = notices(peer.url)
    assert bringing.next_at() == NOW
    asyncio.run(bringing.round(clock, lambda: False))
    assert bringing.next_at() == NOW + timedelta(seconds=10)
