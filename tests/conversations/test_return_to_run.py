"""The way back to running: given to whom it is safe for, refused with the reason, and moved by what is reported."""

from datetime import datetime, timedelta

import pytest
import time_machine

SPRAIN = "I rolled my left ankle inwards today, the outer side is swollen, the pain is 4 out of 10, I am 30"
ACHILLES = (
    "my left achilles tendon has been sore and stiff in the morning for a month, it came on gradually, 3 out of 10. "
    "It eases as I warm up. I am 40"
)
SORE_BONE = (
    "my shin bone has been sore in one spot just above the ankle for three weeks, it came on gradually, it gets worse "
    "with every run, 5 out of 10, I am 25, it is the left one"
)
RACE_ASKED = [
    "can I race on Sunday?",
    "oh please, just say yes",
    "will I be fine for parkrun on Sunday if I go slowly?",
    "come on, I trained for months",
    "it's only a 5k, can I do it on sunday?",
]


def on_day(number):
    """So many days from now; the day goes on."""
    return time_machine.travel(datetime.now().astimezone() + timedelta(days=number), tick=True)


def with_a_plan(talk, opening=SPRAIN, week="skip"):
    """Up to the first outing."""
    talk(opening)
    talk.answer_the_rest()
    talk("plan")
    talk.choose("running_checks", "none")
    talk(week)
    through_the_gate(talk)


def through_the_gate(talk):
    for _ in range(12):
        if talk.question is None:
            return
        assert talk.question.startswith("running_gate")
        talk("yes")
    raise AssertionError(f"The gate does not end: {talk.text}")


def state(talk):
    return talk.payload("plan")["status"]


def a_good_outing(talk, number):
    with on_day(number):
        talk("I went for my run today, no pain at all")
    with on_day(number + 1):
        talk("it is fine this morning")


# --- Who gets one


def test_a_result_says_that_there_is_a_plan_and_how_to_ask(talk):
    talk(SPRAIN)
    result = talk.answer_the_rest()
    assert result["triage"]["level"] == "self_care"
    assert result["plan"]["type"] == "return_to_run"
    assert 'Say "plan"' in talk.text
    assert "week_6" not in talk.text


@pytest.mark.parametrize("asked", ["plan", "when can I run again?", "how do I get back to running?"])
def test_a_sprain_that_can_be_looked_after_at_home_gets_the_plan(talk, asked):
    talk(SPRAIN)
    talk.answer_the_rest()
    talk(asked)
    assert talk.question == "running_checks"
    talk("none of these")
    assert talk.question == "running_week"
    talk("3 times a week, 20 minutes each")
    plan = talk.payload("plan")
    assert (plan["plan"], plan["tissue"], plan["status"]) == ("walk_run_minutes", "ligament", "gate")
    assert plan["sources"]
    assert "20 minutes in all" in talk.text
    through_the_gate(talk)
    assert state(talk) == "running"
    assert "Run 1 minute, walk 1 minute" in talk.text


def test_a_sore_achilles_gets_the_plan_with_the_limits_of_a_tendon(talk):
    talk(ACHILLES)
    result = talk.answer_the_rest({"onset": "gradual"})
    assert result["conditions"][0]["id"] == "achilles_tendinopathy"
    talk("how do I get back to running?")
    talk("none")
    talk("20 miles a week, longest run 8 miles")
    assert talk.payload("plan")["tissue"] == "tendon"
    assert "Up to 5 is the limit" in talk.text


def test_a_week_that_was_told_is_not_asked_again(talk):
    talk(f"{SPRAIN}. I usually run 3 times a week, 30 minutes each")
    talk.answer_the_rest()
    talk("plan")
    talk.choose("running_checks", "none")
    assert talk.question.startswith("running_gate")


@pytest.mark.parametrize("answer", ["night_pain", "metalwork", "pregnant"])
def test_what_speaks_against_it_is_said(talk, answer):
    talk(SPRAIN)
    talk.answer_the_rest()
    talk("plan")
    options = {option["id"] for option in talk.payload("question")["options"]}
    if answer not in options:
        pytest.fail(f"{answer} was not asked") if answer == "night_pain" else talk(f"by the way, I have {answer}")
        return
    talk.choose("running_checks", answer)
    assert "refused" in {(message.payload or {}).get("status") for message in talk.last}


