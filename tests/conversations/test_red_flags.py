"""Signs of danger: caught on any turn, never closed by a loose word, never lost."""

import pytest

COLD = "my foot is cold and white"
OPENING = "I rolled my left ankle today, the outside is swollen, pain 5 out of 10"


def test_in_the_first_message(talk):
    talk(COLD)
    assert talk.types == ["escalation"]
    assert talk.payload("escalation")["level"] == "emergency"
    assert {"UK", "US"} <= {line["region"] for line in talk.payload("escalation")["call"]}


@pytest.mark.parametrize("answers", range(1, 9))
def test_in_the_middle_of_any_question(talk, answers):
    talk(OPENING)
    for _ in range(answers):
        if "assessment" in talk.types:
            break
        talk._answer(talk.payload("question"), None)
    talk(COLD)
    assert talk.types[0] == "escalation"
    assert "assessment" not in talk.types


def test_after_the_result(talk):
    talk(OPENING)
    talk.answer_the_rest()
    talk(COLD)
    assert talk.types == ["escalation"]


def test_together_with_small_talk(talk):
    talk("thanks, bye, oh and my foot is cold and white")
    assert talk.types == ["escalation"]


@pytest.mark.parametrize(
    "loose",
    [
        "i don't know", "I don't understand", "I don't want to answer all this", "no wait, yes, the cold one",
        "none.. well a bit cold", "no to the first three, yes to 4", "yes", "not sure", "no i mean yes",
    ],
)  # fmt: skip
def test_only_a_plain_no_closes_the_group_of_emergency_signs(talk, loose):
    talk(OPENING)
    talk("yes")
    assert talk.question == "emergency_screen"
    talk(loose)
    stopped = "I'll stop here" in talk.text
    assert stopped or "escalation" in talk.types or talk.question in ("emergency_screen", "deformity")


@pytest.mark.parametrize("plain", ["no", "none", "nope", "None of these", "no, none of them", "nothing"])
def test_a_plain_no_closes_it_at_once(talk, plain):
    talk(OPENING)
    talk("yes")
    talk(plain)
    assert talk.question not in ("emergency_screen", "deformity")


def test_not_sure_about_one_sign_counts_as_present(talk):
    talk(OPENING)
    talk("yes")
    talk("not sure")
    assert talk.question == "deformity"
    talk.choose("deformity", "unknown")
    assert talk.types == ["escalation"]


@pytest.mark.parametrize("typed", ["actually the right", "i have a question", "i was joking", "i am 30"])
def test_a_word_by_accident_is_no_yes_to_a_single_sign(talk, typed):
    talk(OPENING)
    talk("yes")
    talk("not sure")
    talk(typed)
    assert "escalation" not in talk.types


def test_a_denial_in_free_text_does_not_close_a_sign(talk):
    talk(f"{OPENING}, my foot is not cold")
    talk("yes")
    options = [option["id"] for option in talk.payload("question")["options"]]
    assert talk.question == "emergency_screen"
    assert "cold_or_pale_foot" in options


def test_an_emergency_is_taken_back_only_by_the_closed_question(talk):
    talk(COLD)
    talk("i meant it's not cold")
    assert talk.question == "cold_or_pale_foot"
    assert "still needs emergency help" in talk.text
    talk.choose("cold_or_pale_foot", "absent")
    assert talk.question == "consent"


def test_a_confirmed_emergency_is_not_asked_again_and_again(talk):
    talk(COLD)
    talk("ok")
    talk.choose("cold_or_pale_foot", "present")
    talk("what now")
    assert talk.question is None
    assert "call your emergency number now" in talk.text


def test_stopping_in_an_emergency_is_answered_with_the_reminder(talk):
    talk(COLD)
    talk("stop")
    assert "still needs emergency help" in talk.text


def test_the_end_of_a_very_long_message_is_read(talk):
    talk("I ran a lot in spring and then some more. " * 200 + COLD)
    assert talk.types[0] == "escalation"


def test_each_warning_comes_once(talk):
    talk("felt a pop like somebody kicked me in the back of the leg")
    assert talk.types.count("escalation") == 1
    talk("yes")
    assert "escalation" not in talk.types


