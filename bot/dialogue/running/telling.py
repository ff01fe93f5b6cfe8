"""Where somebody stands on the way back to running, in one or two sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bot.care.return_to_run.calendar import next_outing
from bot.care.return_to_run.offer import Offer
from bot.care.return_to_run.progress import Phase, Progress
from bot.care.return_to_run.week import Session, session, sessions_a_week
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.knowledge.model import Level, Plan


def plan_message(text: str, way: Progress, practice: Practice, today: date) -> Message:
    """A message about a plan, with its state for machines."""
    plan = practice.knowledge.plans[way.plan]
    outing = next_outing(way, today)
    stage = plan.stages[way.stage]
    return Message.of(
        "plan",
        text,
        status=str(way.phase),
        plan=plan.id,
        name=plan.name,
        tissue=way.tissue,
        stage={"id": stage.id, "number": way.stage + 1, "of": len(plan.stages), "text": stage.text},
        good=way.good,
        next_run=outing.isoformat() if outing else None,
        settling=way.settling_since is not None,
        see=way.see or None,
        sources=list(plan.provenance.sources),
    )


def offered_message(found: Offer, way: Progress, practice: Practice, today: date) -> Message:
    """What the plan is, before its gate."""
    plan = found.plan
    text = practice.texts(
        "running.offered",
        name=plan.name,
        plain=plan.plain,
        stages=len(plan.stages),
        first=_session_text(session(plan, 0, way.week, way.weeks_off), practice),
        last=_session_text(session(plan, len(plan.stages) - 1, way.week, way.weeks_off), practice),
        limits=found.tissue.text,
    )
    return plan_message(text, way, practice, today)


def whole(found: Offer, practice: Practice) -> Mapping[str, Any]:
    """The plan for front ends and machines: all of it."""
    plan = found.plan
    return {
        "type": "return_to_run",
        "id": plan.id,
        "status": "offered",
        "name": plan.name,
        "plain": plan.plain,
        "condition": found.condition,
        "needs_clearance": found.needs_clearance,
        "limits": {
            "tissue": found.tissue.id,
            "text": found.tissue.text,
            "pain_most": found.tissue.pain_most,
            "pain_next_day": found.tissue.pain_next_day,
        },
        **{
            part: [{"id": one.id, "text": one.text} for one in getattr(plan, part)]
            for part in ("gate", "stages", "progress", "step_back", "stop")
        },
        "afterwards": plan.afterwards,
        "sources": list(dict.fromkeys((*plan.provenance.sources, *found.tissue.provenance.sources))),
    }


def status(way: Progress, practice: Practice, today: date) -> str:
    """Where they stand, and what is next."""
    texts, plan = practice.texts, practice.knowledge.plans[way.plan]
    match way.phase:
        case Phase.GATE if today < way.not_before and way.failed:
            sentence = _sentence(way.failed, plan, practice)
            return texts("running.gate.shut_until", sentence=sentence, day=_day(way, today, practice))
        case Phase.GATE if today < way.not_before:
            return texts("running.status.settling_gate")
        case Phase.GATE:
            return texts("running.gate.again")
        case Phase.DONE if not way.settling_since:
            return texts("running.done", afterwards=plan.afterwards)
        case Phase.STOPPED:
            return stopped(way, practice)
        case Phase.WITHDRAWN:
            return texts("running.withdrawn", why=texts("running.why.changed"))
    outing = outing_text(way, practice, today)
    if way.settling_since:
        return texts("running.status.settling", days=plan.settle_days, outing=outing)
    if way.waiting:
        return texts("running.status.waiting", outing=outing)
    left = plan.sessions_before_next - way.good
    if left > 1:
        return texts("running.status.good_left", outing=outing, left=left)
    if left == 1:
        return texts("running.status.last_good", outing=outing)
    ready = (way.stage_since or today) + timedelta(days=plan.days_before_next)
    return texts("running.status.days_left", outing=outing, day=day_text(ready, today, practice))


def opened(way: Progress, practice: Practice, today: date) -> str:
    """The gate is behind: the first outing and the rules for it."""
    plan = practice.knowledge.plans[way.plan]
    one = plan.rest_days == 1
    rest = practice.texts("running.rest.one") if one else practice.texts("running.rest.more", days=plan.rest_days)
    limits = practice.knowledge.tissues[way.tissue].text
    return practice.texts("running.open", outing=outing_text(way, practice, today), rest=rest, limits=limits)


def shut(way: Progress, practice: Practice, today: date) -> str:
    """An answer has shut the gate for now."""
    plan = practice.knowledge.plans[way.plan]
    sentence = _sentence(way.failed, plan, practice)
    return practice.texts("running.gate.shut", sentence=sentence, day=_day(way, today, practice))


def stopped(way: Progress, practice: Practice) -> str:
    """That running has to stop, why, and who should look."""
    see = practice.texts(f"running.see.{way.see or Level.SOON}")
    return practice.texts("running.stopped", line=line(way, practice), see=see)


def line(way: Progress, practice: Practice) -> str:
    """The line of the plan that was crossed last."""
    stop = practice.knowledge.plans[way.plan].stop
    return next((one.text for one in stop if one.id == way.crossed), stop[0].text)


def outing_text(way: Progress, practice: Practice, today: date) -> str:
    """The next outing; how it will be, when its day is not known yet."""
    plan = practice.knowledge.plans[way.plan]
    text = _session_text(session(plan, way.stage, way.week, way.weeks_off), practice)
    if (a_week := sessions_a_week(plan, way.week)) < plan.sessions_a_week:
        text = f"{text} {practice.texts('running.at_most', runs=a_week)}"
    number, stages = way.stage + 1, len(plan.stages)
    day = next_outing(way, today)
    if day is None:
        return practice.texts("running.outing.later", number=number, stages=stages, text=text)
    named = day_text(day, today, practice)
    return practice.texts("running.outing.next", number=number, stages=stages, text=text, day=named)


def day_text(day: date, today: date, practice: Practice) -> str:
    """ "today", or "Friday 27 November"."""
    return practice.texts("running.outing.today") if day == today else f"{day:%A} {day.day} {day:%B}"


def _day(way: Progress, today: date, practice: Practice) -> str:
    return day_text(max(way.not_before, today), today, practice)


def _sentence(item: str, plan: Plan, practice: Practice) -> str:
    own = {one.id: one.text for one in plan.gate}
    return own.get(item) or practice.texts("running.gate.clearance")


def _session_text(outing: Session, practice: Practice) -> str:
    if outing.minutes is not None:
        amount = practice.texts("running.amount.minutes", minutes=outing.minutes)
    elif outing.km is not None:
        amount = practice.texts("running.amount.km", km=f"{outing.km:g}")
    else:
        return outing.stage.text
    return f"{outing.stage.text} {practice.texts('running.fitted', amount=amount)}"
