"""What the assistant makes of a labelled message, read by its own model and reader."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.practice import Practice
from bot.evaluation.asked import asked_in
from bot.evaluation.messages import Labelled
from bot.knowledge.model import State
from bot.knowledge.vocabulary import vocabulary
from bot.language.answers import answer
from bot.language.reading import Reading
from bot.triage.facts import Fact, Facts, Value
from bot.triage.rules import red_flags


@dataclass(frozen=True)
class Heard:
    """What the assistant made of a message, in the terms of the labels."""

    intent: str
    values: Mapping[str, Value]
    areas: frozenset[str]
    present: frozenset[str]
    absent: frozenset[str]
    flags: tuple[str, ...]


def intents_of(agent: Any) -> Callable[[str], str]:
    """Gives the intent that the model finds in a text. `agent`: Rasa's, with the model loaded."""
    loop = asyncio.new_event_loop()

    def intent_of(text: str) -> str:
        parsed = loop.run_until_complete(agent.parse_message(text))
        return str(parsed["intent"]["name"])

    return intent_of


def hear(message: Labelled, practice: Practice, intent_of: Callable[[str], str]) -> Heard:
    """What the assistant makes of a message; a bare answer is read in the light of its question.

    Args:
        intent_of: the intent that the trained model gives to a text.
    """
    reading = practice.reader.read(message.text)
    facts = _volunteered(reading)
    intent = intent_of(message.text)
    if message.context:
        asked = asked_in(message.context, practice)
        found = answer(message.text, asked.frame, practice.reader) if asked else None
        facts |= asked.settled(found) if asked and found else {}
        intent = _in_context(intent, found.kind if found else "not_an_answer", found.value if found else None)
    elif intent == "answer":
        intent = "report_symptom"  # nothing was asked
    known = Facts.of(Fact(id, value, message.text, 1) for id, value in facts.items())
    regions = facts.get("location", ())
    return Heard(
        intent=intent,
        values=facts,
        areas=frozenset(vocabulary().regions[one] for one in regions) if isinstance(regions, tuple) else frozenset(),
        present=frozenset(id for id, value in facts.items() if value is State.PRESENT),
        absent=frozenset(id for id, value in facts.items() if value is State.ABSENT),
        flags=tuple(one.rule.id for one in red_flags(known, practice.knowledge)),
    )


def _volunteered(reading: Reading) -> dict[str, Value]:
    values: dict[str, Value] = {id: State(state) for id, state in reading.findings.items()}
    if reading.location:
        values["location"] = reading.location
    for name in vocabulary().attributes:
        value = reading.attribute(name)
        if name != "location" and value is not None:
            values[name] = value
    return values


def _in_context(intent: str, kind: str, value: object) -> str:
    """The intent of an answer: a bare yes or no stays one, words that bring more are an answer."""
    if kind in ("dont_know", "skip"):
        return "dont_know"
    if intent in ("affirm", "deny", "dont_know") or kind == "not_an_answer":
        return "answer" if intent == "report_symptom" else intent
    return "answer"
