"""What the person gets, and what is kept, when something on our side fails. Stock Rasa is silent in most of these."""

import asyncio
import sqlite3

import pytest
from rasa.core.channels.channel import UserMessage
from sqlalchemy import text

from actions.assess import Assess
from bot.channels.base import Collector, Incoming
from bot.runtime.practice import engine
from bot.storage import people

COLD_FOOT = "my foot is cold and white"


@pytest.fixture
def broken_database(own_database):
    """Takes the tables of people's data away and gives them back."""
    with engine().begin() as connection:
        connection.execute(text("alter table event rename to event_away"))
    yield
    with engine().begin() as connection:
        connection.execute(text("alter table event_away rename to event"))


def lines_kept(talk) -> list[str]:
    return [line.text for line in people.transcript(engine(), talk.conversation)]


def test_a_failing_action_tells_the_person_and_keeps_the_turn(talk, monkeypatch):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5 out of 10")
    monkeypatch.setattr(Assess, "take", lambda self, turn: 1 / 0)
    for _ in range(25):
        if "trouble" in talk.types:
            break
        talk._answer(talk.payload("question"), None)
    assert "Something went wrong on my side" in talk.text
    assert "call your emergency number" in talk.text
    monkeypatch.undo()
    assert talk("it is the left ankle") and talk.answer_the_rest()["triage"]["level"]


def test_a_failing_first_step_is_told_once_and_not_followed_by_a_question(talk, monkeypatch):
    from actions.listen import Listen

    monkeypatch.setattr(Listen, "take", lambda self, turn: 1 / 0)
    talk("my ankle hurts")
    assert talk.types == ["trouble"]
    monkeypatch.undo()
    talk("my ankle hurts")
    assert talk.question


def test_a_database_that_cannot_be_read_is_not_a_fresh_start(talk, request):
    talk("I rolled my left ankle yesterday and the outside is swollen")
    asked = talk.question
    request.getfixturevalue("broken_database")
    talk("hello")
    assert talk.types == ["trouble"]
    assert "could not save or read our conversation" in talk.text
    assert "Tell me what is wrong" not in talk.text
    assert asked


def test_after_an_outage_the_conversation_goes_on_from_its_real_state(talk):
    talk("I rolled my left ankle yesterday and the outside is swollen, 5 out of 10")
    asked = talk.question
    with engine().begin() as connection:
        connection.execute(text("alter table event rename to event_away"))
    talk("yes")
    assert "trouble" in talk.types
    with engine().begin() as connection:
        connection.execute(text("alter table event_away rename to event"))
    talk("why do you ask?")
    assert talk.question == asked
    assert talk.answer_the_rest()["findings"]["swelling"]["state"] == "present"


def test_an_emergency_is_told_even_when_nothing_can_be_saved(talk, broken_database):
    talk(COLD_FOOT)
    assert talk.types == ["escalation", "trouble"]
    assert talk.payload("escalation")["level"] == "emergency"


def test_what_was_shown_was_saved_before(reception, loop, own_database):
    """A front end that fails while sending can take nothing away."""
    answer = loop.run_until_complete(reception.receive(Incoming("sending-fails", "my ankle hurts")))
    kept = [line.text for line in people.transcript(engine(), "sending-fails")]
    assert [message.text for message in answer] == kept[-len(answer) :]


def test_a_locked_database_is_told(talk, own_database):
    talk("my ankle hurts")
    holder = sqlite3.connect(own_database, timeout=30)
    holder.execute("begin exclusive")
    try:
        talk("the left one")
    finally:
        holder.rollback()
        holder.close()
    assert talk.types == ["trouble"]
    talk("the left one")
    assert "trouble" not in talk.types


def test_a_turn_that_rasa_cuts_off_does_not_end_the_conversation(talk, assistant):
    agent, _ = assistant
    before = agent.processor.max_number_of_predictions
    agent.processor.max_number_of_predictions = 1
    try:
        talk("hello")
        talk("my left ankle hurts")
    finally:
        agent.processor.max_number_of_predictions = before
    talk("my left ankle hurts")
    assert talk.question


def test_a_turn_that_no_rule_knows_still_gets_the_next_question(talk, assistant, loop):
    agent, _ = assistant
    talk("my left ankle hurts")
    collector = Collector()
    parsed = {"text": "?", "intent": {"name": None, "confidence": 0.0}, "intent_ranking": [], "entities": []}
    loop.run_until_complete(
        agent.handle_message(UserMessage("?", collector, talk.conversation, parse_data=parsed, input_channel="test"))
    )
    assert [message.type for message in collector.collected] == ["question"]


def test_messages_of_one_conversation_are_taken_in_order(reception, loop):
    async def three() -> None:
        texts = ["it is the left ankle", "no, it is the right ankle", "sorry, it is the left one after all"]
        await asyncio.gather(*(reception.receive(Incoming("in-order", line)) for line in texts))

    loop.run_until_complete(three())
    kept = [line.text for line in people.transcript(engine(), "in-order") if line.who == "person"]
    assert kept == ["it is the left ankle", "no, it is the right ankle", "sorry, it is the left one after all"]
