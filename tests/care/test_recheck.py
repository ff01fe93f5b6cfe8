import pytest

from bot.care.recheck import Recheck, recheck
from bot.knowledge.model import Knowledge, Level
from bot.triage.assessment import Assessment
from bot.triage.differential import Candidate, Likelihood


def found(base: Knowledge, level: Level, **conditions: Likelihood) -> Assessment:
    candidates = tuple(Candidate(base.conditions[name], 0.3, word, (), ()) for name, word in conditions.items())
    return Assessment(level, (), candidates, (), base.version)


@pytest.mark.parametrize("level", [Level.SELF_CARE, Level.SOON])
def test_the_leading_condition_says_when_to_look_again(base: Knowledge, level: Level) -> None:
    assessment = found(base, level, sprain="likely", rupture="less_likely")
    assert recheck(assessment) == Recheck(5, "how sprain goes", ("sprain is worse", "you are worried"))


def test_of_two_likely_conditions_the_earlier_day_counts_and_all_warnings(base: Knowledge) -> None:
    again = recheck(found(base, Level.SELF_CARE, tendinopathy="likely", sprain="likely"))
    assert again.in_days == 5
    assert again.get_help_if == ("tendinopathy is worse", "you are worried", "sprain is worse")


@pytest.mark.parametrize("level", [Level.SAME_DAY, Level.EMERGENCY])
def test_nobody_is_told_to_wait_when_care_is_due_today(base: Knowledge, level: Level) -> None:
    again = recheck(found(base, level, sprain="likely"))
    assert (again.in_days, again.expect) == (0, "")
    assert again.get_help_if == (), "what a sprain at home is watched for has days in it"


def test_without_any_condition_there_is_nothing_to_wait_for(base: Knowledge) -> None:
    assert recheck(found(base, Level.SELF_CARE)) == Recheck(0, "", ())
