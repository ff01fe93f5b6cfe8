"""Each rule that is broken on purpose is noticed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.knowledge.clauses import parse
from bot.knowledge.model import Knowledge, Level, Rule
from bot.review.safety.case import SafetyCase
from bot.review.safety.judged import Verdict
from bot.review.safety.mutations import mutants_of

EQUIVALENT = {("RF12", "value dropped", "mechanism push_off")}
"""A pop while pushing off fires the same rule wherever it hurts, so to name it for some places adds nothing."""


def broken(real: Knowledge, when: object) -> Counter[str]:
    rule: Rule = replace(next(iter(real.rules.values())), id="one", level=Level.SAME_DAY, when=parse(when))
    return Counter(mutant.kind for mutant in mutants_of(rule))


def test_every_broken_rule_is_noticed(case: SafetyCase) -> None:
    same = {(one.mutant.of, one.mutant.kind, one.mutant.what) for one in case.judged if one.verdict is Verdict.SAME}
    assert same == EQUIVALENT


def test_a_rule_that_fires_less_on_a_floor_of_its_own_is_caught_by_that_floor(case: SafetyCase) -> None:
    by_floor = {(one.mutant.of, one.mutant.kind): one.floor for one in case.judged if one.verdict is Verdict.FLOOR}
    assert by_floor["RF37", "rule taken out"] == "pregnancy_emergency"
    assert by_floor["RF13", "not sure ignored"] == "clot_in_the_leg"
    assert by_floor["severe_pain", "threshold moved by one"] == "severe_pain"


def test_no_emergency_rule_can_be_lowered_or_lost_but_the_one_beyond_the_floors(case: SafetyCase) -> None:
    gone = {
        one.mutant.of
        for one in case.judged
        if one.mutant.kind in ("rule taken out", "level lowered") and one.verdict is not Verdict.FLOOR
    }
    assert {id for id in gone if case.knowledge.rules[id].level is Level.EMERGENCY} == {"RF07_strong_pain"}


def test_a_rule_is_broken_in_every_way(real: Knowledge) -> None:
    always = {"rule taken out": 1, "level lowered": 1}
    assert broken(real, "swelling") == always | {"not sure ignored": 1, "present ↔ absent": 1}
    assert broken(real, {"all": ["swelling", "fever"]}) == always | {
        "and → or": 1,
        "part dropped": 2,
        "not sure ignored": 2,
        "present ↔ absent": 2,
    }
    assert broken(real, {"severity": {"at_least": 8}}) == always | {"not sure ignored": 1, "threshold moved by one": 2}
    assert broken(real, {"age": {"at_least": 3, "at_most": 9}})["threshold moved by one"] == 4
    assert broken(real, {"mechanism": ["fall", "twist"]}) == always | {"not sure ignored": 1, "value dropped": 2}
    count = broken(real, {"at_least": {"count": 2, "of": ["swelling", "fever", "hop"]}})
    assert (count["at least, one more or less"], count["part dropped"]) == (2, 3)
    assert broken(real, {"any": ["swelling", "fever"]})["or → and"] == 1
