from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, Level, State
from bot.triage.facts import Fact, Facts, Value
from bot.triage.level import level
from bot.triage.would_change import MOST_PER_LEVEL, Change, WouldChange, would_change


def told(**values: Value) -> Facts:
    return Facts.of(Fact(name, value, "words", 1, asked=True) for name, value in values.items())


def changes(facts: Facts, base: Knowledge, wanted: Level) -> list[tuple[Change, ...]]:
    return [one.changes for one in would_change(facts, base) if one.level is wanted]


@settings(max_examples=200)
@given(drawn=st.data())
def test_every_change_replayed_gives_exactly_the_stated_level(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    present, _ = level(facts, any_base)
    for one in would_change(facts, any_base):
        assert level(one.supposed(facts), any_base)[0] is one.level
        assert one.level is not present


@settings(max_examples=200)
@given(drawn=st.data())
def test_no_change_of_a_pair_is_spare(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    for one in would_change(facts, any_base):
        assert len(one.changes) in (1, 2)
        for change in one.changes if len(one.changes) == 2 else ():
            alone = WouldChange(one.level, (change,)).supposed(facts)
            assert level(alone, any_base)[0].urgency < one.level.urgency


@given(drawn=st.data())
def test_a_few_are_named_for_each_level(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    found = would_change(drawn.draw(some_facts), any_base)
    rises = [one.level for one in found if one.rule]
    assert all(rises.count(each) <= MOST_PER_LEVEL for each in Level)
    assert sum(one.rule is None for one in found) <= MOST_PER_LEVEL
    assert [each.urgency for each in rises] == sorted((each.urgency for each in rises), reverse=True)


def test_what_was_denied_may_still_come(base: Knowledge) -> None:
    facts = told(location=("calf",), calf_swelling=State.ABSENT, cold_or_pale_foot=State.ABSENT)
    assert (Change("calf_swelling", State.PRESENT),) in changes(facts, base, Level.SAME_DAY)
    assert (Change("cold_or_pale_foot", State.PRESENT),) in changes(facts, base, Level.EMERGENCY)


def test_history_that_was_denied_does_not_come(base: Knowledge) -> None:
    drug = Change("fluoroquinolone", State.PRESENT)
    asked = told(fluoroquinolone=State.ABSENT, severity=9)
    assert drug not in [change for one in would_change(asked, base) for change in one.changes]


def test_pain_and_days_may_grow_but_nobody_grows_younger(base: Knowledge) -> None:
    assert (Change("severity", 8),) in changes(told(severity=5, calf_swelling=State.ABSENT), base, Level.SAME_DAY)
    facts = told(swelling=State.PRESENT, duration_days=2)
    assert (Change("duration_days", 5),) in changes(facts, base, Level.SOON)


def test_the_place_that_hurts_may_grow() -> None:
    """Another place is added to those that were named; none is taken away."""
    one = WouldChange(Level.SOON, (Change("location", ("lateral", "calf")),))
    assert one.supposed(told(location=("lateral",))).location() == ("lateral", "calf")


def test_a_level_that_one_finding_carries_would_fall_without_it(base: Knowledge) -> None:
    facts = told(calf_swelling=State.PRESENT, bruising=State.PRESENT, severity=3)
    assert changes(facts, base, Level.SOON) == [(Change("calf_swelling", State.ABSENT),)]


def test_a_level_that_two_findings_carry_does_not_fall_with_one(base: Knowledge) -> None:
    facts = told(calf_swelling=State.PRESENT, fluoroquinolone=State.PRESENT)
    assert not [one for one in would_change(facts, base) if one.level.urgency < Level.SAME_DAY.urgency]


def test_not_sure_would_fall_with_the_reassuring_answer(base: Knowledge) -> None:
    facts = told(onset="sudden", four_steps_after_injury=State.ABSENT, four_steps_now=State.UNKNOWN)
    assert (Change("four_steps_now", State.PRESENT),) in changes(facts, base, Level.SELF_CARE)


def test_not_sure_about_a_number_is_no_finding(base: Knowledge) -> None:
    facts = told(location=("lateral",), severity=State.UNKNOWN, duration_days=State.UNKNOWN, onset=State.UNKNOWN)
    changed = {change.id for one in would_change(facts, base) if one.rule is None for change in one.changes}
    assert changed <= base.findings.keys()
