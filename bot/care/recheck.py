"""When to look again, what to expect until then, and what should bring the person back sooner."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.model import Level
from bot.triage.assessment import Assessment


@dataclass(frozen=True)
class Recheck:
    """A safety net.

    Attributes:
        in_days: days until we look again; 0 when there is nothing to wait for because care is due now or today.
        expect: the usual course in a sentence; empty when `in_days` is 0.
        get_help_if: what should make the person seek help sooner.
    """

    in_days: int
    expect: str
    get_help_if: tuple[str, ...]


def recheck(assessment: Assessment) -> Recheck:
    """The safety net of the leading conditions: the earliest of their days, all of their warnings, each once."""
    courses = [candidate.condition.course for candidate in assessment.leading]
    warnings = tuple(dict.fromkeys(warning for course in courses for warning in course.get_help_if))
    if not courses or assessment.level.urgency >= Level.SAME_DAY.urgency:
        return Recheck(0, "", warnings)
    return Recheck(min(course.recheck_days for course in courses), courses[0].expect, warnings)
