"""People who answer in their own way: no loop, no false alarm, no dead end."""

import pytest

OPENING = "rolled my ankle yesterday, outside, swollen, pain 3"


def until(talk, question):
    """Carries on with harmless answers until that question is open."""
    for _ in range(15):
        if talk.question == question:
            return
        talk._answer(talk.payload("question"), None)
    raise AssertionError(f"'{question}' was not asked")


def test_a_limp_beside_a_yes_is_a_yes(talk):
    talk(OPENING)
    until(talk, "four_steps_now")
    talk("yes but limping")
    assert talk.question != "four_steps_now"
    assert "escalation" not in talk.types


def test_what_was_told_before_does_not_keep_a_question_open_for_ever(talk):
    talk(OPENING)
    until(talk, "signs")
    for _ in range(3):
        talk("still swollen like I said")
    assert talk.question != "signs"


def test_questions_are_no_failed_answers(talk):
    talk(OPENING)
    until(talk, "signs")
    for question in ("what shoes should I buy?", "can I fly tomorrow?", "should I ice it?"):
        talk(question)
        assert talk.question == "signs"
        assert "escalation" not in talk.types
        assert "didn't get that" not in talk.text


def test_a_number_in_a_correction_picks_no_sign(talk):
    talk(OPENING)
    talk("yes")
    assert talk.question == "emergency_screen"
    talk("no it is 9")
    assert "escalation" not in talk.types


@pytest.mark.parametrize("rude", ["none you idiot", "lol none", "no to all", "nothing like that"])
def test_a_rude_or_casual_none_is_a_none(talk, rude):
    talk(OPENING)
    talk("yes")
    talk(rude)
    assert talk.question not in ("emergency_screen", "deformity")


def test_who_refused_and_tells_of_an_ankle_is_asked_again(talk):
    talk("my ankle hurts")
    talk("no")
    talk("it is swollen on the outside since yesterday")
    assert talk.question == "consent"


@pytest.mark.parametrize(
    "text",
    [
        "took 20 paracetamol for my ankle this morning",
        "he kicked my ankle again last night. i cant go home",
        "two puncture marks on my ankle from something in the grass, swelling up",
        "gave birth 2 weeks ago, ankles swollen, awful headache",
        "my boy is 6, sore ankle, temp 39",
        "sliced my achilles on a ski edge",
    ],
)
def test_a_danger_in_unusual_words_is_caught_at_once(talk, text):
    talk(text)
    assert talk.types[0] == "escalation"
    assert talk.payload("escalation")["level"] == "emergency"


@pytest.mark.parametrize(
    "text", ["my ankle is cooked bro", "whole ankle puffing up", "i took 2 paracetamol, ankle sore"]
)
def test_no_danger_is_made_of_slang(talk, text):
    talk(text)
    assert "escalation" not in talk.types


def test_an_option_that_is_typed_tells_nothing_besides(talk):
    talk(OPENING)
    until(talk, "bone_press")
    talk("None of these bones is sore")
    assert talk.answer_the_rest()["findings"].get("bone_tender_other", {}).get("state") != "present"


@pytest.mark.parametrize("said", ["no, everything hurts", "nothing but the outside one", "no I can't reach my foot"])
def test_a_no_with_more_behind_it_does_not_close_what_a_rule_looks_at(talk, said):
    talk("rolled my ankle an hour ago, outer side, pain 5, I am 30, it is my own left one, swollen, I can walk")
    until(talk, "bone_press")
    talk(said)
    assert talk.question == "bone_press"


def test_a_number_after_sorry_is_about_the_number_before(talk):
    talk("rolled my ankle yesterday, outer side")
    until(talk, "severity")
    talk("6")
    assert talk.question == "age"
    talk("sorry 4")
    assert talk.question == "age"
    result = talk.answer_the_rest({"age": 34})
    assert result["findings"]["severity"]["value"] == 4
    assert result["findings"]["age"]["value"] == 34


def test_it_is_worse_after_the_result_is_taken_seriously(talk):
    talk(OPENING)
    talk.answer_the_rest()
    talk("it's worse")
    assert "sorry that it is getting worse" in talk.text


@pytest.mark.parametrize("said", ["I don't consent", "I'd rather not", "no way"])
def test_who_refuses_is_not_interviewed(talk, said):
    talk("my ankle hurts")
    talk(said)
    assert talk.question is None


def test_a_denial_that_repeats_the_question_closes_it_and_says_nothing_else(talk):
    talk(OPENING)
    until(talk, "age")
    talk("my calf is swollen")
    talk("my calf is fine actually")
    assert talk.question == "calf_swelling"
    talk("no, it is not swollen")
    assert talk.question != "calf_swelling"
    assert talk.answer_the_rest()["findings"]["swelling"]["state"] == "present"


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
