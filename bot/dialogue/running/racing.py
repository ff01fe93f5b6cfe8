"""A race on a day, held against the plan: what would have to be true. Asking again changes nothing."""

from __future__ import annotations

from datetime import date

from bot.care.return_to_run.calendar import race_day
from bot.care.return_to_run.offer import Offer, Outcome, Refusal, Unchecked
from bot.care.return_to_run.progress import Phase, Progress
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.running.refusing import change, grounds, why
from bot.dialogue.running.telling import day_text, stopped
from bot.knowledge.model import Plan
from bot.triage.facts import Facts


def race_message(
    day: date | None, found: Outcome, way: Progress | None, facts: Facts, practice: Practice, today: date, again: bool
) -> Message:
    """The answer to "can I race?".

    Args:
        way: the plan that was begun, if one was.
        again: it was asked before; the same is said, kindly.
    """
    before = practice.texts("running.race.again") + " " if again else ""
    text, fields = _answer(day, found, way, facts, practice, today)
    return Message.of("plan", before + text, status="race", race=day.isoformat() if day else None, **fields)


def _answer(
    day: date | None, found: Outcome, way: Progress | None, facts: Facts, practice: Practice, today: date
) -> tuple[str, dict[str, object]]:
    texts = practice.texts
    on_day = f" {texts('running.race.day', day=day_text(day, date.min, practice))}" if day else ""
    if isinstance(found, Refusal):
        reasons, other = why(found, facts, practice), change(found, practice)
        return texts("running.race.refused", day=on_day, why=reasons, change=other), {
            "possible": False,
            **grounds(found),
        }
    if way is not None and way.phase is Phase.STOPPED:
        return texts("running.race.stopped", day=on_day, why=stopped(way, practice)), {"possible": False}
    plan = practice.knowledge.plans[way.plan] if way else found.plan
    held = race_day(way or _not_begun(plan, today), plan, today, day)
    ready = day_text(held.ready, today, practice) if held.ready else ""
    fields: dict[str, object] = {
        "possible": held.possible,
        "ready": held.ready.isoformat() if held.ready else None,
        "sources": list(plan.provenance.sources),
    }
    if day is not None and not held.possible:
        return texts("running.race.not_by", day=on_day, ready=ready), fields
    needed = _needed(way, found, plan, practice)
    if day is None:
        return texts("running.race.undated", needed=needed, ready=ready), fields
    return texts("running.race.perhaps", day=on_day, needed=needed, ready=ready), fields


def _needed(way: Progress | None, found: Offer | Unchecked, plan: Plan, practice: Practice) -> str:
    texts = practice.texts
    parts = [texts("running.race.needed.checks")] if isinstance(found, Unchecked) else []
    if way is None or way.phase is Phase.GATE:
        parts.append(texts("running.race.needed.gate", sentences=" ".join(one.text for one in plan.gate)))
    left = len(plan.stages) - (way.stage if way else 0)
    if way is None or way.phase is not Phase.DONE:
        parts.append(texts("running.race.needed.stages", stages=left))
    parts.append(texts("running.race.needed.calm"))
    return "".join(f"\n• {part}" for part in parts) + "\n"


def _not_begun(plan: Plan, today: date) -> Progress:
    """The plan as it would be if it began today."""
    return Progress(plan.id, plan.tissues[0], "self_care", today, cleared_first=False, not_before=today)
