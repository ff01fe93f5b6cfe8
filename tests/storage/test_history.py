"""What a report is made of, read back from what was kept."""

from __future__ import annotations

from sqlalchemy import Engine
from talk import assessment, case, escalation, fact, said, told

from bot.storage.history import history
from bot.storage.rasa_stores import MalleoTrackerStore


async def test_what_holds_now_is_told_with_every_score_of_the_pain(store: MalleoTrackerStore, people: Engine) -> None:
    tracker = store.init_tracker("a")
    turns = (
        (case(fact("severity", 7, 1), fact("swelling", "present", 1)),),
        (case(fact("severity", 4, 2), fact("swelling", "present", 1)), assessment("one", "soon")),
        (case(fact("severity", 2, 3)), assessment("two", "self_care"), escalation("warning", "same_day")),
    )
    for number, events in enumerate(turns):
        await store.save(told(tracker, said(f"message {number}", *events)))
    kept = history(people, "a")
    assert [(one.id, one.value, one.turn) for one in kept.known] == [("severity", 2, 3)]
    assert [number for _, number in kept.pain] == [7, 4, 2]
    assert kept.result is not None
    assert kept.result["id"] == "two"
    assert [one.level for one in kept.warned] == ["same_day"]


def test_of_nobody_there_is_nothing(people: Engine) -> None:
    kept = history(people, "nobody")
    assert (kept.known, kept.result, kept.result_at, kept.warned, kept.pain) == ((), None, None, (), ())
