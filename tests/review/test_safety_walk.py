"""No combination of answers ends below a floor, and the walk would notice if one did."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.knowledge.clauses import parse
from bot.knowledge.model import Knowledge, Level, Rule, State
from bot.review.safety.answers import (
    Answer,
    Answers,
    answers_to,
    by_rules,
    by_rules_that_ignore_doubt,
)
from bot.review.safety.case import SafetyCase, facts_of
from bot.review.safety.floors import Floors
from bot.review.safety.smallest import smallest_sets, told_by
from bot.review.safety.table import Table, seen_by, told_apart, within
from bot.review.safety.walk import Walk, abilities
from bot.triage.clauses import holds, mentioned
from bot.triage.facts import Fact, Facts
from bot.triage.level import level
from bot.triage.rules import rule_level

FEW = 3_000
"""Combinations of a rule that are all put to the product itself; of larger rules a part is drawn."""

DRAWN = 5
"""Answers drawn for each smallest set of a floor."""


@pytest.fixture(scope="module")
def answers(real: Knowledge, agreed: Floors) -> Answers:
    return answers_to(entry.when for entry in (*real.rules.values(), *agreed.floors.values()))


def walk(rules: Mapping[str, Rule], floors: Floors, answers: Answers) -> Walk:
    return Walk(rules, floors.floors, answers)


def rule_for(real: Knowledge, when: object, at: Level) -> dict[str, Rule]:
    return {"one": replace(next(iter(real.rules.values())), id="one", level=at, when=parse(when))}


def test_nothing_ends_below_a_floor_and_nothing_worse_lowers_a_level(case: SafetyCase) -> None:
    assert case.below == []
    assert case.holds


def test_every_rule_and_floor_was_walked(case: SafetyCase, real: Knowledge, agreed: Floors) -> None:
    spaces = {frozenset(mentioned(rule.when)) for rule in real.rules.values()}
    assert case.of_rules.tables == len(spaces)
    assert case.of_floors.tables == len({frozenset(mentioned(floor.when)) for floor in agreed.floors.values()})
    assert case.pairs > case.pairs_cut > 0


def test_numbers_are_taken_below_at_and_above_each_threshold() -> None:
    found = answers_to([parse({"severity": {"at_least": 8}}), parse({"duration_days": {"at_most": 0}})])
    assert found == {
        "severity": (None, 7, 8, 9, State.UNKNOWN),
        "duration_days": (None, 0, 1, State.UNKNOWN),
    }


def test_two_places_are_taken_where_a_rule_wants_both(answers: Answers) -> None:
    assert ("lateral", "medial") in answers["location"]


def test_a_column_says_what_the_product_says(real: Knowledge, answers: Answers) -> None:
    """The walk evaluates all combinations at once; here each is put to the product by itself."""
    drawn = random.Random(1)
    for rule in real.rules.values():
        groups = told_apart({about: answers[about] for about in mentioned(rule.when)}, seen_by([rule.when], by_rules))
        table = Table(groups)
        column = table.column(rule.when, by_rules)
        numbers = range(table.size) if table.size <= FEW else drawn.sample(range(table.size), FEW // 10)
        for number in numbers:
            assert holds(rule.when, table.facts(number)) is bool(column >> number & 1), (rule.id, number)


def test_floors_hold_whatever_else_was_answered(real: Knowledge, agreed: Floors, answers: Answers) -> None:
    """Any smallest set of a floor, any of it not sure, any answers beside it: put to the product itself."""
    drawn = random.Random(2)
    for floor in agreed.floors.values():
        for asked in smallest_sets(floor.when):
            for _ in range(DRAWN):
                told: dict[str, Answer] = {about: drawn.choice(values) for about, values in answers.items()}
                told |= {about: drawn.choice([value, State.UNKNOWN]) for about, value in told_by(asked).items()}
                facts = Facts.of(Fact(about, value, "", 1) for about, value in told.items() if value is not None)
                assert rule_level(facts, real).urgency >= floor.level.urgency, (floor.id, told)


def test_what_it_may_be_only_adds_to_the_level_of_the_rules(real: Knowledge, agreed: Floors) -> None:
    for floor in agreed.floors.values():
        facts = facts_of(smallest_sets(floor.when)[0])
        assert level(facts, real)[0].urgency >= floor.level.urgency, floor.id


def test_a_product_that_ignored_doubt_would_undercut_every_floor(
    real: Knowledge, agreed: Floors, answers: Answers
) -> None:
    broken = Walk(real.rules, agreed.floors, answers, by_rules_that_ignore_doubt)
    broken.each_floor()
    assert {one.what for one in broken.below} == set(agreed.floors)


def test_a_missing_rule_is_noticed_with_the_answers(real: Knowledge, agreed: Floors, answers: Answers) -> None:
    broken = walk({id: rule for id, rule in real.rules.items() if id != "RF37"}, agreed, answers)
    broken.each_floor()
    (below,) = broken.below
    assert (below.what, below.level) == ("pregnancy_emergency", Level.EMERGENCY)
    assert below.answers.keys() == {"headache_or_vision_change", "pregnant"}


@pytest.mark.parametrize(
    ("when", "lowered_by"),
    [
        ({"all": ["swelling", {"severity": {"at_most": 3}}]}, "severity"),
        ({"severity": {"at_least": 2, "at_most": 5}}, "severity"),
    ],
)
def test_a_level_that_falls_with_more_pain_is_noticed(real: Knowledge, when: object, lowered_by: str) -> None:
    rules = rule_for(real, when, Level.SOON)
    broken = Walk(rules, {}, answers_to(rule.when for rule in rules.values()))
    broken.each_rule()
    assert broken.below
    assert all(one.what.startswith(lowered_by) for one in broken.below)


def test_a_finding_that_is_good_and_bad_news_is_refused(real: Knowledge) -> None:
    with pytest.raises(ValueError, match="hop"):
        abilities(rule_for(real, {"any": ["hop", {"absent": "hop"}]}, Level.SOON).values())


def test_being_able_is_good_news(case: SafetyCase) -> None:
    assert case.abilities == {"four_steps_now", "single_leg_heel_raise", "hop"}


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ({"all": ["fever", "swelling"]}, None),
        ({"any": ["fever", "swelling"]}, {"any": ["swelling"]}),
        (
            {"at_least": {"count": 2, "of": ["fever", "swelling", "hop"]}},
            {"at_least": {"count": 2, "of": ["swelling", "hop"]}},
        ),
        ({"at_least": {"count": 2, "of": ["fever", "swelling"]}}, None),
    ],
)
def test_what_was_not_asked_leaves_a_smaller_rule(when: object, left: object) -> None:
    assert within(parse(when), frozenset({"swelling", "hop"})) == (None if left is None else parse(left))


def test_a_table_counts_each_combination_once() -> None:
    table = Table(
        {"swelling": ((None,), (State.PRESENT, State.UNKNOWN)), "hop": ((None,), (State.ABSENT,), (State.PRESENT,))}
    )
    told = [tuple(table.combination(number).items()) for number in range(table.size)]
    assert len(set(told)) == 6
    assert table.stands_for == 9
    assert all(one != other for one, other in pairwise(told))
