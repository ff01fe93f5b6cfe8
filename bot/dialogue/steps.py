"""The second half of a turn: which question comes next, if any."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.interruptions import MOST_TRIES
from bot.dialogue.practice import CONSENT, Practice
from bot.triage.next_question import next_question

SLOTS = ("consent", "location", "onset", "severity")
"""Questions with a slot of their own; every other one goes by the slot `detail`."""


def next_step(case: Case, practice: Practice) -> str | None:
    """Id of the question to put now, or nothing when the result (or a warning) comes instead.

    An emergency ends the interview. Once it was told, only the question whether it is really so remains.
    """
    emergencies = emergency_stands(case, practice.knowledge)
    if emergencies:
        return None if case.emergency_told_now else emergencies[0].findings[0]
    if case.erased:
        return None
    if case.singly:
        return case.singly[0]
    if case.consent == "refused":
        return None
    if case.consent == "unasked" and not (case.open == CONSENT and case.tries >= MOST_TRIES):
        return CONSENT
    given_up = (case.open,) if case.open and case.tries >= MOST_TRIES else ()
    return next_question(case.facts, (*case.asked, *given_up), practice.knowledge)


def giving_up(case: Case, question: str) -> Case:
    """The case once `question` is put while another one stays open for good."""
    if case.open and case.open != question and case.tries >= MOST_TRIES and case.open not in case.asked:
        return replace(case, asked=(*case.asked, case.open))
    return case


def slot_of(question: str | None) -> str | None:
    """Name of the form's slot that a question fills."""
    if question is None:
        return None
    return question if question in SLOTS else "detail"
