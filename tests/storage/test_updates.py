"""A delivery that comes twice is taken in once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from bot.storage.updates import claim_update, forget_updates, release_update


def test_first_delivery_is_taken_in_and_the_second_is_not(people: Engine) -> None:
    assert claim_update(people, "telegram", "1", "a")
    assert not claim_update(people, "telegram", "1", "a")


def test_numbers_of_different_front_ends_do_not_clash(people: Engine) -> None:
    assert claim_update(people, "telegram", "1", "a")
    assert claim_update(people, "slack", "1", "b")


def test_of_many_at_once_exactly_one_takes_it(people: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: claim_update(people, "telegram", "1", "a"), range(24)))
    assert taken.count(True) == 1


def test_delivery_whose_turn_failed_may_come_again(people: Engine) -> None:
    claim_update(people, "telegram", "1", "a")
    release_update(people, "telegram", "1")
    assert claim_update(people, "telegram", "1", "a")


def test_old_deliveries_are_forgotten_on_request(people: Engine) -> None:
    claim_update(people, "telegram", "1", "a")
    assert forget_updates(people, datetime.now(UTC) - timedelta(days=1)) == 0
    assert forget_updates(people, datetime.now(UTC) + timedelta(days=1)) == 1
    assert claim_update(people, "telegram", "1", "a")
