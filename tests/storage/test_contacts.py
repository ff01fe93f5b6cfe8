"""Who waits for an answer, or has not been told everything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine
from talk import DOMAIN, said, told

from bot.storage import contacts
from bot.storage.contacts import Reached
from bot.storage.people import erase
from bot.storage.rasa_stores import MalleoTrackerStore
from bot.storage.updates import Arrived, answered, take_in


def wait(engine: Engine, minutes: int = 1) -> list[str]:
    """Who waits so many minutes from now."""
    return contacts.with_work(engine, "telegram", datetime.now(UTC) + timedelta(minutes=minutes), 10)


def somebody(engine: Engine, name: str = "a") -> Reached:
    take_in(engine, Arrived("telegram", f"update of {name}", name, "sealed", "1", {"text": "hello"}, f"talk of {name}"))
    reached = contacts.find(engine, "telegram", name)
    assert reached is not None
    return reached


async def spoken_with(engine: Engine, reached: Reached) -> None:
    store = MalleoTrackerStore(DOMAIN, engine=engine)
    await store.save(told(store.init_tracker(reached.conversation), said("hello")))


async def test_who_has_an_unanswered_delivery_waits(people: Engine) -> None:
    somebody(people)
    assert wait(people) == ["a"]
    answered(people, "telegram", "update of a")
    assert wait(people) == []


async def test_who_was_not_told_everything_waits_until_they_are(people: Engine) -> None:
    reached = somebody(people)
    answered(people, "telegram", "update of a")
    await spoken_with(people, reached)
    assert wait(people) == ["a"]
    contacts.note(people, reached, told=contacts.length(people, reached))
    assert wait(people) == []


async def test_who_blocked_us_is_not_told_and_still_answered(people: Engine) -> None:
    reached = somebody(people)
    await spoken_with(people, reached)
    contacts.note(people, reached, shut=True)
    assert wait(people) == ["a"], "the delivery is to be looked at"
    answered(people, "telegram", "update of a")
    assert wait(people) == []


async def test_after_a_failure_nobody_is_tried_before_the_time(people: Engine) -> None:
    reached = somebody(people)
    contacts.note(people, reached, failures=1, next_attempt_at=datetime.now(UTC) + timedelta(minutes=5))
    assert wait(people) == []
    assert wait(people, minutes=6) == ["a"]


async def test_erasing_the_conversation_removes_the_person_and_what_waits(people: Engine) -> None:
    reached = somebody(people)
    assert erase(people, reached.conversation) == 2
    assert contacts.find(people, "telegram", "a") is None
    assert wait(people) == []
    contacts.note(people, reached, told=7)
    again = somebody(people)
    assert (again.told, again.failures) == (-1, 0)


def test_people_are_known_by_any_of_their_marks(people: Engine) -> None:
    somebody(people)
    assert contacts.known(people, "telegram", ["new mark", "a"]) == "a"
    assert contacts.known(people, "slack", ["a"]) is None
