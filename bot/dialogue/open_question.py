"""A message taken as the answer to the question that is open."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.answering import NotAnOption, chosen, frame, settle
from bot.dialogue.case import Case
from bot.dialogue.certainty import denies_plainly, is_plain, may_mean_more, names_an_option, refuses
from bot.dialogue.interruptions import (
    LEAVING,
    MOST_MISSES,
    asks_something,
    is_a_try,
    is_not_an_answer,
)
from bot.dialogue.practice import CONSENT, ERASE, RESTART, Practice
from bot.dialogue.settling import settled, talked_over, unsure, with_choice
from bot.dialogue.utterance import Choice, Utterance
from bot.knowledge.model import Question
from bot.language.answers import answer

WISHES = {RESTART: "restart", ERASE: "delete_my_data"}
"""What is asked before something is lost, and the kind of turn that confirms it by asking for it once more."""


def answered(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Takes the message as an answer to the open question, or to the one a choice names."""
    asked = utterance.choice.question if utterance.choice else case.open
    if asked is None or utterance.foreign:
        return case
    try:
        question = practice.remaining(practice.question(asked), case.facts)
    except KeyError:
        return case
    if utterance.choice:
        return with_choice(case, question, utterance.choice, utterance.text)
    if question.id == CONSENT:
        if is_not_an_answer(utterance) and not utterance.mentions:
            return case
        # Whoever carries on has agreed; the question says so.
        return talked_over(case, CONSENT, agreed=not refuses(utterance.text))
    if (corrected := _corrected_number(case, question, utterance, practice)) is not None:
        return corrected
    if WISHES.get(question.id) == utterance.intent and not refuses(utterance.text):
        return talked_over(case, question.id, agreed=True)
    leaves = utterance.intent in LEAVING and not denies_plainly(utterance.text)
    if leaves and not names_an_option(utterance.text, question):
        return case
    reply = answer(utterance.text, frame(question), practice.reader)
    choice = chosen(reply, question)
    plain = choice is not None and is_plain(utterance.text, choice, question)
    # The classifier alone makes nobody unsure of an emergency: after other words the question is put again.
    seems_unsure = utterance.intent == "dont_know" and not practice.concerns_an_emergency(question)
    if reply.kind in ("dont_know", "skip") or (seems_unsure and not plain):
        return unsure(case, question, utterance.text, practice)
    if choice is None:
        several = question.kind == "multiple" and utterance.intent == "affirm" and not utterance.mentions
        return unsure(case, question, utterance.text, practice) if several else case
    if is_not_an_answer(utterance) and not plain:
        return case
    denies_all = question.kind == "multiple" and choice.options == ("none",)
    if denies_all and not plain and practice.concerns_a_rule(question) and may_mean_more(utterance.text):
        return case  # "nothing but the outer one" may not close what a rule looks at
    if practice.concerns_an_emergency(question) and not plain:
        # A word that was read wrongly may not close (or open) an emergency: a group is gone through one by one.
        return unsure(case, question, utterance.text, practice) if question.kind == "multiple" else case
    return with_choice(case, question, choice, utterance.text)


def with_a_miss(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Counts a message that was meant for the open question and not understood. After too many, it is unknown."""
    if case.open is None or case.answered or not is_a_try(utterance) or asks_something(utterance.text):
        return case
    if case.misses + 1 < MOST_MISSES:
        return replace(case, misses=case.misses + 1)
    question = practice.remaining(practice.question(case.open), case.facts)
    return replace(unsure(case, question, utterance.text, practice), answered=False)


def _corrected_number(case: Case, question: Question, utterance: Utterance, practice: Practice) -> Case | None:
    """ "Sorry, 4" after a number was given is about that number, not about the question that came after it."""
    said = _ANOTHER_NUMBER.fullmatch(utterance.text.strip().lower())
    last = next(iter(reversed(case.asked)), None)
    if said is None or last is None or last == question.id or last not in practice.knowledge.questions:
        return None
    before = practice.question(last)
    number = int(said.group("number"))
    if before.kind not in ("scale", "number"):
        return None
    try:
        facts = settle(before, Choice(last, number=number), utterance.text, case.turn)
    except NotAnOption:
        return None
    return replace(settled(case, before, facts), open=case.open)


_ANOTHER_NUMBER = re.compile(
    r"(sorry|oops|no|no wait|wait|actually|correction|i mean|i meant|make (it|that)|scratch that)[\s,.!:]+"
    r"((sorry|no|actually|i mean|i meant|make it|it'?s)[\s,.!:]+)*(?P<number>\d{1,3})[.!]?"
)
