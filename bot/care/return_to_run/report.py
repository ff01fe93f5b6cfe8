"""What a runner reports of an outing or of how the ankle is, and whether that is good enough to go on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.knowledge.model import Criterion, Plan, State, Tissue


@dataclass(frozen=True)
class GateAnswer:
    """The answer to one sentence of the way in. Anything but `PRESENT` keeps the gate shut."""

    day: date
    item: str
    state: State


@dataclass(frozen=True)
class Report:
    """What was told of an outing, or of a day without one.

    Attributes:
        day: the day that it is told of.
        ran: it tells of an outing on that day.
        later: it tells how the ankle was afterwards: the next morning, or by now.
        pain: the most pain while out, 0–10; `None` when it was not told.
        later_pain: the same of afterwards.
        fine: it was said to be all right, without a number.
        worse: it was said to be worse than before.
        signs: ids of what went wrong, as the `stop` of plans has them: `limp`, `swelling`, `sharp_pain` …
    """

    day: date
    ran: bool = False
    later: bool = False
    pain: int | None = None
    later_pain: int | None = None
    fine: bool = False
    worse: bool = False
    signs: tuple[str, ...] = ()


Event = GateAnswer | Report


def trouble(report: Report, plan: Plan, tissue: Tissue) -> Criterion | None:
    """The line of the plan that the report crosses, the most urgent one first; `None` when it is within the limits."""
    crossed = [_line(sign, plan) for sign in report.signs]
    if report.pain is not None and report.pain > tissue.pain_most:
        crossed.append(_line("any_pain" if tissue.pain_most == 0 else "too_much_pain", plan))
    if report.worse or (report.later_pain is not None and report.later_pain > tissue.pain_next_day):
        crossed.append(_line("later_pain" if tissue.pain_most == 0 else "next_morning", plan))
    return max(crossed, key=lambda one: one.level.urgency if one.level else -1, default=None)


def felt_good(report: Report) -> bool:
    """Whether it tells how the outing itself was. A report that says nothing of it is not a good one."""
    return report.pain is not None or (report.fine and not report.later)


def was_fine_later(report: Report) -> bool:
    """Whether it tells that the ankle was all right afterwards."""
    return report.later and (report.fine or report.later_pain is not None)


def _line(sign: str, plan: Plan) -> Criterion:
    """The line of that id; a sign that the plan has no line for stops it all the same, by its first one."""
    return next((one for one in plan.stop if one.id == sign), plan.stop[0])
