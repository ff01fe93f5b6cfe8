"""What a message tells besides: facts that nobody asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.certainty import is_an_option, repeats_the_denial
from bot.dialogue.interruptions import is_about_the_person
from bot.dialogue.practice import Practice
from bot.dialogue.utterance import Utterance
from bot.knowledge.model import Knowledge, Option, State
from bot.language.implications import RULES_OUT
from bot.language.reading import ATTRIBUTES, CAUSES, TURNS, Mention
from bot.triage.facts import Fact, Facts, Value
from bot.triage.rules import red_flags

WALKING = frozenset({"four_steps_now", "four_steps_after_injury", "cannot_bear_weight"})
"""Asked about at two times in the same words: "yes, I could walk four steps" tells of the time that was asked about."""

_NOW = re.compile(r"\b(now|today|still|by now|these days|at the moment)\b", re.IGNORECASE)

_PAST = re.compile(r"\b(could|was|were|did|managed)(\b|n'?t\b)", re.IGNORECASE)


def with_volunteered(case: Case, utterance: Utterance, practice: Practice, before: Case) -> Case:
    """Keeps what the words say of the person's own ankle now, whatever was asked. `before`: the message was heard."""
    if utterance.choice or tells_nothing_besides(before, utterance, practice):
        return case
    mentions = utterance.mentions if is_about_the_person(utterance) else _dangerous(utterance.mentions, practice)
    mentions = _beside_the_options(mentions, before, case, practice)
    if not _NOW.search(utterance.text):
        mentions = _beside_the_walk(mentions, case)
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


def tells_nothing_besides(case: Case, utterance: Utterance, practice: Practice) -> bool:
    """Whether the message only answers the open question: with an option, word for word, or with the denial repeated.

    "No, it is not swollen" of a calf says nothing of the ankle.
    """
    if case.open is None:
        return False
    question = practice.question(case.open)
    return is_an_option(utterance.text, question) or repeats_the_denial(utterance.text, question)


def _beside_the_options(
    mentions: tuple[Mention, ...], before: Case, case: Case, practice: Practice
) -> tuple[Mention, ...]:
    """The mentions less those that only repeat our own words, once these have answered the question.

    "None of these bones is sore" tells of no sore bone, and the sole that turned in is no sole that hurts.
    """
    if before.open is None or case.open == before.open:
        return mentions
    given = {fact.id: fact.value for fact in case.facts if fact.turn == case.turn and fact.asked}
    options = practice.remaining(practice.question(before.open), before.facts).options
    chosen = [option.label.casefold() for option in options if _is_given(option, given)]
    return tuple(one for one in mentions if not any(one.said.casefold() in label for label in chosen))


def _beside_the_walk(mentions: tuple[Mention, ...], case: Case) -> tuple[Mention, ...]:
    """The mentions less those of walking at another time than was asked about, and answered.

    What is worse than the answer stays, unless it is told in the past.
    """
    if not any(fact.turn == case.turn and fact.asked and fact.id in WALKING for fact in case.facts):
        return mentions
    return tuple(
        one for one in mentions if one.concept not in WALKING or not (_reassures(one) or _PAST.search(one.said))
    )


def _reassures(mention: Mention) -> bool:
    can = State.ABSENT if mention.concept == "cannot_bear_weight" else State.PRESENT
    return mention.value == can.value


def _is_given(option: Option, given: Mapping[str, Value]) -> bool:
    """Whether the answer of this turn took the option, alone or beside others."""
    return bool(option.settles) and all(
        id in given and _holds_in(value, given[id]) for id, value in option.settles.items()
    )


def _holds_in(settled: Value, told: Value) -> bool:
    """Whether an answer has that value; of several places it may be one."""
    if isinstance(settled, tuple):
        return isinstance(told, tuple) and set(settled) <= set(told)
    return told == settled


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
    return fact.value is State.ABSENT and stood and fact.id in practice.emergency_signs


def _dangerous(mentions: tuple[Mention, ...], practice: Practice) -> tuple[Mention, ...]:
    """What is kept even of a question in general: a sign that is an emergency by itself may be meant."""
    return tuple(one for one in mentions if _is_a_flag(one, practice.knowledge))


def _is_a_flag(mention: Mention, knowledge: Knowledge) -> bool:
    return bool(red_flags(Facts.of(_facts((mention,), 0, knowledge)), knowledge))


def _facts(mentions: tuple[Mention, ...], turn: int, knowledge: Knowledge) -> list[Fact]:
    """One fact per id: all regions, present before others, the worst pain, a turn before a fall, else the first.

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
    if value in TURNS and known in CAUSES:
        return True  # the fall is how the ankle came to turn
    return isinstance(value, int) and isinstance(known, int) and value > known
