"""The result of an interview as one value, and its form for machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.knowledge.model import Knowledge, Level, State
from bot.triage.differential import Candidate, differential
from bot.triage.facts import Fact, Facts, Value
from bot.triage.level import Reason, level, weighed
from bot.triage.rules import fired
from bot.triage.telling_apart import Undecided, undecided
from bot.triage.would_change import WouldChange, would_change

__all__ = ["Assessment", "assess", "level"]


@dataclass(frozen=True)
class Assessment:
    """What was found.

    Attributes:
        reasons: why the level is what it is, most urgent first; empty for self-care.
        conditions: what it may be, most probable first.
        would_change: other answers that would change the level.
        undecided: the two leading conditions when they stay close, and what would part them.
        knowledge_version: version of the base that was used.
    """

    level: Level
    reasons: tuple[Reason, ...]
    conditions: tuple[Candidate, ...]
    would_change: tuple[WouldChange, ...]
    knowledge_version: str
    undecided: Undecided | None = None

    @property
    def leading(self) -> tuple[Candidate, ...]:
        """The conditions called likely; when none is, the most probable one."""
        likely = tuple(candidate for candidate in self.conditions if candidate.likelihood == "likely")
        return likely or self.conditions[:1]

    def to_json(self, facts: Facts, knowledge: Knowledge) -> dict[str, Any]:
        """`triage`, `conditions`, `findings` and `knowledge_version` of the `assessment` message.

        Texts are those of the base; who speaks to a person words them with what the person said.
        """
        return {
            "triage": {
                "level": str(self.level),
                "reasons": [_reason(reason) for reason in self.reasons],
                "would_change": [_would_change(one, knowledge) for one in self.would_change],
            },
            "conditions": [_condition(candidate) for candidate in self.conditions],
            "undecided": _undecided(self.undecided),
            "findings": {fact.id: _fact(fact) for fact in facts},
            "knowledge_version": self.knowledge_version,
        }


def assess(facts: Facts, knowledge: Knowledge) -> Assessment:
    """Everything that the facts say, by the rules and conditions of the base. The same facts give the same result."""
    candidates = differential(facts, knowledge)
    found, reasons = weighed(fired(facts, knowledge), candidates)
    return Assessment(
        found,
        reasons,
        candidates,
        would_change(facts, knowledge),
        knowledge.version,
        undecided(candidates, facts, knowledge),
    )


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "rule": reason.rule,
        "kind": reason.kind,
        "level": str(reason.level),
        "text": reason.text,
        "findings": list(reason.findings),
        "sources": list(reason.sources),
    }


def _would_change(one: WouldChange, knowledge: Knowledge) -> dict[str, Any]:
    return {
        "level": str(one.level),
        "if": [{"finding": change.id, **_value(change.value)} for change in one.changes],
        "rule": one.rule,
        "text": knowledge.rules[one.rule].text if one.rule else "",
    }


def _condition(candidate: Candidate) -> dict[str, Any]:
    return {
        "id": candidate.condition.id,
        "name": candidate.condition.name,
        "likelihood": candidate.likelihood,
        "probability": round(candidate.probability, 4),
        "must_not_miss": candidate.condition.must_not_miss,
        "supports": list(candidate.supports),
        "against": list(candidate.against),
        "sources": list(candidate.condition.provenance.sources),
    }


def _undecided(close: Undecided | None) -> dict[str, Any] | None:
    return {"between": [close.one, close.other], "would_tell": list(close.would_tell)} if close else None


def _fact(fact: Fact) -> Mapping[str, Any]:
    return {**_value(fact.value), "said": fact.said, "turn": fact.turn}


def _value(value: Value) -> dict[str, Any]:
    if isinstance(value, State):
        return {"state": str(value)}
    return {"value": list(value) if isinstance(value, tuple) else value}
