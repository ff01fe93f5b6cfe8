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


@pytest.mark.parametrize("typed", ["that hurts hmm", "ouch ouch"])
def test_a_safety_question_that_gets_no_answer_counts_as_unknown_not_as_no(talk, typed):
    talk("I rolled my left ankle today, the outer side is swollen, the pain is 5 out of 10, I am 30")
    while talk.question != "bone_press":
        talk._answer(talk.payload("question"), None)
    for _ in range(4):
        if talk.question == "bone_press":
            talk(typed)
    assert talk.answer_the_rest()["triage"]["level"] == "same_day"


def test_questions_in_between_do_not_use_up_the_tries(talk):
    talk("I rolled my left ankle today")
    talk("yes")
    talk("no")
    asked = talk.question
    for typed in ("how long will it take?", "is this private?", "why do you ask?", "are you a robot?"):
        talk(typed)
        assert talk.question == asked


def test_why_is_answered_with_the_reason_of_the_question(talk):
    talk("my ankle hurts")
    talk("yes")
    why = talk.payload("question")["why"]
    talk("why do you ask?")
    assert why in talk.text
    assert talk.question == "emergency_screen"


def test_carrying_on_counts_as_consent(talk):
    talk("my ankle hurts")
    assert talk.question == "consent"
    talk("it is the left one and it is swollen")
    assert talk.question == "emergency_screen"


def test_a_refusal_is_respected_and_can_be_taken_back(talk):
    talk("my ankle hurts")
    talk("no")
    assert talk.question is None
    assert "I won't ask anything" in talk.text
    talk("start again")
    talk("yes")
    assert talk.question == "consent"


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
    from bot.runtime.practice import engine
    from bot.storage import people

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


def test_a_correction_after_the_result_gives_a_new_one(talk):
    talk("I rolled my left ankle today, the outer side is swollen, the pain is 5 out of 10, I am 30")
    first = talk.answer_the_rest()
    talk("actually the pain is 9 out of 10")
    second = talk.answer_the_rest()
    assert second["id"] != first["id"]
    assert second["triage"]["level"] == "same_day"


def test_nothing_new_after_the_result_gets_a_short_answer(talk):
    talk("I rolled my left ankle today, the outer side is swollen, the pain is 5 out of 10, I am 30")
    talk.answer_the_rest()
    talk("I rolled it today")
    assert "assessment" not in talk.types
    assert talk.text


@pytest.mark.parametrize("typed", ["what is a sprain?", "can i still run on it", "how long until i can run?"])
def test_a_question_in_general_tells_nothing_of_this_ankle(talk, typed):
    talk(typed)
    talk("my ankle hurts")
    talk("yes")
    result = talk.answer_the_rest({"onset": "gradual"})
    assert not {"mechanism", "four_steps_now"} & {id for id, fact in result["findings"].items() if fact["turn"] == 1}


@pytest.mark.parametrize(
    "typed",
    ["thanks, swollen ankle", "bye, its swollen", "hello", "what?", "is it broken?", "my knee hurts", "lol", "12"],
)
def test_no_first_message_ends_in_silence_or_trouble(talk, typed):
    talk(typed)
    assert talk.text
    assert "trouble" not in talk.types


@pytest.mark.parametrize("typed", ["i want to die", "i want to kill myself", "i cant cope any more"])
def test_despair_is_answered_and_not_followed_by_a_question(talk, typed):
    talk("my ankle hurts")
    talk(typed)
    assert "UK: 116 123" in talk.text
    assert "US: 988" in talk.text
    assert talk.question is None


def test_hearing_a_message_twice_changes_nothing(talk):
    talk("I rolled my left ankle today, it is swollen", id="m1")
    talk("I rolled my left ankle today, it is swollen", id="m1")
    assert talk.question == "consent"
    assert talk.answer_the_rest()["findings"]["swelling"]["turn"] == 1
