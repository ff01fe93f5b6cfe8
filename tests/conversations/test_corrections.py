"""Anything told can be put right at any time, in one's own words, and the person hears what was changed."""

import pytest

OPENING = "rolled my ankle yesterday, outside, swollen, pain 3"


def test_a_number_in_a_correction_picks_no_sign(talk):
    talk(OPENING)
    talk("yes")
    assert talk.question == "emergency_screen"
    talk("no it is 9")
    assert "escalation" not in talk.types


def test_a_number_after_sorry_is_about_the_number_before(talk):
    talk("rolled my ankle yesterday, outer side")
    talk.until("severity")
    talk("6")
    assert talk.question == "age"
    talk("sorry 4")
    assert talk.question == "age"
    result = talk.answer_the_rest({"age": 34})
    assert result["findings"]["severity"]["value"] == 4
    assert result["findings"]["age"]["value"] == 34


def test_a_correction_after_the_result_gives_a_new_one(talk):
    talk("I rolled my left ankle today, the outer side is swollen, the pain is 5 out of 10, I am 30")
    first = talk.answer_the_rest()
    talk("actually the pain is 9 out of 10")
    second = talk.answer_the_rest()
    assert second["id"] != first["id"]
    assert second["triage"]["level"] == "same_day"


def test_a_denial_that_repeats_the_question_closes_it_and_says_nothing_else(talk):
    talk(OPENING)
    talk.until("age")
    talk("my calf is swollen")
    talk("my calf is fine actually")
    assert talk.question == "calf_swelling"
    talk("no, it is not swollen")
    assert talk.question != "calf_swelling"
    assert talk.answer_the_rest()["findings"]["swelling"]["state"] == "present"


def test_an_option_that_is_typed_tells_nothing_besides(talk):
    talk(OPENING)
    talk.until("bone_press")
    talk("None of these bones is sore")
    assert talk.answer_the_rest()["findings"].get("bone_tender_other", {}).get("state") != "present"


def test_what_is_put_right_is_said_and_the_open_question_stays(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until("four_steps_now")
    talk("actually it's the right one")
    assert "it is the right ankle (before: it is the left ankle)" in talk.text
    assert talk.question == "four_steps_now"
    assert talk.answer_the_rest()["findings"]["side"]["value"] == "right"


@pytest.mark.parametrize(
    ("said", "fact", "value"),
    [
        ("sorry, I meant my right ankle", "side", "right"),
        ("no wait, the pain is more like 7 out of 10", "severity", 7),
        ("I got my age wrong, I'm 41", "age", 41),
        ("actually it happened three days ago", "duration_days", 3),
    ],
)
@pytest.mark.parametrize("when", ["emergency_screen", "four_steps_now", "summary"])
def test_any_fact_can_be_put_right_at_any_question(talk, said, fact, value, when):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until(when)
    talk(said)
    assert "I have changed that" in talk.text
    assert talk.answer_the_rest()["findings"][fact]["value"] == value


def test_a_swelling_that_was_none_is_taken_back_and_said(talk):
    talk("I rolled my left ankle yesterday, the outside hurts and is bruised, pain 5")
    talk.until("signs")
    talk("forget what I said about the bruise")
    assert "I have taken that back" in talk.text
    assert talk.answer_the_rest()["findings"]["bruising"]["state"] != "present"


def test_forgetting_a_numb_foot_asks_about_it_in_so_many_words(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, my toes are numb")
    talk("yes")
    talk("forget what I said about the numbness")
    assert talk.question == "numbness"
    talk("no")
    assert "numbness" not in talk.question


def test_who_can_walk_after_all_is_believed_and_asked_nothing_twice(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until("four_steps_now")
    talk("no")
    talk("no, I can walk now")
    assert "you can take four steps now (before: you cannot take four steps now)" in talk.text
    if talk.question == "cannot_bear_weight":  # what was so alarming is closed in so many words
        talk("no")
    assert talk.question not in ("four_steps_now", "diabetes")  # the health question is not taken apart
    assert talk.answer_the_rest()["triage"]["level"] == "self_care"


def test_back_puts_the_last_question_again_with_its_answer_taken_back(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, I am 30")
    talk.until("severity")
    talk("5")
    talk("back")
    assert talk.question == "severity"
    talk("2")
    assert talk.answer_the_rest()["findings"]["severity"]["value"] == 2


def test_back_again_and_again_ends_at_the_first_question_and_never_in_silence(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen")
    talk.until("age")
    for _ in range(6):
        talk("back")
        assert talk.question
    assert talk.answer_the_rest()["triage"]["level"]


def test_the_result_is_checked_first_and_anything_can_be_changed(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until("summary")
    assert "it is the left ankle" in talk.text
    talk("no")
    assert talk.question == "summary"
    assert "Tell me what is different" in talk.text
    talk("I can't take four steps")
    assert talk.question != "four_steps_now"
    assert talk.answer_the_rest()["triage"]["level"] == "same_day"


def test_several_things_put_right_at_once_are_all_taken(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until("four_steps_now")
    talk("sorry, it's the right ankle, it happened two days ago and the pain is 6 out of 10")
    findings = talk.answer_the_rest()["findings"]
    assert (findings["side"]["value"], findings["duration_days"]["value"], findings["severity"]["value"]) == (
        "right", 2, 6,
    )  # fmt: skip


def test_what_was_known_is_told_when_asked(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk("yes")
    asked = talk.question
    talk("what did I tell you so far?")
    assert "it is the left ankle" in talk.text
    assert talk.question == asked


def test_walking_then_says_nothing_of_walking_now(talk):
    talk("I rolled my left ankle yesterday, outer side, swollen, pain 5, I am 30")
    talk.until("four_steps_now")
    talk.choose("four_steps_now", "absent")
    talk.until("four_steps_after_injury")
    talk("yes i could walk 4 steps")
    assert "I have changed that" not in talk.text
    findings = talk.answer_the_rest()["findings"]
    assert findings["four_steps_after_injury"]["state"] == "present"
    assert findings["four_steps_now"]["state"] == "absent"


def test_walking_now_said_beside_the_answer_is_heard(talk):
    talk("I rolled my left ankle yesterday, outer side, swollen, pain 5, I am 30")
    talk.until("four_steps_now")
    talk.choose("four_steps_now", "absent")
    talk.until("four_steps_after_injury")
    talk("no, but now i can walk four steps")
    assert "you can take four steps now (before: you cannot take four steps now)" in talk.text
