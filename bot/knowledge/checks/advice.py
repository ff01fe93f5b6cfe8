"""Advice reaches somebody, says a thing once, and does not contradict itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.model import Advice

ALIKE = 90.0
"""Two texts as similar as this, of 100 (Levenshtein ratio), say the same."""

_SENTENCE = re.compile(r"[^.!?]+[.!?]")


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


def advice_is_written_once(base: Base) -> Iterator[Fault]:
    """No two blocks have one text, and no sentence is said twice to one person."""
    for first, second in combinations(base.knowledge.advice.values(), 2):
        if fuzz.ratio(first.text, second.text) >= ALIKE:
            what = f"Advice '{second.id}' says the same as '{first.id}'."
            yield Fault("advice", second.id, "text", what, "Keep one of them, and let conditions name that one.")
    for first, second in _given_together(base):
        for sentence in _sentences(first) & _sentences(second):
            what = f"Advice '{second.id}' and '{first.id}' are given together, and both say: {sentence}"
            yield Fault("advice", second.id, "text", what, "Say it in one of them.")


def advice_does_not_contradict_itself(base: Base) -> Iterator[Fault]:
    for one in base.knowledge.advice.values():
        for measure in sorted(set(one.recommends) & set(one.forbids)):
            what = f"Advice '{one.id}' recommends and forbids '{measure}'."
            yield Fault("advice", one.id, "forbids", what, "Keep it in one of the two lists.")
    for first, second in _given_together(base):
        for wants, warns in ((first, second), (second, first)):
            for measure in sorted(set(wants.recommends) & set(warns.forbids)):
                what = f"Advice '{wants.id}' recommends '{measure}', which '{warns.id}' forbids, and both may be given."
                mend = "Give them at different levels, or to different conditions, or leave one out."
                yield Fault("advice", wants.id, "recommends", what, mend)


def _given_together(base: Base) -> list[tuple[Advice, Advice]]:
    """Pairs of blocks that one condition may give at one level."""
    known = base.knowledge.advice
    pairs = {
        (first, second)
        for condition in base.knowledge.conditions.values()
        for first, second in combinations(sorted({id for id in condition.advice if id in known}), 2)
        if set(known[first].levels) & set(known[second].levels)
    }
    return [(known[first], known[second]) for first, second in sorted(pairs)]


def _sentences(advice: Advice) -> set[str]:
    return {sentence.strip() for sentence in _SENTENCE.findall(advice.text)}
