"""What a worker laid into a conversation is part of it: the next message answers it."""

from datetime import UTC, datetime, timedelta

import pytest
from rasa.shared.core.domain import Domain

from bot.channels.courier import Shelf
from bot.dialogue.case import Case
from bot.dialogue.check_in import check_in_message
from bot.dialogue.texts import Texts
from bot.runtime import settings
from bot.runtime.practice import engine
from bot.storage import people
from bot.storage.rasa_stores import MalleoLockStore, MalleoTrackerStore
from bot.storage.trouble import ConcurrentTurn
from bot.worker.check_ins import CheckIns
from bot.worker.worker import Worker

OPENING = "rolled my left ankle yesterday, the outside is swollen, pain 5 out of 10"


@pytest.fixture
def shelf():
    domain = Domain.load(str(settings.ROOT / "domain.yml"))
    return Shelf(MalleoTrackerStore(domain, engine=engine()))


@pytest.fixture
def looked_in_on(talk, shelf, loop):
    """A conversation that came to a result, and the day on which its check-in is laid."""
    talk(OPENING)
    result = talk.answer_the_rest()
    later = datetime.now(UTC) + timedelta(days=result["recheck"]["in_days"], minutes=1)
    check_ins = CheckIns(engine(), {"test": shelf}, MalleoLockStore(engine=engine()).turns, Texts.read(settings.TEXTS))
    loop.run_until_complete(Worker((check_ins,), lambda _: None, lambda: later).once())  # all that are due by then
    return talk


def laid(talk):
    lines = people.transcript(engine(), talk.conversation)
    return [line.custom for line in lines if (line.custom or {}).get("type") == "check_in"]


def facts(talk, loop, shelf):
    tracker = loop.run_until_complete(shelf._store.retrieve(talk.conversation))
    return Case.from_json(tracker.get_slot("case")).facts


def test_it_lies_in_the_transcript_with_its_options(looked_in_on):
    (message,) = laid(looked_in_on)
    assert [option["id"] for option in message["options"]] == ["better", "same", "worse"]


@pytest.mark.parametrize(
    ("said", "worsening"),
    [("It is worse", "present"), ("much better thanks", "absent"), ("about the same", "absent")],
)
def test_words_answer_it(looked_in_on, loop, shelf, said, worsening):
    looked_in_on(said)
    assert facts(looked_in_on, loop, shelf).state("worsening").value == worsening


def test_a_choice_answers_it(looked_in_on, loop, shelf):
    looked_in_on.choose("check_in", "worse")
    assert facts(looked_in_on, loop, shelf).state("worsening").value == "present"


def test_an_emergency_in_the_answer_is_caught(looked_in_on):
    looked_in_on("worse, and my foot is cold and white now")
    assert looked_in_on.types[0] == "escalation"


def test_a_turn_into_which_the_worker_wrote_is_taken_once_more(talk, shelf, loop, monkeypatch):
    """The store refuses the first try, as the conversation grew in between; the person sees one answer."""
    talk(OPENING)
    store = talk.reception._assistant.tracker_store
    save = store.save
    message = check_in_message("of another process", Texts.read(settings.TEXTS))
    refused = []

    async def overtaken(tracker):
        if not refused:
            await shelf.push(talk.conversation, message)
        try:
            await save(tracker)
        except ConcurrentTurn as trouble:
            refused.append(trouble)
            raise

    monkeypatch.setattr(store, "save", overtaken)
    talk("yes")
    assert len(refused) == 1
    assert "trouble" not in talk.types
    assert talk.question
    said = [line.text for line in people.transcript(engine(), talk.conversation) if line.who == "person"]
    assert said == [OPENING, "yes"]
