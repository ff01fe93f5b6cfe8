"""A message taken as the answer to the question that is open."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.answering import NotAnOption, chosen, frame, settle
from bot.dialogue.case import Case
from bot.dialogue.certainty import (
    denies_plainly,
    is_plain,
    may_mean_more,
    names_an_option,
    refuses,
    without_asides,
)
from bot.dialogue.interruptions import (
    LEAVING,
    MOST_MISSES,
    asks_something,
    is_a_try,
    is_not_an_answer,
)
from bot.dialogue.practice import CONSENT, ERASE, HAND_OFF, RESTART, Practice
from bot.dialogue.settling import settled, talked_over, unsure, with_choice
from bot.dialogue.utterance import Choice, Utterance
from bot.knowledge.model import Question
from bot.language.answers import Answer, answer
from bot.language.reading import ABILITIES, Mention
from bot.triage.facts import Fact

WHICH = "which"
"""What a plain "yes" to a list leaves open; said as a request of ours."""

WISHES = {RESTART: "restart", ERASE: "delete_my_data", HAND_OFF: "ask_human"}
"""What is asked before something is lost or passed on, and the kind of turn that confirms it by asking once more."""


def answered(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Takes the message as an answer to the open question, or to the one a choice names."""
    asked = utterance.choice.question if utterance.choice else case.open
    if asked is None or utterance.foreign:
        return case
    try:
        whole = practice.question(asked)
    except KeyError:
        return case
    question = _as_put(whole, case, practice)
    if utterance.choice:
        chosen_from = _with_chosen(question, whole, utterance.choice)
        return with_choice(case, chosen_from, utterance.choice, utterance.text)
    if question.id == CONSENT:
        if is_not_an_answer(utterance) and not utterance.mentions:
            return case
        # Whoever carries on has agreed; the question says so.
        picked = chosen(_read(utterance.text, question, practice), question)
        picked_no = picked is not None and picked.options == ("no",) and not utterance.mentions
        return talked_over(case, CONSENT, agreed=not (picked_no or refuses(utterance.text)))
    if (corrected := _corrected_number(case, question, utterance, practice)) is not None:
        return corrected
    if WISHES.get(question.id) == utterance.intent and not refuses(utterance.text):
        return talked_over(case, question.id, agreed=True)
    leaves = utterance.intent in LEAVING and not denies_plainly(utterance.text)
    if leaves and not names_an_option(utterance.text, question):
        return case
    reply = _read(utterance.text, question, practice)
    choice = chosen(reply, question)
    plain = choice is not None and is_plain(utterance.text, choice, question)
    # The classifier alone makes nobody unsure of an emergency: after other words the question is put again.
    seems_unsure = utterance.intent == "dont_know" and not practice.concerns_an_emergency(question)
    if reply.kind in ("dont_know", "skip") or (seems_unsure and not plain):
        return unsure(case, question, utterance.text, practice)
    if choice is None:
        several = question.kind == "multiple" and utterance.intent == "affirm" and not utterance.mentions
        if several and not case.misses:
            return replace(case, request=WHICH)
        return unsure(case, question, utterance.text, practice) if several else case
    if is_not_an_answer(utterance) and not plain:
        return case
    denies_all = question.kind == "multiple" and choice.options == ("none",)
    if denies_all and not plain and _corrects_something_else(case, question, utterance):
        return case  # "no, I can walk now" is about the walking
    if denies_all and not plain and practice.concerns_a_rule(question) and may_mean_more(utterance.text):
        return case  # "nothing but the outer one" may not close what a rule looks at
    if practice.concerns_an_emergency(question) and not plain:
        # A word that was read wrongly may not close (or open) an emergency: a group is gone through one by one.
        return unsure(case, question, utterance.text, practice) if question.kind == "multiple" else case
    return with_choice(case, question, choice, utterance.text)


def _as_put(question: Question, case: Case, practice: Practice) -> Question:
    """The question as it was put: one that is answered anew has all the options that it settled."""
    own = (fact.id for fact in case.facts if fact.asked and fact.id in question.about)
    return practice.remaining(question, case.facts.without(*own) if question.id in case.asked else case.facts)


def _with_chosen(shown: Question, whole: Question, choice: Choice) -> Question:
    """The question with every option that was chosen: an earlier screen may still show what is known by now."""
    ids = {option.id for option in shown.options}
    missing = [option for option in whole.options if option.id in choice.options and option.id not in ids]
    about = dict.fromkeys((*shown.about, *(id for option in missing for id in option.settles)))
    return replace(shown, options=(*shown.options, *missing), about=tuple(about))


def with_a_miss(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Counts a message that was meant for the open question and not understood. After too many, it is unknown."""
    if case.open is None or case.answered or not is_a_try(utterance) or asks_something(utterance.text):
        return case
    if case.misses + 1 < MOST_MISSES:
        return replace(case, misses=case.misses + 1)
    question = practice.remaining(practice.question(case.open), case.facts)
    return replace(unsure(case, question, utterance.text, practice), answered=False, misses=MOST_MISSES)


def _corrects_something_else(case: Case, question: Question, utterance: Utterance) -> bool:
    """Whether the words change something that is known, or tell what the person can do, when neither was asked."""
    known = {fact.id: fact for fact in case.facts}
    told = [one for one in utterance.mentions if one.current and one.concept not in question.about]
    changed = (one for one in told if one.concept in known and not _fits(one, known[one.concept]))
    return any(changed) or any(one.concept in ABILITIES for one in told)


def _fits(mention: Mention, fact: Fact) -> bool:
    return mention.value in fact.value if isinstance(fact.value, tuple) else mention.value == fact.value


def _read(text: str, question: Question, practice: Practice) -> Answer:
    """The answer in a text; where its asides hide it, the answer without them."""
    reply = answer(text, frame(question), practice.reader)
    said = without_asides(text)
    return reply if reply.kind != "not_an_answer" or not said else answer(said, frame(question), practice.reader)


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
