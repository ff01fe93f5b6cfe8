"""A plan has a way in, steps, a way back and a way out, and its numbers make sense."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks.fault import Base, Fault

CLEARANCE = "clearance"
WEEK = 7

PAIN = range(11)
"""Pain is a whole number from 0 to 10."""


def plans_are_whole(base: Base) -> Iterator[Fault]:
    for plan in base.knowledge.plans.values():
        for part in ("gate", "stages", "progress", "step_back", "stop"):
            items = getattr(plan, part)
            if not items:
                yield Fault("plan", plan.id, "", f"Plan '{plan.id}' has no {part}.", f"Add {part}: and at least one.")
            ids = [item.id for item in items]
            for id in sorted({id for id in ids if ids.count(id) > 1}):
                what = f"Plan '{plan.id}', '{part}': '{id}' stands there twice."
                yield Fault("plan", plan.id, f"{part}[{ids.index(id)}]", what, "Give it another id.")
        if min(plan.sessions_before_next, plan.sessions_a_week) < 1 or plan.rest_days < 0:
            what = f"Plan '{plan.id}' counts {plan.sessions_before_next} sessions and {plan.rest_days} rest days."
            yield Fault("plan", plan.id, "", what, "Count from 1 session and from 0 rest days.")


def plans_can_go_on_and_end(base: Base) -> Iterator[Fault]:
    """A number that is 0 would switch a way back or a way out off."""
    for plan in base.knowledge.plans.values():
        for part in ("long_break_days", "settle_days", "bad_runs_before_stop"):
            if getattr(plan, part) < 1:
                yield Fault("plan", plan.id, part, f"Plan '{plan.id}' has a '{part}' below 1.", "Count from 1.")
        if plan.sessions_a_week * (plan.rest_days + 1) > WEEK + plan.rest_days:
            what = (
                f"Plan '{plan.id}' has {plan.sessions_a_week} sessions a week, which its rest days leave no room for."
            )
            yield Fault("plan", plan.id, "sessions_a_week", what, "Ask for fewer sessions, or for less rest.")
        cleared = any(base.knowledge.tissues[id].needs_clearance for id in plan.tissues if id in base.knowledge.tissues)
        if cleared and not any(one.id == CLEARANCE for one in plan.gate):
            what = (
                f"Plan '{plan.id}' is for a tissue that a clinician has to clear, and its gate does not ask for that."
            )
            yield Fault("plan", plan.id, "gate", what, f"Add a sentence with the id '{CLEARANCE}'.")


def limits_of_pain_are_in_order(base: Base) -> Iterator[Fault]:
    for tissue in base.knowledge.tissues.values():
        limits = (tissue.pain_fine, tissue.pain_most, tissue.pain_next_day)
        if any(limit not in PAIN for limit in limits) or tissue.pain_fine > tissue.pain_most:
            what = f"Tissue '{tissue.id}' takes pain of {tissue.pain_fine} to {tissue.pain_most}."
            yield Fault("tissue", tissue.id, "pain_most", what, "Give numbers from 0 to 10, the smaller first.")
