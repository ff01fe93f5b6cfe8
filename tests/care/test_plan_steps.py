"""The way back to running: forward only through the gate and by good outings; always a way out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returning import ACHILLES, SPRAIN, START, at_the_first_stage, checked, day, good, offered

from bot.care.return_to_run.calendar import next_outing, race_day
from bot.care.return_to_run.offer import Offer, Refusal
from bot.care.return_to_run.progress import Phase, Progress, begun, gate_left
from bot.care.return_to_run.report import GateAnswer, Report, trouble
from bot.care.return_to_run.steps import after, on
from bot.care.return_to_run.week import UsualWeek
from bot.knowledge.model import State

SIGNS = ["sharp_pain", "limp", "swelling", "catching", "numbness", "bone_pain", "crack"]
ORDER = {Phase.GATE: -1, Phase.RUNNING: 0, Phase.DONE: 100}


@pytest.fixture(scope="session")
def sprain(real):
    return offered(checked(SPRAIN, real), real)


@pytest.fixture(scope="session")
def forbidden(real):
    found = offered(checked(SPRAIN, real).supposing("bone_tender_other", State.PRESENT), real)
    assert isinstance(found, Refusal)
    return found


def events(gate):
    pains = st.none() | st.integers(0, 10)
    reports = st.builds(
        Report,
        day=st.integers(0, 40).map(day),
        ran=st.booleans(),
        later=st.booleans(),
        pain=pains,
        later_pain=pains,
        fine=st.booleans(),
        worse=st.booleans(),
        signs=st.lists(st.sampled_from(SIGNS), max_size=2, unique=True).map(tuple),
    )
    answers = st.builds(GateAnswer, st.integers(0, 40).map(day), st.sampled_from(gate), st.sampled_from(State))
    claims = st.builds(GateAnswer, st.integers(0, 40).map(day), st.sampled_from(gate), st.just(State.PRESENT))
    return st.tuples(st.integers(0, 40).map(day), reports | answers | claims)


def stories(found):
    gate = [one.id for one in found.plan.gate]
    return st.lists(events(gate), max_size=40).map(lambda told: sorted(told, key=lambda one: one[0]))


def height(way: Progress) -> int:
    return ORDER[way.phase] + way.stage if way.phase in ORDER else -2


def walk(way, story, found, knowledge):
    for today, event in story:
        way = after(way, event, today, found, knowledge)
    return way


def test_the_whole_way(real, sprain):
    way, today = at_the_first_stage(sprain, real), 0
    seen = [way.stage]
    while way.phase is Phase.RUNNING:
        outing = next_outing(way, day(today))
        way = after(way, good((outing - START).days), outing + timedelta(days=1), sprain, real)
        today = (outing - START).days + 1
        way = on(way, day(today), sprain, real)
        seen.append(way.stage)
        assert today < 100
    assert way.phase is Phase.DONE
    assert sorted(set(seen)) == list(range(len(sprain.plan.stages)))
    assert today >= sprain.plan.days_before_next * (len(sprain.plan.stages) - 1)


def test_a_sentence_that_is_not_true_keeps_the_gate_shut_for_the_day(real, sprain):
    way = begun(sprain, START)
    gate = [one.id for one in sprain.plan.gate]
    way = after(way, GateAnswer(START, gate[0], State.UNKNOWN), START, sprain, real)
    for item in gate * 2:
        way = after(way, GateAnswer(START, item, State.PRESENT), START, sprain, real)
    assert way.phase is Phase.GATE
    assert gate_left(way, sprain.plan, START) == ()
    assert gate_left(way, sprain.plan, day(1)) == tuple(gate)


def test_a_bad_outing_goes_one_step_back_and_the_second_one_ends_it(real, sprain):
    way = replace(at_the_first_stage(sprain, real), stage=2, stage_since=START)
    bad = after(way, Report(day(1), ran=True, pain=6), day(1), sprain, real)
    assert (bad.phase, bad.stage, bad.bad) == (Phase.RUNNING, 1, 1)
    assert next_outing(bad, day(1)) is None
    settled = after(bad, Report(day(3), later=True, fine=True), day(3), sprain, real)
    assert next_outing(settled, day(3)) == day(3)
    again = after(settled, Report(day(3), ran=True, signs=("swelling",)), day(3), sprain, real)
    assert (again.phase, again.see) == (Phase.STOPPED, "soon")


def test_still_swollen_the_next_day_is_the_same_trouble(real, sprain):
    way = replace(at_the_first_stage(sprain, real), stage=2, stage_since=START)
    bad = after(way, Report(day(1), ran=True, signs=("swelling",)), day(1), sprain, real)
    still = after(bad, Report(day(2), later=True, signs=("swelling",)), day(2), sprain, real)
    assert (still.phase, still.stage, still.bad) == (Phase.RUNNING, 1, 1)


def test_trouble_that_does_not_settle_in_a_week_is_seen(real, sprain):
    way = replace(at_the_first_stage(sprain, real), stage=2, stage_since=START)
    bad = after(way, Report(day(1), ran=True, signs=("swelling",)), day(1), sprain, real)
    still = after(bad, Report(day(8), later=True, signs=("swelling",)), day(8), sprain, real)
    assert (still.phase, still.crossed) == (Phase.STOPPED, "not_settling")


def test_a_sore_bone_ends_it_at_once(real, sprain):
    way = at_the_first_stage(sprain, real)
    bad = after(way, Report(day(1), ran=True, signs=("bone_pain",)), day(1), sprain, real)
    assert (bad.phase, bad.see) == (Phase.STOPPED, "soon")


def test_the_limits_are_those_of_the_tissue(real, sprain):
    tendon = offered(checked(ACHILLES, real), real)
    four = Report(day(1), ran=True, pain=4)
    assert trouble(four, tendon.plan, tendon.tissue) is None
    assert trouble(four, sprain.plan, sprain.tissue).id == "too_much_pain"
    bone = real.plans["walk_run_after_bone"]
    assert trouble(Report(day(1), ran=True, pain=1), bone, real.tissues["bone"]).id == "any_pain"


def test_an_outing_too_soon_counts_for_nothing(real, sprain):
    way = after(at_the_first_stage(sprain, real), good(0), day(1), sprain, real)
    assert way.good == 1
    assert after(way, good(1), day(2), sprain, real).good == 1


def test_an_outing_counts_only_with_its_next_morning(real, sprain):
    way = after(at_the_first_stage(sprain, real), Report(START, ran=True, pain=1), START, sprain, real)
    assert (way.good, way.waiting) == (0, START)
    assert after(way, Report(START, later=True, fine=True), START, sprain, real).good == 0
    assert after(way, Report(day(1), later=True, fine=True), day(1), sprain, real).good == 1


def test_a_long_break_costs_a_step(real, sprain):
    way = replace(at_the_first_stage(sprain, real), stage=3, stage_since=START, runs=(START,))
    assert on(way, day(sprain.plan.long_break_days), sprain, real).stage == 2


def test_a_rise_of_the_level_takes_the_plan_back(real, sprain, forbidden):
    way = at_the_first_stage(sprain, real)
    assert on(way, START, forbidden, real).phase is Phase.WITHDRAWN


def test_a_race_is_never_a_yes(real, sprain):
    way = at_the_first_stage(sprain, real)
    assert not race_day(way, sprain.plan, START, day(4)).possible
    far = race_day(way, sprain.plan, START, day(60))
    assert far.possible
    assert far.ready == day(42)


@given(data=st.data())
def test_never_forward_after_a_bad_report_or_a_failed_gate(real, sprain, data):
    way = begun(sprain, START)
    for today, event in data.draw(stories(sprain)):
        before = on(way, today, sprain, real)
        way = after(way, event, today, sprain, real)
        if isinstance(event, GateAnswer):
            if event.state is not State.PRESENT or today < before.not_before:
                assert height(way) <= height(before)
        elif trouble(event, sprain.plan, sprain.tissue) and before.since <= event.day <= today:
            assert height(way) <= height(before)
        assert height(way) - height(before) <= (101 if way.phase is Phase.DONE else 1)


@given(data=st.data())
def test_a_running_stage_needs_the_whole_gate_on_one_day(real, sprain, data):
    story = data.draw(stories(sprain))
    way = walk(begun(sprain, START), story, sprain, real)
    if way.phase in (Phase.RUNNING, Phase.DONE):
        gate = {one.id for one in sprain.plan.gate}
        yes = {}
        for today, event in story:
            if isinstance(event, GateAnswer) and event.state is State.PRESENT and event.day == today:
                yes.setdefault(today, set()).add(event.item)
        assert gate in yes.values()


@given(data=st.data())
def test_no_claims_get_a_stage_while_a_rule_forbids_it(real, sprain, forbidden, data):
    way = begun(sprain, START)
    for today, event in data.draw(stories(sprain)):
        way = after(way, event, today, forbidden, real)
        assert way.phase not in (Phase.RUNNING, Phase.DONE)
        assert next_outing(way, today) is None


@given(data=st.data())
def test_the_same_reports_give_the_same_state_and_it_can_be_stored(real, sprain, data):
    story = data.draw(stories(sprain))
    week = data.draw(st.none() | st.builds(UsualWeek, minutes=st.none() | st.integers(10, 300)))
    way = walk(begun(sprain, START, week), story, sprain, real)
    assert way == walk(begun(sprain, START, week), story, sprain, real)
    assert Progress.from_json(way.to_json()) == way


@given(data=st.data())
def test_there_is_always_a_way_on_or_out(real, sprain, data):
    """From any state, patience and good days lead to the end, unless somebody has to look first."""
    way = walk(begun(sprain, START), data.draw(stories(sprain)), sprain, real)
    today = 50
    while way.phase not in (Phase.DONE, Phase.STOPPED) and today < 400:
        now = day(today)
        way = on(way, now, sprain, real)
        for item in gate_left(way, sprain.plan, now):
            way = after(way, GateAnswer(now, item, State.PRESENT), now, sprain, real)
        way = after(way, Report(now, later=True, fine=True), now, sprain, real)
        if next_outing(way, now) == now:
            way = after(way, Report(now, ran=True, pain=0), now, sprain, real)
        today += 1
    assert way.phase in (Phase.DONE, Phase.STOPPED)
    assert way.phase is Phase.DONE or way.see


def test_an_offer_is_what_the_tests_rest_on(sprain):
    assert isinstance(sprain, Offer)
