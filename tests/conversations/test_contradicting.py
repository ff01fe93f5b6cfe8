"""Who says two things that cannot both be so is asked which it is; the level never falls in silence."""


def test_two_facts_that_do_not_fit_are_asked_about(talk):
    talk("my left ankle hurts on the outside since tuesday, i can't stand on it. i can take four steps though")
    talk("yes")
    talk.choose("emergency_screen", "none")
    assert talk.question in ("four_steps_now", "cannot_bear_weight")


def test_so_and_not_so_in_one_message_is_asked(talk):
    talk("my calf is swollen, sore ankle. my calf is not swollen")
    assert talk.question == "calf_swelling"
    talk("no")
    assert talk.question != "calf_swelling"


def test_which_of_the_two_is_asked_with_the_persons_own_words(talk):
    talk("my left ankle hurts on the outside since tuesday, i can't stand on it. i can take four steps though")
    talk("yes")
    talk.choose("emergency_screen", "none")
    assert "two things that don't fit together" in talk.text
    assert "four steps" in talk.text


def test_it_is_settled_by_one_answer_and_not_asked_again(talk):
    talk("my left ankle hurts on the outside since tuesday, i can't stand on it. i can take four steps though")
    talk("yes")
    talk.choose("emergency_screen", "none")
    settled = talk.question
    talk("no")
    asked = []
    while "assessment" not in talk.types:
        asked.append(talk.question)
        talk._answer(talk.payload("question"), None)
    assert settled not in asked


def test_a_correction_is_no_contradiction(talk):
    talk("my left ankle hurts. no, sorry, the right one")
    talk.until("emergency_screen")
    assert "don't fit together" not in talk.text
    assert talk.answer_the_rest()["findings"]["side"]["value"] == "right"


def test_in_doubt_it_counts_as_there(talk):
    talk("my left ankle hurts on the outside since tuesday, i can't stand on it. i can take four steps though")
    talk("yes")
    talk.choose("emergency_screen", "none")
    talk("not sure")
    assert talk.answer_the_rest()["triage"]["level"] == "same_day"
