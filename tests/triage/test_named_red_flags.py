"""The red flags of the evidence, one by one: what raises each, at which level, and what is only like it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from telling import told

from bot.knowledge import files
from bot.knowledge.model import Knowledge, Level
from bot.runtime import settings
from bot.triage.facts import Facts
from bot.triage.rules import fired, rule_level

ROLLED = {"onset": "sudden", "mechanism": "rolled_in", "duration_days": 0}
SLOWLY = {"onset": "gradual", "mechanism": "overuse"}

E, S, D = Level.EMERGENCY, Level.SAME_DAY, Level.SOON

Case = tuple[str, Level, str, Facts]

# Number in the evidence, level, rule that fires, what was told.
RAISED: list[Case] = [
    ("RF01", E, "RF01", told("deformity", **ROLLED)),
    ("RF01", E, "RF01", told("open_wound", **ROLLED)),
    ("RF02", E, "RF02", told("cold_or_pale_foot")),
    ("RF02", E, "RF02", told("foot_drop", **ROLLED)),
    ("RF02", E, "RF02", told("foot_drop, numbness", severity=9)),
    ("RF03", E, "RF03", told("calf_swelling, worsening, pain_moving_toes")),
    ("RF03", E, "RF03", told("calf_swelling, tingling", severity=9)),
    ("RF04", E, "RF04", told("chest_pain_or_breathless", location="calf")),
    ("RF05", E, "RF05", told("saddle_numbness_or_bladder_change, back_pain")),
    ("RF05", E, "RF05", told("both_legs_weak, back_pain")),
    ("RF05", E, "RF05", told("foot_drop, worsening")),
    ("RF06", E, "RF06", told("redness_warmth, fever", location="deep_joint")),
    ("RF06", E, "RF06", told("redness_warmth, not fever, immunosuppressed", location="deep_joint")),
    ("RF06", E, "RF06_mended_joint", told("redness_warmth, metalwork, limited_motion")),
    ("RF07", E, "RF07", told("spreading_redness, systemically_unwell")),
    ("RF07", E, "RF07", told("spreading_redness", severity=9)),
    ("RF07", E, "RF07", told("spreading_redness, steroid_use")),
    ("RF07", E, "RF07_joint", told("spreading_redness, limited_motion", onset="gradual")),
    ("RF07", E, "RF07_black_skin", told("black_skin, worsening")),
    ("RF07", E, "RF07_strong_pain", told("redness_warmth, worsening", onset="gradual", severity=9)),
    ("RF08", E, "RF08", told("heavy_bleeding")),
    ("RF08", E, "RF08", told("swelling, bleeding_disorder")),
    ("RF08", E, "RF08_blood_thinners", told("swelling, worsening, anticoagulant", **ROLLED)),
    ("RF09", E, "RF09", told("high_energy_trauma")),
    ("RF09", E, "RF09", told("head_injury_or_collapse", **ROLLED)),
    ("RF10", S, "ottawa_ankle_steps", told("not four_steps_now", **ROLLED)),
    ("RF11", S, "ottawa_ankle_lateral", told("bone_tender_lateral_malleolus", **ROLLED)),
    ("RF11", S, "ottawa_ankle_medial", told("bone_tender_medial_malleolus", **ROLLED)),
    ("RF11", S, "ottawa_foot_fifth_metatarsal", told("bone_tender_fifth_metatarsal", **ROLLED)),
    ("RF11", S, "ottawa_foot_navicular", told("bone_tender_navicular", **ROLLED)),
    ("RF12", S, "RF12", told("pop_heard", location="achilles_mid", onset="sudden")),
    ("RF12", S, "RF12", told("not single_leg_heel_raise", location="achilles_mid", onset="sudden")),
    ("RF12", S, "RF12", told("tendon_gap")),
    ("RF13", S, "RF13", told("calf_swelling")),
    ("RF13", S, "RF13", told("recent_long_travel", location="calf")),
    ("RF14", S, "RF14", told("redness_warmth, limited_motion, not fever", location="deep_joint")),
    ("RF15", S, "RF15", told("diabetes, swelling")),
    ("RF15", E, "RF06_little_feeling", told("neuropathy, swelling, systemically_unwell")),
    ("RF15", E, "RF06_little_feeling", told("diabetes, bite_or_sting, fever")),
    ("RF16", S, "RF16", told("bone_tender_proximal_fibula", **ROLLED)),
    ("RF16", S, "RF16", told(location="above_ankle", mechanism="twist", severity=7)),
    ("RF17", S, "RF17", told("foot_drop, not worsening", severity=2)),
    ("RF18", S, "RF18", told("tingling", **ROLLED)),
    ("RF19", S, "RF19", told("fluoroquinolone", location="achilles_mid", **SLOWLY)),
    ("RF20", S, "RF20", told("locking, limited_motion", location="deep_joint")),
    ("RF20", D, "catching_joint", told("locking, not limited_motion", location="deep_joint")),
    ("RF21", S, "injury_from_55", told("swelling", age=58, **ROLLED)),
    ("RF21", S, "injury_with_thin_bones", told("swelling, osteoporosis", **ROLLED)),
    ("RF21", S, "injury_with_thin_bones", told("swelling, steroid_use", **ROLLED)),
    ("RF22", S, "RF22", told("bite_or_sting")),
    ("RF23", S, "RF23", told("sole_bruise", onset="sudden", mechanism="twist")),
    ("RF24", S, "RF24_crack", told("pop_heard, bone_tender_other", location="above_ankle", **SLOWLY)),
    ("RF24", D, "RF24", told("bone_tender_other", location="above_ankle", **SLOWLY)),
    ("RF25", D, "RF25", told(location="midfoot_inner", **SLOWLY)),
    ("RF25", D, "RF25", told("worsening", location="medial", duration_days=3, **SLOWLY)),
    ("RF26", D, "RF26", told("missed_periods_or_low_energy", location="shin", **SLOWLY)),
    ("RF27", D, "RF27", told("instability", duration_days=45)),
    ("RF28", D, "RF28", told("touch_unbearable, skin_changes", duration_days=30)),
    ("RF29", D, "RF29", told("cancer_history, night_pain")),
    ("RF29", D, "RF29", told("weight_loss_or_lump, rest_pain")),
    ("RF30", D, "RF30", told("several_joints, long_morning_stiffness, swelling")),
    ("RF31", S, "injured_child", told(subject="child", age=9, **ROLLED)),
    ("RF31", D, "child", told(subject="child", age=12, location="achilles_insertion", **SLOWLY)),
    ("RF31", E, "RF31", told("redness_warmth", subject="child", age=6)),
    ("RF31", E, "RF31", told("cannot_bear_weight", subject="child", age=3)),
    ("RF32", E, "RF32", told("self_harm_thoughts")),
    ("RF32", E, "RF32_unsafe", told("unsafe_at_home")),
    ("RF32", S, "RF32_not_eating", told("not_eating")),
]

# What people bring that is on no list of ankle flags.
ALSO_RAISED: list[Case] = [
    ("a snake bite", E, "RF33", told("bite_or_sting, snake_bite")),
    ("a sting with a body reaction", E, "RF34", told("bite_or_sting, allergic_reaction")),
    (
        "ill all over after a sting",
        E,
        "RF34_ill_after_a_sting",
        told("bite_or_sting, systemically_unwell", duration_days=0),
    ),
    ("stroke signs", E, "RF35", told("foot_drop, stroke_signs")),
    ("back pain after a fall", S, "RF09_back_after_a_fall", told("back_pain", mechanism="fall")),
    (
        "slow swelling on blood thinners",
        S,
        "RF08_slow_swelling",
        told("anticoagulant, swelling, worsening", **SLOWLY),
    ),
    ("pain that grows and moving toes", E, "RF03", told("worsening, pain_moving_toes", severity=9)),
    ("a collapse on a run", E, "RF09", told("head_injury_or_collapse", **SLOWLY)),
    ("dark urine after a race", E, "RF36", told("dark_urine")),
    ("a headache and swelling in pregnancy", E, "RF37", told("pregnant, swelling, headache_or_vision_change")),
    ("thoughts of suicide", E, "RF32", told("self_harm_thoughts")),
    ("too many painkillers", E, "RF39", told("overdose")),
    ("a bandage that cuts in", E, "RF38", told("tight_bandage, numbness")),
    ("a tight bandage", S, "tight_wrap", told("tight_bandage")),
    ("a deep cut behind the ankle", E, "RF01", told("open_wound", location="achilles_mid")),
    (
        "a wound and a joint that will not move",
        E,
        "RF06_wound",
        told("broken_skin, redness_warmth, limited_motion", **SLOWLY),
    ),
    ("a blister that turns red", S, "infected_wound", told("broken_skin, redness_warmth")),
    (
        "a blow to the shin and a foot that goes numb",
        E,
        "RF03_after_a_blow",
        told("worsening, numbness", mechanism="impact", duration_days=1, severity=9),
    ),
    ("redness that spreads in somebody who is well", S, "spreading_skin_infection", told("spreading_redness")),
]

# Two things that are more together than each alone.
COMBINED: list[Case] = [
    ("a clot and its signs in the chest", E, "RF04", told("calf_swelling, chest_pain_or_breathless")),
    ("a hot joint that cannot fight germs", E, "RF06", told("redness_warmth, immunosuppressed", **SLOWLY)),
    (
        "an injury that swells on blood thinners",
        E,
        "RF08_blood_thinners",
        told("anticoagulant, swelling, worsening", **ROLLED),
    ),
    ("numb after an injury, and cold", E, "RF02", told("numbness, cold_or_pale_foot", **ROLLED)),
]

# What the article sends to a doctor "right away": the level never falls below these.
FLOORS: list[Case] = [
    ("severe pain", S, "severe_pain", told(severity=8)),
    ("no weight on it", S, "no_weight_bearing", told("cannot_bear_weight")),
    ("swelling that stays", D, "not_settling_swelling", told("swelling_not_settling")),
    ("a bruise", D, "bruise", told("bruising")),
    ("lasting numbness", D, "numb_or_tingling", told("numbness", **SLOWLY)),
    ("lasting tingling", D, "numb_or_tingling", told("tingling", **SLOWLY)),
]

# What makes a small injury count for more. Each of them alone, with an injury that is nothing else.
MODIFIERS: list[Case] = [
    ("diabetes", S, "injury_with_little_feeling", told("diabetes", **ROLLED)),
    ("a foot with little feeling", S, "injury_with_little_feeling", told("neuropathy", **ROLLED)),
    ("blood thinners", S, "injury_on_blood_thinners", told("anticoagulant", **ROLLED)),
    ("a bleeding disorder", S, "injury_on_blood_thinners", told("bleeding_disorder", **ROLLED)),
    ("a weak immune system", E, "RF06", told("immunosuppressed, redness_warmth")),
    ("thin bones", S, "injury_with_thin_bones", told("osteoporosis", **ROLLED)),
    ("steroids", S, "injury_with_thin_bones", told("steroid_use", **ROLLED)),
    ("55 or older", S, "injury_from_55", told(age=55, **ROLLED)),
    ("pregnancy", S, "injury_when_pregnant", told("pregnant", **ROLLED)),
    ("a child", S, "injured_child", told(age=15, **ROLLED)),
    ("an antibiotic", S, "RF19", told("fluoroquinolone", **SLOWLY)),
    ("cancer", D, "RF29", told("cancer_history", **SLOWLY)),
    ("metal in the ankle", S, "injury_of_mended_ankle", told("metalwork", **ROLLED)),
    ("psoriasis", D, "RF30", told("inflammatory_arthritis_or_psoriasis, swelling", **SLOWLY)),
    ("alcohol", S, "injury_after_alcohol", told("alcohol_at_injury", **ROLLED)),
    ("a second injury", S, "injury_beside_another", told("other_injury", **ROLLED)),
]

ALIKE: Mapping[str, Facts] = {
    "a pop in a rolled ankle": told("pop_heard", location="lateral", **ROLLED),
    "a click that does not snap": told("clicking", location="lateral", **SLOWLY),
    "a warm, fresh sprain": told("redness_warmth, swelling", location="lateral", severity=4, **ROLLED),
    "diabetes and a tendon that hurts": told("diabetes, not swelling", location="achilles_mid", **SLOWLY),
    "a headache that has nothing to do with it": told("headache_or_vision_change, not pregnant"),
    "an antibiotic, and an ankle that was rolled": told("fluoroquinolone", location="lateral", **ROLLED),
    "stiff for ten minutes": told("morning_stiffness, not long_morning_stiffness", location="achilles_mid", **SLOWLY),
    "a pulled calf without swelling": told(
        "tenderness, not calf_swelling", location="calf", onset="sudden", mechanism="push_off"
    ),
}
"""What reminds of a red flag and is none: no rule may fire."""


@pytest.fixture(scope="module")
def real() -> Knowledge:
    return files.read(settings.KNOWLEDGE)


@pytest.mark.parametrize(("name", "level", "rule", "facts"), [*RAISED, *ALSO_RAISED, *COMBINED, *FLOORS, *MODIFIERS])
def test_it_is_raised_at_its_level(real: Knowledge, name: str, level: Level, rule: str, facts: Facts) -> None:
    standing = {one.rule.id: one.rule.level for one in fired(facts, real)}
    assert standing.get(rule) is level, (name, standing)
    assert rule_level(facts, real) is level, (name, standing)


@pytest.mark.parametrize(("name", "facts"), ALIKE.items())
def test_what_is_only_like_it_raises_nothing(real: Knowledge, name: str, facts: Facts) -> None:
    assert [one.rule.id for one in fired(facts, real)] == [], name


def test_all_32_are_here() -> None:
    assert {case[0] for case in RAISED} == {f"RF{number:02}" for number in range(1, 33)}


def test_every_red_flag_of_the_base_is_here(real: Knowledge) -> None:
    named = {case[2] for case in (*RAISED, *ALSO_RAISED, *COMBINED)}
    assert {rule.id for rule in real.rules.values() if rule.kind == "red_flag"} <= named
