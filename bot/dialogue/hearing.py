"""The first half of a turn: what a message changes in the case, and whether it calls for a warning at once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from bot.dialogue.answering import NotAnOption, chosen, frame, settle, settle_unknown
from bot.dialogue.case import Case
from bot.dialogue.certainty import (
    denies_plainly,
    is_an_option,
    is_plain,
    may_mean_more,
    names_an_option,
    refuses,
    repeats_the_denial,
)
from bot.dialogue.interruptions import (
    ASKING,
    LEAVING,
    MOST_MISSES,
    asks_something,
    is_a_try,
    is_about_the_person,
    is_not_an_answer,
)
from bot.dialogue.practice import ABOUT_THE_TALK, CONSENT, ERASE, RESTART, Practice
from bot.dialogue.utterance import Choice, Utterance
from bot.knowledge.model import Knowledge, Level, Question, State
from bot.language.answers import answer
from bot.language.implications import RULES_OUT
from bot.language.reading import ATTRIBUTES, Mention
from bot.triage.contradictions import resolved
from bot.triage.facts import Fact, Facts, Value
from bot.triage.rules import Fired, red_flags

WISHES = {RESTART: "restart", ERASE: "delete_my_data"}
"""What is asked before something is lost, and the kind of turn that confirms it by asking for it once more."""


def hear(case: Case, utterance: Utterance, practice: Practice) -> tuple[Case, tuple[Fired, ...]]:
    """The case after a message, and the red flags that it raised for the first time.

    Hearing the same message again changes nothing and warns of nothing.
    """
    if utterance.id and utterance.id == case.message:
        return case, ()
    heard = replace(case, turn=case.turn + 1, message=utterance.id, warned="", answered=False)
    if heard.consent == "refused" and utterance.mentions:
        heard = replace(heard, consent="unasked")  # who tells of an ankle after all is asked again
    if utterance.asks and utterance.intent in ASKING:
        # "The outside of it. How long does that take?": what stands beside the question is told, and may be the answer.
        heard = _answer(heard, utterance.rest, practice)
        heard = _volunteered(heard, utterance.rest, practice, case)
    else:
        heard = _answer(heard, utterance, practice)
    heard = _volunteered(heard, utterance, practice, case)
    heard = _missed(heard, utterance, practice)
    heard = replace(heard, facts=resolved(heard.facts))
    new = tuple(flag for flag in red_flags(heard.facts, practice.knowledge) if flag.rule.id not in case.told)
    warned = max((flag.rule.level for flag in new), key=lambda level: level.urgency).value if new else ""
    return replace(heard, told=heard.told + tuple(flag.rule.id for flag in new), warned=warned), new


def emergency_stands(case: Case, knowledge: Knowledge) -> tuple[Fired, ...]:
    """The emergency flags that hold now."""
    return tuple(flag for flag in red_flags(case.facts, knowledge) if flag.rule.level is Level.EMERGENCY)


def _answer(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Takes the message as an answer to the open question, or to the one a choice names."""
    asked = utterance.choice.question if utterance.choice else case.open
    if asked is None or utterance.foreign:
        return case
    try:
        question = practice.remaining(practice.question(asked), case.facts)
    except KeyError:
        return case
    if utterance.choice:
        return _chosen(case, question, utterance.choice, utterance.text)
    if question.id == CONSENT:
        if is_not_an_answer(utterance) and not utterance.mentions:
            return case
        # Whoever carries on has agreed; the question says so.
        return _talked_over(case, CONSENT, agreed=not refuses(utterance.text))
    if (corrected := _corrected_number(case, question, utterance, practice)) is not None:
        return corrected
    if WISHES.get(question.id) == utterance.intent and not refuses(utterance.text):
        return _talked_over(case, question.id, agreed=True)
    leaves = utterance.intent in LEAVING and not denies_plainly(utterance.text)
    if leaves and not names_an_option(utterance.text, question):
        return case
    reply = answer(utterance.text, frame(question), practice.reader)
    choice = chosen(reply, question)
    plain = choice is not None and is_plain(utterance.text, choice, question)
    # The classifier alone makes nobody unsure of an emergency: after other words the question is put again.
    seems_unsure = utterance.intent == "dont_know" and not practice.concerns_an_emergency(question)
    if reply.kind in ("dont_know", "skip") or (seems_unsure and not plain):
        return _unsure(case, question, utterance.text, practice)
    if choice is None:
        several = question.kind == "multiple" and utterance.intent == "affirm" and not utterance.mentions
        return _unsure(case, question, utterance.text, practice) if several else case
    if is_not_an_answer(utterance) and not plain:
        return case
    denies_all = question.kind == "multiple" and choice.options == ("none",)
    if denies_all and not plain and practice.concerns_a_rule(question) and may_mean_more(utterance.text):
        return case  # "nothing but the outer one" may not close what a rule looks at
    if practice.concerns_an_emergency(question) and not plain:
        # A word that was read wrongly may not close (or open) an emergency: a group is gone through one by one.
        return _unsure(case, question, utterance.text, practice) if question.kind == "multiple" else case
    return _chosen(case, question, choice, utterance.text)


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
    return replace(_settled(case, before, facts), open=case.open)


