"""Conversations are kept whole, taken up where they were, and never mixed up."""

from __future__ import annotations

import asyncio
import logging
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import create_tracker_store
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, Event, SlotSet, UserUttered
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import Engine
from taking_turns import all_of, count, turn
from talk import (
    DOMAIN,
    TURNS,
    action,
    assessment,
    case,
    copies,
    escalation,
    fact,
    message,
    new,
    said,
    session_start,
    told,
)

from bot.storage import people as rows
from bot.storage.models import Conversation, Escalation, FindingLog
from bot.storage.rasa_stores import MalleoTrackerStore
from bot.storage.trouble import ConcurrentTurn


async def test_conversation_that_nobody_had_is_none(store: MalleoTrackerStore) -> None:
    assert await store.retrieve("a") is None
    assert await store.retrieve_full_tracker("a") is None
    assert not await store.exists("a")


async def test_new_tracker_is_stored_with_its_first_event(store: MalleoTrackerStore) -> None:
    await store.get_or_create_tracker("a", append_action_listen=False)
    assert not await store.exists("a")
    await turn(store, "a", *session_start())
    assert await store.exists("a")
    assert list(await store.keys()) == ["a"]


async def test_events_come_back_in_order_and_in_full(store: MalleoTrackerStore) -> None:
    events = [*session_start(), *said("it hurts"), *said("at the heel")]
    await turn(store, "a", *events)
    back = await store.retrieve_full_tracker("a")
    assert [event.as_dict() for event in back.events] == [event.as_dict() for event in events]


async def test_conversations_do_not_see_each_other(store: MalleoTrackerStore) -> None:
    await turn(store, "a", *said("left", SlotSet("mood", "low")))
    await turn(store, "b", *said("right"))
    assert (await store.retrieve("b")).get_slot("mood") is None
    assert (await store.retrieve("a")).get_slot("mood") == "low"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(turns=st.lists(TURNS, max_size=25))
def test_turn_by_turn_is_the_same_as_all_at_once(sqlite_people: Engine, turns: list[list[Event]]) -> None:
    async def play() -> None:
        conversation = uuid.uuid4().hex
        store = MalleoTrackerStore(DOMAIN, engine=sqlite_people)
        for events in turns:
            await turn(store, conversation, *copies(events))
        whole = told(new(conversation), [event for events in turns for event in copies(events)])
        loaded = await store.retrieve(conversation) or new(conversation)
        assert loaded.current_slot_values() == whole.current_slot_values()
        assert loaded.active_loop_name == whole.active_loop_name
        assert loaded.latest_action_name == whole.latest_action_name
        assert loaded.past_states(DOMAIN)[-5:] == whole.past_states(DOMAIN)[-5:]
        full = await store.retrieve_full_tracker(conversation) or new(conversation)
        assert [event.as_dict()["event"] for event in full.events] == [
            event.as_dict()["event"] for event in whole.events
        ]

    asyncio.run(play())


async def test_number_of_loaded_events_stays_the_same_in_a_long_conversation(store: MalleoTrackerStore) -> None:
    await turn(store, "a", *session_start())
    await turn(store, "a", *message("hello"), *action("interview"), ActiveLoop("interview"), *action("action_listen"))
    loaded = []
    for number in range(150):
        tracker = await turn(
            store,
            "a",
            *message(f"answer {number}"),
            case(*(fact(f"finding_{known}", "present", known) for known in range(number % 20))),
            SlotSet("mood", str(number)),
            *action("interview"),
            SlotSet("requested_slot", "mood"),
            *action("action_listen"),
        )
        loaded.append(len(tracker.events))
    assert max(loaded[50:]) == min(loaded[50:]) <= 60
    assert tracker.get_slot("mood") == "149"
    assert len((await store.retrieve_full_tracker("a")).events) == 3 + 5 + 150 * 7


async def test_saving_a_tracker_twice_adds_nothing(store: MalleoTrackerStore, people: Engine) -> None:
    tracker = await turn(
        store, "a", *said("it hurts", case(fact("swelling", "present", 1)), assessment("x", in_days=3))
    )
    before = count(people)
    await store.save(tracker)
    assert count(people) == before


async def test_tracker_can_be_saved_again_after_more_was_said(store: MalleoTrackerStore) -> None:
    tracker = await turn(store, "a", *said("one"))
    await store.save(told(tracker, said("two")))
    assert len((await store.retrieve_full_tracker("a")).events) == len(tracker.events)


async def test_two_writers_are_noticed_and_the_first_one_wins(people: Engine) -> None:
    here, there = (MalleoTrackerStore(DOMAIN, engine=people) for _ in range(2))
    await turn(here, "a", *said("one"))
    first, second = await here.retrieve("a"), await there.retrieve("a")
    await here.save(told(first, said("two", case(fact("swelling", "present", 2)))))
    with pytest.raises(ConcurrentTurn):
        await there.save(told(second, said("too late", case(fact("fever", "present", 2)), escalation("e"))))
    texts = [line.text for line in rows.transcript(people, "a") if line.who == "person"]
    assert texts == ["one", "two"]
    assert all_of(people, FindingLog, "finding") == ["swelling"]
    assert all_of(people, Escalation, "id") == []


