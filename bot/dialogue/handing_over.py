"""From the program to a person: who can help, and the operator's queue for who wants that."""

from __future__ import annotations

import hashlib
from typing import Any

from bot.dialogue.case import Case
from bot.dialogue.escalation import crisis_numbers, numbers
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.readings import for_clinician, in_clinical_words
from bot.triage.assessment import assess
from bot.triage.trace import trace

MOST_CONDITIONS = 5
"""Conditions in the summary, the most probable first."""


def ways_to_a_person(practice: Practice) -> Message:
    """Who can be reached and how: numbers by region, and the places to go to."""
    known = practice.knowledge
    lines = known.help_lines.values()
    text = practice.texts(
        "person.ways",
        numbers=numbers(known),
        urgent=", ".join(f"{line.name}: {line.urgent}" for line in lines if line.urgent),
        crisis=crisis_numbers(known),
    )
    sources = (source for line in lines if line.provenance for source in line.provenance.sources)
    return Message.of(
        "people",
        text,
        lines=[
            {
                "region": line.region,
                "name": line.name,
                "emergency": line.emergency,
                "urgent": line.urgent,
                "crisis": line.crisis,
            }
            for line in lines
        ],
        sources=list(dict.fromkeys(sources)),
    )


def may_take_over(case: Case, practice: Practice) -> bool:
    """Whether to offer the operator's queue. Never beside an emergency: nobody should wait there."""
    return practice.operator.takes_over and not case.queued and not emergency_stands(case, practice.knowledge)


def taken_into_queue(practice: Practice) -> Message:
    """What is said once the person agreed: what happens next, and what not to wait for."""
    promise = practice.operator.promise or practice.texts("hand_off.no_promise")
    text = practice.texts("hand_off.done", promise=promise, numbers=numbers(practice.knowledge))
    return Message.of("hand_off", text, handed_off=True)


def hand_off(case: Case, conversation: str, practice: Practice) -> dict[str, Any]:
    """The entry for the outbox: the level, and a summary for whoever takes over."""
    found = assess(case.facts, practice.knowledge)
    told = [in_clinical_words(fact, practice) for fact in case.facts]
    statements = trace(found, case.facts, practice.knowledge)
    rules = tuple(one for one in statements if one.level)
    conditions = tuple(one for one in statements if not one.level)
    return {
        "id": _id(conversation, case),
        "kind": "hand_off",
        "turn": case.turn,
        "level": found.level.value,
        "flags": [],
        "summary": [*told, *for_clinician((*rules, *conditions[:MOST_CONDITIONS]), practice)],
    }


def _id(conversation: str, case: Case) -> str:
    """The same hand-off has the same id however often the turn is played."""
    return hashlib.sha256(f"hand_off:{conversation}:{case.turn}".encode()).hexdigest()[:32]
