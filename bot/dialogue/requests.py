"""What a person asks of the talk itself: granted in the first half of a turn, answered before anything is asked on."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.certainty import denies_plainly
from bot.dialogue.practice import ABOUT_THE_TALK, ERASE, HAND_OFF, RESTART, Practice
from bot.dialogue.utterance import Utterance
from bot.knowledge.model import Level, State
from bot.language.requests import request, takes_back
from bot.triage.facts import Fact
from bot.triage.rules import red_flags

FORGET = "forget"
BACK = "back"
CHANGE = "change"
RESUME = "resume"
ONLY_OF_A_QUESTION = frozenset({"check", "meaning", "left", "repeat"})
"""Requests that mean something only while a question is open."""

LONGEST = 160
"""Characters of a message that may be a request."""


def requested(case: Case, utterance: Utterance, practice: Practice) -> str:
    """What the message asks of the talk; empty when it asks nothing of the kind."""
    if utterance.choice or utterance.foreign or utterance.intent == "delete_my_data" or len(utterance.text) > LONGEST:
        return ""
    if case.open is None and _stands(case, practice) and denies_plainly(utterance.text):
        return BACK  # "no" to a warning
    read = practice.reader.read(utterance.text).words
    if takes_back(read):
        return FORGET if named_again(case, utterance) else ""
    kind = request(read)
    if kind is None or (kind in ONLY_OF_A_QUESTION and case.open is None):
        return ""
    if kind == RESUME and case.consent != "refused":
        return ""  # everybody else is going on already
    if kind == BACK and any(mention.concept == "location" for mention in utterance.mentions):
        return ""  # "the back" is a place
    return kind


def named_again(case: Case, utterance: Utterance) -> tuple[str, ...]:
    """Ids of what is known already and named in the message."""
    return tuple(dict.fromkeys(one.concept for one in utterance.mentions if one.concept in case.facts))


def granted(case: Case, kind: str, utterance: Utterance, practice: Practice) -> Case:
    """The case after a request: changed by "back" and "forget", else only marked.

    While an emergency stands, going back means that something of it may be wrong: its signs are asked one by one.
    """
    marked = replace(case, request=kind)
    if kind in (BACK, CHANGE) and (signs := _stands(case, practice)):
        return _put(marked, signs)
    if kind == BACK:
        return _back(marked, practice)
    return _without(marked, named_again(case, utterance), practice) if kind == FORGET else marked


def _back(case: Case, practice: Practice) -> Case:
    """The last question is open again, and what it settled is taken back."""
    if case.open in (RESTART, ERASE, HAND_OFF):
        return replace(case, open=None, misses=0)
    asked = tuple(id for id in case.asked if id not in ABOUT_THE_TALK)
    if not asked:
        return case
    question = practice.question(asked[-1])
    settled = tuple(fact for fact in case.facts if fact.asked and fact.id in question.about)
    dangers = tuple(fact.id for fact in settled if _is_a_danger(fact, practice))
    if dangers:
        return _put(case, dangers)
    gone = (fact.id for fact in settled)
    return _put(replace(case, facts=case.facts.without(*gone), asked=asked[:-1]), (question.id,))


def _without(case: Case, named: tuple[str, ...], practice: Practice) -> Case:
    """What is named is no longer known, and is asked again if it matters."""
    dangers = tuple(id for id in named if _is_a_danger(case.facts.by_id[id], practice))
    gone = set(named) - set(dangers)
    asked = tuple(id for id in case.asked if gone.isdisjoint(practice.question(id).about))
    less = replace(case, facts=case.facts.without(*gone), asked=asked)
    return _put(less, dangers) if dangers else less


def _put(case: Case, questions: tuple[str, ...]) -> Case:
    """The case with those questions to be put next."""
    later = tuple(id for id in case.singly if id not in questions)
    return replace(case, singly=(*questions, *later), open=questions[0], misses=0)


def _stands(case: Case, practice: Practice) -> tuple[str, ...]:
    """The findings on which an emergency stands now."""
    standing = (one for one in red_flags(case.facts, practice.knowledge) if one.rule.level is Level.EMERGENCY)
    findings = (id for one in standing for id in one.findings if id in practice.knowledge.findings)
    return tuple(id for id in dict.fromkeys(findings) if _is_a_danger(case.facts.by_id[id], practice))


def _is_a_danger(fact: Fact, practice: Practice) -> bool:
    """Whether an emergency may hang on it: then it stays until its own closed question denies it."""
    return fact.id in practice.emergency_findings and fact.value in (State.PRESENT, State.UNKNOWN)