async def test_two_writers_at_the_same_moment_leave_exactly_one_turn(people: Engine) -> None:
    stores = [MalleoTrackerStore(DOMAIN, engine=people) for _ in range(4)]
    await turn(stores[0], "a", *said("one"))
    trackers = [told(await store.retrieve("a"), said(f"from {number}")) for number, store in enumerate(stores)]
    results = await asyncio.gather(
        *(store.save(tracker) for store, tracker in zip(stores, trackers, strict=True)), return_exceptions=True
    )
    assert sorted(type(result).__name__ for result in results) == ["ConcurrentTurn"] * 3 + ["NoneType"]
    assert len([line for line in rows.transcript(people, "a") if line.who == "person"]) == 2


async def test_two_first_messages_at_the_same_moment_leave_exactly_one_turn(people: Engine) -> None:
    stores = [MalleoTrackerStore(DOMAIN, engine=people) for _ in range(4)]
    results = await asyncio.gather(
        *(store.save(told(new("a"), said("hello"))) for store in stores), return_exceptions=True
    )
    assert sorted(type(result).__name__ for result in results) == ["ConcurrentTurn"] * 3 + ["NoneType"]
    assert len(rows.transcript(people, "a")) == 2


async def test_conversation_erased_during_a_turn_does_not_come_back(store: MalleoTrackerStore, people: Engine) -> None:
    tracker = await turn(store, "a", *said("one"))
    rows.erase(people, "a")
    with pytest.raises(ConcurrentTurn):
        await store.save(told(tracker, said("two")))
    assert count(people) == 0


async def test_person_who_asks_for_it_is_removed_in_place_of_saving(store: MalleoTrackerStore, people: Engine) -> None:
    await turn(store, "a", *said("one", case(fact("swelling", "present", 1)), assessment("x", in_days=1)))
    tracker = await turn(store, "a", *said("delete all", escalation("e"), SlotSet("erase", True)))
    assert count(people) == 0
    await store.save(tracker)
    assert count(people) == 0
    assert await store.retrieve("a") is None


async def test_turns_are_counted_without_what_the_machine_triggered(store: MalleoTrackerStore, people: Engine) -> None:
    await turn(store, "a", *session_start(), *said("one"))
    await turn(store, "a", UserUttered.create_external("check_in"), *action("action_reply"), *action("action_listen"))
    await turn(store, "a", *said("two"))
    assert all_of(people, Conversation, "turns", "channel") == [(2, "website")]


async def test_message_with_characters_that_databases_refuse_is_kept(store: MalleoTrackerStore, people: Engine) -> None:
    nasty = "heel\0 and half an emoji \ud83d"
    await turn(store, "a", *said(nasty, case(fact("swelling", "present", 1, nasty))))
    assert (await store.retrieve("a")).latest_message.text == nasty
    assert all_of(people, FindingLog, "said") == ["heel and half an emoji ?"]


async def test_domain_without_our_slots_works(people: Engine) -> None:
    store = MalleoTrackerStore(Domain.empty(), engine=people)
    await turn(store, "a", *said("one"))
    assert (await store.retrieve("a")).latest_message.text == "one"


async def test_log_holds_no_words_and_no_ids(store: MalleoTrackerStore, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await turn(store, "conversation-a", *said("my secret ankle", case(fact("swelling", "present", 1, "secret"))))
    second = await store.retrieve("conversation-a")
    await turn(store, "conversation-a", *said("my secret ankle"))
    with pytest.raises(ConcurrentTurn) as error:
        await store.save(told(second, said("my secret ankle")))
    await turn(store, "conversation-a", *said("bye", SlotSet("erase", True)))
    logged = caplog.text + str(error.value)
    assert "secret" not in logged
    assert "conversation-a" not in logged


async def test_rasa_creates_the_store_from_its_endpoints_file(sqlite_people: Engine) -> None:
    url = f"sqlite:///{sqlite_people.url.database.removeprefix('file:')}"
    config = EndpointConfig(type="bot.storage.rasa_stores.MalleoTrackerStore", url=url)
    store = create_tracker_store(config, DOMAIN)
    assert type(store) is MalleoTrackerStore
    await turn(store, "a", *said("one"))
    assert len(rows.transcript(sqlite_people, "a")) == 2


async def test_store_made_from_an_address_has_its_tables(tmp_path: Any) -> None:
    store = MalleoTrackerStore(DOMAIN, f"sqlite:///{tmp_path / 'new.db'}")
    await turn(store, "a", *said("one"))
    assert await store.exists("a")


class Notebook(EventBroker):
    """An event broker that writes down what it is told."""

    def __init__(self) -> None:
        self.written: list[dict[str, Any]] = []

    def publish(self, event: dict[str, Any]) -> None:
        self.written.append(event)


async def test_event_broker_hears_of_new_events_once_they_are_stored(people: Engine) -> None:
    notebook = Notebook()
    store = MalleoTrackerStore(DOMAIN, event_broker=notebook, engine=people)
    for number in range(6):
        await turn(store, "a", *said(str(number)))
    assert [event["text"] for event in notebook.written if event["event"] == "user"] == ["0", "1", "2", "3", "4", "5"]
    late = await store.retrieve("a")
    await turn(store, "a", *said("6"))
    with pytest.raises(ConcurrentTurn):
        await store.save(told(late, said("never stored")))
    assert notebook.written[-1]["event"] == "action"
    assert "never stored" not in str(notebook.written)
