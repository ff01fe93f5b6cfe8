"""How urgent it is, and what carries that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.model import Knowledge, Level
from bot.triage.differential import Candidate, likely
from bot.triage.facts import Facts
from bot.triage.rules import Fired, fired


@dataclass(frozen=True)
class Reason:
    """Why a level is at least this high.

    Attributes:
        rule: id of the rule, or of the condition when `kind` is `condition`.
        kind: the rule's kind, or `condition`: a condition called likely usually calls for this level.
        text: the rule's text, or what the condition is.
        findings: ids of the facts that carry it.
        sources: ids of `Source`.
    """

    rule: str
    kind: str
    level: Level
    text: str
    findings: tuple[str, ...]
    sources: tuple[str, ...]


def level(facts: Facts, knowledge: Knowledge) -> tuple[Level, tuple[Reason, ...]]:
    """The level, and every reason above self-care, most urgent first.

    The highest of: each rule that fires, and the usual level of each condition called likely. Without any, self-care.
    Knowing nothing therefore gives self-care: it is for the interview to ask before anybody reads a level.
    """
    return weighed(fired(facts, knowledge), likely(facts, knowledge))


def weighed(standing: Sequence[Fired], candidates: Sequence[Candidate]) -> tuple[Level, tuple[Reason, ...]]:
    """The same from rules and conditions that are already worked out."""
    reasons = [_of_rule(one) for one in standing] + [
        _of_condition(candidate) for candidate in candidates if candidate.likelihood == "likely"
    ]
    reasons = [reason for reason in reasons if reason.level is not Level.SELF_CARE]
    reasons.sort(key=lambda reason: -reason.level.urgency)
    return (reasons[0].level if reasons else Level.SELF_CARE), tuple(reasons)


def _of_rule(one: Fired) -> Reason:
    rule = one.rule
    return Reason(rule.id, rule.kind, rule.level, rule.text, one.findings, rule.provenance.sources)


def _of_condition(candidate: Candidate) -> Reason:
    condition = candidate.condition
    return Reason(
        rule=condition.id,
        kind="condition",
        level=condition.usual_level,
        text=condition.plain,
        findings=candidate.supports,
        sources=condition.provenance.sources,
    )
