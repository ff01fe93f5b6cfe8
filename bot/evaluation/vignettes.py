"""Whole cases, played through the real dialogue by a simulated patient."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.dialogue.message import Message
from bot.evaluation.case_scores import Played, score
from bot.evaluation.cases import LabelledCase
from bot.evaluation.door import Door, Place
from bot.evaluation.patient import Patient
from bot.evaluation.personas import Persona, Reply
from bot.evaluation.scores import Report
from bot.knowledge.model import Knowledge, Level

MOST_TURNS = 40
NO_QUESTIONS = frozenset({"consent", "summary"})
"""Ids of what is asked about the talk and not about the ankle."""

OTHER_BASE = (
    "conditions and probabilities: they come from another knowledge base than the one here, and which conditions it "
    "knows is not told"
)


async def evaluate(
    cases: Sequence[LabelledCase],
    personas: Sequence[Persona],
    place: Place,
    knowledge: Knowledge,
    aliases: Mapping[str, tuple[str, ...]],
    progress: Callable[[str], object],
) -> dict[str, Report]:
    """Plays every case with every persona. Persona → its report.

    Args:
        knowledge: the base by which labels are read.

    Raises:
        DoorShut: the cases cannot be played there, or no longer.
    """
    reports = {}
    for persona in personas:
        progress(f"{persona.name}: {len(cases)} cases, played {place.name}")
        played = []
        for case in cases:
            async with place.conversation() as door:
                played.append(await play(case, persona, door))
        reports[persona.name] = _report(played, place, knowledge, aliases)
    return reports


async def play(case: LabelledCase, persona: Persona, door: Door) -> Played:
    """Plays a case to its result, to an emergency, or until the patience of everybody is over. Raises `DoorShut`."""
    patient, question = Patient(case, persona), None
    reply, lines, asked = Reply(patient.opens()), [], set[str]()
    for turn in range(1, MOST_TURNS + 1):
        lines.append(f"> {_words(reply, question)}")
        messages = await door.send(reply)
        lines += [message.text for message in messages]
        question = None
        for message in messages:
            payload = message.payload or {}
            if message.type == "escalation" and payload["level"] == Level.EMERGENCY:
                return Played(case, Level.EMERGENCY, (), len(asked), turn, "\n".join(lines))
            if message.type == "assessment":
                return _result(case, message, len(asked), turn, "\n".join(lines))
            if message.type == "question":
                question = payload
        more = patient.tells_more() if question is None else patient.answers(question)
        if more is None:
            break
        asked |= {question["id"]} - NO_QUESTIONS if question else set()
        reply = more
    return Played(case, "", (), len(asked), MOST_TURNS, "\n".join(lines))


def _words(reply: Reply, question: Mapping[str, Any] | None) -> str:
    """What the patient says; of chosen options their labels."""
    if not reply.options or question is None:
        return reply.text
    labels = {option["id"]: option["label"] for option in question["options"]}
    return ", ".join(labels[option] for option in reply.options)


def _result(case: LabelledCase, message: Message, asked: int, turn: int, said: str) -> Played:
    """What the result names. Without a probability of each condition, none is scored."""
    payload = message.payload or {}
    conditions = payload.get("conditions", ())
    probabilities = {one["id"]: one["probability"] for one in conditions if "probability" in one}
    return Played(
        case,
        payload["triage"]["level"],
        tuple(one["id"] for one in conditions),
        asked,
        turn,
        said,
        probabilities if len(probabilities) == len(conditions) else {},
        payload.get("knowledge_version", ""),
    )


def _report(
    played: Sequence[Played], place: Place, knowledge: Knowledge, aliases: Mapping[str, tuple[str, ...]]
) -> Report:
    bases = {one.base for one in played if one.base is not None}
    is_ours = bases <= {knowledge.version}
    report = score(played, frozenset(knowledge.conditions) if is_ours else frozenset(), aliases)
    report.notes["played"] = place.name
    report.notes["knowledge_base"] = ", ".join(sorted(base or "not told" for base in bases)) or "not told"
    if not is_ours:
        report.notes["not_measured"] = OTHER_BASE
    return report