_ANOTHER_NUMBER = re.compile(
    r"(sorry|oops|no|no wait|wait|actually|correction|i mean|i meant|make (it|that)|scratch that)[\s,.!:]+"
    r"((sorry|no|actually|i mean|i meant|make it|it'?s)[\s,.!:]+)*(?P<number>\d{1,3})[.!]?"
)


def _chosen(case: Case, question: Question, choice: Choice, said: str) -> Case:
    try:
        facts = settle(question, choice, said, case.turn)
    except NotAnOption:
        return case
    return _settled(case, question, facts)


def _unsure(case: Case, question: Question, said: str, practice: Practice) -> Case:
    """ "I don't know". Signs of an emergency in a group are gone through one by one; anything else is unknown."""
    if question.id in ABOUT_THE_TALK:
        return case
    dangerous = tuple(id for id in question.about if id in practice.emergency_findings)
    if question.kind == "multiple" and dangerous:
        unknown = tuple(fact for fact in settle_unknown(question, said, case.turn) if fact.id not in dangerous)
        settled = _settled(case, question, unknown if question.stage != "screen" else ())
        return replace(settled, singly=(*settled.singly, *(id for id in dangerous if id not in settled.singly)))
    return _settled(case, question, settle_unknown(question, said, case.turn))


def _settled(case: Case, question: Question, facts: tuple[Fact, ...]) -> Case:
    if question.id in ABOUT_THE_TALK:
        return _talked_over(case, question.id, agreed=facts[0].value == "yes")
    return replace(
        case,
        facts=case.facts.having(*facts),
        asked=(*(id for id in case.asked if id != question.id), question.id),
        singly=tuple(id for id in case.singly if id not in question.about),
        open=None if question.id == case.open else case.open,
        misses=0,
        answered=True,
    )


def _talked_over(case: Case, question: str, *, agreed: bool) -> Case:
    """The case after an answer about the conversation itself."""
    if question == RESTART and agreed:
        consent = "given" if case.consent == "given" else "unasked"
        return Case(turn=case.turn, message=case.message, consent=consent, answered=True)
    done = replace(case, open=None, misses=0, answered=True)
    if question == CONSENT:
        return replace(done, consent="given" if agreed else "refused")
    return replace(done, erased=True) if question == ERASE and agreed else done


def _tells_nothing_besides(case: Case, utterance: Utterance, practice: Practice) -> bool:
    """Whether the message only answers the open question: with an option, word for word, or with the denial repeated.

    "No, it is not swollen" of a calf says nothing of the ankle.
    """
    if case.open is None:
        return False
    question = practice.question(case.open)
    return is_an_option(utterance.text, question) or repeats_the_denial(utterance.text, question)


