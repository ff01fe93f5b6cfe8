"""Who is given a plan for running again, and who is not: why, and what would change it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returning import ACHILLES, SPRAIN, checked, offered
from telling import told

from bot.care.return_to_run.offer import Offer, Refusal, Unchecked
from bot.care.return_to_run.week import UsualWeek, session, sessions_a_week
from bot.knowledge.model import Level, State
from bot.triage.assessment import assess

NEVER_BESIDE = frozenset(
    "fibula_stress_fracture tibia_stress_fracture talus_stress_fracture medial_malleolus_stress_fracture "
    "navicular_stress_fracture calcaneal_stress_fracture fifth_metatarsal_fracture achilles_rupture "
    "high_ankle_sprain maisonneuve_fracture".split()
)
"""Bone stress injuries, a torn Achilles and injuries of the syndesmosis."""


def test_a_sprain_at_self_care_gets_the_plan_of_its_tissue(real):
    found = offered(checked(SPRAIN, real), real)
    assert isinstance(found, Offer)
    assert (found.plan.id, found.tissue.id) == ("walk_run_minutes", "ligament")
    assert not found.needs_clearance


def test_a_sore_achilles_gets_the_plan_with_the_limits_of_a_tendon(real):
    found = offered(checked(ACHILLES, real), real)
    assert isinstance(found, Offer)
    assert (found.tissue.id, found.tissue.pain_most) == ("tendon", 5)


def test_what_could_forbid_it_is_asked_before_anything_is_offered(real):
    found = offered(SPRAIN, real)
    assert isinstance(found, Unchecked)
    assert {"night_pain", "pregnant", "metalwork"} <= set(found.open)


@pytest.mark.parametrize("finding", ["night_pain", "pregnant", "diabetes", "metalwork", "bone_tender_other"])
@pytest.mark.parametrize("state", [State.PRESENT, State.UNKNOWN])
def test_not_sure_counts_as_yes(real, finding, state):
    facts = checked(SPRAIN, real).supposing(finding, state)
    assert isinstance(offered(facts, real), Refusal)


@pytest.mark.parametrize(
    "facts",
    [
        told("pop_heard, weakness_push_off", "achilles_mid", onset="sudden", mechanism="push_off", age=40),
        told("not four_steps_now, swelling", "lateral", onset="sudden", mechanism="rolled_in", age=30),
        told("cold_or_pale_foot, swelling", "lateral", onset="sudden", mechanism="rolled_in", age=30),
    ],
    ids=["rupture", "no weight on it", "cold foot"],
)
def test_what_has_to_be_seen_now_or_today_gets_none(real, facts):
    found = offered(checked(facts, real), real)
    assert isinstance(found, Refusal)
    assert found.grounds[0].why == "level"


def test_a_bone_that_may_be_stressed_gets_none_and_says_so(real):
    facts = told(
        "bone_tender_other, worsening, pain_on_activity, training_change, not swelling",
        "above_ankle",
        onset="gradual",
        mechanism="overuse",
        severity=5,
        duration_days=21,
        age=25,
    )
    found = offered(checked(facts, real), real)
    assert isinstance(found, Refusal)
    assert "fibula_stress_fracture" in {ground.about for ground in found.grounds}


@given(data=st.data())
def test_nothing_is_offered_that_may_not_be(real, real_facts, data):
    facts = data.draw(real_facts)
    found = offered(checked(facts, real) if data.draw(st.booleans()) else facts, real)
    seen = assess(facts, real)
    if isinstance(found, Refusal):
        assert found.grounds
        return
    assert seen.level.urgency < Level.SAME_DAY.urgency
    assert isinstance(found, Unchecked) or found.needs_clearance or found.level is Level.SELF_CARE


@given(data=st.data())
def test_no_plan_beside_a_bone_stress_injury_a_rupture_or_a_high_sprain_in_view(real, real_facts, data):
    facts = checked(data.draw(real_facts), real)
    seen = assess(facts, real)
    in_view = {candidate.condition.id for candidate in seen.conditions}
    forbidden = any("running" in real.rules[one.rule].forbids for one in seen.reasons if one.rule in real.rules)
    if in_view & NEVER_BESIDE or forbidden:
        assert isinstance(offered(facts, real), Refusal)


def test_a_level_within_days_needs_the_word_of_a_clinician_first(real):
    facts = checked(ACHILLES, real).supposing("duration_days", 90)
    found = offered(facts, real)
    assert isinstance(found, Offer)
    assert found.level is Level.SOON
    assert found.needs_clearance


def test_the_usual_week_shortens_and_never_lengthens(real):
    plan = real.plans["walk_run_minutes"]
    assert session(plan, 0, UsualWeek(minutes=60, runs=3)).minutes == 20
    assert session(plan, 0, UsualWeek(longest_minutes=90)).minutes is None
    assert session(plan, 0, UsualWeek(km=12, runs=3, minutes_per_km=6)).minutes == 24
    assert session(plan, 0, None).minutes is None
    assert sessions_a_week(plan, UsualWeek(runs=2)) == 2
    assert sessions_a_week(plan, UsualWeek(runs=6)) == plan.sessions_a_week


def test_long_weeks_off_a_told_distance_call_for_the_plan_by_distance(real):
    facts = checked(ACHILLES, real).supposing("duration_days", 80)
    week = UsualWeek(km=24, runs=3)
    found = offered(facts, real, week)
    assert isinstance(found, Offer)
    assert found.plan.id == "walk_run_distance"
    assert session(found.plan, 0, week, weeks_off=12).km == 2
    assert session(found.plan, 0, week, weeks_off=60).km == 1
