"""Advice reaches somebody, and never the wrong person."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks.fault import Base, Fault


def advice_is_used(base: Base) -> Iterator[Fault]:
    used = {id for condition in base.knowledge.conditions.values() for id in condition.advice}
    for id in base.knowledge.advice:
        if id not in used:
            what = f"No condition uses the advice '{id}'."
            yield Fault("advice", id, "id", what, f"Add {id} to the advice: of a condition, or take it out.")


def advice_can_be_given(base: Base) -> Iterator[Fault]:
    """A condition has something to say at the level that it usually calls for."""
    known = base.knowledge.advice
    for condition in base.knowledge.conditions.values():
        usual = condition.usual_level
        if not any(usual in known[id].levels for id in condition.advice if id in known):
            what = f"Condition '{condition.id}' is usually {usual}, and has no advice that may be given then."
            mend = f"Add advice with {usual} among its levels."
            yield Fault("condition", condition.id, "advice", what, mend)


def advice_said_instead_has_a_reason(base: Base) -> Iterator[Fault]:
    for advice in base.knowledge.advice.values():
        if advice.instead and advice.unless is None:
            what = f"Advice '{advice.id}' has something to say instead, but nothing ever withholds it."
            yield Fault("advice", advice.id, "instead", what, "Add unless: and when it must not be given.")