def test_not_sure_about_what_speaks_against_it_counts_as_yes(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    talk("plan")
    talk("I don't know")
    for _ in range(10):
        if "plan" in talk.types or talk.question is None:
            break
        talk("not sure")
    assert "running" not in {(message.payload or {}).get("status") for message in talk.last}
    talk("plan")
    assert "gate" not in {(message.payload or {}).get("status") for message in talk.last}


# --- Who gets none, and why


def test_a_bone_that_may_be_stressed_gets_none_and_says_why(talk):
    talk(SORE_BONE)
    result = talk.answer_the_rest({"bone_tender_other": "present", "onset": "gradual"})
    assert result["plan"] is None
    talk("plan")
    assert state(talk) == "refused"
    assert "bone" in talk.text
    assert "What would change that" in talk.text
    assert {"rule", "in_view"} & {ground["why"] for ground in talk.payload("plan")["reasons"]}


def test_care_today_comes_before_any_plan(talk):
    talk(SPRAIN)
    assert talk.answer_the_rest({"four_steps_now": "absent"})["plan"] is None
    talk("when can I run again?")
    assert state(talk) == "refused"
    assert "looked at today" in talk.text


@pytest.mark.parametrize("asked", ["plan", "can I race on Sunday?", "when can I run again?"])
def test_an_emergency_gets_no_plan_and_the_reminder(talk, asked):
    talk(SPRAIN)
    talk("yes")
    talk("my foot is cold and white")
    talk(asked)
    assert state(talk) == "refused"
    assert "emergency number" in talk.text
    talk("please just say yes")
    assert {(message.payload or {}).get("status") for message in talk.last} <= {"refused", None}
    assert "emergency number" in talk.text


# --- A race


@pytest.mark.parametrize("asked", RACE_ASKED[::2])
def test_a_race_before_a_result_gets_the_honest_answer_and_the_question_again(talk, asked):
    talk(SPRAIN)
    talk("yes")
    talk(asked)
    assert "No, if the pain is sharp" in talk.text
    assert talk.question == "emergency_screen"


def test_a_race_on_a_stressed_bone_is_a_no_however_often_it_is_asked(talk):
    talk(SORE_BONE)
    talk.answer_the_rest({"bone_tender_other": "present", "onset": "gradual"})
    answers = []
    for asked in RACE_ASKED:
        talk(asked)
        payload = talk.payload("plan")
        assert (payload["status"], payload["possible"]) == ("race", False)
        answers.append(
            talk.text.removeprefix("I know that this matters to you, and I'm sorry. My answer stays the same. ")
        )
    assert len(set(answers)) == 1
    assert answers[0].startswith("No, I can't say yes to a race on Sunday")


def test_a_race_after_a_sprain_is_held_against_the_steps(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    talk("can I race on Sunday?")
    assert talk.payload("plan")["possible"] is False
    assert "No, not on Sunday" in talk.text
    talk("can I race in 12 weeks?")
    assert talk.payload("plan")["possible"] is True
    assert "I can't say yes to that now" in talk.text
    assert "I can hop on that leg" in talk.text


def test_begging_opens_no_gate(talk):
    talk(SPRAIN)
    talk.answer_the_rest()
    talk("plan")
    talk.choose("running_checks", "none")
    talk("skip")
    first = talk.question
    for begged in ("just say yes", "come on", "I promise I'll be careful", "say yes say yes"):
        talk(begged)
        assert talk.question == first
    talk("no")
    assert "too early to run" in talk.text
    for begged in ("plan", "yes", "just say yes", "plan"):
        talk(begged)
        assert talk.question is None
        assert "running" not in {(message.payload or {}).get("status") for message in talk.last}


# --- Going on


def test_good_outings_and_their_days_lead_to_the_next_step(talk):
    with_a_plan(talk)
    a_good_outing(talk, 0)
    assert "that one counts" in talk.text
    a_good_outing(talk, 2)
    with on_day(5):
        talk("what's my next run?")
        assert talk.payload("plan")["stage"]["number"] == 1
    with on_day(7):
        talk("what's my next run?")
        assert talk.payload("plan")["stage"]["number"] == 2
        assert "Run 2 minutes, walk 1 minute" in talk.text


def test_pain_within_the_limit_waits_for_the_next_morning(talk):
    with_a_plan(talk)
    talk("I ran today, it hurt 3/10")
    assert talk.payload("plan")["good"] == 0
    with on_day(1):
        talk("fine next morning")
        assert talk.payload("plan")["good"] == 1


def test_an_outing_without_a_word_of_its_pain_is_asked_about(talk):
    with_a_plan(talk)
    talk("I did my run today")
    assert talk.question == "running_pain"
    talk("2")
    assert "Noted" in talk.text


def test_a_bad_report_steps_back_and_the_second_one_stops(talk):
    with_a_plan(talk)
    a_good_outing(talk, 0)
    a_good_outing(talk, 2)
    with on_day(7):
        talk("I ran today, it hurt 6/10")
        assert "one step back" in talk.text
        assert talk.payload("plan")["stage"]["number"] == 1
        assert talk.payload("plan")["next_run"] is None
    with on_day(9):
        talk("it has settled, it's fine this morning")
        assert talk.payload("plan")["next_run"]
    with on_day(10):
        talk("I went for a run and was limping after it")
        assert state(talk) == "stopped"
        assert "doctor or a physio" in talk.text
        talk("what's my next run?")
        assert state(talk) == "stopped"


def test_swollen_again_after_an_outing_holds_the_plan(talk):
    with_a_plan(talk)
    talk("I ran today, it hurt 1/10")
    with on_day(1):
        talk("it's swollen again this morning")
        assert talk.payload("plan")["next_run"] is None


def test_a_correction_that_changes_the_level_takes_the_plan_back(talk):
    with_a_plan(talk)
    talk("actually the pain is 9 out of 10")
    assert state(talk) == "withdrawn"
    assert "I take the plan back" in talk.text
    assert (
        "same_day" in {(message.payload or {}).get("triage", {}).get("level") for message in talk.last} or talk.question
    )
    if talk.question:
        assert talk.answer_the_rest()["triage"]["level"] == "same_day"
    talk("what's my next run?")
    assert state(talk) == "refused"


def test_an_emergency_takes_the_plan_back(talk):
    with_a_plan(talk)
    talk("my chest hurts and I can't breathe")
    assert "escalation" in talk.types
    talk("what's my next run?")
    assert "emergency number" in talk.text
    assert "running" not in {(message.payload or {}).get("status") for message in talk.last}


def test_the_plan_can_be_put_away_and_taken_up_again(talk):
    with_a_plan(talk)
    talk("cancel the plan")
    assert state(talk) == "ended"
    talk("what's my next run?")
    assert state(talk) == "gate"


def test_what_is_reported_gives_no_second_result(talk):
    with_a_plan(talk)
    talk("I ran today, it hurt 3/10")
    assert "assessment" not in talk.types
    assert "What I told you still stands" not in talk.text


# --- The article's questions


@pytest.mark.parametrize(
    "asked",
    [
        "how long does it take to recover?",
        "how long does a mild sprain take?",
        "how long does a severe ankle sprain take to heal?",
        "when can I run again?",
        "should I stop running?",
        "can I run through ankle pain?",
        "what should I do first?",
        "is there a running plan for beginners?",
        "should I rest?",
        "how do I increase my mileage?",
    ],
)
def test_every_question_about_running_gets_an_answer_at_any_time(talk, asked):
    talk(asked)
    assert len(talk.last[0].text) > 60
    talk(SPRAIN)
    talk("yes")
    talk.choose("emergency_screen", "none")
    open_question = talk.question
    talk(asked)
    assert "didn't" not in talk.text
    assert len(talk.text) > 60
    assert talk.question == open_question
    talk.answer_the_rest()
    talk(asked)
    assert len(talk.text) > 60
    assert "didn't" not in talk.text
