"""What the base that people get never says, never asks too late, and never calls likely."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care.advice import Given, advice_for
from bot.knowledge.clauses import attributes_of, findings_of
from bot.knowledge.model import Condition, Knowledge, Level, State
from bot.triage.assessment import Assessment, assess
from bot.triage.facts import Fact, Facts, Value
from bot.triage.next_question import next_question
from bot.triage.rules import rule_level

CLOT_SIGNS = ("calf_swelling",)
CLOT_RISKS = ("recent_surgery_or_immobilised", "previous_clot", "cancer_history", "pregnant")
WEAKER_CLOT_RISKS = ("recent_long_travel", "hormonal_contraception_or_hrt")
HARMS_A_CLOT = re.compile(r"\b(bandag|brace|sleeve|sock|tape\b|taping|wrap|compress|massag|ice\b|heat\b)", re.I)
ADVISES_AGAINST = re.compile(r"\b(don't|do not|never|leave out|not|no)\b", re.I)


def told(**values: Value) -> Facts:
    return Facts.of(Fact(name, value, "answer", 1, asked=True) for name, value in values.items())


def clot_in_view(facts: Facts, found: Assessment) -> bool:
    """A clot is called likely or possible, its rule fires, or something is there that makes clots more likely."""
    suspected = {State.PRESENT, State.UNKNOWN}
    unexplained = facts.text("onset") == "gradual" and facts.state("swelling") in suspected
    return (
        any(one.condition.id == "dvt" and one.likelihood != "less_likely" for one in found.conditions)
        or any(reason.rule == "RF13" for reason in found.reasons)
        or "calf" in facts.location()
        or any(facts.state(name) in suspected for name in (*CLOT_SIGNS, *CLOT_RISKS))
        or (unexplained and any(facts.state(name) in suspected for name in WEAKER_CLOT_RISKS))
    )


def harmful(given: Given) -> list[str]:
    """Sentences that tell a person to bandage, massage, cool or warm the leg."""
    sentences = re.split(r"(?<=[.!?])\s+", f"{given.title}: {given.text}")
    return [one for one in sentences if HARMS_A_CLOT.search(one) and not ADVISES_AGAINST.search(one)]


@st.composite
def facts_with_a_clot_in_mind(draw: st.DrawFn, facts: st.SearchStrategy[Facts]) -> Facts:
    """Any facts, with some of what speaks for a clot."""
    doubt = st.sampled_from([State.PRESENT, State.UNKNOWN])
    names = st.sampled_from(["swelling", *CLOT_SIGNS, *CLOT_RISKS, *WEAKER_CLOT_RISKS])
    more = draw(st.dictionaries(names, doubt, max_size=5))
    place: dict[str, Value] = draw(st.sampled_from([{}, {"location": ("calf",)}, {"location": ("calf", "lateral")}]))
    return draw(facts).having(*told(**more, **place))


@settings(max_examples=600)
@given(drawn=st.data())
def test_while_a_clot_is_in_view_nobody_is_told_to_bandage_or_massage(
    real: Knowledge, real_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(facts_with_a_clot_in_mind(real_facts))
    found = assess(facts, real)
    if clot_in_view(facts, found):
        assert [said for one in advice_for(found, facts, real) for said in harmful(one)] == []


def test_harmful_advice_would_be_noticed(real: Knowledge) -> None:
    blocks = {name: Given(name, block.title, block.text, ()) for name, block in real.advice.items()}
    harming = {"ice_for_comfort", "light_support", "brace_for_sport"}
    assert {name for name, block in blocks.items() if harmful(block)} == harming


def test_a_plain_sprain_is_told_of_both(real: Knowledge) -> None:
    facts = told(**SPRAIN, **dict.fromkeys(healthy(real), State.ABSENT))
    given = [one for one in advice_for(assess(facts, real), facts, real) if not one.instead]
    assert {"ice_for_comfort", "light_support"} <= {one.id for one in given}
    assert len(given) <= 6
    assert {caution for one in given for caution in one.not_if} <= RARELY_TRUE


RARELY_TRUE = {"broken_skin", "cold_sensitivity", "nsaid_caution", "inflammatory_arthritis_or_psoriasis"}
"""Cautions that nobody is asked about after a plain sprain: the advice names them instead."""


SPRAIN: dict[str, Value] = {
    "location": ("lateral",),
    "onset": "sudden",
    "mechanism": "rolled_in",
    "duration_days": 1,
    "severity": 4,
    "age": 30,
    "swelling": State.PRESENT,
    "four_steps_now": State.PRESENT,
}


def healthy(real: Knowledge) -> set[str]:
    """What a runner with a plain sprain is asked about and denies."""
    asked = ("emergency_screen", "signs", "bone_press", "health")
    return {finding for name in asked for finding in real.questions[name].about} - SPRAIN.keys()


def test_what_a_rule_looks_at_is_never_asked_as_a_detail_alone(real: Knowledge) -> None:
    """Details give way when there were many questions; what can raise the level does not."""
    safe = {about for one in real.questions.values() if one.stage != "detail" for about in one.about}
    for rule in real.rules.values():
        assert {*findings_of(rule.when), *attributes_of(rule.when)} <= safe, rule.id


@pytest.mark.parametrize("level", ["with", "without"])
def test_a_bone_that_cannot_be_pressed_counts_as_much_as_a_sore_one(real: Knowledge, level: str) -> None:
    """Choosing "I can't tell" together with a sore bone changes no level, whichever of the two is kept."""
    bones = real.questions["bone_press"].about
    injury = told(onset="sudden", mechanism="rolled_in", severity=3) if level == "with" else told(onset="gradual")
    for some in (pair for size in (1, 2) for pair in combinations(bones, size)):
        sore = injury.having(*told(**{bone: State.PRESENT if bone in some else State.UNKNOWN for bone in bones}))
        unsure = injury.having(*told(**dict.fromkeys(bones, State.UNKNOWN)))
        assert rule_level(sore, real) is rule_level(unsure, real)
        assert rule_level(sore, real).urgency >= Level.SOON.urgency


@settings(max_examples=300)
@given(drawn=st.data())
def test_no_condition_is_called_likely_where_it_is_not_felt(real: Knowledge, drawn: st.DataObject) -> None:
    """Pain in one place, however it began, with neither a pop nor swelling."""
    place = drawn.draw(st.sampled_from(list(real.regions)))
    usual: dict[str, Value] = {"pain_on_activity": State.PRESENT, "severity": drawn.draw(st.integers(1, 6))}
    maybe = st.sampled_from([State.PRESENT, State.ABSENT])
    facts = told(
        location=(place,),
        **usual,
        **drawn.draw(st.fixed_dictionaries({}, optional={"training_change": maybe, "morning_stiffness": maybe})),
        **drawn.draw(st.sampled_from(BEGINNINGS)),
        **dict.fromkeys(("pop_heard", "weakness_push_off", "swelling", "calf_swelling", "bruising"), State.ABSENT),
        duration_days=drawn.draw(st.integers(0, 60)),
        age=drawn.draw(st.integers(18, 80)),
    )
    for one in assess(facts, real).conditions:
        if one.likelihood == "likely":
            assert place in felt_at(one.condition), one.condition.id


def felt_at(condition: Condition) -> set[str]:
    weighed = (evidence.values for evidence in condition.evidence if evidence.about == "location")
    return {*condition.regions, *(place for values in weighed for place in values)}


BEGINNINGS: list[dict[str, Value]] = [
    {},
    {"onset": "gradual"},
    {"onset": "gradual", "mechanism": "overuse"},
    {"onset": "sudden", "mechanism": "push_off", "single_leg_heel_raise": State.PRESENT},
    {"onset": "sudden", "mechanism": "overuse"},
]


@pytest.mark.parametrize(
    "signs",
    [
        {"location": ("midfoot_inner",)},
        {"location": ("midfoot_outer",)},
        {"location": ("deep_joint",), "duration_days": 7},
        {"location": ("deep_joint",), "worsening": State.UNKNOWN},
        {"location": ("shin",)},
        {"location": ("medial",), "bone_tender_medial_malleolus": State.PRESENT},
        {"location": ("medial",), "bone_tender_other": State.UNKNOWN},
        {"location": ("medial",), "worsening": State.PRESENT},
        {"location": ("medial",), "hop": State.ABSENT},
        {"location": ("heel_plantar",), "heel_squeeze_pain": State.PRESENT},
    ],
)
@pytest.mark.parametrize("start", [{"onset": "gradual"}, {"onset": "sudden", "mechanism": "overuse"}])
def test_slow_pain_in_a_bone_that_heals_badly_is_looked_at(
    real: Knowledge, start: dict[str, Value], signs: dict[str, Value]
) -> None:
    facts = told(**start, **signs, severity=2)
    assert assess(facts, real).level.urgency >= Level.SOON.urgency


def test_an_everyday_sprain_is_through_in_seven_questions(real: Knowledge) -> None:
    """Rolled yesterday, swollen outside: what was told is not asked, and what cannot change anything is left out."""
    story = {name: SPRAIN[name] for name in ("location", "onset", "mechanism", "duration_days", "swelling")}
    rest: dict[str, Value] = {"severity": 4, "age": 30, "four_steps_now": State.PRESENT, "subject": "self"}
    facts, asked = told(**story), list[str]()
    while name := next_question(facts, asked, real):
        asked.append(name)
        left = (about for about in real.questions[name].about if about not in facts)
        facts = facts.having(*told(**{about: rest.get(about, State.ABSENT) for about in left}))
    assert len(asked) <= 7, asked
    assert {"emergency_screen", "signs", "four_steps_now", "bone_press", "health"} <= set(asked)
