"""Questions, small talk and a change of subject: answered, and the open question is put again."""

import pytest

OPENING = "rolled my ankle yesterday, outside, swollen, pain 3"


def test_questions_are_no_failed_answers(talk):
    talk(OPENING)
    talk.until("signs")
    for question in ("what shoes should I buy?", "can I fly tomorrow?", "should I ice it?"):
        talk(question)
        assert talk.question == "signs"
        assert "escalation" not in talk.types
        assert "didn't get that" not in talk.text


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


@pytest.mark.parametrize("typed", ["what is a sprain?", "can i still run on it", "how long until i can run?"])
def test_a_question_in_general_tells_nothing_of_this_ankle(talk, typed):
    talk(typed)
    talk("my ankle hurts")
    talk("yes")
    result = talk.answer_the_rest({"onset": "gradual"})
    assert not {"mechanism", "four_steps_now"} & {id for id, fact in result["findings"].items() if fact["turn"] == 1}


def test_what_a_person_asks_by_name_keeps_the_open_question(talk):
    talk("my ankle hurts")
    talk("yes")
    asked = talk.question
    talk("what is CRPS?")
    assert talk.question == asked


def test_a_question_in_the_middle_is_answered_and_the_open_one_put_again(talk):
    talk("rolled my left ankle yesterday, outside is swollen")
    talk("yes")
    open_question = talk.question
    talk("should I put ice on it?")
    assert talk.types[0] == "article"
    assert talk.payload("article")["id"] == "treat_ice"
    assert talk.question == open_question
    assert "didn't get that" not in talk.text


def test_a_question_before_anything_was_told_is_answered(talk):
    talk("what is plantar fasciitis?")
    assert talk.types[0] == "article"


IN_BETWEEN = {
    "why do you ask?": "",
    "what does that mean?": "",
    "how do I check that?": "",
    "is this private?": "delete my data",
    "are you a robot?": "computer program",
    "I want to talk to a person": "can't put you through",
    "thanks": "welcome",
    "hello": "",
    "what is an ankle sprain?": "Ligaments",
    "how long does a sprain take to heal?": "week",
    "can you repeat that?": "",
}


@pytest.mark.parametrize(("said", "told"), IN_BETWEEN.items())
@pytest.mark.parametrize("when", ["emergency_screen", "four_steps_now"])
def test_anything_in_between_is_answered_and_the_question_put_again(talk, said, told, when):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until(when)
    talk(said)
    assert told in talk.text
    assert talk.question == when
    assert talk.types.count("question") == 1
    assert "didn't get that" not in talk.text


@pytest.mark.parametrize("said", ["is this private?", "are you a robot?", "why do you ask?", "what does that mean?"])
def test_before_anything_is_agreed_questions_are_welcome(talk, said):
    talk("my ankle hurts")
    talk(said)
    assert talk.question == "consent"


@pytest.mark.parametrize("said", ["why do you ask?", "what did I tell you?", "is this private?", "should I ice it?"])
def test_the_summary_can_be_interrupted_too(talk, said):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until("summary")
    talk(said)
    assert talk.question == "summary"
    talk("yes")
    assert "assessment" in talk.types


@pytest.mark.parametrize("said", ["my knee hurts too", "what's the capital of France?", "do you like dogs?", "lol"])
def test_another_subject_changes_nothing_that_was_told(talk, said):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until("four_steps_now")
    talk(said)
    assert talk.question == "four_steps_now"
    findings = talk.answer_the_rest()["findings"]
    assert (findings["side"]["value"], findings["severity"]["value"]) == ("left", 5)


def test_several_things_in_between_lose_no_thread(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.until("four_steps_now")
    for said in ("why do you ask?", "is this private?", "what is a sprain?", "thanks", "I want a person"):
        talk(said)
        assert talk.question == "four_steps_now"
    talk("yes")
    assert talk.question not in (None, "four_steps_now")


@pytest.mark.parametrize("said", ["thanks", "bye", "ok", "is this private?", "what is a sprain?"])
def test_after_the_result_small_talk_gets_no_second_result(talk, said):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 5, I am 30")
    talk.answer_the_rest()
    talk(said)
    assert talk.text
    assert "assessment" not in talk.types
    assert talk.question is None


@pytest.mark.parametrize(
    "words", ["what would change that?", "what would change this advice", "ok, and what would make it more urgent?"]
)
def test_what_would_change_the_advice_can_be_asked(talk, words):
    talk("rolled my left ankle yesterday, the outer side is swollen")
    talk("yes")
    talk(words)
    assert "no advice for you yet" in talk.text
    result = talk.answer_the_rest()
    talk(words)
    assert "This would change my advice" in talk.text
    assert all(change["text"] in talk.text for change in result["triage"]["would_change"])
