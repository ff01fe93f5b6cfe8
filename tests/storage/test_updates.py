"""A delivery that comes twice is taken in once, and waits until it is answered."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from bot.storage import contacts
from bot.storage.updates import Arrived, Waiting, answered, forget_updates, next_update, take_in


def delivery(id: str, *, of: str = "a", channel: str = "telegram", said: str = "hello") -> Arrived:
    return Arrived(channel, id, f"contact {of}", "sealed", f"{id:>20}", {"text": said}, f"conversation {of}")


def test_first_delivery_is_taken_in_and_the_second_is_not(people: Engine) -> None:
    assert take_in(people, delivery("1"))
    assert not take_in(people, delivery("1"))


def test_numbers_of_different_front_ends_do_not_clash(people: Engine) -> None:
    assert take_in(people, delivery("1"))
    assert take_in(people, delivery("1", of="b", channel="slack"))


def test_of_many_at_once_exactly_one_takes_it_and_the_person_is_known_once(people: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: take_in(people, delivery("1")), range(24)))
    assert taken.count(True) == 1
    reached = contacts.find(people, "telegram", "contact a")
    assert reached is not None and reached.conversation == "conversation a"


def test_deliveries_wait_in_the_order_of_their_places_until_they_are_answered(people: Engine) -> None:
    for id in ("10", "9", "11"):
        take_in(people, delivery(id, said=f"number {id}"))
    take_in(people, delivery("1", of="b"))
    order = []
    while waiting := next_update(people, "telegram", "conversation a"):
        order.append(waiting)
        answered(people, "telegram", waiting.id)
    assert order == [Waiting(id, {"text": f"number {id}"}) for id in ("9", "10", "11")]
    assert not take_in(people, delivery("9")), "it is still known as taken in"
    assert next_update(people, "telegram", "conversation b")


def test_old_deliveries_are_forgotten_on_request(people: Engine) -> None:
    take_in(people, delivery("1"))
    assert forget_updates(people, datetime.now(UTC) - timedelta(days=1)) == 0
    assert forget_updates(people, datetime.now(UTC) + timedelta(days=1)) == 1
    assert take_in(people, delivery("1"))
