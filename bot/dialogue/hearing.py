"""The first half of a turn: what a message changes in the case, and whether it calls for a warning at once."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answering import NotAnOption, chosen, frame, settle, settle_unknown
from bot.dialogue.case import Case
from bot.dialogue.interruptions import MOST_TRIES, is_about_the_person
from bot.dialogue.practice import ABOUT_THE_TALK, CONSENT, ERASE, RESTART, Practice
from bot.dialogue.utterance import Utterance
from bot.knowledge.model import Knowledge, Level, Question, State
from bot.language.answers import answer
from bot.language.reading import Mention
from bot.triage.facts import Fact, Value
from bot.triage.rules import Fired, red_flags


def hear(case: Case, utterance: Utterance, practice: Practice) -> tuple[Case, tuple[Fired, ...]]:
    """The case after a message, and the red flags that it raised for the first time.

    Hearing the same message again changes nothing and warns of nothing.
    """
    if utterance.id and utterance.id == case.message:
        return case, ()
    heard = replace(case, turn=case.turn + 1, message=utterance.id, warned="", answered=False)
    heard = _answer(heard, utterance, practice)
    heard = _volunteered(heard, utterance, practice)
    new = tuple(flag for flag in red_flags(heard.facts, practice.knowledge) if flag.rule.id not in case.told)
    warned = max((flag.rule.level for flag in new), key=lambda level: level.urgency).value if new else ""
    return replace(heard, told=heard.told + tuple(flag.rule.id for flag in new), warned=warned), new


def emergency_stands(case: Case, knowledge: Knowledge) -> tuple[Fired, ...]:
    """The emergency flags that hold now."""
    return tuple(flag for flag in red_flags(case.facts, knowledge) if flag.rule.level is Level.EMERGENCY)


def _answer(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Takes the message as an answer to the open question, or to the one a choice names."""
    asked = utterance.choice.question if utterance.choice else case.open
    if asked is None:
        return case
    try:
        question = practice.remaining(practice.question(asked), case.facts)
    except KeyError:
        return case
    if utterance.choice:
        choice = utterance.choice
    else:
        reply = answer(utterance.text, frame(question), practice.reader)
        if reply.kind in ("dont_know", "skip"):
            return _unsure(case, question, utterance.text)
        found = chosen(reply, question)
        if found is None:
            gone_through = question.stage == "screen" and (utterance.intent == "affirm" or case.tries >= MOST_TRIES)
            return _unsure(case, question, utterance.text) if gone_through and not utterance.mentions else case
        choice = found
    try:
        facts = settle(question, choice, utterance.text, case.turn)
    except NotAnOption:
        return case
    return _settled(case, question, facts)


def _unsure(case: Case, question: Question, said: str) -> Case:
    """ "I don't know", and a bare "yes" to a group. Emergency signs are gone through one by one; others are unknown."""
    if question.id in ABOUT_THE_TALK:
        return case
    if question.stage == "screen" and question.kind == "multiple":
        left = tuple(id for id in question.about if case.facts.state(id) is State.NOT_ASKED)
        return replace(case, singly=left, answered=True, open=None, tries=0, asked=(*case.asked, question.id))
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
        tries=0,
        answered=True,
    )


def _talked_over(case: Case, question: str, *, agreed: bool) -> Case:
    """The case after an answer about the conversation itself."""
    if question == RESTART and agreed:
        return Case(turn=case.turn, message=case.message, consent=case.consent, answered=True)
    done = replace(case, open=None, tries=0, answered=True)
    if question == CONSENT:
        return replace(done, consent="given" if agreed else "refused")
    return replace(done, erased=True) if question == ERASE and agreed else done


def _volunteered(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Keeps what the words say of the person's own ankle now, whatever was asked."""
    if utterance.choice:
        return case
    mentions = utterance.mentions if is_about_the_person(utterance) else _dangerous(utterance.mentions, practice)
    facts = {fact.id: fact for fact in case.facts if fact.turn == case.turn and fact.asked}
    fresh = [fact for fact in _facts(mentions, case.turn) if fact.id not in facts]
    denied = {
        fact.id
        for fact in fresh
        if fact.value is State.ABSENT
        and case.facts.state(fact.id) in (State.PRESENT, State.UNKNOWN)
        and fact.id in practice.emergency_findings
    }
    kept = [fact for fact in fresh if fact.id not in denied]
    if not fresh:
        return case
    return replace(
        case,
        facts=case.facts.having(*kept),
        # A denial in free text may be misread: what it would take away from an emergency is asked in so many words.
        singly=(*case.singly, *(id for id in sorted(denied) if id not in case.singly)),
        consent="given" if case.consent == "unasked" and case.open == CONSENT else case.consent,
        answered=True,
    )


def _dangerous(mentions: tuple[Mention, ...], practice: Practice) -> tuple[Mention, ...]:
    """What is kept even of a question in general: a sign of an emergency may be meant."""
    return tuple(one for one in mentions if one.concept in practice.emergency_findings and one.value == State.PRESENT)


def _facts(mentions: tuple[Mention, ...], turn: int) -> list[Fact]:
    """One fact per id: regions of a message together, present before unknown before absent, later before earlier."""
    own = [mention for mention in mentions if mention.current]
    values: dict[str, tuple[Value, str]] = {}
    for mention in own:
        value: Value = State(mention.value) if mention.value in set(State) else mention.value
        known = values.get(mention.concept)
        if mention.concept == "location":
            regions = known[0] if known and isinstance(known[0], tuple) else ()
            if mention.value not in regions:
                words = f"{known[1]} … {mention.said}" if known else mention.said
                values["location"] = ((*regions, str(mention.value)), words)
        elif known is None or known[0] is not State.PRESENT:
            values[mention.concept] = (value, mention.said)
    return [Fact(id, value, said, turn) for id, (value, said) in values.items()]
