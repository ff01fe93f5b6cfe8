"""Each condition can come out first: there are answers to the questions of the base that make it the leading one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.model import Condition, Knowledge, State
from bot.triage.differential import probabilities
from bot.triage.facts import Fact, Facts, Value
from bot.triage.weights import ratio_of

ROUNDS = 3
"""Times that every answer is tried again; the search has settled long before."""


def conditions_can_lead(base: Base) -> Iterator[Fault]:
    answers = _answers(base)
    for condition in base.knowledge.conditions.values():
        rival = _rival(condition, answers, base.knowledge)
        if rival is not None:
            what = f"No answers make condition '{condition.id}' the leading one: '{rival}' stays before it."
            mend = f"Give it a finding that speaks against '{rival}', or a larger ratio or prior."
            yield Fault("condition", condition.id, "findings", what, mend)


def leading_answers(condition: Condition, base: Base) -> Facts:
    """Answers that speak for a condition as much as any, against its nearest rival."""
    return _best(condition, _answers(base), base.knowledge)


def _rival(condition: Condition, answers: Mapping[str, Sequence[Value]], knowledge: Knowledge) -> str | None:
    """The condition that stays before it; `None` when it comes first."""
    shares = probabilities(_best(condition, answers, knowledge), knowledge)
    first = max(shares, key=lambda id: shares[id])
    return None if first == condition.id else first


def _best(condition: Condition, answers: Mapping[str, Sequence[Value]], knowledge: Knowledge) -> Facts:
    """Climbs: begins with what speaks most for the condition, then changes one answer at a time for the better."""
    start = (
        _fact(evidence.about, max(answers[evidence.about], key=lambda value: ratio_of(evidence, value)))
        for evidence in condition.evidence
        if evidence.about in answers
    )
    facts = Facts.of(start)
    for _ in range(ROUNDS):
        before = facts
        for about, values in answers.items():
            ways = (facts, facts.without(about), *(facts.having(_fact(about, value)) for value in values))
            facts = max(ways, key=lambda way: _lead(condition, way, knowledge))
        if facts == before or _lead(condition, facts, knowledge) > 0:
            break
    return facts


def _lead(condition: Condition, facts: Facts, knowledge: Knowledge) -> float:
    """How far the condition is before all others, as a logarithm of shares; negative when one is before it."""
    shares = probabilities(facts, knowledge)
    others = max((share for id, share in shares.items() if id != condition.id), default=0.0)
    return math.log(shares[condition.id] or math.ulp(0.0)) - math.log(others or math.ulp(0.0))


def _answers(base: Base) -> Mapping[str, Sequence[Value]]:
    """What can be answered to questions: each state, each value, and of a number those at which weights change."""
    asked = dict.fromkeys(about for question in base.knowledge.questions.values() for about in question.about)
    found: dict[str, Sequence[Value]] = {}
    for about in asked:
        attribute = base.vocabulary.attributes.get(about)
        if attribute is None:
            found[about] = (State.PRESENT, State.ABSENT)
        elif attribute.is_number:
            found[about] = sorted(_turning_points(about, base.knowledge))
        else:
            found[about] = [(value,) if about == "location" else value for value in attribute.values]
    return {about: values for about, values in found.items() if values}


def _turning_points(about: str, knowledge: Knowledge) -> set[int]:
    """The ends of the ranges that conditions weigh, and the numbers beside them."""
    ends = {
        int(end)
        for condition in knowledge.conditions.values()
        for evidence in condition.evidence
        if evidence.about == about
        for span in evidence.values
        for end in span.split("..")
        if end
    }
    return {near for end in ends for near in (end - 1, end, end + 1) if near >= 0}


def _fact(about: str, value: Value) -> Fact:
    return Fact(about, value, said="", turn=0, asked=True)
