"""Coming back on a later day: what is known has aged, and how it is now is asked before anything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.dialogue.case import Case
from bot.dialogue.practice import CHECK_IN, Practice
from bot.knowledge.model import State
from bot.triage.facts import Fact

OF_THE_DAY = frozenset({"severity"})
"""What was true on the day it was told, and is asked anew."""


def returned(case: Case, today: date | None, practice: Practice) -> Case:
    """The case on the day of a new message: older by the days that went by.

    What is there stays there until the person says otherwise. What was denied and could be an emergency now, and how
    bad the pain is, is asked anew.

    Args:
        today: day of the message; `None` when it is not known, and nothing ages.
    """
    if today is None:
        return replace(case, away=0)
    days = (today - date.fromisoformat(case.day)).days if case.day else 0
    looked_after = case.running.way is not None or case.running.wanted  # whoever has a plan reports as it says
    away = max(days, 0) if len(case.facts) and not looked_after else 0
    case = replace(case, day=max(today.isoformat(), case.day), away=away)
    if not case.away:
        return case
    stale = {fact.id for fact in case.facts if _is_stale(fact, practice)}
    aged = case.facts.without(*stale)
    if (began := aged.by_id.get("duration_days")) and isinstance(began.value, int):
        aged = aged.having(replace(began, value=began.value + case.away))
    asked = tuple(id for id in case.asked if stale.isdisjoint(practice.question(id).about))
    if not case.assessed:
        return replace(case, facts=aged, asked=asked)
    return replace(case, outcome="", facts=aged, asked=asked, open=None, misses=0, singly=(CHECK_IN, *case.singly))


def compared(how: str, said: str, turn: int) -> Fact:
    """What the answer to "how is it now?" tells: whether it is getting worse.

    Args:
        how: `better`, `same` or `worse`.
    """
    return Fact("worsening", State.PRESENT if how == "worse" else State.ABSENT, said, turn, asked=True)


def _is_stale(fact: Fact, practice: Practice) -> bool:
    """Whether it may have changed since: illnesses of before have not."""
    finding = practice.knowledge.findings.get(fact.id)
    if finding is None:
        return fact.id in OF_THE_DAY
    return fact.value is State.ABSENT and finding.kind != "history" and fact.id in practice.emergency_findings
