"""A plan has a way in, steps, a way back and a way out, and its numbers make sense."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks.fault import Base, Fault

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


def limits_of_pain_are_in_order(base: Base) -> Iterator[Fault]:
    for tissue in base.knowledge.tissues.values():
        limits = (tissue.pain_fine, tissue.pain_most, tissue.pain_next_day)
        if any(limit not in PAIN for limit in limits) or tissue.pain_fine > tissue.pain_most:
            what = f"Tissue '{tissue.id}' takes pain of {tissue.pain_fine} to {tissue.pain_most}."
            yield Fault("tissue", tissue.id, "pain_most", what, "Give numbers from 0 to 10, the smaller first.")
