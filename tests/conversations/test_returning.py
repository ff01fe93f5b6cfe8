"""Coming back: the same day the talk goes on; later what is known is told, and what may have changed is asked."""

from datetime import datetime, timedelta

import pytest
import time_machine

SPRAIN = "I rolled my left ankle inwards yesterday, the outer side is swollen, the pain is 5 out of 10, I am 30"


def on_day(number):
    """So many days from now; the day goes on."""
    return time_machine.travel(datetime.now().astimezone() + timedelta(days=number), tick=True)


def test_the_same_day_it_is_me_again_goes_on_with_the_open_question(talk):
    talk(SPRAIN)
    talk.until("four_steps_now")
    talk("it's me again")
    assert "Welcome back" not in talk.text
    assert talk.question == "four_steps_now"


def test_the_next_day_in_the_middle_says_what_is_known_and_screens_anew(talk):
    talk(SPRAIN)
    talk.until("four_steps_now")
    with on_day(1):
        talk("hello")
        assert "Welcome back. Yesterday you told me about the ankle" in talk.text
        assert "it is the left ankle" in talk.text
        assert talk.question == "emergency_screen"


@pytest.mark.parametrize(("how", "grows"), [("better", False), ("same", False), ("worse", True)])
def test_after_a_result_how_it_is_now_comes_first(talk, how, grows):
    talk(SPRAIN)
    talk.answer_the_rest()
    with on_day(3):
        talk("hi, me again")
        assert "3 days ago" in talk.text
        assert talk.question == "check_in"
        talk(f"it is {how}" if how != "same" else "about the same")
        assert talk.question == "emergency_screen"
        findings = talk.answer_the_rest()["findings"]
        assert (findings["worsening"]["state"] == "present") is grows


def test_days_are_counted_from_real_dates(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    with on_day(9):
        talk("hello again")
        assert "it began 10 days ago" in talk.text
        result = talk.answer_the_rest({"check_in": "same"})
        assert result["findings"]["duration_days"]["value"] == 10


def test_how_it_is_now_may_be_said_at_once(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    with on_day(2):
        talk("it's much worse today")
        assert "Welcome back" in talk.text
        assert talk.question != "check_in"


def test_a_danger_comes_before_any_welcome(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    with on_day(2):
        talk("my foot is cold and white")
        assert talk.types == ["escalation"]


def test_the_pain_of_then_is_not_the_pain_of_now(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    with on_day(4):
        talk("hello")
        result = talk.answer_the_rest({"check_in": "better", "severity": 1})
        assert result["findings"]["severity"]["value"] == 1


def test_the_welcome_comes_once(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    with on_day(4):
        talk("hello")
        talk("about the same")
        assert "Welcome back" not in talk.text


def test_what_is_known_can_be_put_right_on_coming_back(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    with on_day(4):
        talk("hello")
        talk("actually it was the right ankle")
        assert "it is the right ankle (before: it is the left ankle)" in talk.text
        assert talk.answer_the_rest()["findings"]["side"]["value"] == "right"


def test_who_was_deleted_is_a_stranger(talk):
    talk(SPRAIN)
    talk("delete my data")
    talk("yes")
    with on_day(4):
        talk("hello")
        assert "Welcome back" not in talk.text


def test_an_emergency_of_before_is_asked_about_on_coming_back(talk):
    talk("my foot is cold and white")
    with on_day(1):
        talk("hello")
        assert "999" in talk.text
        assert "assessment" not in talk.types
