"""What is said to a report of an outing."""

from __future__ import annotations

from datetime import date

from bot.care.return_to_run.progress import Phase, Progress
from bot.care.return_to_run.report import Report
from bot.dialogue.practice import Practice
from bot.dialogue.running import telling
from bot.knowledge.model import Criterion


def reported(
    was: Progress, now: Progress, report: Report, crossed: Criterion | None, practice: Practice, today: date
) -> str:
    """What the report changed, and what is next.

    Args:
        was, now: the plan before and after it.
        crossed: the line of the plan that the report crosses.
    """
    if now.phase is Phase.STOPPED:
        return telling.stopped(now, practice)
    outing = telling.outing_text(now, practice, today)
    if crossed is not None and now != was:
        if now.phase is Phase.GATE:
            outing = telling.status(now, practice, today)
        if was.settling_since and was.bad == now.bad:
            return practice.texts("running.reported.same", outing=outing)
        kind = "back_to_gate" if now.phase is Phase.GATE else "back"
        return practice.texts(f"running.reported.{kind}", line=crossed.text, outing=outing)
    if now.phase is Phase.GATE:
        return practice.texts(f"running.reported.{'before_gate' if report.ran else 'calm'}")
    if now.phase is Phase.DONE:
        return telling.status(now, practice, today)
    kind = _kind(was, now, report)
    return practice.texts(
        f"running.reported.{kind}", outing=outing if kind == "noted" else telling.status(now, practice, today)
    )


def _kind(was: Progress, now: Progress, report: Report) -> str:
    if now.stage > was.stage:
        return "forward"
    if now.good > was.good:
        return "counted"
    if report.ran and not now.waiting and report.day in now.runs:
        return "early_settling" if was.settling_since else "early"
    return "noted" if now.waiting == report.day and (now.waiting, now.felt) != (was.waiting, was.felt) else "held"
