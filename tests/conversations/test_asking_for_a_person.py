""" "I want a person": who can help is named, and the operator's queue is offered where there is one."""

import json

import pytest
from sqlalchemy import select

from bot.channels.base import Reception
from bot.runtime import practice as at_hand
from bot.runtime.practice import engine
from bot.storage import people
from bot.storage.models import Escalation

OPENING = "rolled my left ankle yesterday, the outside is swollen, pain 5 out of 10"
WEBHOOK = "json://user:secret@127.0.0.1:9/notices"


@pytest.fixture
def talk_of(assistant, talk, loop, monkeypatch):
    """A conversation with the Malleo of an operator who set these variables."""

    def made(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        at_hand.practice.cache_clear()
        return type(talk)(Reception(assistant[0], at_hand.practice(), "test"), loop)

    yield made
    monkeypatch.undo()
    at_hand.practice.cache_clear()


@pytest.fixture
def with_a_queue(talk_of):
    return talk_of(MALLEO_NOTIFY=WEBHOOK, MALLEO_HANDOFF="1")


def outbox(talk):
    with engine().connect() as connection:
        wanted = select(Escalation.kind, Escalation.level, Escalation.summary).order_by(Escalation.created_at)
        return connection.execute(wanted.where(Escalation.conversation_id == talk.conversation)).all()


def people_named(talk):
    return talk.payload("people")


@pytest.mark.parametrize("before", [[], [OPENING], [OPENING, "yes"]], ids=["at once", "before consent", "midway"])
def test_without_a_queue_real_ways_are_named_and_none_is_offered(talk, before):
    for text in before:
        talk(text)
    open_before = talk.question
    talk("I want to talk to a real person")
    for who in ("111", "1800 022 222", "116 123", "urgent care", "doctor", "physiotherapist", "pharmacist"):
        assert who in talk.text
    assert {"UK", "US", "AU"} <= {line["region"] for line in people_named(talk)["lines"]}
    assert people_named(talk)["sources"]
    assert talk.question != "hand_off"
    assert talk.question == open_before
    assert outbox(talk) == []


def test_channels_alone_are_no_queue(talk_of):
    talk = talk_of(MALLEO_NOTIFY=WEBHOOK)
    talk("can I speak to a human")
    assert "hand_off" not in (talk.question or "")


def test_a_queue_without_a_channel_is_not_offered(talk_of):
    talk = talk_of(MALLEO_HANDOFF="1")
    talk("can I speak to a human")
    assert talk.question is None


def test_the_queue_is_asked_for_first_and_then_tells_what_happens_next(with_a_queue):
    talk = with_a_queue
    talk(OPENING)
    talk("yes")
    talk("I want to talk to a real person")
    assert people_named(talk)
    assert talk.question == "hand_off"
    assert outbox(talk) == []
    talk.choose("hand_off", "yes")
    assert talk.types[0] == "hand_off"
    assert "can't be sure" in talk.text or "don't know how soon" in talk.text
    assert "emergency number" in talk.text
    assert talk.types[-1] == "question", "the interview goes on where it was"
    ((kind, level, summary),) = outbox(talk)
    assert kind == "hand_off"
    assert level in ("self_care", "soon", "same_day")
    assert any("rolled" in line for line in summary), "their words are in it"


@pytest.mark.parametrize("said", ["yes please", "yes", "yes, put me through to a person", "Yes, pass it on"])
def test_a_yes_in_words_is_a_yes(with_a_queue, said):
    with_a_queue(OPENING)
    with_a_queue("I want to talk to a real person")
    with_a_queue(said)
    assert len(outbox(with_a_queue)) == 1


@pytest.mark.parametrize("said", ["no", "no thanks", "No, don't pass it on", "my ankle is bruised too"])
def test_anything_but_a_yes_passes_nothing_on(with_a_queue, said):
    with_a_queue(OPENING)
    with_a_queue("I want to talk to a real person")
    with_a_queue(said)
    assert outbox(with_a_queue) == []
    assert with_a_queue.types[-1] == "question"


def test_who_is_in_the_queue_is_told_so_and_not_asked_again(with_a_queue):
    talk = with_a_queue
    talk(OPENING)
    talk("I want to talk to a real person")
    talk("yes")
    talk("can I speak to a human please")
    assert "in the queue" in talk.text
    assert talk.question != "hand_off"
    assert len(outbox(talk)) == 1


def test_the_queue_is_there_after_the_result_too(with_a_queue):
    talk = with_a_queue
    talk(OPENING)
    talk.answer_the_rest()
    talk("I want to talk to a real person")
    talk.choose("hand_off", "yes")
    ((_, _, summary),) = outbox(talk)
    assert any("likelihood ratio" in line for line in summary)


def test_the_operators_own_promise_is_told(talk_of):
    promise = "A physio of the club reads it on weekdays and writes to you here."
    talk = talk_of(MALLEO_NOTIFY=WEBHOOK, MALLEO_HANDOFF=promise)
    talk("can I speak to a human")
    talk("yes")
    assert promise in talk.text


def test_nobody_is_sent_to_a_queue_in_an_emergency(with_a_queue):
    with_a_queue("my foot is cold and white")
    with_a_queue("I want to talk to a real person")
    assert "999" in with_a_queue.text
    assert with_a_queue.question != "hand_off"


def test_a_warning_is_handed_off_when_the_operator_has_a_channel(with_a_queue, talk):
    with_a_queue("my foot is cold and white")
    assert with_a_queue.payload("escalation")["handed_off"] is True
    assert [kind for kind, *_ in outbox(with_a_queue)] == ["warning"]
    assert "secret" not in json.dumps(people.export(engine(), with_a_queue.conversation))


def test_a_warning_is_not_handed_off_without_a_channel(talk):
    talk("my foot is cold and white")
    assert talk.payload("escalation")["handed_off"] is False


def test_who_asks_what_happens_to_it_is_told_of_the_notices(with_a_queue):
    with_a_queue("is this private?")
    assert "get a short notice" in with_a_queue.text


def test_without_a_channel_nothing_is_said_of_notices(talk):
    talk("is this private?")
    assert "notice" not in talk.text
    assert "nowhere else" in talk.text


def test_a_warning_that_could_not_be_kept_is_not_handed_off(with_a_queue, request):
    with engine().begin() as connection:
        connection.exec_driver_sql("alter table escalation rename to escalation_away")
    try:
        with_a_queue("my foot is cold and white")
    finally:
        with engine().begin() as connection:
            connection.exec_driver_sql("alter table escalation_away rename to escalation")
    assert with_a_queue.types == ["escalation", "trouble"]
    assert with_a_queue.payload("escalation")["handed_off"] is False


def test_deleting_everything_takes_the_hand_off_back(with_a_queue):
    with_a_queue(OPENING)
    with_a_queue("I want to talk to a real person")
    with_a_queue("yes")
    with_a_queue("delete my data")
    with_a_queue("yes")
    assert outbox(with_a_queue) == []


def test_going_back_from_the_offer_passes_nothing_on(with_a_queue):
    with_a_queue(OPENING)
    with_a_queue("I want to talk to a real person")
    with_a_queue("back")
    assert outbox(with_a_queue) == []
    assert with_a_queue.question not in (None, "hand_off")
