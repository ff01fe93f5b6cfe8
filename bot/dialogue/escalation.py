"""Warnings: what is sent in the same turn in which a red flag became known."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from bot.dialogue.case import Case
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.knowledge.model import Knowledge, Level
from bot.triage.rules import Fired

NUMBERS_IN_TEXT = ("UK", "EU", "US")


def escalation_message(flags: Sequence[Fired], conversation: str, case: Case, practice: Practice) -> Message:
    """One warning for all flags of a turn, at the level of the most urgent one."""
    level = max((flag.rule.level for flag in flags), key=lambda level: level.urgency)
    worst = [flag for flag in flags if flag.rule.level is level]
    reasons = " ".join(flag.rule.text for flag in worst)
    return Message.of(
        "escalation",
        practice.texts(f"escalation.{level}.text", reasons=reasons, numbers=numbers(practice.knowledge)),
        id=_stable_id(conversation, case.turn),
        turn=case.turn,
        level=level.value,
        flags=[{"id": flag.rule.id, "text": flag.rule.text, "findings": list(flag.findings)} for flag in flags],
        action=practice.texts(f"escalation.{level}.action"),
        call=calls(practice.knowledge) if level is Level.EMERGENCY else [],
        handed_off=False,
    )


def still_standing(practice: Practice) -> str:
    """The short reminder before asking whether an emergency sign is really there."""
    return practice.texts("escalation.emergency.still", numbers=numbers(practice.knowledge))


def numbers(knowledge: Knowledge) -> str:
    """Emergency numbers for a sentence: "UK: 999, EU: 112"."""
    lines = (line for line in knowledge.help_lines.values() if line.region in NUMBERS_IN_TEXT)
    return ", ".join(f"{line.region}: {line.emergency}" for line in lines)


def calls(knowledge: Knowledge) -> list[dict[str, Any]]:
    """Emergency numbers for a control, by region."""
    return [{"region": line.region, "number": line.emergency} for line in knowledge.help_lines.values()]


def _stable_id(conversation: str, turn: int) -> str:
    """The same warning has the same id however often the turn is played."""
    return hashlib.sha256(f"escalation:{conversation}:{turn}".encode()).hexdigest()[:32]
