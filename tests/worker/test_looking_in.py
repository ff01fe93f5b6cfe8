"""A check-in that is due is laid where its person finds it, once, and never into the middle of a talk."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from outbox import Clock
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from sqlalchemy import Engine, select

from bot.channels.courier import Outcome, Shelf
from bot.dialogue.case import Case
from bot.dialogue.check_in import check_in_message
from bot.dialogue.message import Message
from bot.dialogue.texts import Texts
from bot.runtime import settings
from bot.storage import people as people_of
from bot.storage.models import CheckIn
from bot.storage.rasa_stores import MalleoLockStore, MalleoTrackerStore
from bot.worker.check_ins import LONGEST_WAIT, MOST_ATTEMPTS, QUIET, CheckIns

DOMAIN = Domain.load(str(settings.ROOT / "domain.yml"))
DAYS = 5


def turn(text: str, *events: Event) -> list[Event]:
    return [UserUttered(text, {"name": "answer"}, input_channel="website"), *events, ActionExecuted("action_listen")]


def result(id: str) -> SlotSet:
    body = {"id": id, "level": "self_care", "knowledge_version": "1", "recheck": {"in_days": DAYS}}
    return SlotSet("assessment", body)


async def talked(engine: Engine, conversation: str = "a", case: Case | None = None) -> MalleoTrackerStore:
    """A conversation that ended with a result a moment ago."""
    store = MalleoTrackerStore(DOMAIN, engine=engine)
    tracker = await store.get_or_create_tracker(conversation, append_action_listen=False)
    for event in turn("my ankle", SlotSet("case", (case or Case(turn=1)).to_json()), result(f"of {conversation}")):
        tracker.update(event, DOMAIN)
    await store.save(tracker)
    return store


@pytest.fixture
def days_later(clock: Clock) -> Clock:
    clock.now = datetime.now(UTC) + timedelta(days=DAYS, minutes=1)
    return clock


def sending(engine: Engine, texts: Texts, **couriers: Any) -> CheckIns:
    by = couriers or {"website": Shelf(MalleoTrackerStore(DOMAIN, engine=engine))}
    return CheckIns(engine, by, MalleoLockStore(engine=engine).turns, texts)


def go_on() -> bool:
    return False


def asked(engine: Engine, conversation: str = "a") -> list[str]:
    lines = people_of.transcript(engine, conversation)
    return [line.text for line in lines if (line.custom or {}).get("type") == "check_in"]


def states(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.scalars(select(CheckIn.state)))


class Tired:
    """The courier of a front end that cannot be reached for a while."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)
        self.brought: list[str] = []

    async def push(self, conversation: str, message: Message) -> Outcome:
        outcome: Outcome = self.outcomes.pop(0) if self.outcomes else "sent"
        if outcome == "sent":
            self.brought.append(str((message.payload or {})["ref"]))
        return outcome


async def test_a_check_in_is_laid_on_its_day_and_waits_for_an_answer(
    people: Engine, texts: Texts, days_later: Clock
) -> None:
    store = await talked(people)
    check_ins = sending(people, texts)
    assert await check_ins.round(lambda: datetime.now(UTC), go_on) == {}
    assert await check_ins.round(days_later, go_on) == {"check-ins sent": 1}
    assert await check_ins.round(days_later, go_on) == {}
    assert len(asked(people)) == 1
    tracker = await store.retrieve("a")
    assert tracker is not None
    assert Case.from_json(tracker.get_slot("case")).open == "check_in"
    assert states(people) == ["sent"]


async def test_a_question_that_is_open_stays_open(people: Engine, texts: Texts, days_later: Clock) -> None:
    store = await talked(people, case=Case(turn=1, open="swelling"))
    await sending(people, texts).round(days_later, go_on)
    tracker = await store.retrieve("a")
    assert tracker is not None
    assert Case.from_json(tracker.get_slot("case")).open == "swelling"


async def test_workers_at_the_same_moment_ask_once(people: Engine, texts: Texts, days_later: Clock) -> None:
    for name in "abc":
        await talked(people, name)
    await asyncio.gather(*(sending(people, texts).round(days_later, go_on) for _ in range(3)))
    assert [len(asked(people, name)) for name in "abc"] == [1, 1, 1]


async def test_a_check_in_that_was_laid_and_could_not_be_noted_is_not_laid_twice(
    people: Engine, texts: Texts, days_later: Clock
) -> None:
    """What a worker leaves that is killed in between."""
    store = await talked(people)
    await Shelf(store).push("a", check_in_message("of a", texts))
    assert await sending(people, texts).round(days_later, go_on) == {"check-ins sent": 1}
    assert len(asked(people)) == 1


async def test_nobody_is_asked_while_they_talk(people: Engine, texts: Texts, clock: Clock) -> None:
    await talked(people)
    with people.begin() as connection:
        connection.execute(CheckIn.__table__.update().values(due_at=datetime.now(UTC) - timedelta(minutes=1)))
    clock.now = datetime.now(UTC)
    assert await sending(people, texts).round(clock, go_on) == {"check-ins put off": 1}
    assert asked(people) == []
    clock.goes_on(QUIET)
    assert await sending(people, texts).round(clock, go_on) == {"check-ins sent": 1}


async def test_a_turn_of_the_person_in_the_same_moment_loses_nothing(
    people: Engine, texts: Texts, days_later: Clock
) -> None:
    """The worker of another process is not kept out by a lock on SQLite: the later of the two is told."""
    store = await talked(people)
    tracker = await store.retrieve("a")
    assert tracker is not None
    assert await sending(people, texts).round(days_later, go_on) == {"check-ins sent": 1}
    for event in turn("it is the left one"):
        tracker.update(event, DOMAIN)
    with pytest.raises(Exception, match="changed"):
        await store.save(tracker)
    assert len(asked(people)) == 1


async def test_a_front_end_that_cannot_be_reached_is_tried_again(
    people: Engine, texts: Texts, days_later: Clock
) -> None:
    await talked(people)
    tired = Tired("try_again", "try_again")
    for _ in range(2):
        assert await sending(people, texts, website=tired).round(days_later, go_on) == {"check-ins put off": 1}
        assert await sending(people, texts, website=tired).round(days_later, go_on) == {}
        days_later.goes_on(LONGEST_WAIT)
    assert await sending(people, texts, website=tired).round(days_later, go_on) == {"check-ins sent": 1}
    assert tired.brought == ["of a"]


async def test_a_check_in_that_never_arrives_is_given_up(people: Engine, texts: Texts, days_later: Clock) -> None:
    await talked(people)
    tired = Tired(*["try_again"] * 50)
    told = []
    for _ in range(MOST_ATTEMPTS):
        told += list(await sending(people, texts, website=tired).round(days_later, go_on))
        days_later.goes_on(LONGEST_WAIT)
    assert told == [*["check-ins put off"] * (MOST_ATTEMPTS - 1), "check-ins given up"]
    assert states(people) == ["failed"]


async def test_who_came_by_a_front_end_without_a_courier_is_not_asked(
    people: Engine, texts: Texts, days_later: Clock
) -> None:
    await talked(people)
    assert await sending(people, texts, telegram=Tired()).round(days_later, go_on) == {"check-ins without a way": 1}
    assert states(people) == ["failed"]


async def test_who_erased_everything_is_not_asked(people: Engine, texts: Texts, days_later: Clock) -> None:
    await talked(people)
    people_of.erase(people, "a")
    assert await sending(people, texts).round(days_later, go_on) == {}
