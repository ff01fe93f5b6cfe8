"""Warnings: what is sent in the same turn in which a red flag became known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue.case import Case
from bot.dialogue.in_words import label_of, words_of
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.whose import is_anothers
from bot.knowledge.model import Knowledge, Level, State
from bot.triage.facts import Facts
from bot.triage.rules import Fired, red_flags

NUMBERS_IN_TEXT = ("UK", "EU", "US")
CRISIS = "crisis"


def escalation_message(flags: Sequence[Fired], conversation: str, case: Case, practice: Practice) -> Message:
    """One warning for all flags of a turn, at the level of the most urgent one.

    It counts as handed off when its record, kept with the turn, is brought to the operator.
    """
    level = max((flag.rule.level for flag in flags), key=lambda level: level.urgency)
    worst = [flag for flag in flags if flag.rule.level is level]
    kind = _kind(worst) if level is Level.EMERGENCY else level.value
    how = "unsure" if level is Level.SAME_DAY and _rest_on_doubt(worst, case.facts, practice.knowledge) else "text"
    labels = _doubted(worst, case, practice)
    filled_in = _filled_in(worst, practice)
    if kind != CRISIS and how == "text":
        filled_in["reasons"] = f"{_you_said(worst, case.facts, practice)} {filled_in['reasons']}".strip()
    said = practice.texts(f"escalation.{kind}.{how}", **filled_in, labels=labels)
    return Message.of(
        "escalation",
        f"{said} {practice.texts('whose.warned')}" if is_anothers(case.facts) and kind != CRISIS else said,
        id=_stable_id(conversation, case.turn),
        turn=case.turn,
        level=level.value,
        flags=[{"id": flag.rule.id, "text": flag.rule.text, "findings": list(flag.findings)} for flag in flags],
        action=practice.texts(f"escalation.{kind}.action"),
        call=calls(practice.knowledge, crisis=kind == CRISIS) if level is Level.EMERGENCY else [],
        handed_off=practice.operator.is_told,
    )


def without_a_record(warning: Message) -> Message:
    """The warning of a turn that could not be kept: nobody else will hear of it."""
    return replace(warning, payload={**(warning.payload or {}), "handed_off": False})


def _rest_on_doubt(flags: Sequence[Fired], facts: Facts, knowledge: Knowledge) -> bool:
    """Whether every one of them fires only because "not sure" counts as present."""
    doubted = (fact.id for fact in facts if fact.value is State.UNKNOWN)
    certain = {flag.rule.id for flag in red_flags(facts.without(*doubted), knowledge)}
    return certain.isdisjoint(flag.rule.id for flag in flags)


def _doubted(flags: Sequence[Fired], case: Case, practice: Practice) -> str:
    """What they rest on that the person is not sure about, for a sentence."""
    doubted = (case.facts.by_id[id] for flag in flags for id in flag.findings)
    labels = (label_of(fact, practice) for fact in doubted if fact.value is State.UNKNOWN)
    return "; ".join(dict.fromkeys(labels))


def _you_said(flags: Sequence[Fired], facts: Facts, practice: Practice) -> str:
    """The words that the warning rests on, so that a misreading shows; what one is not sure about was never said."""
    certain = (id for flag in flags for id in flag.findings if facts.known(id))
    said = (words_of(id, facts, practice) for id in certain)
    words = ", ".join(f"“{one}”" for one in dict.fromkeys(said) if one)
    return practice.texts("escalation.said", words=words) if words else ""


def still_standing(flags: Sequence[Fired], practice: Practice, *, again: bool = False) -> str:
    """The short reminder before asking whether an emergency sign is really there.

    Args:
        again: it was said just before, so one sentence is enough.
    """
    how = "again" if again else "still"
    return practice.texts(f"escalation.{_kind(flags)}.{how}", **_filled_in(flags, practice))


def _kind(flags: Sequence[Fired]) -> str:
    """Which words an emergency needs: those for a crisis only when nothing but the person's safety is at stake."""
    return CRISIS if all(flag.rule.call == CRISIS for flag in flags) else Level.EMERGENCY.value


def _filled_in(flags: Sequence[Fired], practice: Practice) -> dict[str, str]:
    def joined(texts: Iterable[str | None]) -> str:
        return " ".join(dict.fromkeys(text for text in texts if text))

    return {
        "reasons": joined(flag.rule.text for flag in flags),
        "until_help": joined(flag.rule.until_help for flag in flags),
        "numbers": numbers(practice.knowledge),
        "crisis": crisis_numbers(practice.knowledge),
    }


def numbers(knowledge: Knowledge) -> str:
    """Emergency numbers for a sentence: "UK: 999, EU: 112"."""
    lines = (line for line in knowledge.help_lines.values() if line.region in NUMBERS_IN_TEXT)
    return ", ".join(f"{line.region}: {line.emergency}" for line in lines)


def crisis_numbers(knowledge: Knowledge) -> str:
    """Numbers of crisis lines for a sentence: "UK: 116 123, US: 988"."""
    return ", ".join(f"{line.region}: {line.crisis}" for line in knowledge.help_lines.values() if line.crisis)


def calls(knowledge: Knowledge, *, crisis: bool = False) -> list[dict[str, Any]]:
    """Numbers for a control, by region: the emergency number, or before it the crisis line where there is one."""
    return [
        {"region": line.region, "number": number}
        for line in knowledge.help_lines.values()
        for number in ((line.crisis, line.emergency) if crisis else (line.emergency,))
        if number
    ]


def _stable_id(conversation: str, turn: int) -> str:
    """The same warning has the same id however often the turn is played."""
    return hashlib.sha256(f"escalation:{conversation}:{turn}".encode()).hexdigest()[:32]