def test_thoughts_of_suicide_are_met_with_somebody_to_talk_to_and_not_with_an_ankle_question(talk):
    talk("rolled my ankle, honestly i want to kill myself")
    warning = talk.payload("escalation")
    assert warning["level"] == "emergency"
    assert [flag["id"] for flag in warning["flags"]] == ["RF32"]
    assert {"region": "UK", "number": "116 123"} in warning["call"]
    assert talk.types == ["escalation"]
    talk("yes")
    assert "thinking of ending your life" in talk.text


def test_a_crisis_beside_another_emergency_calls_the_emergency_number(talk):
    talk("my foot is cold and white and i want to die")
    assert "call your emergency number now" in talk.text
    assert "You don't have to face it alone" in talk.text


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


@pytest.mark.parametrize("typed", ["i want to die", "i want to kill myself", "i cant cope any more"])
def test_despair_is_answered_and_not_followed_by_a_question(talk, typed):
    talk("my ankle hurts")
    talk(typed)
    assert "UK: 116 123" in talk.text
    assert "US: 988" in talk.text
    assert talk.question is None


def test_a_question_in_general_never_hides_a_danger(talk):
    talk("should I put ice on it? my foot is cold and white")
    assert talk.types[0] == "escalation"
    assert "article" not in talk.types


FLAGS = ["my foot is cold and white", "the bone is sticking out of the skin", "I can't breathe and my chest hurts"]


@pytest.mark.parametrize("flag", FLAGS)
@pytest.mark.parametrize("when", ["consent", "emergency_screen", "four_steps_now", "summary"])
def test_in_any_state_of_the_interview(talk, when, flag):
    talk(f"{OPENING}, I am 30")
    talk.until(when)
    talk(flag)
    assert talk.types == ["escalation"]
    assert talk.payload("escalation")["level"] == "emergency"


@pytest.mark.parametrize("wish", ["start again", "delete my data"])
def test_while_something_is_being_asked_about_first(talk, wish):
    talk(OPENING)
    talk(wish)
    talk(COLD)
    assert talk.types == ["escalation"]


def test_after_a_refusal(talk):
    talk("my ankle hurts")
    talk("no")
    talk(COLD)
    assert talk.types == ["escalation"]


def test_after_a_stop(talk):
    talk(OPENING)
    talk("stop")
    talk(COLD)
    assert talk.types == ["escalation"]


def test_while_a_plan_is_made(talk):
    talk("I rolled my left ankle inwards today, the outer side is swollen, the pain is 4 out of 10, I am 30")
    talk.answer_the_rest()
    talk("plan")
    talk(COLD)
    assert talk.types[0] == "escalation"


@pytest.mark.parametrize(
    "said", ["it's fine now", "my foot is warm", "it's not cold any more", "forget it", "no", "I was joking"]
)
def test_nothing_said_loosely_closes_a_warning(talk, said):
    talk(COLD)
    talk(said)
    assert talk.question in (None, "cold_or_pale_foot")
    assert "assessment" not in talk.types
    assert "emergency" in talk.text


@pytest.mark.parametrize("said", ["what if my foot went cold and white?", "is a cold white foot dangerous?"])
def test_a_danger_in_a_question_is_answered_and_not_ignored(talk, said):
    talk(OPENING)
    talk("yes")
    talk(said)
    assert "999" in talk.text
    assert "assessment" not in talk.types


def test_a_danger_that_was_denied_and_is_asked_about_later_is_answered(talk):
    talk(f"{OPENING}, I am 30")
    talk.until("four_steps_now")
    talk("what if my foot went cold and white?")
    assert "999" in talk.text
    assert talk.question == "four_steps_now"


def test_starting_again_does_not_silence_the_next_warning(talk):
    talk(COLD)
    talk("start again")
    talk("yes")
    talk(COLD)
    assert talk.types == ["escalation"]


@pytest.mark.parametrize("numbers", ["4,6", "4 & 6", "4 and 6", "numbers 4 and 6"])
def test_signs_can_be_chosen_by_their_numbers(talk, numbers):
    talk("my ankle hurts")
    talk("yes")
    talk(numbers)
    assert talk.payload("escalation")["level"] == "emergency"
    found = {finding for flag in talk.payload("escalation")["flags"] for finding in flag["findings"]}
    assert "cold_or_pale_foot" in found
