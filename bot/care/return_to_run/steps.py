"""How a plan goes on: forward through its gate and by good outings with their days of rest; else hold, back or stop.

Pure: the same plan and the same reports on the same days give the same state.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.care.return_to_run.offer import Offer, Outcome
from bot.care.return_to_run.progress import Phase, Progress, gate_left, outranks
from bot.care.return_to_run.report import Event, GateAnswer, Report, felt_good, trouble, was_fine_later
from bot.care.return_to_run.week import sessions_a_week
from bot.knowledge.model import Criterion, Knowledge, Level, Plan, State

WEEK = timedelta(days=7)
NOT_SETTLING = "not_settling"
"""Id of the line that trouble crosses when it does not settle."""


def after(progress: Progress, event: Event, today: date, found: Outcome, knowledge: Knowledge) -> Progress:
    """The state after an event.

    Args:
        event: an answer at the gate, or a report. One of another day than it can be of changes nothing.
        found: what is offered by all that is known now. Anything but the same plan withdraws it, whatever is claimed.
    """
    now = on(progress, today, found, knowledge)
    if now.phase is Phase.WITHDRAWN or now.phase is Phase.STOPPED:
        return now
    plan = knowledge.plans[now.plan]
    if isinstance(event, GateAnswer):
        return _at_the_gate(now, event, plan, today)
    if not now.since <= event.day <= today:
        return now
    crossed = trouble(event, plan, knowledge.tissues[now.tissue])
    if crossed is not None:
        return _back(now, crossed, event, plan, clearance=knowledge.tissues[now.tissue].needs_clearance)
    if now.phase is Phase.GATE:
        return replace(now, settling_since=None) if was_fine_later(event) else now
    return on(_good(now, event, plan), today, found, knowledge)


def on(progress: Progress, today: date, found: Outcome, knowledge: Knowledge) -> Progress:
    """The state on a day, with what time alone has changed: a stage that is done, or a long break."""
    if progress.phase in (Phase.WITHDRAWN, Phase.STOPPED):
        return progress
    if not is_offered(progress, found):
        return replace(progress, phase=Phase.WITHDRAWN, waiting=None)
    plan = knowledge.plans[progress.plan]
    if progress.phase is not Phase.RUNNING:
        return progress
    return _forward(_rested_too_long(progress, plan, today), plan, today)


def is_offered(progress: Progress, found: Outcome) -> bool:
    """Whether what is known now still allows the plan that was begun."""
    return (
        isinstance(found, Offer)
        and (found.plan.id, found.tissue.id) == (progress.plan, progress.tissue)
        and not outranks(found.level, progress)
        and (progress.cleared_first or not found.needs_clearance)
    )


def _at_the_gate(progress: Progress, answer: GateAnswer, plan: Plan, today: date) -> Progress:
    left = gate_left(progress, plan, today)
    if answer.day != today or answer.item not in left:
        return progress
    passed = progress.passed if progress.gate_day == today else ()
    if answer.state is not State.PRESENT:
        tomorrow = today + timedelta(days=max(plan.rest_days, 1))
        return replace(progress, passed=(), gate_day=today, failed=answer.item, not_before=tomorrow)
    if left != (answer.item,):
        return replace(progress, passed=(*passed, answer.item), gate_day=today, failed="")
    return replace(
        progress, phase=Phase.RUNNING, passed=(), gate_day=None, failed="", stage_since=today, settling_since=None
    )


def _good(progress: Progress, report: Report, plan: Plan) -> Progress:
    """A report within the limits: an outing that now waits for its next morning, or that morning."""
    after_it = progress
    if report.ran:
        after_it = _went_out(after_it, report, plan)
    if not was_fine_later(report):
        return after_it
    after_it = replace(after_it, settling_since=None)
    waiting = after_it.waiting
    if waiting is None or not after_it.felt or not (report.day > waiting or (report.ran and report.later)):
        return after_it
    return replace(after_it, good=after_it.good + 1, waiting=None, felt=False)


def _went_out(progress: Progress, report: Report, plan: Plan) -> Progress:
    """An outing. One that came before its day, or before trouble had settled, rests the days all the same."""
    if progress.runs and report.day < progress.runs[-1]:
        return progress
    if progress.waiting == report.day:
        return replace(progress, felt=progress.felt or felt_good(report))
    if report.day in progress.runs:
        return progress
    counts = report.day >= progress.not_before and progress.settling_since is None and progress.phase is Phase.RUNNING
    runs = (*progress.runs, report.day)[-plan.sessions_a_week :]
    return replace(
        progress,
        runs=runs,
        not_before=_next_outing(runs, plan, sessions_a_week(plan, progress.week)),
        waiting=report.day if counts else None,
        felt=counts and felt_good(report),
        crossed="",
    )


def _next_outing(runs: tuple[date, ...], plan: Plan, a_week: int) -> date:
    """The first day after the rest, with no more than so many outings within a week."""
    rested = runs[-1] + timedelta(days=plan.rest_days + 1)
    return max(rested, runs[-a_week] + WEEK) if len(runs) >= a_week else rested


def _back(progress: Progress, crossed: Criterion, report: Report, plan: Plan, *, clearance: bool) -> Progress:
    """A line was crossed: one stage back once it has settled, or an end when it must be seen or came once too often."""
    runs = progress.runs
    if report.ran and report.day not in runs:
        runs = (*runs, report.day)[-plan.sessions_a_week :]
    same = _is_the_same_trouble(progress, report)
    bad = progress.bad + (0 if same else 1)
    since = progress.settling_since or report.day
    worse = replace(progress, runs=runs, bad=bad, good=0, waiting=None, felt=False, settling_since=since)
    if report.day - since >= timedelta(days=plan.settle_days):
        return _stopped(worse, NOT_SETTLING, Level.SOON)
    if crossed.level is not None or clearance or bad >= plan.bad_runs_before_stop:
        return _stopped(worse, crossed.id, crossed.level or Level.SOON)
    rested = report.day + timedelta(days=plan.rest_days + 1)
    back = replace(worse, crossed=crossed.id, not_before=max(rested, progress.not_before))
    if progress.phase is Phase.GATE or (progress.phase is Phase.RUNNING and progress.stage == 0):
        return replace(back, phase=Phase.GATE, stage=0, passed=(), gate_day=None)
    if same:
        return back
    last = len(plan.stages) - 1
    stage = last if progress.phase is Phase.DONE else progress.stage - 1
    return replace(back, phase=Phase.RUNNING, stage=stage, stage_since=report.day)


def _is_the_same_trouble(progress: Progress, report: Report) -> bool:
    """Whether it tells that a trouble is still there, and of no further outing."""
    return progress.settling_since is not None and not (report.ran and report.day > progress.settling_since)


def _stopped(progress: Progress, crossed: str, see: Level) -> Progress:
    return replace(progress, phase=Phase.STOPPED, crossed=crossed, see=str(see), waiting=None, felt=False)


def _rested_too_long(progress: Progress, plan: Plan, today: date) -> Progress:
    """One stage back after a long break, once for each break."""
    last = max((day for day in (progress.stage_since, *progress.runs[-1:]) if day), default=today)
    if not plan.long_break_days or not progress.stage or today - last < timedelta(days=plan.long_break_days):
        return progress
    if progress.good >= plan.sessions_before_next:
        return progress  # the stage is done; the next one begins
    return replace(progress, stage=progress.stage - 1, stage_since=today, good=0, waiting=None, felt=False)


def _forward(progress: Progress, plan: Plan, today: date) -> Progress:
    """The next stage, once the good outings, their days and any settling are behind."""
    since = progress.stage_since or today
    days = timedelta(days=plan.days_before_next)
    if progress.good < plan.sessions_before_next or today - since < days:
        return progress
    if progress.settling_since or progress.waiting:
        return progress  # what is not told yet may be bad
    ahead = replace(progress, good=0, bad=0, stage_since=today, crossed="")
    if progress.stage + 1 == len(plan.stages):
        return replace(ahead, phase=Phase.DONE)
    return replace(ahead, stage=progress.stage + 1)
