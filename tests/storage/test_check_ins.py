"""Each check-in that is due goes to one worker."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, insert
from talk import DOMAIN, assessment, said, told

from bot.storage.check_ins import LEASE, claim_check_ins, finish_check_in
from bot.storage.models import Assessment, CheckIn, Conversation
from bot.storage.people import erase
from bot.storage.rasa_stores import MalleoTrackerStore

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def add(engine: Engine, *days: int) -> None:
    """One conversation with a check-in for each number of days from now."""
    with engine.begin() as connection:
        for number, day in enumerate(days):
            name = f"conversation {number}"
            connection.execute(
                insert(Conversation).values(id=name, created_at=NOW, last_turn_at=NOW, turns=1, events=1)
            )
            result = {"level": "self_care", "knowledge_version": "1", "body": {}, "created_at": NOW, "turn": 1}
            connection.execute(insert(Assessment).values(id=name, conversation_id=name, **result))
            due = NOW + timedelta(days=day)
            connection.execute(insert(CheckIn).values(conversation_id=name, assessment_id=name, due_at=due))


def test_what_is_due_is_claimed_oldest_first(people: Engine) -> None:
    add(people, 0, 1, -1, -2)
    claimed = claim_check_ins(people, NOW)
    assert [check_in.conversation_id for check_in in claimed] == ["conversation 3", "conversation 2", "conversation 0"]
    assert claimed[0].due_at == NOW - timedelta(days=2)
    assert {check_in.attempts for check_in in claimed} == {1}


def test_claimed_check_in_is_not_given_out_again_before_the_lease_ends(people: Engine) -> None:
    add(people, -1)
    assert len(claim_check_ins(people, NOW)) == 1
    assert claim_check_ins(people, NOW + LEASE - timedelta(seconds=1)) == []
    (again,) = claim_check_ins(people, NOW + LEASE)
    assert again.attempts == 2


def test_no_more_than_asked_for_are_claimed(people: Engine) -> None:
    add(people, *[-1] * 5)
    assert [len(claim_check_ins(people, NOW, limit=2)) for _ in range(4)] == [2, 2, 1, 0]


def test_workers_at_the_same_moment_never_get_the_same(people: Engine) -> None:
    add(people, *[-1] * 30)
    with ThreadPoolExecutor(6) as pool:
        batches = list(pool.map(lambda _: claim_check_ins(people, NOW, limit=5), range(12)))
    claimed = [check_in.id for batch in batches for check_in in batch]
    assert len(claimed) == len(set(claimed))
    while rest := claim_check_ins(people, NOW, limit=5):
        claimed += [check_in.id for check_in in rest]
    assert len(claimed) == len(set(claimed)) == 30


@pytest.mark.parametrize("state", ["sent", "failed"])
def test_finished_check_in_is_over(people: Engine, state: str) -> None:
    add(people, -1)
    (claimed,) = claim_check_ins(people, NOW)
    assert finish_check_in(people, claimed.id, state)
    assert not finish_check_in(people, claimed.id, state)
    assert claim_check_ins(people, NOW + timedelta(days=9)) == []


def test_other_endings_are_refused(people: Engine) -> None:
    with pytest.raises(ValueError, match="sent or failed"):
        finish_check_in(people, 1, "lost")


async def test_check_in_of_an_erased_or_reassessed_person_is_not_due(people: Engine) -> None:
    store = MalleoTrackerStore(DOMAIN, engine=people)
    for name in ("a", "b"):
        await store.save(told(store.init_tracker(name), said("one", assessment(name, in_days=1))))
    erase(people, "a")
    await store.save(told(await store.retrieve("b"), said("two", assessment("newer", in_days=2))))
    (due,) = claim_check_ins(people, datetime.now(UTC) + timedelta(days=3))
    assert due.assessment_id == "newer"
