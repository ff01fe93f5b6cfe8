"""On which day what can be: the next outing, and the end of the plan at the earliest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.care.return_to_run.progress import Phase, Progress
from bot.care.return_to_run.week import sessions_a_week
from bot.knowledge.model import Plan

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class RaceDay:
    """A race, held against the plan.

    Attributes:
        day: day of the race; `None` when it was not told.
        ready: the first day on which every stage can be done, if all goes well; `None` when it has stopped.
        possible: the plan can be done before that day. That is never a yes: all of it has to go well first.
    """

    day: date | None
    ready: date | None
    possible: bool


def next_outing(progress: Progress, today: date) -> date | None:
    """The day of the next outing; `None` when there is none yet: before the gate, while it settles, after a stop."""
    if progress.phase not in (Phase.RUNNING, Phase.DONE) or progress.settling_since:
        return None
    return max(progress.not_before, today)


def race_day(progress: Progress, plan: Plan, today: date, day: date | None) -> RaceDay:
    """Whether the plan can be done before a race."""
    ready = _ready(progress, plan, today)
    return RaceDay(day, ready, ready is not None and day is not None and ready < day)


def _ready(progress: Progress, plan: Plan, today: date) -> date | None:
    """The day after the last outing that the plan asks for, when each one goes well from the first possible day on."""
    if progress.phase in (Phase.STOPPED, Phase.WITHDRAWN):
        return None
    start = max(progress.not_before, today)
    if progress.phase is Phase.DONE:
        return start
    stages = len(plan.stages) - progress.stage
    in_a_row = (plan.sessions_before_next - 1) * (plan.rest_days + 1) + 1
    a_week = sessions_a_week(plan, progress.week)
    by_weeks = (plan.sessions_before_next * DAYS_OF_A_WEEK) // a_week
    days_each = max(in_a_row, by_weeks, plan.days_before_next)
    done = 0 if progress.phase is Phase.GATE else min(progress.good, plan.sessions_before_next)
    spared = days_each * done // plan.sessions_before_next
    return start + timedelta(days=max(stages * days_each - spared, 0))
