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
