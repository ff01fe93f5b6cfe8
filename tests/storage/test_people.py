"""What a person may ask for."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from rasa.shared.core.events import BotUttered, SessionStarted, UserUttered
from sqlalchemy import Engine, func, select
from talk import DOMAIN, action, assessment, case, escalation, fact, message, said, told

from bot.storage.models import TABLES
from bot.storage.people import erase, export, transcript
from bot.storage.rasa_stores import MalleoTrackerStore
from bot.storage.updates import Arrived, take_in


async def fill(engine: Engine, conversation_id: str) -> None:
    store = MalleoTrackerStore(DOMAIN, engine=engine)
    take_in(engine, Arrived("telegram", f"update of {conversation_id}", conversation_id, "", "", {}, conversation_id))
    first = said("left ankle, quincunx", case(fact("swelling", "present", 1, "quincunx")), reply="Where exactly?")
    tracker = told(store.init_tracker(conversation_id), [*action("action_session_start"), SessionStarted(), *first])
    await store.save(tracker)
    result = [assessment(f"assessment of {conversation_id}", in_days=3), escalation(f"warning of {conversation_id}")]
    await store.save(told(await store.retrieve(conversation_id), said("at the heel", *result)))


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.__tablename__: connection.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES
        }


async def test_transcript_is_what_was_said_in_order(people: Engine) -> None:
    await fill(people, "a")
    lines = [(line.turn, line.who, line.text) for line in transcript(people, "a")]
    assert lines == [
        (1, "person", "left ankle, quincunx"),
        (1, "malleo", "Where exactly?"),
        (2, "person", "at the heel"),
        (2, "malleo", "I see."),
    ]


async def test_transcript_has_payloads_and_moments_and_no_triggers(people: Engine) -> None:
    store = MalleoTrackerStore(DOMAIN, engine=people)
    question = BotUttered("Which side?", {"custom": {"type": "question", "id": "side"}}, timestamp=86400.5)
    trigger = UserUttered.create_external("check_in")
    await store.save(told(store.init_tracker("a"), [trigger, *action("action_reply"), question]))
    (line,) = transcript(people, "a")
    assert line.custom == {"type": "question", "id": "side"}
    assert line.at == datetime(1970, 1, 2, 0, 0, 0, 500_000, tzinfo=UTC)
    assert (line.turn, line.seq) == (0, 2)


def test_transcript_and_export_of_nobody_are_empty(people: Engine) -> None:
    assert transcript(people, "nobody") == []
    assert export(people, "nobody") == {}


async def test_export_is_everything_as_plain_json(people: Engine) -> None:
    await fill(people, "a")
    await fill(people, "b")
    everything = export(people, "a")
    assert json.loads(json.dumps(everything)) == everything
    assert everything["conversation"]["id"] == "a"
    held = {name: len(rows) for name, rows in everything.items() if isinstance(rows, list)}
    assert held.pop("events") > 10
    assert held == {"findings": 1, "assessments": 1, "escalations": 1, "check_ins": 1, "updates": 1, "contacts": 1}
    assert "of b" not in json.dumps(everything)


async def test_erased_person_has_no_row_left_and_others_keep_theirs(people: Engine) -> None:
    await fill(people, "b")
    before = counts(people)
    await fill(people, "a")
    assert all(number > before[name] for name, number in counts(people).items())
    removed = erase(people, "a")
    assert removed > 10
    assert counts(people) == before
    assert export(people, "a") == {}
    assert erase(people, "a") == 0


async def test_erased_words_are_in_no_file(sqlite_people: Engine) -> None:
    await fill(sqlite_people, "a")
    store = MalleoTrackerStore(DOMAIN, engine=sqlite_people)
    await store.save(told(store.init_tracker("b"), said("something else")))
    folder = Path((sqlite_people.url.database or "").removeprefix("file:")).parent
    assert any(b"quincunx" in file.read_bytes() for file in folder.iterdir())
    erase(sqlite_people, "a")
    assert not any(b"quincunx" in file.read_bytes() for file in folder.iterdir())
    assert any(b"something else" in file.read_bytes() for file in folder.iterdir())


async def test_erased_person_can_begin_anew(people: Engine) -> None:
    await fill(people, "a")
    erase(people, "a")
    store = MalleoTrackerStore(DOMAIN, engine=people)
    tracker = await store.get_or_create_tracker("a", append_action_listen=False)
    assert tracker.get_slot("case") is None
    await store.save(told(tracker, message("hello again")))
    assert [line.text for line in transcript(people, "a")] == ["hello again"]
