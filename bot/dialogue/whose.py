"""Whose ankle it is: what changes when that changes."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.practice import ANOTHER
from bot.triage.facts import Facts

OTHERS = frozenset({"child", "other"})


def with_a_doubt(case: Case, before: Facts) -> Case:
    """The case after a message, in doubt whether it is about the same person as what was told before it.

    "My own ankle hurts too" after a friend's, "it is my son's" after what seemed one's own: only the person can say.
    """
    now, earlier = case.facts.text("subject"), before.text("subject")
    if now is None or now == earlier or case.facts.by_id["subject"].asked or not len(before):
        return case
    doubtful = earlier is not None or now in OTHERS
    return replace(case, singly=(ANOTHER, *case.singly)) if doubtful and ANOTHER not in case.singly else case


def started_afresh(case: Case) -> Case:
    """The case of another person: what was told since it is about them, and nothing from before."""
    since = case.facts.by_id["subject"].turn if "subject" in case.facts else case.turn
    facts = Facts.of(fact for fact in case.facts if fact.turn >= since)
    return Case(turn=case.turn, message=case.message, consent=case.consent, facts=facts, answered=True, day=case.day)


def is_anothers(facts: Facts) -> bool:
    """Whether the ankle is somebody else's than the writer's."""
    return facts.text("subject") in OTHERS
