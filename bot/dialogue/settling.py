"""What an answer changes in a case."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answering import NotAnOption, settle, settle_unknown
from bot.dialogue.case import Case
from bot.dialogue.practice import (
    ABOUT_THE_TALK,
    ANOTHER,
    CHECK_IN,
    CONSENT,
    ERASE,
    HAND_OFF,
    RESTART,
    SUMMARY,
    Practice,
)
from bot.dialogue.returning import compared
from bot.dialogue.running.questions import settles_no_fact
from bot.dialogue.utterance import Choice
from bot.dialogue.whose import started_afresh
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
    if question.id == SUMMARY:
        return talked_over(case, SUMMARY, agreed=True)  # who cannot tell has nothing to change
    if question.id == CHECK_IN:
        return talked_over(case, CHECK_IN, agreed=True)
    if question.id in ABOUT_THE_TALK:
        return case
    dangerous = tuple(id for id in question.about if id in practice.emergency_findings)
    if question.kind == "multiple" and dangerous:
        unknown = tuple(fact for fact in settle_unknown(question, said, case.turn) if fact.id not in dangerous)
        after = settled(case, question, unknown if question.stage != "screen" else ())
        return replace(after, singly=(*after.singly, *(id for id in dangerous if id not in after.singly)))
    return settled(case, question, settle_unknown(question, said, case.turn))


def settled(case: Case, question: Question, facts: tuple[Fact, ...]) -> Case:
    if question.id == CHECK_IN:
        done = talked_over(case, CHECK_IN, agreed=True)
        return replace(done, facts=case.facts.having(compared(str(facts[0].value), facts[0].said, case.turn)))
    if question.id in ABOUT_THE_TALK:
        return talked_over(case, question.id, agreed=facts[0].value == "yes")
    if settles_no_fact(question.id):
        running = case.running.answered(question.id, facts[0].value)
        return replace(
            case, running=running, open=None if question.id == case.open else case.open, misses=0, answered=True
        )
    return replace(
        case,
        facts=case.facts.having(*facts),
        asked=(*(id for id in case.asked if id != question.id), question.id),
        singly=tuple(id for id in case.singly if id not in (question.id, *question.about)),
        open=None if question.id == case.open else case.open,
        misses=0,
        answered=True,
    )


def talked_over(case: Case, question: str, *, agreed: bool) -> Case:
    """The case after an answer about the conversation itself."""
    if question == RESTART and agreed:
        consent = "given" if case.consent == "given" else "unasked"
        return Case(turn=case.turn, message=case.message, consent=consent, answered=True)
    if question == SUMMARY and not agreed:
        return replace(case, misses=0, answered=True)  # it stays open until what is wrong was put right
    if question == ANOTHER and agreed:
        return started_afresh(case)
    still = tuple(id for id in case.singly if id != question)
    done = replace(case, open=None, misses=0, answered=True, singly=still)
    if question == SUMMARY:
        return replace(done, asked=(*case.asked, SUMMARY))
    if question == CONSENT:
        return replace(done, consent="given" if agreed else "refused")
    if question == HAND_OFF and agreed:
        return replace(done, queued=case.turn)
    return replace(done, erased=True) if question == ERASE and agreed else done
