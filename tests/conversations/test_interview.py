"""The interview: nothing asked twice, nothing invented, every way out and back."""

import pytest

OPENING = "rolled my ankle on a kerb yesterday, outside is swollen, hurts to walk on"


def test_the_road_from_a_story_to_a_result(talk):
    talk(OPENING)
    assert talk.question == "consent"
    result = talk.answer_the_rest()
    assert result["triage"]["level"] in ("self_care", "soon", "same_day")
    assert result["conditions"][0]["id"] == "lateral_ankle_sprain"
    assert result["advice"]
    assert result["triage"]["would_change"]
    assert result["findings"]["swelling"] == {"state": "present", "said": "swollen", "turn": 1}
    assert result["knowledge_version"]


def test_what_was_told_is_not_asked(talk):
    talk("I rolled my left ankle inwards yesterday, the outer side is swollen, the pain is 6 out of 10, I am 34")
    asked = []
    while "assessment" not in talk.types:
        asked.append(talk.question)
        talk._answer(talk.payload("question"), None)
    assert not {"side", "location", "onset", "duration", "severity", "mechanism", "age"} & set(asked)
    assert len(asked) == len(set(asked))


def test_no_weight_bearing_is_seen_today(talk):
    talk(OPENING)
    result = talk.answer_the_rest({"four_steps_now": "absent"})
    assert result["triage"]["level"] == "same_day"
    assert all(reason["sources"] for reason in result["triage"]["reasons"])


def test_a_sore_bone_is_seen_today_and_says_why(talk):
    talk(OPENING)
    result = talk.answer_the_rest({"bone_press": "bone_tender_lateral_malleolus"})
    assert result["triage"]["level"] == "same_day"
    assert any("bone_tender_lateral_malleolus" in reason["findings"] for reason in result["triage"]["reasons"])


def test_carrying_on_counts_as_consent(talk):
    talk("my ankle hurts")
    assert talk.question == "consent"
    talk("it is the left one and it is swollen")
    assert talk.question == "emergency_screen"


def test_nothing_new_after_the_result_gets_a_short_answer(talk):
    talk("I rolled my left ankle today, the outer side is swollen, the pain is 5 out of 10, I am 30")
    talk.answer_the_rest()
    talk("I rolled it today")
    assert "assessment" not in talk.types
    assert talk.text


@pytest.mark.parametrize(
    "typed",
    ["thanks, swollen ankle", "bye, its swollen", "hello", "what?", "is it broken?", "my knee hurts", "lol", "12"],
)
def test_no_first_message_ends_in_silence_or_trouble(talk, typed):
    talk(typed)
    assert talk.text
    assert "trouble" not in talk.types


def test_hearing_a_message_twice_changes_nothing(talk):
    talk("I rolled my left ankle today, it is swollen", id="m1")
    talk("I rolled my left ankle today, it is swollen", id="m1")
    assert talk.question == "consent"
    assert talk.answer_the_rest()["findings"]["swelling"]["turn"] == 1


def test_it_is_worse_after_the_result_is_taken_seriously(talk):
    talk(OPENING)
    talk.answer_the_rest()
    talk("it's worse")
    assert "sorry that it is getting worse" in talk.text
