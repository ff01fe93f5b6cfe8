"""Facts, assessments and warnings of a turn reach their tables, with the turn and never without it."""

from __future__ import annotations

import asyncio
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.shared.core.events import AllSlotsReset, Event, SlotSet, UserUtteranceReverted
from sqlalchemy import Engine
from taking_turns import all_of, count, turn
from talk import DOMAIN, action, assessment, case, copies, escalation, fact, message, said

from bot.storage import people as rows
from bot.storage.models import Assessment, CheckIn, Conversation, Escalation, FindingLog
from bot.storage.rasa_stores import MalleoTrackerStore
from bot.storage.trouble import Misfit


async def test_turn_that_cannot_be_written_whole_is_not_written_at_all(
    store: MalleoTrackerStore, people: Engine
) -> None:
    await turn(store, "a", *said("one"))
    before = count(people)
    with pytest.raises(Misfit, match="knowledge_version"):
        broken = SlotSet("assessment", {"id": "x", "level": "self_care"})
        await turn(store, "a", *said("two", case(fact("swelling", "present", 2)), escalation("e"), broken))
    assert count(people) == before


async def test_facts_are_logged_when_new_or_changed_or_taken_back(store: MalleoTrackerStore, people: Engine) -> None:
    swollen, feverish = fact("swelling", "present", 1, "it is huge"), fact("fever", "absent", 2)
    await turn(store, "a", *said("one", case(swollen)))
    await turn(store, "a", *said("two", case(swollen, feverish)))
    await turn(store, "a", *said("three", case(fact("swelling", "absent", 3, "no, it is not"), feverish)))
    await turn(store, "a", *said("four", case(feverish)))
    assert all_of(people, FindingLog, "turn", "finding", "value", "said") == [
        (1, "swelling", "present", "it is huge"),
        (2, "fever", "absent", "so I say"),
        (3, "swelling", "absent", "no, it is not"),
        (4, "swelling", None, ""),
    ]
    assert all_of(people, Conversation, "case_version") == [4]


FACTS = st.dictionaries(
    st.sampled_from(["swelling", "fever", "location"]), st.sampled_from(["present", "absent", ["heel"]])
)
EDITS = st.lists(
    st.one_of(
        FACTS.map(lambda facts: [case(*(fact(id, value, 1) for id, value in facts.items()))]),
        st.just([AllSlotsReset()]),
        st.just([UserUtteranceReverted(), *action("action_listen")]),
        st.just([]),
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(edits=EDITS)
def test_newest_rows_of_the_finding_log_are_the_case(sqlite_people: Engine, edits: list[Any]) -> None:
    async def play() -> None:
        conversation = uuid.uuid4().hex
        store = MalleoTrackerStore(DOMAIN, engine=sqlite_people)
        for events in edits:
            await turn(store, conversation, *message("edit"), *copies(events), *action("action_listen"))
        tracker = await store.retrieve(conversation)
        known = ((tracker and tracker.get_slot("case")) or {"facts": []})["facts"]
        log = rows.export(sqlite_people, conversation).get("findings", [])
        newest = {row["finding"]: row["value"] for row in log}
        assert {id: value for id, value in newest.items() if value is not None} == {
            one["id"]: one["value"] for one in known
        }

    asyncio.run(play())


async def test_assessment_is_kept_with_its_knowledge_version_and_brings_a_check_in(
    store: MalleoTrackerStore, people: Engine
) -> None:
    await turn(store, "a", *said("one", assessment("x", "same_day", in_days=2)))
    (row,) = rows.export(people, "a")["assessments"]
    assert (row["id"], row["level"], row["knowledge_version"]) == ("x", "same_day", "2026.1")
    assert row["body"]["recheck"]["expect"] == "less pain"
    ((state, due_at),) = all_of(people, CheckIn, "state", "due_at")
    assert state == "waiting"
    (created_at,) = all_of(people, Assessment, "created_at")
    assert (due_at - created_at).days == 2


async def test_assessment_in_the_shape_of_a_message_is_understood(store: MalleoTrackerStore, people: Engine) -> None:
    body = {"type": "assessment", "id": "x", "triage": {"level": "same_day"}, "knowledge_version": "1", "recheck": None}
    await turn(store, "a", *said("one", SlotSet("assessment", body)))
    assert all_of(people, Assessment, "level", "turn") == [("same_day", 1)]
    assert all_of(people, CheckIn, "id") == []


async def test_same_assessment_and_warning_are_written_once(store: MalleoTrackerStore, people: Engine) -> None:
    for text in ("one", "two"):
        await turn(store, "a", *said(text, assessment("x", in_days=1), escalation("e"), escalation("e")))
    assert all_of(people, Assessment, "id") == ["x"]
    assert all_of(people, CheckIn, "state") == ["waiting"]
    assert all_of(people, Escalation, "id") == ["e"]


async def test_newer_check_in_replaces_the_one_that_waits(store: MalleoTrackerStore, people: Engine) -> None:
    await turn(store, "a", *said("one", assessment("x", in_days=1)))
    await turn(store, "b", *said("one", assessment("other", in_days=1)))
    await turn(store, "a", *said("two", assessment("y", in_days=3)))
    await turn(store, "a", *said("three", assessment("z", "emergency")))
    states = dict(all_of(people, CheckIn, "assessment_id", "state"))
    assert states == {"x": "replaced", "y": "waiting", "other": "waiting"}


async def test_warning_of_a_turn_that_was_wound_back_is_kept(store: MalleoTrackerStore, people: Engine) -> None:
    await turn(store, "a", *message("cold foot"), escalation("e"), UserUtteranceReverted(), *action("action_listen"))
    assert all_of(people, Escalation, "id", "level", "delivered_at") == [("e", "emergency", None)]
    assert (await store.retrieve("a")).get_slot("escalation") is None


async def test_id_of_another_conversation_is_refused(store: MalleoTrackerStore) -> None:
    await turn(store, "a", *said("one", escalation("e")))
    with pytest.raises(Misfit, match="another conversation"):
        await turn(store, "b", *said("one", escalation("e")))


@pytest.mark.parametrize(
    "slot",
    [
        SlotSet("case", "a text"),
        SlotSet("case", {"facts": [{"id": "swelling"}]}),
        SlotSet("case", {"facts": "none"}),
        SlotSet("assessment", ["x"]),
        SlotSet("assessment", {"id": "", "level": "self_care", "knowledge_version": "1"}),
        SlotSet("assessment", {"id": "x", "level": "l", "knowledge_version": "1", "recheck": {"in_days": "soon"}}),
        SlotSet("assessment", {"id": "x", "level": "l", "knowledge_version": "1", "recheck": {"in_days": -1}}),
        SlotSet("escalation", {"id": "e"}),
    ],
)
async def test_slot_that_does_not_fit_its_table_is_refused(store: MalleoTrackerStore, slot: Event) -> None:
    with pytest.raises(Misfit):
        await turn(store, "a", *said("one", slot))
    assert not await store.exists("a")


async def test_setting_a_slot_to_nothing_writes_nothing(store: MalleoTrackerStore, people: Engine) -> None:
    await turn(
        store, "a", *said("one", SlotSet("case"), SlotSet("assessment"), SlotSet("escalation"), SlotSet("erase"))
    )
    assert count(people) == 1 + len(said("one")) + 4
