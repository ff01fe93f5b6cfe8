"""Whole cases, played through the real dialogue by a simulated patient."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Mapping, Sequence

from bot.channels.base import Incoming, Reception
from bot.dialogue.utterance import Choice
from bot.evaluation.case_scores import Played, score
from bot.evaluation.cases import LabelledCase
from bot.evaluation.patient import Patient
from bot.evaluation.personas import Persona, Reply
from bot.evaluation.scores import Report
from bot.knowledge.model import Level

MOST_TURNS = 40


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
                found = {one["id"]: one["probability"] for one in payload["conditions"]}
                level, all_said = payload["triage"]["level"], "\n".join(lines)
                return Played(case, level, tuple(found), len(asked), turn, all_said, found)
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