def _volunteered(case: Case, utterance: Utterance, practice: Practice, before: Case) -> Case:
    """Keeps what the words say of the person's own ankle now, whatever was asked. `before`: the message was heard."""
    if utterance.choice or _tells_nothing_besides(before, utterance, practice):
        return case
    mentions = utterance.mentions if is_about_the_person(utterance) else _dangerous(utterance.mentions, practice)
    answered = {fact.id for fact in case.facts if fact.turn == case.turn and fact.asked}
    fresh = [
        fact
        for fact in _facts(mentions, case.turn, practice.knowledge)
        if fact.id not in answered and not _is_known(fact, case.facts)
    ]
    if not fresh:
        return case
    denied = {fact.id for fact in fresh if _takes_danger_away(fact, case.facts, practice)}
    doubtful = _said_both_ways(mentions, practice) - denied - set(case.asked)
    return replace(
        case,
        facts=case.facts.having(*(fact for fact in fresh if fact.id not in denied)),
        # A denial in free text may be misread: what it would take away from an emergency is asked in so many words.
        # So is what was said to be so and not so in one breath; until then it counts as present.
        singly=(*case.singly, *(id for id in sorted(denied | doubtful) if id not in case.singly)),
        answered=True,
    )


def _said_both_ways(mentions: tuple[Mention, ...], practice: Practice) -> set[str]:
    """Findings that some rule looks at and that one message asserts and denies."""
    states: dict[str, set[object]] = defaultdict(set)
    for mention in mentions:
        if mention.current and mention.concept in practice.decisive_findings:
            states[mention.concept].add(mention.value)
    return {finding for finding, said in states.items() if {State.PRESENT.value, State.ABSENT.value} <= said}


def _is_known(fact: Fact, known: Facts) -> bool:
    """What was told before is no news: it answers nothing, and a question that waits for an answer goes on waiting."""
    told = known.by_id.get(fact.id)
    return told is not None and told.value == fact.value


def _takes_danger_away(fact: Fact, known: Facts, practice: Practice) -> bool:
    stood = known.state(fact.id) in (State.PRESENT, State.UNKNOWN)
    return fact.value is State.ABSENT and stood and fact.id in practice.emergency_findings


def _missed(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Counts a message that was meant for the open question and not understood. After too many, it is unknown."""
    if case.open is None or case.answered or not is_a_try(utterance) or asks_something(utterance.text):
        return case
    if case.misses + 1 < MOST_MISSES:
        return replace(case, misses=case.misses + 1)
    question = practice.remaining(practice.question(case.open), case.facts)
    return replace(_unsure(case, question, utterance.text, practice), answered=False)


def _dangerous(mentions: tuple[Mention, ...], practice: Practice) -> tuple[Mention, ...]:
    """What is kept even of a question in general: a sign that is an emergency by itself may be meant."""
    return tuple(one for one in mentions if _is_a_flag(one, practice.knowledge))


def _is_a_flag(mention: Mention, knowledge: Knowledge) -> bool:
    return bool(red_flags(Facts.of(_facts((mention,), 0, knowledge)), knowledge))


def _facts(mentions: tuple[Mention, ...], turn: int, knowledge: Knowledge) -> list[Fact]:
    """One fact per id: all regions of a message together, present before others, the worst pain, else the first.

    A fact is of a finding or an attribute. What is only named is what the talk is about: "is it gout?" does not make
    it gout.
    """
    told = ATTRIBUTES | knowledge.findings.keys()
    values: dict[str, tuple[Value, str]] = {}
    for mention in mentions:
        if not mention.current or mention.concept not in told or _denies_one_harm(mention):
            continue
        value: Value = State(mention.value) if mention.value in set(State) else mention.value
        known = values.get(mention.concept)
        if mention.concept == "location":
            regions = known[0] if known and isinstance(known[0], tuple) else ()
            if mention.value not in regions:
                words = f"{known[1]} … {mention.said}" if known else mention.said
                values["location"] = ((*regions, str(mention.value)), words)
        elif known is None or _outweighs(value, known[0]):
            values[mention.concept] = (value, mention.said)
    for finding, ruled_out in RULES_OUT.items():
        if finding in values and values[finding][0] is State.ABSENT:
            values = {id: values[finding] for id in ruled_out if id in told} | values
    return [Fact(id, value, said, turn) for id, (value, said) in values.items()]


def _denies_one_harm(mention: Mention) -> bool:
    """ "I never banged it" leaves open what else happened: that is still asked."""
    return mention.concept == "mechanism" and mention.value == "none" and mention.certainty == "hedged"


def _outweighs(value: Value, known: Value) -> bool:
    if isinstance(value, State):
        return value is State.PRESENT
    return isinstance(value, int) and isinstance(known, int) and value > known
