"""The simple ways do what they are called, on the facts of the case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.case_facts import facts_of
from bot.evaluation.cases import cases
from bot.evaluation.comparators import form, guesses
from bot.evaluation.comparators.report import compare
from bot.evaluation.comparators.tree import Tree
from bot.knowledge import check
from bot.knowledge.model import Knowledge, Level, State
from bot.runtime import settings
from bot.triage.facts import Fact, Facts

CASES = cases(Path(__file__).with_name("cases.yml"))
HOME, URGENT = CASES


@pytest.fixture(scope="module")
def base() -> Knowledge:
    return check.read_checked(settings.KNOWLEDGE)


def test_all_facts_of_a_case_are_those_of_the_base(base: Knowledge) -> None:
    facts = facts_of(HOME, base)
    assert facts.state("swelling") is State.PRESENT
    assert facts.state("bone_tender_navicular") is State.ABSENT
    assert facts.text("mechanism") == "rolled_in"
    assert facts.location() == ("lateral",)
    assert facts.number("severity") == 3


def test_a_bone_too_sore_to_tell_is_unknown_and_an_area_is_all_its_places(base: Knowledge) -> None:
    case = replace(HOME, truth={"bone_tender_navicular": None, "location": ["midfoot"], "hop": None})
    facts = facts_of(case, base)
    assert facts.state("bone_tender_navicular") is State.UNKNOWN
    assert facts.location() == ("midfoot_inner", "midfoot_outer")
    assert facts.state("hop") is State.NOT_ASKED


def test_levels_by_lot_come_back_and_are_those_of_the_cases() -> None:
    drawn = guesses.by_lot(CASES * 50)
    assert drawn == guesses.by_lot(CASES * 50)
    assert set(drawn) == {"self_care", "emergency"}
    assert guesses.everybody(Level.SOON, CASES) == ["soon", "soon"]


@pytest.mark.parametrize(
    ("fact", "level"),
    [
        (Fact("bone_tender_navicular", State.UNKNOWN, "", 1), Level.SAME_DAY),
        (Fact("four_steps_after_injury", State.ABSENT, "", 1), Level.SAME_DAY),
        (Fact("tingling", State.PRESENT, "", 1), Level.SAME_DAY),
        (Fact("severity", 8, "", 1), Level.SAME_DAY),
        (Fact("severity", 7, "", 1), Level.SELF_CARE),
        (Fact("cold_or_pale_foot", State.PRESENT, "", 1), Level.SELF_CARE),
    ],
)
def test_the_form_knows_ottawa_and_the_article_and_nothing_else(fact: Fact, level: Level) -> None:
    assert form.level(Facts.of([fact])) is level


def test_the_tree_has_learnt_a_plain_sprain(base: Knowledge) -> None:
    level, shares = Tree(base, people=4000).judge(facts_of(HOME, base))
    assert next(iter(shares)) == "lateral_ankle_sprain"
    assert level is Level.SELF_CARE
    assert sum(shares.values()) == pytest.approx(1)


def test_every_way_is_scored_by_the_same_measures(base: Knowledge) -> None:
    reports = compare(CASES, base, {"ankle_sprain": ("lateral_ankle_sprain",)})
    assert list(reports) == ["everyone_emergency", "everyone_home", "random", "form", "tree", "all_facts"]
    assert reports["everyone_home"].scores["unsafe_under_triage"].value == 0.5
    assert reports["everyone_emergency"].scores["over_triage"].value == 0.5
    assert reports["all_facts"].scores["exact_triage"].value == 1
    assert reports["random"].scores["condition_top1"].n == 0
    assert all("questions_median" not in report.scores for report in reports.values())
