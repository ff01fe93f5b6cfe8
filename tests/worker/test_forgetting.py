"""What is older than it may be kept goes, from every table; the rest stays."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from outbox import NOW, Clock, warn
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from sqlalchemy import Engine, func, insert, select, update

from bot.runtime import settings
from bot.storage import people as people_of
from bot.storage.models import TABLES, Conversation, Erasure
from bot.storage.rasa_stores import MalleoTrackerStore
from bot.storage.updates import Arrived, take_in
from bot.worker.retention import EVERY, MOST_AT_ONCE, Retention

DOMAIN = Domain.load(str(settings.ROOT / "domain.yml"))
KEPT = timedelta(days=30)
FACT = {"id": "swelling", "value": "present", "kind": "state", "said": "puffy", "turn": 1, "asked": False}
RESULT = {"id": "result", "level": "self_care", "knowledge_version": "1", "recheck": {"in_days": 3}}
WARNING = {"id": "warning", "level": "emergency", "flags": []}


def go_on() -> bool:
    return False


def silent_for(engine: Engine, conversation: str, time: timedelta) -> None:
    with engine.begin() as connection:
        this = update(Conversation).where(Conversation.id == conversation)
        connection.execute(this.values(last_turn_at=NOW - time))


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.__tablename__: connection.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES
        }


async def fill(engine: Engine, conversation: str) -> None:
    """A row in every table."""
    store = MalleoTrackerStore(DOMAIN, engine=engine)
    take_in(engine, Arrived("telegram", f"update of {conversation}", conversation, "", "", {}, conversation))
    tracker = store.init_tracker(conversation)
    slots = {"case": {"facts": [FACT], "turn": 1}}
    slots |= {"assessment": {**RESULT, "id": f"result of {conversation}"}}
    slots |= {"escalation": {**WARNING, "id": f"warning of {conversation}"}}
    tracker.update(UserUttered("puffy", {"name": "answer"}, input_channel="website"), DOMAIN)
    for name, value in slots.items():
        tracker.update(SlotSet(name, value), DOMAIN)
    tracker.update(ActionExecuted("action_listen"), DOMAIN)
    await store.save(tracker)


async def test_what_is_old_goes_from_every_table_and_the_rest_stays(people: Engine, clock: Clock) -> None:
    for name in ("old", "new"):
        await fill(people, name)
    before = people_of.export(people, "new")
    of_both = counts(people)
    assert min(of_both.values()) == 2, "every table has rows of both"
    silent_for(people, "old", KEPT + timedelta(seconds=1))
    silent_for(people, "new", KEPT - timedelta(seconds=1))
    assert await Retention(people, KEPT).round(clock, go_on) == {"conversations erased": 1}
    assert people_of.export(people, "old") == {}
    assert counts(people) == {table: number // 2 for table, number in of_both.items()}
    assert {**people_of.export(people, "new"), "conversation": None} == {**before, "conversation": None}


async def test_a_conversation_that_goes_on_meanwhile_stays(people: Engine) -> None:
    warn(people, "a", at=NOW - KEPT - timedelta(days=1))
    limit = NOW - KEPT
    assert people_of.silent(people, limit, 10) == ["a"]
    silent_for(people, "a", timedelta(0))
    assert people_of.erase(people, "a", silent_since=limit) == 0
    assert people_of.export(people, "a")


async def test_old_deliveries_and_people_who_never_spoke_go_without_a_conversation(
    people: Engine, clock: Clock
) -> None:
    take_in(people, Arrived("telegram", "1", "a person", "sealed", "1", {}))
    clock.now = datetime.now(UTC) + KEPT + timedelta(days=1)
    assert await Retention(people, KEPT).round(clock, go_on) == {"deliveries forgotten": 1, "contacts forgotten": 1}


async def test_it_looks_again_after_its_time_and_goes_on_at_once_with_a_backlog(people: Engine, clock: Clock) -> None:
    old = NOW - KEPT - timedelta(days=1)
    warn(people, *map(str, range(MOST_AT_ONCE + 2)), at=old)
    forgetting = Retention(people, KEPT)
    done: Counter[str] = Counter()
    done += await forgetting.round(clock, go_on)
    done += await forgetting.round(clock, go_on)
    assert done == {"conversations erased": MOST_AT_ONCE + 2}
    warn(people, "late", at=old)
    assert await forgetting.round(clock, go_on) == {}
    clock.goes_on(EVERY)
    assert await forgetting.round(clock, go_on) == {"conversations erased": 1}


async def test_it_stops_between_two_conversations(people: Engine, clock: Clock) -> None:
    warn(people, "a", "b", at=NOW - KEPT - timedelta(days=1))
    answers = iter([False, True])
    assert await Retention(people, KEPT).round(clock, lambda: next(answers)) == {"conversations erased": 1}


async def test_the_mark_of_an_erasure_stays_as_long_as_a_token_may_live(people: Engine, clock: Clock) -> None:
    with people.begin() as connection:
        for name, age in (("old", 31), ("new", 29)):
            connection.execute(insert(Erasure).values(id=name, erased_at=NOW - timedelta(days=age)))
    done = await Retention(people, KEPT).round(clock, go_on)
    assert done["marks of erasures forgotten"] == 1
    with people.connect() as connection:
        assert connection.scalars(select(Erasure.id)).all() == ["new"]
