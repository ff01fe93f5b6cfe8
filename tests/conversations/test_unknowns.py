"""Not known, not understood, not answered: no loop, no false comfort, and the way of asking changes."""

import pytest

OPENING = "rolled my ankle yesterday, outside, swollen, pain 3"


def test_what_was_told_before_does_not_keep_a_question_open_for_ever(talk):
    talk(OPENING)
    talk.until("signs")
    for _ in range(3):
        talk("still swollen like I said")
    assert talk.question != "signs"


def test_a_limp_beside_a_yes_is_a_yes(talk):
    talk(OPENING)
    talk.until("four_steps_now")
    talk("yes but limping")
    assert talk.question != "four_steps_now"
    assert "escalation" not in talk.types


@pytest.mark.parametrize("rude", ["none you idiot", "lol none", "no to all", "nothing like that"])
def test_a_rude_or_casual_none_is_a_none(talk, rude):
    talk(OPENING)
    talk("yes")
    talk(rude)
    assert talk.question not in ("emergency_screen", "deformity")


@pytest.mark.parametrize("said", ["no, everything hurts", "nothing but the outside one", "no I can't reach my foot"])
def test_a_no_with_more_behind_it_does_not_close_what_a_rule_looks_at(talk, said):
    talk("rolled my ankle an hour ago, outer side, pain 5, I am 30, it is my own left one, swollen, I can walk")
    talk.until("bone_press")
    talk(said)
    assert talk.question == "bone_press"


@pytest.mark.parametrize("typed", ["that hurts hmm", "ouch ouch"])
def test_a_safety_question_that_gets_no_answer_counts_as_unknown_not_as_no(talk, typed):
    talk("I rolled my left ankle today, the outer side is swollen, the pain is 5 out of 10, I am 30")
    while talk.question != "bone_press":
        talk._answer(talk.payload("question"), None)
    for _ in range(4):
        if talk.question == "bone_press":
            talk(typed)
    assert talk.answer_the_rest()["triage"]["level"] == "same_day"


def test_two_failures_change_the_way_of_asking_and_three_offer_a_person(talk):
    talk(OPENING)
    talk.until("four_steps_now")
    talk("blub blub")
    assert talk.question == "four_steps_now"
    assert "only help with ankle pain" not in talk.text
    talk("blub blub")
    assert "one of the answers that I name" in talk.text
    assert talk.question == "four_steps_now"
    talk("blub blub")
    assert 'say "person"' in talk.text
    assert talk.question not in (None, "four_steps_now")


def test_who_then_asks_for_a_person_is_told_who_can_help(talk):
    talk(OPENING)
    talk.until("four_steps_now")
    for _ in range(3):
        talk("blub blub")
    talk("person")
    assert "physiotherapist" in talk.text
    assert talk.question


@pytest.mark.parametrize("noise", ["asdf qwer", "hmm hmm", "florp glimmer"])
def test_nothing_but_noise_still_comes_to_an_end_and_never_to_a_harmless_one(talk, noise):
    talk("rolled my ankle yesterday, the outside is swollen, pain 3, I am 30")
    talk("yes")
    for _ in range(60):
        if "escalation" in talk.types or "assessment" in talk.types:
            break
        talk(noise)
        assert talk.text
        assert talk.question or "escalation" in talk.types or "assessment" in talk.types
    level = talk.payload("escalation" if "escalation" in talk.types else "assessment")
    assert (level.get("level") or level["triage"]["level"]) != "self_care"


@pytest.mark.parametrize("said", ["I don't know", "no idea", "not sure", "skip", "I'd rather not say"])
def test_not_knowing_an_ordinary_thing_is_fine(talk, said):
    talk("I rolled my left ankle yesterday, outer side, swollen, I am 30")
    talk.until("severity")
    talk(said)
    assert talk.question not in (None, "severity")
    assert "didn't get that" not in talk.text


@pytest.mark.parametrize("said", ["I don't know", "not sure", "skip"])
def test_not_knowing_whether_one_can_walk_counts_as_not(talk, said):
    talk("I rolled my left ankle yesterday, outer side, swollen, pain 5, I am 30")
    talk.until("four_steps_now")
    talk(said)
    assert talk.answer_the_rest()["triage"]["level"] == "same_day"


@pytest.mark.parametrize("said", ["yes", "yeah", "yes I do"])
def test_yes_to_a_whole_list_asks_which(talk, said):
    talk(OPENING)
    talk.until("signs")
    talk(said)
    assert talk.question == "signs"
    assert "Which of these" in talk.text


def test_all_unknown_is_no_self_care(talk):
    talk("my ankle hurts")
    talk("yes")
    talk("none")
    for _ in range(60):
        if "assessment" in talk.types or "escalation" in talk.types:
            break
        talk("I don't know")
    found = talk.payload("assessment" if "assessment" in talk.types else "escalation")
    assert (found.get("level") or found["triage"]["level"]) != "self_care"


@pytest.mark.parametrize("said", ["about a 5 I guess", "5ish", "five or six", "moderate, maybe a 5"])
def test_a_rough_number_is_a_number(talk, said):
    talk("I rolled my left ankle yesterday, outer side, swollen, I am 30")
    talk.until("severity")
    talk(said)
    assert talk.question != "severity"
    assert talk.answer_the_rest()["findings"]["severity"]["value"] in (5, 6)


def test_a_doubt_warns_at_once_and_is_named_as_a_doubt(talk):
    talk("I rolled my left ankle yesterday, outer side, pain 4, I am 30")
    talk.until("signs")
    talk("not sure")
    assert talk.payload("escalation")["level"] == "same_day"
    assert "You are not sure about this: a bruise on the sole" in talk.text
    assert talk.answer_the_rest()["triage"]["level"] == "same_day"


def test_what_is_told_for_certain_is_no_doubt(talk):
    talk("I rolled my left ankle yesterday, outer side, pain 4, I am 30")
    talk.until("signs")
    talk("there is a bruise on the sole")
    assert talk.payload("escalation")["level"] == "same_day"
    assert "not sure" not in talk.text


def test_nil_is_none(talk):
    talk("I rolled my left ankle yesterday, outer side, pain 4, I am 30")
    talk.until("signs")
    talk("nil")
    assert talk.question != "signs"
    assert "Just to be sure" not in talk.text
    assert talk.answer_the_rest()["findings"]["swelling"]["state"] == "absent"
