"""Whether a person may be given a plan for running again, and which: by what is hurt, and by all that forbids it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from bot.care.return_to_run.week import UsualWeek
from bot.knowledge.clauses import atoms
from bot.knowledge.model import Condition, Is, Knowledge, Level, Plan, State, Tissue
from bot.triage.assessment import Assessment
from bot.triage.clauses import holds, mentioned, open_in, witnesses
from bot.triage.facts import Facts

Why = Literal["level", "rule", "in_view", "no_plan", "unless"]


@dataclass(frozen=True)
class Ground:
    """One reason why there is no plan.

    Attributes:
        why: `level` (it has to be seen now or today), `rule` (a safety rule warns against running), `in_view` (a
            condition is not ruled out), `no_plan` (of what fits best, a clinician says when), `unless` (something that
            was told, or is not known, forbids the plan).
        about: the level, rule, condition, finding or attribute.
        sources: ids of `Source`.
    """

    why: Why
    about: str
    sources: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return {"why": self.why, "about": self.about, "sources": list(self.sources)}


@dataclass(frozen=True)
class Refusal:
    """There is no plan for now. `grounds`: why, the weightiest first; at least one."""

    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class Unchecked:
    """There may be a plan, once it is known whether something forbids it. `open`: ids of findings to ask about."""

    plan: Plan
    open: tuple[str, ...]


@dataclass(frozen=True)
class Offer:
    """A plan that this person may be given.

    Attributes:
        tissue: what is hurt; it sets the limits of pain.
        condition: id of the condition that it is for.
        level: level of the assessment that it rests on.
        needs_clearance: a clinician has to say first that running is all right.
    """

    plan: Plan
    tissue: Tissue
    condition: str
    level: Level
    needs_clearance: bool


Outcome = Offer | Unchecked | Refusal


def offer(assessment: Assessment, facts: Facts, knowledge: Knowledge, week: UsualWeek | None = None) -> Outcome:
    """The plan for an assessment, or why there is none.

    Never at an emergency or for same-day care; never while a rule that fires warns against running, or a condition is
    in view that the plan is never given with; never while its `unless` holds, where "not sure" counts as holding. What
    was not asked yet is asked before anything is offered.
    """
    if assessment.level.urgency >= Level.SAME_DAY.urgency:
        return Refusal(tuple(_of_level(assessment)))
    lead = _lead(assessment)
    if lead is None:
        return Refusal((Ground("no_plan", "", ()),))
    candidates = _candidates(lead, facts, knowledge, week)
    grounds = [*_of_rules(assessment, knowledge), *_in_view(assessment, candidates)]
    if not candidates:
        grounds.append(Ground("no_plan", lead.id, lead.provenance.sources))
    forbidden = [tuple(_forbidding(plan, facts)) for plan in candidates]
    fit = [plan for plan, found in zip(candidates, forbidden, strict=True) if not found]
    if grounds or not fit:
        return Refusal((*grounds, *(forbidden[0] if forbidden else ())))
    plan = fit[0]
    if unasked := _unasked(plan, facts, knowledge):
        return Unchecked(plan, unasked)
    tissue = knowledge.tissues[lead.tissue]
    cleared = tissue.needs_clearance or assessment.level is not Level.SELF_CARE
    return Offer(plan, tissue, lead.id, assessment.level, cleared)


def _lead(assessment: Assessment) -> Condition | None:
    """What fits best; nothing while all that is in view is unlikely."""
    first = next(iter(assessment.leading), None)
    return first.condition if first and first.likelihood != "less_likely" else None


def _candidates(lead: Condition, facts: Facts, knowledge: Knowledge, week: UsualWeek | None) -> list[Plan]:
    """The plans of the condition, the best first. After long weeks off, a told distance calls for one by distance."""
    if not lead.plans:
        return []
    own = [knowledge.plans[id] for id in lead.plans if lead.tissue in knowledge.plans[id].tissues]
    days = facts.number("duration_days") or 0
    by_distance = [
        plan
        for plan in knowledge.plans.values()
        if lead.tissue in plan.tissues
        and plan.halve_every_weeks
        and days >= 7 * plan.halve_every_weeks
        and week is not None
        and week.run_km(plan.sessions_a_week) is not None
    ]
    return [*by_distance, *own]


def _of_level(assessment: Assessment) -> Iterator[Ground]:
    """The reasons that carry the level, else the level itself."""
    found = [reason for reason in assessment.reasons if reason.level is assessment.level]
    sources = tuple(dict.fromkeys(source for reason in found for source in reason.sources))
    yield Ground("level", str(assessment.level), sources)


def _of_rules(assessment: Assessment, knowledge: Knowledge) -> Iterator[Ground]:
    for reason in assessment.reasons:
        rule = knowledge.rules.get(reason.rule)
        if rule is not None and "running" in rule.forbids:
            yield Ground("rule", rule.id, rule.provenance.sources)


def _in_view(assessment: Assessment, plans: list[Plan]) -> Iterator[Ground]:
    """What is in view and forbids the plan, however unlikely; and what is likely or possible and has no plan."""
    never = {id for plan in plans for id in plan.never_with}
    for candidate in assessment.conditions:
        condition = candidate.condition
        if condition.id in never or (candidate.likelihood != "less_likely" and not condition.plans):
            yield Ground("in_view", condition.id, condition.provenance.sources)


def _forbidding(plan: Plan, facts: Facts) -> Iterator[Ground]:
    if plan.unless is not None and holds(plan.unless, facts):
        for about in witnesses(plan.unless, facts):
            yield Ground("unless", about, plan.provenance.sources)


def _unasked(plan: Plan, facts: Facts, knowledge: Knowledge) -> tuple[str, ...]:
    """Findings that could still forbid the plan.

    What a person can do (`{absent: hop}`) is asked at the gate. Of who somebody is and what happened the interview has
    asked whatever concerns this person.
    """
    if plan.unless is None:
        return ()
    abilities = {one.finding for one in atoms(plan.unless) if isinstance(one, Is) and one.state is State.ABSENT}
    left = open_in(plan.unless, facts) - abilities
    return tuple(about for about in mentioned(plan.unless) if about in left and about in knowledge.findings)
