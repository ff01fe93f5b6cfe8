import json

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, Level, State
from bot.triage.assessment import assess, level
from bot.triage.facts import Fact, Facts, Value
from bot.triage.rules import rule_level


def told(**values: Value) -> Facts:
    return Facts.of(Fact(name, value, f"words on {name}", 1) for name, value in values.items())


STRESS_FRACTURE = told(
    location=("medial",), onset="gradual", hop=State.ABSENT, night_pain=State.PRESENT, morning_stiffness=State.ABSENT
)


def test_nothing_above_self_care_gives_no_reasons(base: Knowledge) -> None:
    assert level(told(swelling=State.PRESENT, severity=2), base) == (Level.SELF_CARE, ())


def test_a_likely_condition_calls_for_its_usual_level(base: Knowledge) -> None:
    found, reasons = level(STRESS_FRACTURE, base)
    assert found is Level.SOON
    assert [(reason.rule, reason.kind) for reason in reasons] == [("stress_fracture", "condition")]
    assert set(reasons[0].findings) >= {"hop", "night_pain"}


def test_a_condition_that_is_only_possible_does_not_raise_the_level(base: Knowledge) -> None:
    facts = told(location=("medial",))
    assert "possible" in [
        one.likelihood for one in assess(facts, base).conditions if one.condition.id == "stress_fracture"
    ]
    assert level(facts, base)[0] is Level.SELF_CARE


def test_every_rule_that_fires_is_a_reason_with_its_words_and_sources(base: Knowledge) -> None:
    found, reasons = level(STRESS_FRACTURE.having(*told(calf_swelling=State.PRESENT, bruising=State.PRESENT)), base)
    assert found is Level.SAME_DAY
    assert [reason.rule for reason in reasons] == ["clot", "bruise", "stress_fracture"]
    assert reasons[0].text == base.rules["clot"].text
    assert reasons[0].sources == base.rules["clot"].provenance.sources


@given(drawn=st.data())
def test_the_level_is_never_below_the_rules(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    found, reasons = level(facts, any_base)
    assert found.urgency >= rule_level(facts, any_base).urgency
    assert found is (reasons[0].level if reasons else Level.SELF_CARE)


@given(drawn=st.data())
def test_the_order_in_which_things_were_said_does_not_matter(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    shuffled = Facts.of(drawn.draw(st.permutations(list(facts))))
    assert assess(shuffled, any_base) == assess(facts, any_base)


@given(drawn=st.data())
def test_reasons_point_to_what_was_said(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    for reason in level(facts, any_base)[1]:
        assert reason.findings
        assert all(about in facts for about in reason.findings)


def test_the_leading_conditions_are_the_likely_ones_else_the_first(base: Knowledge) -> None:
    assert [one.condition.id for one in assess(STRESS_FRACTURE, base).leading] == ["stress_fracture"]
    vague = assess(Facts.of(), base)
    assert vague.leading == vague.conditions[:1]


def test_the_form_for_machines(base: Knowledge) -> None:
    facts = told(location=("lateral",), onset="sudden", bone_tender_lateral_malleolus=State.UNKNOWN, severity=6)
    written = json.loads(json.dumps(assess(facts, base).to_json(facts, base)))
    assert written["triage"]["level"] == "same_day"
    assert written["triage"]["reasons"][0] == {
        "rule": "ottawa_lateral",
        "kind": "decision_rule",
        "level": "same_day",
        "text": "why ottawa_lateral",
        "findings": ["onset", "bone_tender_lateral_malleolus"],
        "sources": ["judgement"],
    }
    assert {"finding": "cold_or_pale_foot", "state": "present"} in [
        change for one in written["triage"]["would_change"] for change in one["if"]
    ]
    assert written["conditions"][0]["id"] == "sprain"
    assert set(written["conditions"][0]) >= {"name", "likelihood", "probability", "supports", "against", "sources"}
    assert written["findings"]["bone_tender_lateral_malleolus"] == {
        "state": "unknown",
        "said": "words on bone_tender_lateral_malleolus",
        "turn": 1,
    }
    assert written["findings"]["location"]["value"] == ["lateral"]
    assert written["knowledge_version"] == base.version
