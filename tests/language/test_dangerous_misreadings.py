"""Sentences that look like their opposite, where a wrong reading would hide or invent a danger."""

import pytest


@pytest.mark.parametrize(
    ("text", "finding", "state"),
    [
        ("i can't walk any more", "four_steps_now", "absent"),
        ("I can no longer walk on it", "cannot_bear_weight", "present"),
        ("i can't feel my foot any more", "numbness", "present"),
        ("i can't move my toes any more", "foot_drop", "present"),
        ("can't feel or move my foot after a tackle", "foot_drop", "present"),
        ("foot pointing backwards after a fall", "deformity", "present"),
        ("my foot is ice cold", "cold_or_pale_foot", "present"),
        ("my foot has gone completely cold", "cold_or_pale_foot", "present"),
        ("my toes have gone entirely white", "cold_or_pale_foot", "present"),
        ("the redness isn't spreading", "redness_warmth", "present"),
        ("my foot is colder than the other one", "cold_or_pale_foot", "present"),
        ("the achilles tendon snapped", "pop_heard", "present"),
        ("weak arm and a sore throat", "stroke_signs", "present"),
        ("my foot went completely white", "cold_or_pale_foot", "present"),
        ("the bottom of my foot is numb", "numbness", "present"),
        ("my bottom is numb", "saddle_numbness_or_bladder_change", "present"),
        ("even if I press it gently it is agony, it's crooked", "deformity", "present"),
        ("the bleeding stopped after ten minutes", "open_wound", "present"),
        ("I heard a loud crack people turned round", "pop_heard", "present"),
        ("I'm in my teens with a crooked ankle", "deformity", "present"),
        ("couldn't walk on it after", "four_steps_after_injury", "absent"),
        ("can I still run if I strap it?", "four_steps_now", None),
        ("could we still walk on it?", "cannot_bear_weight", None),
        ("can I still ice my swollen ankle?", "swelling", "present"),
    ],
)
def test_a_danger_is_not_turned_round(reader, text, finding, state):
    assert reader.read(text).state(finding) == state


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("should i ice my swollen ankle?", "cold_or_pale_foot"),
        ("i have put ice on my foot", "cold_or_pale_foot"),
        ("it came on bit by bit", "bite_or_sting"),
        ("a bit by the heel", "bite_or_sting"),
        ("stiff in the morning, better once warm", "redness_warmth"),
        ("it's warm outside", "redness_warmth"),
        ("at the front where the foot bends", "deformity"),
        ("the bottom of my foot is numb", "saddle_numbness_or_bladder_change"),
        ("no feeling in the bottom of my heel", "saddle_numbness_or_bladder_change"),
        ("the balls of my feet tingle", "saddle_numbness_or_bladder_change"),
        ("zero pins and needles", "metalwork"),
        ("hey, should there be deformity?", "deformity"),
        ("even if it gets crooked", "deformity"),
        ("would deformity be a reason to stop?", "deformity"),
    ],
)
def test_no_danger_is_invented(reader, text, finding):
    assert reader.read(text).state(finding) != "present"
