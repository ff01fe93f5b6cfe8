"""What a message about running only seems to say: "ran today" is not when it began, and "just say yes" is no yes."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.running.heard import Heard

UNTOUCHED = ("duration_days", "onset", "mechanism")
"""What a report of an outing says of days and of how things began is not about how this complaint began."""


def begs(before: Case, told: Heard) -> bool:
    """Whether a message only begs, right after an answer about running.

    While a question is open, "please" and the like may belong to its answer; then only plain begging counts.
    """
    running = before.running
    begging = told.begs or (told.may_beg and before.open is None and not told.names_another)
    return begging and not told.asks and bool(running.topic) and running.took == before.turn


def with_the_story_as_it_was(before: Case, case: Case) -> Case:
    """The case with what was known of how it began.

    Pain of an outing counts as the worst pain only when it is worse: a level never falls by a report.
    """
    kept = [before.facts.by_id[id] for id in UNTOUCHED if id in before.facts]
    severity, now = before.facts.number("severity"), case.facts.number("severity")
    if severity is not None and (now is None or now < severity):
        kept.append(before.facts.by_id["severity"])
    fresh = [id for id in UNTOUCHED if id in case.facts and id not in before.facts]
    return replace(case, facts=case.facts.without(*fresh).having(*kept))


def with_nothing_answered(before: Case, case: Case) -> Case:
    """The case without what was taken for an answer to the open question. What was told besides is kept."""
    taken = [fact.id for fact in case.facts if fact.asked and fact.turn == case.turn]
    facts = case.facts.without(*taken).having(*(before.facts.by_id[id] for id in taken if id in before.facts))
    running = replace(case.running, given=None, asking=before.running.asking)
    return replace(
        case,
        facts=facts,
        running=running,
        open=before.open,
        asked=before.asked,
        singly=before.singly,
        misses=before.misses,
        consent=before.consent,
        answered=False,
    )
