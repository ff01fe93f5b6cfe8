"""Every warning and hand-off reaches each of the operator's channels, once, whatever fails on the way."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from outbox import NOW, WORDS, Clock, hand_over, rows, warn
from peer import HANG_UP, Peer
from sqlalchemy import Engine

from bot.storage import escalations
from bot.storage import people as people_of
from bot.storage.notices import FIRST_WAIT, LEASE, LONGEST_WAIT, wait_after
from bot.worker import channels
from bot.worker.notices import MOST_AT_ONCE, Notices

AT_ONCE = timedelta(0)
Make = Callable[..., Notices]


def go_on() -> bool:
    return False


def round_of(notices: Notices, clock: Clock) -> dict[str, int]:
    return dict(asyncio.run(notices.round(clock, go_on)))


def a_port_where_nobody_listens() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_a_notice_tells_level_rules_time_and_reference(people: Engine, notices: Make, peer: Peer, clock: Clock) -> None:
    warn(people, "a")
    assert round_of(notices(peer.url), clock) == {"notices delivered": 1}
    (notice,) = peer.notices
    assert notice["title"] == "Malleo: emergency"
    for part in ("Level: emergency", "Rules: RF02", "2026-03-01 09:00 UTC", rows(people)[0].reference):
        assert part in notice["message"]
    assert notice["type"] == "failure"


def test_a_notice_tells_nothing_of_the_person(people: Engine, notices: Make, peer: Peer, clock: Clock) -> None:
    warn(people, "conversation-4711")
    hand_over(people, "conversation-4712")
    round_of(notices(peer.url), clock)
    sent = json.dumps(peer.notices)
    assert len(peer.notices) == 2
    for private in ("conversation-47", WORDS, "cold"):
        assert private not in sent
    assert f"malleo escalations show {peer.references[1]}" in sent


def test_what_was_brought_is_not_brought_again(people: Engine, notices: Make, peer: Peer, clock: Clock) -> None:
    warn(people, "a")
    round_of(notices(peer.url), clock)
    clock.goes_on(timedelta(days=30))
    assert round_of(notices(peer.url), clock) == {}
    assert len(peer.notices) == 1
    assert rows(people)[0].delivered_at == NOW


def test_what_is_refused_is_tried_again_and_again_through_restarts(
    people: Engine, notices: Make, peer: Peer, clock: Clock
) -> None:
    """Somebody who answers 500, 404, 503 and then 200; a new worker every time."""
    peer.statuses.extend([500, 404, 503])
    warn(people, "a")
    for attempts in (1, 2, 3):
        assert round_of(notices(peer.url), clock) == {"notices put off": 1}
        (row,) = rows(people)
        assert (row.attempts, row.delivered_at) == (attempts, None)
        assert row.next_attempt_at == clock.now + FIRST_WAIT * 2 ** (attempts - 1)
        assert round_of(notices(peer.url), clock) == {}, "not before its time"
        clock.now = row.next_attempt_at
    assert round_of(notices(peer.url), clock) == {"notices delivered": 1}
    assert len(peer.notices) == 1
    assert rows(people)[0].attempts == 4


def test_a_channel_where_nobody_listens_is_tried_again(people: Engine, notices: Make, peers: Any, clock: Clock) -> None:
    warn(people, "a")
    nobody = f"json://127.0.0.1:{a_port_where_nobody_listens()}/notices"
    assert round_of(notices(nobody), clock) == {"notices put off": 1}
    assert rows(people)[0].delivered_at is None


def test_waits_double_up_to_the_longest() -> None:
    waits = [wait_after(attempts) for attempts in range(1, 2000)]
    assert waits == sorted(waits)
    assert (waits[0], waits[1], waits[-1]) == (FIRST_WAIT, FIRST_WAIT * 2, LONGEST_WAIT)


def test_a_channel_that_never_answers_costs_its_time_and_no_more(
    people: Engine, notices: Make, peers: Callable[[], Peer], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channels, "ANSWER_SECONDS", 0.2)
    silent, quick = peers(), peers()
    silent.may_answer.clear()
    warn(people, "a")
    assert round_of(notices(silent.url, quick.url), clock) == {"notices put off": 1}
    assert len(quick.notices) == 1


def test_all_channels_together_may_not_outlast_the_lease() -> None:
    assert LEASE.total_seconds() > channels.ANSWER_SECONDS * channels.MOST_CHANNELS


def test_an_answer_that_got_lost_brings_it_again_with_the_same_reference_and_a_mark(
    people: Engine, notices: Make, peer: Peer, clock: Clock
) -> None:
    peer.statuses.append(HANG_UP)
    warn(people, "a")
    assert round_of(notices(peer.url), clock) == {"notices put off": 1}
    clock.goes_on(FIRST_WAIT)
    assert round_of(notices(peer.url), clock) == {"notices delivered": 1}
    assert len(set(peer.references)) == 1
    first, second = peer.texts
    assert "may have reached you before" not in first
    assert "may have reached you before" in second


def test_a_channel_that_took_it_is_not_asked_again_because_of_another(
    people: Engine, notices: Make, peers: Callable[[], Peer], clock: Clock
) -> None:
    good, bad = peers(), peers()
    bad.statuses.extend([500, 500])
    warn(people, "a")
    for _ in range(3):
        round_of(notices(bad.url, good.url), clock)
        clock.goes_on(LONGEST_WAIT)
    assert (len(good.notices), len(bad.notices)) == (1, 1)
    assert rows(people)[0].delivered_at is not None
    kept = json.dumps(rows(people)[0].reached)
    assert not re.search("quincunx|127.0.0.1", kept), "the marks are no addresses"


def test_one_notice_that_fails_keeps_no_other_from_its_turn(
    people: Engine, notices: Make, peer: Peer, clock: Clock
) -> None:
    peer.statuses.append(500)
    warn(people, "a", "b", "c")
    assert round_of(notices(peer.url), clock) == {"notices put off": 1, "notices delivered": 2}


def test_a_flood_is_brought_in_rounds(people: Engine, notices: Make, peer: Peer, clock: Clock) -> None:
    warn(people, *map(str, range(MOST_AT_ONCE + 1)))
    assert round_of(notices(peer.url), clock) == {"notices delivered": MOST_AT_ONCE}
    assert round_of(notices(peer.url), clock) == {"notices delivered": 1}


def test_without_channels_notices_wait_for_some(people: Engine, notices: Make, peer: Peer, clock: Clock) -> None:
    warn(people, "a")
    assert round_of(notices(), clock) == {}
    assert rows(people)[0].attempts == 0
    assert round_of(notices(peer.url), clock) == {"notices delivered": 1}


def test_what_is_acknowledged_or_erased_is_not_brought(people: Engine, notices: Make, peer: Peer, clock: Clock) -> None:
    warn(people, "a", "b")
    escalations.acknowledge(people, rows(people)[0].reference, "Kim", NOW)
    people_of.erase(people, "b")
    assert round_of(notices(peer.url), clock) == {}
    assert peer.notices == []


def test_what_is_erased_while_it_is_brought_stays_erased(
    people: Engine, notices: Make, peers: Callable[[], Peer], clock: Clock
) -> None:
    slow, second = peers(), peers()
    slow.may_answer.clear()
    warn(people, "a")

    async def erased_meanwhile() -> dict[str, int]:
        bringing = asyncio.create_task(notices(slow.url, second.url).round(clock, go_on))
        await asyncio.to_thread(slow.wait_for_a_notice)
        await asyncio.to_thread(people_of.erase, people, "a")
        slow.may_answer.set()
        return dict(await bringing)

    assert asyncio.run(erased_meanwhile()) == {"notices no longer wanted": 1}
    assert second.notices == []
    assert rows(people) == []


def test_while_one_worker_waits_for_a_slow_channel_no_other_takes_the_notice(
    people: Engine, notices: Make, peer: Peer, clock: Clock
) -> None:
    peer.may_answer.clear()
    warn(people, "a")

    async def both() -> tuple[dict[str, int], dict[str, int]]:
        first = asyncio.create_task(notices(peer.url).round(clock, go_on))
        await asyncio.to_thread(peer.wait_for_a_notice)
        second = await notices(peer.url).round(clock, go_on)
        peer.may_answer.set()
        return dict(await first), dict(second)

    assert asyncio.run(both()) == ({"notices delivered": 1}, {})
    assert len(peer.notices) == 1


def test_workers_at_the_same_moment_bring_each_notice_once(
    people: Engine, notices: Make, peer: Peer, clock: Clock
) -> None:
    names = [f"{number:02}" for number in range(15)]
    warn(people, *names)

    async def all_at_once() -> None:
        await asyncio.gather(*(notices(peer.url).round(clock, go_on) for _ in range(4)))

    asyncio.run(all_at_once())
    assert sorted(peer.references) == sorted(row.reference for row in rows(people))
    assert {row.attempts for row in rows(people)} == {1}


def test_a_worker_that_lost_its_lease_cannot_end_what_another_has_now(
    people: Engine, notices: Make, peer: Peer, clock: Clock
) -> None:
    """Stopped for longer than a lease, for example by a laptop that slept."""
    peer.may_answer.clear()
    peer.statuses.extend([200, 500])
    warn(people, "a")

    async def overtaken() -> tuple[dict[str, int], dict[str, int]]:
        first = asyncio.create_task(notices(peer.url).round(clock, go_on))
        await asyncio.to_thread(peer.wait_for_a_notice)
        clock.goes_on(LEASE)
        second = asyncio.create_task(notices(peer.url).round(clock, go_on))
        await asyncio.to_thread(peer.wait_for_a_notice)
        peer.may_answer.set()
        return dict(await first), dict(await second)

    first, second = asyncio.run(overtaken())
    assert (first, second) == ({"notices no longer wanted": 1}, {"notices put off": 1})
    assert rows(people)[0].delivered_at is None, "the second could not bring it, and will try again"
