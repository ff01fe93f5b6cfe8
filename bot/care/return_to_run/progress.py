"""Where somebody stands on the way back to running. One value, kept with the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from bot.care.return_to_run.offer import Offer
from bot.care.return_to_run.week import UsualWeek
from bot.knowledge.model import Level, Plan

CLEARANCE = "clearance"
"""Id of the sentence that a clinician has said that running is all right."""


class Phase(StrEnum):
    """What comes next."""

    GATE = "gate"
    """The way in: all of it has to be true first."""
    RUNNING = "running"
    DONE = "done"
    """The last stage is behind."""
    STOPPED = "stopped"
    """A clinician has to look before anything goes on."""
    WITHDRAWN = "withdrawn"
    """Something that is known now forbids the plan."""


@dataclass(frozen=True)
class Progress:
    """The state of one plan.

    Attributes:
        plan, tissue: ids.
        level: level of the assessment that it rests on; a higher one withdraws it.
        cleared_first: the gate also asks for the word of a clinician.
        passed: sentences of the gate that are true, on `gate_day`; on another day they are asked anew.
        failed: the sentence that was not true; empty for none.
        not_before: the first day of the next outing, or of the next try at the gate.
        stage: index of the stage. stage_since: its first day.
        good: good outings of the stage, in a row.
        bad: bad outings since the last step forward.
        runs: days of outings, the last ones.
        waiting: day of an outing whose next morning is not told yet. felt: that outing itself was all right.
        settling_since: day of the trouble that has to settle before the next outing.
        crossed: the line of the plan that was crossed last; empty for none.
        see: how soon to be looked at, when it has stopped.
        week, weeks_off: what the person used to run, and for how long not.
    """

    plan: str
    tissue: str
    level: str
    since: date
    cleared_first: bool
    not_before: date
    phase: Phase = Phase.GATE
    passed: tuple[str, ...] = ()
    gate_day: date | None = None
    failed: str = ""
    stage: int = 0
    stage_since: date | None = None
    good: int = 0
    bad: int = 0
    runs: tuple[date, ...] = ()
    waiting: date | None = None
    felt: bool = False
    settling_since: date | None = None
    crossed: str = ""
    see: str = ""
    week: UsualWeek | None = None
    weeks_off: int = 0

    def to_json(self) -> dict[str, Any]:
        stored = asdict(self)
        for name in _DATES:
            stored[name] = stored[name].isoformat() if stored[name] else None
        stored["runs"] = [day.isoformat() for day in self.runs]
        return stored | {"phase": str(self.phase), "passed": list(self.passed)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Progress:
        """The inverse of `to_json`. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
        values = {field.name: stored[field.name] for field in fields(cls)}
        for name in _DATES:
            values[name] = date.fromisoformat(values[name]) if values[name] else None
        values["runs"] = tuple(date.fromisoformat(day) for day in values["runs"])
        values["passed"] = tuple(values["passed"])
        values["phase"] = Phase(values["phase"])
        values["week"] = UsualWeek.from_json(values["week"]) if values["week"] else None
        return cls(**values)


_DATES = ("since", "not_before", "gate_day", "stage_since", "waiting", "settling_since")


def begun(found: Offer, today: date, week: UsualWeek | None = None, days_off: int = 0) -> Progress:
    """The start of a plan, before its gate. `days_off`: days without running."""
    return Progress(
        plan=found.plan.id,
        tissue=found.tissue.id,
        level=str(found.level),
        since=today,
        cleared_first=found.needs_clearance,
        not_before=today,
        week=week,
        weeks_off=days_off // 7,
    )


def gate_of(progress: Progress, plan: Plan) -> tuple[str, ...]:
    """Ids of the sentences that have to be true, in the order in which they are asked."""
    own = tuple(one.id for one in plan.gate)
    return (CLEARANCE, *own) if progress.cleared_first and CLEARANCE not in own else own


def gate_left(progress: Progress, plan: Plan, today: date) -> tuple[str, ...]:
    """What is still to be asked today; nothing when the gate is behind, or shut for today."""
    if progress.phase is not Phase.GATE or today < progress.not_before:
        return ()
    passed = progress.passed if progress.gate_day == today else ()
    return tuple(one for one in gate_of(progress, plan) if one not in passed)


def outranks(level: Level, progress: Progress) -> bool:
    """Whether a level is more urgent than the one that the plan was begun at."""
    return level.urgency > Level(progress.level).urgency
