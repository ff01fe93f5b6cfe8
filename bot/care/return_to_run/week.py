"""The week that a runner is used to, and what it means for a plan: it can shorten an outing, never lengthen it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.knowledge.model import Plan, Stage


@dataclass(frozen=True)
class UsualWeek:
    """What somebody used to run, as far as it was told.

    Attributes:
        minutes, km: in a week.
        runs: runs a week.
        longest_minutes, longest_km: the longest run.
        minutes_per_km: the usual pace.
    """

    minutes: float | None = None
    km: float | None = None
    runs: int | None = None
    longest_minutes: float | None = None
    longest_km: float | None = None
    minutes_per_km: float | None = None

    def run_minutes(self, runs_a_week: int) -> float | None:
        """Minutes of the longest run, else of a run; `None` when neither was told. Distance counts by a told pace."""
        if self.longest_minutes is not None:
            return self.longest_minutes
        if self.longest_km is not None and self.minutes_per_km is not None:
            return self.longest_km * self.minutes_per_km
        minutes = self.minutes
        if minutes is None and self.km is not None and self.minutes_per_km is not None:
            minutes = self.km * self.minutes_per_km
        return None if minutes is None else minutes / (self.runs or runs_a_week)

    def run_km(self, runs_a_week: int) -> float | None:
        """The same in kilometres."""
        if self.longest_km is not None:
            return self.longest_km
        if self.longest_minutes is not None and self.minutes_per_km is not None:
            return self.longest_minutes / self.minutes_per_km
        km = self.km
        if km is None and self.minutes is not None and self.minutes_per_km is not None:
            km = self.minutes / self.minutes_per_km
        return None if km is None else km / (self.runs or runs_a_week)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> UsualWeek:
        return cls(**stored)


@dataclass(frozen=True)
class Session:
    """One outing of a stage, as it fits a person.

    Attributes:
        stage: as the plan has it.
        minutes, km: how long it is in all, where that is less than the stage says, or where the stage leaves it open.
    """

    stage: Stage
    minutes: int | None = None
    km: float | None = None


def session(plan: Plan, stage: int, week: UsualWeek | None, weeks_off: float = 0) -> Session:
    """The outing of a stage. Nobody is told to go for longer than the runs that they are used to.

    Args:
        stage: index of the stage.
        weeks_off: weeks without running; a plan by distance begins with less after many.
    """
    wanted = plan.stages[stage]
    if week is None:
        return Session(wanted)
    minutes, km = week.run_minutes(plan.sessions_a_week), week.run_km(plan.sessions_a_week)
    if plan.halve_every_weeks:
        usual = km if week.km is None else week.km / (week.runs or plan.sessions_a_week)
        return Session(wanted, km=None if usual is None else _halved(usual, weeks_off, plan))
    if wanted.total_minutes is not None and minutes is not None and minutes < wanted.total_minutes:
        return Session(wanted, minutes=max(round(minutes), _round_of(wanted)))
    if wanted.total_km is not None and km is not None and km < wanted.total_km:
        return Session(wanted, km=round(km, 1))
    return Session(wanted)


def sessions_a_week(plan: Plan, week: UsualWeek | None) -> int:
    """Outings a week: those of the plan, or fewer for who used to run less often."""
    return min(plan.sessions_a_week, week.runs) if week and week.runs else plan.sessions_a_week


def _halved(km: float, weeks_off: float, plan: Plan) -> float:
    halvings = int(weeks_off // (plan.halve_every_weeks or 1))
    return float(max(round(km / 2**halvings, 1), plan.least_km or 0))


def _round_of(stage: Stage) -> int:
    """Minutes of the shortest round of running and walking, or of a minute's run."""
    return round((stage.walk_minutes or 0) + 1)
