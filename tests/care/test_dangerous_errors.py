"""Ten things that a naive assistant gets dangerously wrong, one by one, in the order of the evidence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from telling import told

from bot.care.advice import Given, advice_for
from bot.care.recheck import recheck
from bot.knowledge.model import Knowledge, Level
from bot.knowledge.texts import texts
from bot.review.leading import leading_answers
from bot.runtime.practice import practice_from
from bot.triage.assessment import Assessment, assess
from bot.triage.clauses import holds
from bot.triage.facts import Facts
from bot.triage.rules import rule_level

ROLLED = {"onset": "sudden", "mechanism": "rolled_in", "duration_days": 1}
SLOWLY = {"onset": "gradual", "mechanism": "overuse", "duration_days": 20}

OTTAWA = (
    "bone_tender_lateral_malleolus",
    "bone_tender_medial_malleolus",
    "bone_tender_fifth_metatarsal",
    "bone_tender_navicular",
)
NO_SORE_BONE = ", ".join(f"not {bone}" for bone in OTTAWA)


def given(facts: Facts, real: Knowledge) -> dict[str, Given]:
    """The advice that is given in full, by id; what is said in the place of a block does not count."""
    return {one.id: one for one in advice_for(assess(facts, real), facts, real) if not one.instead}


def recommended(facts: Facts, real: Knowledge) -> set[str]:
    """The measures that the advice calls for."""
    return {measure for id in given(facts, real) for measure in real.advice[id].recommends}


def in_view(found: Assessment) -> list[str]:
    return [one.condition.id for one in found.conditions]


# 1. Trusts walking.


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (told("four_steps_now, pop_heard", "achilles_mid", onset="sudden", mechanism="push_off"), Level.SAME_DAY),
        (told("four_steps_now, bone_tender_lateral_malleolus", "lateral", **ROLLED), Level.SAME_DAY),
        (told("four_steps_now, bone_tender_other", "above_ankle", **SLOWLY), Level.SOON),
    ],
    ids=["rupture", "fracture", "bone stress"],
)
def test_1_walking_clears_nothing(real: Knowledge, facts: Facts, level: Level) -> None:
    assert rule_level(facts, real) is level
    assert rule_level(facts.without("four_steps_now"), real) is level


# 2. Lets a self-applied Ottawa "no" reassure.


def test_2_no_sore_bone_lowers_nothing_and_clears_nothing(real: Knowledge) -> None:
    facts = told(f"four_steps_now, swelling, bruising, {NO_SORE_BONE}", "lateral", severity=5, **ROLLED)
    assert rule_level(facts, real) is rule_level(facts.without(*OTTAWA), real)
    assert "ankle_fracture" in in_view(assess(facts, real))


def test_2_too_sore_to_press_counts_as_sore(real: Knowledge) -> None:
    assert rule_level(told("unsure bone_tender_lateral_malleolus", "lateral", **ROLLED), real) is Level.SAME_DAY


# 3. Calls a one-sided painful calf a strain.


def test_3_a_swollen_calf_stays_a_clot_until_it_was_checked(real: Knowledge) -> None:
    facts = told(
        "calf_swelling, pain_on_activity", "calf", mechanism="push_off", onset="sudden", side="left", duration_days=2
    )
    assert rule_level(facts, real) is Level.SAME_DAY
    assert "dvt" in in_view(assess(facts, real))
    assert recommended(facts, real).isdisjoint({"massage", "compression", "ice", "heat", "running"})


# 4. Needs a fever for an infected joint.


def test_4_a_hot_joint_needs_no_fever(real: Knowledge) -> None:
    facts = told(
        "redness_warmth, swelling, limited_motion, not fever, not systemically_unwell", "deep_joint", duration_days=2
    )
    assert rule_level(facts, real) is Level.SAME_DAY
    assert "septic_arthritis" in in_view(assess(facts, real))
    assert rule_level(facts.having(*told("immunosuppressed")), real) is Level.EMERGENCY


# 5. Misses the ache of the middle foot and the inner bone.


@pytest.mark.parametrize("place", ["midfoot_inner", "midfoot_outer", "deep_joint"])
def test_5_an_ache_without_swelling_is_a_bone_until_it_was_seen(real: Knowledge, place: str) -> None:
    facts = told(
        "not swelling, not rest_pain, not night_pain, four_steps_now, pain_on_activity", place, severity=3, **SLOWLY
    )
    assert rule_level(facts, real) is Level.SOON
    assert recommended(facts, real).isdisjoint({"running", "jumping", "ankle_exercises", "walking"})


def test_5_the_sore_inner_bone_too(real: Knowledge) -> None:
    facts = told("bone_tender_medial_malleolus, not swelling, four_steps_now", "medial", severity=3, **SLOWLY)
    assert rule_level(facts, real) is Level.SOON


# 6. Gives everybody the same card.

SPRAIN = told(f"swelling, not bruising, four_steps_now, {NO_SORE_BONE}", "lateral", severity=3, age=30, **ROLLED)
TENDON = told("morning_stiffness, not swelling", "achilles_mid", severity=3, age=30, **SLOWLY)


@pytest.mark.parametrize(
    "finding", ["diabetes", "neuropathy", "vascular_disease_or_smoker", "cold_sensitivity", "numbness", "tingling"]
)
@pytest.mark.parametrize("state", ["", "unsure "])
def test_6_no_ice_where_it_harms(real: Knowledge, finding: str, state: str) -> None:
    assert "ice" in recommended(SPRAIN, real)
    assert "ice" not in recommended(SPRAIN.having(*told(state + finding)), real)


@pytest.mark.parametrize("finding", ["anticoagulant", "bleeding_disorder", "nsaid_caution", "pregnant"])
@pytest.mark.parametrize("facts", [SPRAIN, TENDON], ids=["sprain", "tendon"])
@pytest.mark.parametrize("state", ["", "unsure "])
def test_6_no_anti_inflammatories_where_they_harm(real: Knowledge, facts: Facts, finding: str, state: str) -> None:
    assert "anti_inflammatories" in recommended(facts, real)
    assert "anti_inflammatories" not in recommended(facts.having(*told(state + finding)), real)


@pytest.mark.parametrize("age", [66, 80, 15])
def test_6_no_anti_inflammatories_for_the_old_and_the_young(real: Knowledge, age: int) -> None:
    assert "anti_inflammatories" not in recommended(TENDON.having(*told(age=age)), real)


@pytest.mark.parametrize("finding", ["calf_swelling", "cold_or_pale_foot", "pain_moving_toes"])
def test_6_a_tight_leg_is_neither_raised_nor_wrapped(real: Knowledge, finding: str) -> None:
    assert recommended(SPRAIN.having(*told(finding, severity=8)), real).isdisjoint(
        {"elevation", "compression", "brace"}
    )


def test_6_what_a_rule_forbids_is_withheld_even_without_a_gate(real: Knowledge) -> None:
    ungated = replace(real.advice["ice_for_comfort"], unless=None, instead=None, levels=tuple(Level))
    careless = replace(real, advice={**real.advice, ungated.id: ungated})
    assert ungated.id in given(SPRAIN, careless)
    swollen = SPRAIN.having(*told("calf_swelling"))
    assert "ice" in real.rules["RF13"].forbids
    assert "lateral_ankle_sprain" in {one.condition.id for one in assess(swollen, careless).leading}
    assert ungated.id not in given(swollen, careless)


# 7. Ignores who is typing.


@pytest.mark.parametrize(
    ("who", "facts"),
    [
        ("a child", told(subject="child", age=12)),
        ("a pregnant woman", told("pregnant")),
        ("with thin bones", told("osteoporosis")),
        ("on steroids", told("steroid_use")),
        ("with diabetes", told("diabetes")),
        ("from 55 on", told(age=60)),
    ],
)
def test_7_who_is_typing_raises_a_small_sprain(real: Knowledge, who: str, facts: Facts) -> None:
    assert rule_level(SPRAIN, real) is Level.SELF_CARE
    assert rule_level(SPRAIN.having(*facts), real) is Level.SAME_DAY, who


def test_7_an_antibiotic_stops_the_training_of_a_tendon(real: Knowledge) -> None:
    facts = TENDON.having(*told("fluoroquinolone"))
    assert rule_level(facts, real) is Level.SAME_DAY
    assert recommended(facts, real).isdisjoint({"tendon_training", "running", "anti_inflammatories"})


def test_7_the_hot_foot_of_a_diabetic_is_not_a_sprain(real: Knowledge) -> None:
    facts = told("diabetes, neuropathy, swelling, redness_warmth, not fever", "midfoot_inner", severity=2, **SLOWLY)
    found = assess(facts, real)
    assert found.level is Level.SAME_DAY
    assert in_view(found)[0] == "charcot_foot"
    assert recommended(facts, real).isdisjoint({"ice", "heat", "walking", "weight_bearing", "early_movement"})


# 8. Reads only the first message, and everything as the person's own.


@pytest.fixture(scope="module")
def read(real: Knowledge):
    return practice_from(real).reader.read


@pytest.mark.parametrize(
    ("late", "finding"),
    [
        ("oh and by the way I'm really breathless", "chest_pain_or_breathless"),
        ("both my legs have gone numb", "both_legs_weak"),
        ("I can't pee since this morning", "saddle_numbness_or_bladder_change"),
    ],
)
def test_8_what_comes_late_counts(read, late: str, finding: str) -> None:
    assert any(one.concept == finding and one.value == "present" and one.current for one in read(late).mentions)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("no fever", "fever"),
        ("my friend had a DVT last year", "previous_clot"),
        ("my friend had a swollen calf and it was a DVT", "calf_swelling"),
        ("if my foot goes cold I'll call someone", "cold_or_pale_foot"),
        ("I was breathless last winter with a cold, not now", "chest_pain_or_breathless"),
    ],
)
def test_8_denied_hypothetical_and_others_do_not(read, text: str, finding: str) -> None:
    mentions = [one for one in read(text).mentions if one.concept == finding]
    assert not any(one.value == "present" and one.current for one in mentions), mentions


# 9. Treats a high, a snapping or an unhealed ankle as a sprain.


@pytest.mark.parametrize(
    "facts",
    [
        told(f"swelling, four_steps_now, {NO_SORE_BONE}", "above_ankle", severity=4, onset="sudden", mechanism="twist"),
        told("tendon_snapping, swelling, four_steps_now", "lateral", severity=3, **ROLLED),
        told("swelling, instability", "lateral", onset="sudden", mechanism="rolled_in", duration_days=44, severity=3),
    ],
    ids=["above the ankle", "snapping", "after six weeks"],
)
def test_9_what_is_no_routine_sprain_is_seen_before_it_is_trained(real: Knowledge, facts: Facts) -> None:
    found = assess(facts, real)
    assert found.level.urgency >= Level.SOON.urgency
    drills = {"sprain_exercises", "tendon_relative_rest", "build_up_again"}
    assert drills.isdisjoint(given(facts, real))
    assert recommended(facts, real).isdisjoint({"running", "jumping"})


GATES = [
    told(duration_days=2),
    told(severity=7),
    told(age=70),
    *map(
        told,
        (
            "bone_tender_other",
            "bone_tender_medial_malleolus",
            "heel_squeeze_pain",
            "rest_pain",
            "pop_heard",
            "pregnant",
        ),
    ),
]


@pytest.mark.parametrize("gate", GATES, ids=lambda facts: next(iter(facts)).id)
def test_9_nobody_is_asked_to_hop_early_or_on_a_sore_bone(real: Knowledge, gate: Facts) -> None:
    """One gate at a time: each alone keeps the question away, which is asked without any."""
    free = told("", "lateral", onset="gradual", duration_days=30, severity=3, age=30)
    never = real.questions["hop"].never_when
    assert never is not None
    assert not holds(never, free)
    assert holds(never, free.having(*gate))


# 10. Speaks with false certainty and no clock.


def test_10_no_number_of_chances_in_what_people_read(real: Knowledge) -> None:
    for text in texts(real):
        assert not re.search(r"%|per ?cent|\bodds\b|\bprobabilit", text.words, re.IGNORECASE), text


def test_10_every_result_has_a_date_and_a_next_step(real: Knowledge) -> None:
    from bot.knowledge.checks.fault import Base
    from bot.knowledge.vocabulary import vocabulary

    base = Base(real, vocabulary())
    for condition in real.conditions.values():
        facts = leading_answers(condition, base)
        found = assess(facts, real)
        again = recheck(found)
        assert again.get_help_if or found.level.urgency >= Level.SAME_DAY.urgency, condition.id
        if found.level.urgency < Level.SAME_DAY.urgency:
            assert again.in_days > 0, condition.id
        if found.level is not Level.EMERGENCY:
            assert advice_for(found, facts, real), condition.id


def test_10_self_care_never_runs_longer_than_six_weeks(real: Knowledge) -> None:
    for condition in real.conditions.values():
        assert 1 <= condition.course.recheck_days <= 42, condition.id
