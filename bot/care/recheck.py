"""When to look again, what to expect until then, and what should bring the person back sooner."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.model import Level
from bot.triage.assessment import Assessment

SEEN_WITHIN = 7
"""Days within which somebody should have looked at it when it need not be today. Source: product judgement."""


@dataclass(frozen=True)
class Recheck:
    """A safety net.

    Attributes:
        in_days: days until we look again; 0 when there is nothing to wait for because care is due now or today.
        expect: the usual course in a sentence; empty when `in_days` is 0, and when a rule asks for a look first: then
            the usual course may not be theirs.
        get_help_if: what should make the person seek help sooner.
    """

    in_days: int
    expect: str
    get_help_if: tuple[str, ...]


def recheck(assessment: Assessment) -> Recheck:
    """The safety net of the leading conditions: the earliest of their days, all of their warnings, each once.

    Who is to be seen today hears no warnings of conditions that are looked after at home: those have times in them.
    """
    conditions = [candidate.condition for candidate in assessment.leading]
    if assessment.level.urgency >= Level.SAME_DAY.urgency:
        conditions = [one for one in conditions if one.usual_level.urgency >= Level.SAME_DAY.urgency]
    courses = [condition.course for condition in conditions]
    warnings = tuple(dict.fromkeys(warning for course in courses for warning in course.get_help_if))
    if not courses or assessment.level.urgency >= Level.SAME_DAY.urgency:
        return Recheck(0, "", warnings)
    days = min(course.recheck_days for course in courses)
    if assessment.level is Level.SELF_CARE:
        lead = assessment.leading[0].condition
        return Recheck(days, f"{lead.course.expect} {lead.escalate or ''}".strip(), warnings)
    by_a_rule = any(reason.kind != "condition" for reason in assessment.reasons)
    return Recheck(min(days, SEEN_WITHIN), "" if by_a_rule else courses[0].expect, warnings)
