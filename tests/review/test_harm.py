"""No advice calls for what a rule forbids."""

from __future__ import annotations

from datetime import date

import pytest

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.clauses import parse
from bot.knowledge.model import Advice, Clause, Knowledge, Level, Measure, Provenance, Rule, Strength
from bot.knowledge.vocabulary import vocabulary
from bot.review.harm import advice_keeps_to_the_rules, ways_to_fire
from bot.triage.clauses import holds

GROUND = Provenance(("judgement",), Strength.JUDGEMENT, date(2026, 11, 22))
CLOT: object = {"any": ["calf_swelling", {"all": ["swelling", {"any": ["previous_clot", "pregnant"]}]}]}


def faults(when: object, level: Level, unless: object, *levels: Level) -> list[Fault]:
    rule = Rule("clot", "red_flag", level, parse(when), "why", None, GROUND, forbids=("ice",))
    gate = None if unless is None else parse(unless)
    advice = Advice("cool_it", "Cool it", "Use ice.", levels, gate, None, GROUND, recommends=("ice",))
    knowledge = Knowledge(
        version="",
        sources={},
        findings={},
        regions={},
        rules={rule.id: rule},
        questions={},
        conditions={},
        advice={advice.id: advice},
        help_lines={},
        lexicon=(),
        measures={"ice": Measure("ice", "treatment", "ice")},
    )
    return list(advice_keeps_to_the_rules(Base(knowledge, vocabulary())))


def test_advice_that_is_never_withheld_is_found() -> None:
    (fault,) = faults(CLOT, Level.SAME_DAY, None, Level.SAME_DAY)
    assert fault.what == "Advice 'cool_it' recommends ice, which rule 'clot' forbids."
    assert fault.mend == "Withhold it (unless:) when calf_swelling = present."


def test_a_gate_that_leaves_one_way_open_is_found() -> None:
    (fault,) = faults(CLOT, Level.SAME_DAY, {"any": ["calf_swelling", "pregnant"]}, Level.SAME_DAY)
    assert fault.mend == "Withhold it (unless:) when swelling = present, previous_clot = present."


def test_a_gate_that_closes_every_way_is_enough() -> None:
    assert faults(CLOT, Level.SAME_DAY, {"any": ["calf_swelling", "previous_clot", "pregnant"]}, Level.SAME_DAY) == []


def test_advice_for_a_lower_level_cannot_meet_the_rule() -> None:
    assert faults(CLOT, Level.SAME_DAY, None, Level.SELF_CARE, Level.SOON) == []


def test_advice_for_a_higher_level_can_meet_the_rule() -> None:
    assert len(faults(CLOT, Level.SOON, None, Level.SAME_DAY)) == 1


def test_in_an_emergency_no_advice_is_given() -> None:
    assert faults(CLOT, Level.EMERGENCY, None, Level.SELF_CARE, Level.SOON, Level.SAME_DAY) == []


@pytest.mark.parametrize(
    ("written", "ways"),
    [
        ("swelling", 1),
        ({"any": ["swelling", "fever"]}, 2),
        ({"all": ["swelling", {"mechanism": ["twist", "fall"]}]}, 2),
        ({"severity": {"at_least": 8}}, 1),
        ({"age": {"at_least": 5, "at_most": 17}}, 2),
        ({"at_least": {"count": 2, "of": ["swelling", "fever", "worsening"]}}, 3),
        ({"all": [{"onset": "sudden"}, {"onset": "gradual"}]}, 0),
    ],
)
def test_every_way_to_fire_is_walked(written: object, ways: int) -> None:
    clause: Clause = parse(written)
    found = list(ways_to_fire(clause))
    assert len(found) == ways
    assert all(holds(clause, facts) for facts in found)
