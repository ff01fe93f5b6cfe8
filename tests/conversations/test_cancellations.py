"""Stop, start again, delete, no thanks: every way out is asked about if it loses something, and leads back."""

import pytest

from bot.runtime.practice import engine
from bot.storage import people

OPENING = "rolled my ankle yesterday, outside, swollen, pain 3"


def test_start_again_is_asked_first_and_forgets(talk):
    talk("I rolled my left ankle today, it is swollen")
    talk("yes")
    talk("start again")
    assert talk.question == "restart"
    talk("no")
    assert talk.question == "emergency_screen"
    talk("start again")
    talk("yes")
    talk("my right ankle aches")
    assert talk.answer_the_rest()["findings"]["side"]["value"] == "right"


def test_delete_my_data_is_asked_first_and_really_deletes(talk):
    talk("I rolled my left ankle today, it is swollen")
    talk("delete my data")
    assert talk.question == "erase"
    talk("yes")
    assert talk.payload("privacy")["erased"] is True
    assert people.export(engine(), talk.conversation) == {}


def test_stop_ends_the_interview_and_coming_back_goes_on(talk):
    talk("I rolled my left ankle today, it is swollen")
    talk("yes")
    talk("stop")
    assert talk.question is None
    talk("it's me again, the ankle still hurts")
    assert talk.question == "emergency_screen"


def test_a_refusal_is_respected_and_can_be_taken_back(talk):
    talk("my ankle hurts")
    talk("no")
    assert talk.question is None
    assert "I won't ask anything" in talk.text
    talk("start again")
    talk("yes")
    assert talk.question == "consent"


def test_who_refused_and_tells_of_an_ankle_is_asked_again(talk):
    talk("my ankle hurts")
    talk("no")
    talk("it is swollen on the outside since yesterday")
    assert talk.question == "consent"


@pytest.mark.parametrize("said", ["I don't consent", "I'd rather not", "no way", "2", "zero", "not really"])
def test_who_refuses_is_not_interviewed(talk, said):
    talk("my ankle hurts")
    talk(said)
    assert talk.question is None


@pytest.mark.parametrize("said", ["yes start again", "yeah restart", "yes please start over"])
def test_a_wish_that_is_confirmed_in_its_own_words_is_granted(talk, said):
    talk(OPENING)
    talk("start again")
    assert talk.question == "restart"
    talk(said)
    assert talk.question != "restart"


@pytest.mark.parametrize("said", ["yes delete it", "yes please delete my data", "delete it, yes"])
def test_a_deletion_that_is_confirmed_in_its_own_words_is_done(talk, said):
    talk(OPENING)
    talk("delete my data")
    assert talk.question == "erase"
    talk(said)
    assert "privacy" in talk.types


@pytest.mark.parametrize("when", ["consent", "emergency_screen", "four_steps_now", "summary"])
def test_start_again_is_asked_about_wherever_it_is_said(talk, when):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until(when)
    talk("start again")
    assert talk.question == "restart"
    talk("no")
    assert talk.question == when


@pytest.mark.parametrize("when", ["consent", "emergency_screen", "summary"])
def test_stop_is_obeyed_wherever_it_is_said_and_nothing_is_lost(talk, when):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until(when)
    talk("stop")
    assert talk.question is None
    assert "What you told me is kept" in talk.text
    talk("ok let's carry on")
    if talk.question is None:
        talk("my ankle still hurts")
    assert talk.answer_the_rest()["findings"]["side"]["value"] == "left"


def test_after_the_result_everything_can_still_be_deleted(talk, case_of):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.answer_the_rest()
    talk("delete my data")
    talk("yes")
    assert talk.payload("privacy")["erased"] is True
    assert people.export(engine(), talk.conversation) == {}
    assert len(case_of(talk.conversation).facts) == 0


def test_after_a_deletion_the_talk_begins_anew_and_asks_first(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen")
    talk("delete my data")
    talk("yes")
    talk("my right ankle hurts")
    assert talk.question == "consent"
    assert talk.answer_the_rest()["findings"]["side"]["value"] == "right"


def test_a_deletion_that_is_declined_keeps_everything(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen")
    talk("yes")
    talk("delete my data")
    talk("no, keep it")
    assert talk.question == "emergency_screen"
    assert talk.answer_the_rest()["findings"]["side"]["value"] == "left"


def test_a_plan_can_be_left_by_starting_again(talk):
    talk("I rolled my left ankle inwards today, the outer side is swollen, the pain is 4 out of 10, I am 30")
    talk.answer_the_rest()
    talk("plan")
    talk("start again")
    assert talk.question == "restart"
    talk("yes")
    talk("my right heel hurts")
    assert "right" in talk.answer_the_rest()["findings"]["side"]["value"]


@pytest.mark.parametrize("vague", ["hmm", "what?", "maybe", "why do you ask?"])
def test_nothing_is_deleted_on_a_vague_word(talk, vague):
    talk("I rolled my left ankle yesterday, the outside is swollen")
    talk("delete my data")
    talk(vague)
    assert talk.question == "erase"
    assert people.export(engine(), talk.conversation)


@pytest.mark.parametrize(
    "said", ["ok go on then", "actually I've changed my mind", "yes", "sorry, let's start", "continue"]
)
def test_who_refused_and_then_goes_on_is_asked_again(talk, said):
    talk("my ankle hurts")
    talk("no")
    talk(said)
    assert talk.question == "consent"


@pytest.mark.parametrize("said", ["ok", "thanks", "ok bye", "fine"])
def test_who_refused_and_takes_leave_is_not_asked_again(talk, said):
    talk("my ankle hurts")
    talk("no")
    talk(said)
    assert talk.question is None
