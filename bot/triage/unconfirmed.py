"""What was only picked up from free text and carries the level is asked in so many words before a result rests on it.

Reading free text is sometimes wrong, and a wrong reading sends somebody to a hospital for nothing. The level stays as
high as it is until the closed question was answered with a no.
"""

from __future__ import annotations

from bot.knowledge.model import Knowledge, Level, State
from bot.triage.clauses import holds
from bot.triage.facts import Fact, Facts
from bot.triage.level import level

STORY = {"onset": "onset", "mechanism": "mechanism", "duration_days": "duration"}
"""Attributes that tell how it began, and their questions."""

OLD = 11
"""Days from which a story told in passing may be about another time: an old sprain, the month of a holiday. What began
within ten days is told as it was (the span of the Ottawa rules)."""


def unconfirmed(facts: Facts, knowledge: Knowledge) -> str | None:
    """Id of the question, or of the finding to ask about by itself, on whose answer the level hangs; else `None`.

    Nothing is asked when the level stands without all that was said in passing, nor of what somebody has or had
    (`history`): such words are plain.
    """
    present, reasons = level(facts, knowledge)
    if present is Level.SELF_CARE:
        return None
    loose = {fact.id for fact in facts if _is_loose(fact, facts, knowledge)}
    if not loose or level(facts.without(*loose), knowledge)[0] is present:
        return None
    carrying = [id for reason in reasons if reason.level is present for id in reason.findings if id in loose]
    return next((question for id in carrying if (question := _question(id, facts, knowledge))), None)


def _is_loose(fact: Fact, facts: Facts, knowledge: Knowledge) -> bool:
    if fact.asked:
        return False
    if fact.id in STORY:
        return (facts.number("duration_days") or 0) >= OLD
    finding = knowledge.findings.get(fact.id)
    return finding is not None and finding.kind != "history" and isinstance(fact.value, State)


def _question(id: str, facts: Facts, knowledge: Knowledge) -> str | None:
    """The closed question of the base that is about this alone or settles it with one answer; else the finding."""
    if id in STORY:
        return STORY[id]
    for question in knowledge.questions.values():
        if question.kind == "single" and id in question.about:
            harmful = question.never_when is not None and holds(question.never_when, facts)
            return None if harmful else question.id
    return id
