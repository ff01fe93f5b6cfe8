"""The second half of a turn: which question comes next, if any."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.interruptions import MOST_MISSES
from bot.dialogue.practice import ANOTHER, CONSENT, ERASE, RESTART, SUMMARY, Practice
from bot.knowledge.model import State
from bot.triage.contradictions import Contradiction, contradictions
from bot.triage.next_question import needed_question, telling_question
from bot.triage.rules import Fired
from bot.triage.unconfirmed import unconfirmed

SLOTS = ("consent", "location", "onset", "severity")
"""Questions with a slot of their own; every other one goes by the slot `detail`."""


def next_step(case: Case, practice: Practice) -> str | None:
    """Id of the question to put now, or nothing when the result (or a warning) comes instead.

    An emergency ends the interview. Only what was read in free text, and not yet said in so many words, is asked then.
    """
    emergencies = emergency_stands(case, practice.knowledge)
    if ANOTHER in case.singly and not case.emergency_told_now:
        return ANOTHER
    if emergencies:
        return None if case.emergency_told_now else _to_be_confirmed(emergencies, case)
    if case.open in (RESTART, ERASE) and not case.answered and not case.erased and case.misses < MOST_MISSES:
        return case.open  # what cannot be taken back waits for its answer; who carries on has let it be
    if case.erased or case.consent == "refused":
        return None
    if case.consent == "unasked" and practice.emergency_findings.isdisjoint(case.singly):
        return CONSENT
    if case.singly:
        return case.singly[0]
    if doubtful := in_doubt(case, practice):
        return doubtful.asked
    question = (
        needed_question(case.facts, case.asked, practice.knowledge)
        or in_passing(case, practice)
        or telling_question(case.facts, case.asked, practice.knowledge)
    )
    if question is None and len(case.facts) and not case.assessed and SUMMARY not in case.asked:
        return SUMMARY
    return question or next(iter(case.running.asking), None)


def in_passing(case: Case, practice: Practice) -> str | None:
    """What was only said in passing and carries the level; each is asked about once."""
    question = unconfirmed(case.facts, practice.knowledge)
    return None if question in case.asked else question


def in_doubt(case: Case, practice: Practice) -> Contradiction | None:
    """The first contradiction that no closed question has settled yet."""
    known = practice.knowledge.findings
    open_ones = (one for one in contradictions(case.facts) if one.asked not in case.asked and one.asked in known)
    return next(open_ones, None)


def _to_be_confirmed(emergencies: tuple[Fired, ...], case: Case) -> str | None:
    """A sign of the emergencies that was denied since, or that no closed question has settled yet."""
    findings = [about for flag in emergencies for about in flag.findings]
    denied = [about for about in findings if about in case.singly]
    loose = [
        about
        for about in findings
        if case.facts.state(about) is not State.NOT_ASKED and not case.facts.by_id[about].asked
    ]
    return next(iter((*denied, *loose)), None)


def slot_of(question: str | None) -> str | None:
    """Name of the form's slot that a question fills."""
    if question is None:
        return None
    return question if question in SLOTS else "detail"
