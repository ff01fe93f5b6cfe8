"""Whole cases, played through the real dialogue by a simulated patient, and scored."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.channels.base import Incoming, Reception
from bot.dialogue.utterance import Choice
from bot.evaluation.cases import LabelledCase
from bot.evaluation.patient import Patient
from bot.evaluation.personas import Persona, Reply
from bot.evaluation.scores import Miss, Report, Tally, percentile
from bot.knowledge.model import Level

MOST_TURNS = 40


@dataclass(frozen=True)
class Played:
    """How a case went.

    Attributes:
        level: of the result or of an emergency warning; empty when there was neither.
        conditions: ids, most probable first; empty in an emergency.
        questions: that were put; consent is none.
        turns: messages of the patient until the end.
        conversation: all of it, for whoever looks into a miss.
    """

    case: LabelledCase
    level: str
    conditions: tuple[str, ...]
    questions: int
    turns: int
    conversation: str


def play(case: LabelledCase, persona: Persona, reception: Reception, loop: asyncio.AbstractEventLoop) -> Played:
    """Plays a case to its result, to an emergency, or until the patience of everybody is over."""
    patient, conversation = Patient(case, persona), uuid.uuid4().hex
    reply, lines, asked = Reply(patient.opens()), [], set[str]()
    for turn in range(1, MOST_TURNS + 1):
        incoming = _incoming(conversation, reply, reception)
        lines.append(f"> {incoming.text}")
        messages = loop.run_until_complete(reception.receive(incoming))
        lines += [message.text for message in messages]
        question = None
        for message in messages:
            payload = message.payload or {}
            if message.type == "escalation" and payload["level"] == Level.EMERGENCY:
                return Played(case, Level.EMERGENCY, (), len(asked), turn, "\n".join(lines))
            if message.type == "assessment":
                found = tuple(one["id"] for one in payload["conditions"])
                return Played(case, payload["triage"]["level"], found, len(asked), turn, "\n".join(lines))
            if message.type == "question":
                question = payload
        if question is None:
            break
        asked |= {question["id"]} - {"consent"}
        reply = patient.answers(question)
    return Played(case, "", (), len(asked), MOST_TURNS, "\n".join(lines))


def _incoming(conversation: str, reply: Reply, reception: Reception) -> Incoming:
    if not reply.options:
        return Incoming(conversation, reply.text)
    choice = Choice(reply.question, reply.options)
    return Incoming(conversation, reception.label(choice), choice)


def score(played: Sequence[Played], known: frozenset[str], aliases: Mapping[str, tuple[str, ...]]) -> Report:
    """Scores of the cases of one persona.

    Args:
        known: ids of the conditions of the base.
        aliases: label → ids of the base that count as naming it.
    """
    tallies = {name: Tally() for name in SHARES}
    misses: list[Miss] = []

    def count(measure: str, one: Played, hit: bool, gold: str, got: str, bad: bool = False) -> None:
        tallies[measure].add(hit)
        if hit is bad:
            misses.append(Miss(one.case.id, measure, gold, got, one.conversation))

    for one in played:
        right = " or ".join(one.case.levels)
        urgency = Level(one.level).urgency if one.level else -1
        wanted = [Level(level).urgency for level in one.case.levels]
        count("coverage", one, bool(one.level), "a result", "none")
        count("exact_triage", one, one.level in one.case.levels, right, one.level)
        under = urgency < min(wanted)
        count("under_triage", one, under, right, one.level, bad=True)
        count("over_triage", one, urgency > max(wanted), right, one.level, bad=True)
        best = Level(one.case.levels[0])
        unsafe = under and (best is Level.EMERGENCY or (best is Level.SAME_DAY and urgency <= Level.SELF_CARE.urgency))
        count("unsafe_under_triage", one, unsafe, right, one.level, bad=True)
        if one.case.must_not_miss:
            count("must_not_miss_missed", one, under, right, one.level, bad=True)
        if best is Level.SELF_CARE:
            count("self_care_right", one, one.level == Level.SELF_CARE, right, one.level)
        gold = _named(one.case.conditions, known, aliases)
        if gold and one.conditions:
            named = ", ".join(one.conditions[:3])
            count("condition_top1", one, one.conditions[0] in gold, ", ".join(gold), named)
            count("condition_top3", one, not gold.isdisjoint(one.conditions[:3]), ", ".join(gold), named)
    finished = [one for one in played if one.level]
    asked = [one.questions for one in finished if one.level != Level.EMERGENCY]
    emergencies = [one.turns for one in finished if one.level == one.case.levels[0] == Level.EMERGENCY]
    scores = {name: tally.score for name, tally in tallies.items()}
    scores |= {
        "questions_median": percentile(asked, 0.5),
        "questions_p90": percentile(asked, 0.9),
        "turns_to_emergency_p90": percentile(emergencies, 0.9),
    }
    return Report(scores, misses=misses)


SHARES = (
    "exact_triage",
    "under_triage",
    "over_triage",
    "unsafe_under_triage",
    "must_not_miss_missed",
    "self_care_right",
    "condition_top1",
    "condition_top3",
    "coverage",
)


def _named(labels: Sequence[str], known: frozenset[str], aliases: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The ids of the base that count as right."""
    return {id for label in labels for id in (label, *aliases.get(label, ())) if id in known}


def evaluate(
    cases: Sequence[LabelledCase],
    personas: Sequence[Persona],
    reception: Reception,
    known: frozenset[str],
    aliases: Mapping[str, tuple[str, ...]],
    progress: Callable[[str], object],
) -> dict[str, Report]:
    """Plays every case with every persona. Persona → its report."""
    loop = asyncio.new_event_loop()
    reports = {}
    for persona in personas:
        progress(f"{persona.name}: {len(cases)} cases")
        reports[persona.name] = score([play(case, persona, reception, loop) for case in cases], known, aliases)
    loop.close()
    return reports
