"""What an answer changes in a case."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answering import NotAnOption, settle, settle_unknown
from bot.dialogue.case import Case
from bot.dialogue.practice import ABOUT_THE_TALK, CONSENT, ERASE, RESTART, Practice
from bot.dialogue.utterance import Choice
from bot.knowledge.model import Question
from bot.triage.facts import Fact


def with_choice(case: Case, question: Question, choice: Choice, said: str) -> Case:
    try:
        facts = settle(question, choice, said, case.turn)
    except NotAnOption:
        return case
    return settled(case, question, facts)


def unsure(case: Case, question: Question, said: str, practice: Practice) -> Case:
    """ "I don't know". Signs of an emergency in a group are gone through one by one; anything else is unknown."""
    if question.id in ABOUT_THE_TALK:
        return case
    dangerous = tuple(id for id in question.about if id in practice.emergency_findings)
    if question.kind == "multiple" and dangerous:
        unknown = tuple(fact for fact in settle_unknown(question, said, case.turn) if fact.id not in dangerous)
        after = settled(case, question, unknown if question.stage != "screen" else ())
        return replace(after, singly=(*after.singly, *(id for id in dangerous if id not in after.singly)))
    return settled(case, question, settle_unknown(question, said, case.turn))


def settled(case: Case, question: Question, facts: tuple[Fact, ...]) -> Case:
    if question.id in ABOUT_THE_TALK:
        return talked_over(case, question.id, agreed=facts[0].value == "yes")
    return replace(
        case,
        facts=case.facts.having(*facts),
        asked=(*(id for id in case.asked if id != question.id), question.id),
        singly=tuple(id for id in case.singly if id not in question.about),
        open=None if question.id == case.open else case.open,
        misses=0,
        answered=True,
    )


def talked_over(case: Case, question: str, *, agreed: bool) -> Case:
    """The case after an answer about the conversation itself."""
    if question == RESTART and agreed:
        consent = "given" if case.consent == "given" else "unasked"
        return Case(turn=case.turn, message=case.message, consent=consent, answered=True)
    done = replace(case, open=None, misses=0, answered=True)
    if question == CONSENT:
        return replace(done, consent="given" if agreed else "refused")
    return replace(done, erased=True) if question == ERASE and agreed else done
