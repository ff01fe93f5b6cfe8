"""The smallest sets of answers that fire a rule are all of them, and none has anything to spare."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from bot.knowledge.clauses import parse
from bot.knowledge.model import Knowledge
from bot.review.safety.case import FOLDER, SafetyCase, facts_of
from bot.review.safety.report import report
from bot.review.safety.short_form import short_form
from bot.review.safety.smallest import frozen, smallest_sets, written
from bot.triage.clauses import holds


@pytest.mark.parametrize(
    ("when", "sets"),
    [
        ({"any": ["swelling", {"all": ["swelling", "fever"]}]}, [{"swelling"}]),
        (
            {"at_least": {"count": 2, "of": ["swelling", "fever", "hop"]}},
            [{"fever", "hop"}, {"fever", "swelling"}, {"hop", "swelling"}],
        ),
        ({"all": [{"age": {"at_most": 17}}, {"age": {"at_most": 4}}]}, [{"age 0..4"}]),
        ({"any": [{"severity": {"at_least": 8}}, {"severity": {"at_least": 6}}]}, [{"severity 6.."}]),
        ({"all": [{"location": ["lateral"]}, {"location": ["medial"]}]}, [{"location lateral", "location medial"}]),
    ],
)
def test_the_smallest_sets(when: object, sets: list[set[str]]) -> None:
    assert [set(map(str, one)) for one in smallest_sets(parse(when))] == sets


def test_clauses_that_mean_the_same_have_the_same_sets() -> None:
    one = parse({"any": [{"all": ["fever", "swelling"]}, {"all": ["fever", {"mechanism": ["fall", "twist"]}]}]})
    other = parse({"all": [{"any": [{"mechanism": "twist"}, "swelling", {"mechanism": "fall"}]}, "fever"]})
    assert smallest_sets(one) == smallest_sets(other)


def test_each_set_fires_its_rule_and_nothing_less_does(real: Knowledge) -> None:
    for rule in real.rules.values():
        for one in smallest_sets(rule.when):
            assert holds(rule.when, facts_of(one)), rule.id
            for spare in one:
                assert not holds(rule.when, facts_of(one - {spare})), (rule.id, spare)


def test_the_short_form_says_the_same_sets(real: Knowledge) -> None:
    for rule in real.rules.values():
        sets = smallest_sets(rule.when)
        assert {frozenset(one) for row in short_form(sets) for one in product(*row)} == set(sets), rule.id


def test_the_rules_are_those_that_were_agreed_to(real: Knowledge) -> None:
    """When this fails after a change of a rule, run `malleo knowledge safety-case --freeze` and review what changed."""
    assert written(real.rules.values()) == frozen(FOLDER / "smallest_sets.yml")


def test_a_rule_that_was_not_agreed_to_is_named(case: SafetyCase) -> None:
    assert not replace(case, changed=("RF37",)).holds
    assert "the rule RF37 is not as it was agreed to" in report(replace(case, changed=("RF37",)))
