from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care.advice import Given, advice_for
from bot.knowledge.model import Knowledge, Level, State
from bot.triage.assessment import Assessment, assess
from bot.triage.clauses import holds
from bot.triage.differential import Candidate, Likelihood
from bot.triage.facts import Fact, Facts

HEALTHY = ("numbness", "neuropathy", "anticoagulant")


def found(base: Knowledge, level: Level, **conditions: Likelihood) -> Assessment:
    candidates = tuple(Candidate(base.conditions[name], 0.3, word, (), ()) for name, word in conditions.items())
    return Assessment(level, (), candidates, (), base.version)


def told(state: State, *names: str) -> Facts:
    return Facts.of(Fact(name, state, "answer", 1, asked=True) for name in names)


def names(given: tuple[Given, ...]) -> list[str]:
    return [one.id for one in given]


def test_the_blocks_of_the_likely_conditions_come_in_order_and_once(base: Knowledge) -> None:
    assessment = found(base, Level.SELF_CARE, sprain="likely", tendinopathy="likely", rupture="less_likely")
    given = advice_for(assessment, told(State.ABSENT, *HEALTHY), base)
    assert names(given) == ["protect", "ice", "tablets", "balance"]
    assert not any(one.instead or one.not_if for one in given)


def test_without_a_likely_condition_the_first_one_is_advised_on(base: Knowledge) -> None:
    assessment = found(base, Level.SELF_CARE, tendinopathy="possible", sprain="possible")
    assert names(advice_for(assessment, Facts.of(), base)) == ["balance", "protect"]


def test_only_blocks_for_the_level_are_given(base: Knowledge) -> None:
    assessment = found(base, Level.SOON, sprain="likely")
    assert names(advice_for(assessment, Facts.of(), base)) == ["protect"]
    assert advice_for(found(base, Level.EMERGENCY, sprain="likely"), Facts.of(), base) == ()


@pytest.mark.parametrize("state", [State.PRESENT, State.UNKNOWN])
def test_a_block_is_withheld_when_its_gate_holds_or_is_unsure(base: Knowledge, state: State) -> None:
    assessment = found(base, Level.SELF_CARE, sprain="likely")
    given = {one.id: one for one in advice_for(assessment, told(state, *HEALTHY), base)}
    assert "tablets" not in given
    assert (given["ice"].text, given["ice"].instead) == ("leave ice out", True)


def test_what_is_said_instead_is_said_once(base: Knowledge) -> None:
    blocks = {**base.advice, "balance": replace(base.advice["ice"], id="balance")}
    assessment = found(base, Level.SELF_CARE, sprain="likely")
    given = advice_for(assessment, told(State.PRESENT, *HEALTHY), replace(base, advice=blocks))
    assert names(given) == ["protect", "ice"]


def test_a_caution_that_was_never_asked_about_goes_with_the_block(base: Knowledge) -> None:
    assessment = found(base, Level.SELF_CARE, sprain="likely")
    given = {one.id: one for one in advice_for(assessment, told(State.ABSENT, "numbness"), base)}
    assert given["ice"].text == "do ice"
    assert given["ice"].not_if == ("neuropathy",)
    assert given["tablets"].not_if == ("anticoagulant",)
    assert given["balance"].not_if == ()


@pytest.mark.parametrize("word", ["likely", "possible"])
def test_from_same_day_care_up_the_urgent_condition_in_view_speaks_first(base: Knowledge, word: Likelihood) -> None:
    assessment = found(base, Level.SAME_DAY, sprain="likely", rupture=word)
    assert names(advice_for(assessment, Facts.of(), base)) == ["no_stretching"]


def test_a_condition_that_is_less_likely_gives_no_advice(base: Knowledge) -> None:
    assessment = found(base, Level.SAME_DAY, sprain="likely", rupture="less_likely")
    assert advice_for(assessment, Facts.of(), base) == ()


def test_sources_go_with_every_block(base: Knowledge) -> None:
    given = advice_for(found(base, Level.SELF_CARE, sprain="likely"), told(State.PRESENT, *HEALTHY), base)
    assert all(one.sources for one in given)


TIGHT_OR_COLD = {"light_support", "ice_for_comfort"}
LOADING = {"achilles_loading", "tendon_pain_rule", "sprain_exercises"}


def blocks(facts: Facts, real: Knowledge) -> set[str]:
    """The blocks that are given as they stand, not what is said in their place."""
    return {one.id for one in advice_for(assess(facts, real), facts, real) if not one.instead}


@settings(max_examples=200)
@given(drawn=st.data())
def test_no_bandage_and_no_ice_on_a_leg_that_may_have_a_clot(
    real: Knowledge, real_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    calf = drawn.draw(st.sampled_from([State.PRESENT, State.UNKNOWN]))
    facts = drawn.draw(real_facts).having(Fact("calf_swelling", calf, "answer", 2, asked=True))
    assert not blocks(facts, real) & TIGHT_OR_COLD


@settings(max_examples=200)
@given(drawn=st.data())
def test_nothing_is_given_whose_gate_holds_and_nothing_for_another_level(
    real: Knowledge, real_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(real_facts)
    found = assess(facts, real).level
    for block in (real.advice[name] for name in blocks(facts, real)):
        assert found in block.levels
        assert block.unless is None or not holds(block.unless, facts)


@settings(max_examples=200)
@given(drawn=st.data())
def test_no_loading_while_a_likely_condition_has_to_be_seen(
    real: Knowledge, real_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(real_facts)
    likely = [one.condition for one in assess(facts, real).conditions if one.likelihood == "likely"]
    if any(condition.usual_level is not Level.SELF_CARE for condition in likely):
        assert not blocks(facts, real) & LOADING


@settings(max_examples=200)
@given(drawn=st.data())
def test_below_an_emergency_everybody_is_told_something(
    real: Knowledge, real_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(real_facts)
    if assess(facts, real).level is not Level.EMERGENCY:
        assert advice_for(assess(facts, real), facts, real)


@pytest.mark.parametrize("state", [State.PRESENT, State.UNKNOWN])
@pytest.mark.parametrize("reason", ["anticoagulant", "pregnant"])
def test_no_painkiller_is_named_to_whom_it_could_harm(real: Knowledge, reason: str, state: State) -> None:
    facts = Facts.of([Fact(reason, state, "answer", 1, asked=True)])
    for condition in real.conditions.values():
        assessment = Assessment(Level.SELF_CARE, (), (Candidate(condition, 0.5, "likely", (), ()),), (), real.version)
        given = [one for one in advice_for(assessment, facts, real) if one.id in ("pain_relief", "bone_pain_relief")]
        assert all(one.instead for one in given)
