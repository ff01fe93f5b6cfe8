"""The result of an interview as one message: level, reason, what it may be, what to do, when to look again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from bot.care.advice import Given, advice_for
from bot.care.recheck import Recheck, recheck
from bot.dialogue.case import Case
from bot.dialogue.escalation import numbers
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.readings import for_clinician, for_machine
from bot.knowledge.model import State
from bot.triage.assessment import Assessment, assess
from bot.triage.differential import Candidate
from bot.triage.facts import Facts, Value
from bot.triage.level import Reason
from bot.triage.telling_apart import Undecided
from bot.triage.trace import trace
from bot.triage.would_change import Change, WouldChange

MOST_WORDS_QUOTED = 3
"""So much of what was said is quoted beside a condition, the most telling first."""

MOST_CONDITIONS = 4
"""Conditions named in the text, one of them dangerous if one is in view; the payload has all of them."""


def result_message(case: Case, conversation: str, practice: Practice) -> Message:
    """The assessment of a case. The same facts give the same message."""
    found = assess(case.facts, practice.knowledge)
    advice = advice_for(found, case.facts, practice.knowledge)
    again = recheck(found)
    payload = found.to_json(case.facts, practice.knowledge)
    statements = trace(found, case.facts, practice.knowledge)
    for row, reason in zip(payload["triage"]["reasons"], found.reasons, strict=True):
        row["text"] = _because(reason, case.facts, practice)
    for row, change in zip(payload["triage"]["would_change"], found.would_change, strict=True):
        row["text"] = _if_so(change, practice)
    return Message.of(
        "assessment",
        "\n\n".join(part for part in _parts(found, advice, again, case.facts, practice) if part),
        id=_id(conversation, case),
        turn=case.turn,
        **payload,
        advice=[_advice(given, practice) for given in advice],
        recheck={"in_days": again.in_days, "expect": again.expect, "get_help_if": list(again.get_help_if)},
        plan=None,
        trace=for_machine(statements),
        clinician=list(for_clinician(statements, practice)),
    )


def digest(facts: Facts) -> str:
    """Short fingerprint of what is known, to tell whether anything changed since the last result."""
    known = sorted((fact.id, str(fact.value)) for fact in facts)
    return hashlib.sha256(json.dumps(known).encode()).hexdigest()[:16]


def unchanged_message(case: Case, practice: Practice) -> Message:
    """A short reminder of a result that still stands."""
    found = assess(case.facts, practice.knowledge)
    level = practice.texts(f"result.level.{found.level}")
    return Message(practice.texts("result.unchanged", level=level))


def _parts(
    found: Assessment, advice: tuple[Given, ...], again: Recheck, facts: Facts, practice: Practice
) -> Iterator[str]:
    texts = practice.texts
    where = texts(f"result.where.{found.level}", numbers=numbers(practice.knowledge))
    yield f"{texts(f'result.level.{found.level}')}. {where}"
    reasons = [_because(reason, facts, practice) for reason in found.reasons if reason.level is found.level]
    yield texts("result.why", reasons=" ".join(dict.fromkeys(reasons)) or texts("result.nothing_worrying"))
    yield _may_be(found, practice)
    if advice:
        yield "\n".join([texts("result.advice"), *_advice_items(advice, practice)])
    if again.get_help_if:
        yield "\n".join([texts("result.get_help"), *(texts("result.sign", sign=sign) for sign in again.get_help_if)])
    if again.in_days:
        yield texts("result.recheck", days=again.in_days, expect=again.expect)
    rises = [change for change in found.would_change if change.level.urgency > found.level.urgency]
    if rises:
        items = [
            texts("result.change", what=_if_so(change, practice), level=texts(f"result.level.{change.level}"))
            for change in rises
        ]
        yield "\n".join([texts("result.would_change"), *items])
    yield texts("result.closing")


def _may_be(found: Assessment, practice: Practice) -> str:
    texts = practice.texts
    shown = _shown(found)
    if not shown:
        return texts("result.none")
    names = "; ".join(
        texts(
            "result.condition",
            name=candidate.condition.name,
            likelihood=texts(f"result.likelihood.{candidate.likelihood}"),
        )
        for candidate in shown
    )
    lead = shown[0]
    if lead.likelihood == "less_likely":
        return f"{texts('result.none')} {texts('result.conditions', conditions=names)}"
    apart = f" {_undecided(found.undecided, practice)}" if found.undecided else ""
    plain = f" {lead.condition.plain}" if lead.likelihood == "likely" else ""
    return f"{texts('result.conditions', conditions=names)}{apart}{plain}"


def _undecided(close: Undecided, practice: Practice) -> str:
    """That two cannot be told apart, and what would help."""
    known = practice.knowledge
    names = {"one": known.conditions[close.one].name, "other": known.conditions[close.other].name}
    if not close.would_tell:
        return practice.texts("result.undecided_at_all", **names)
    what = f" {practice.texts('result.or')} ".join(known.findings[id].label for id in close.would_tell)
    return practice.texts("result.undecided", **names, what=what)


def _shown(found: Assessment) -> tuple[Candidate, ...]:
    """The most probable conditions; the last place is kept for one that must not be missed."""
    first = found.conditions[:MOST_CONDITIONS]
    if any(one.condition.must_not_miss for one in first):
        return first
    dangerous = [one for one in found.conditions[MOST_CONDITIONS:] if one.condition.must_not_miss]
    return (*first[: MOST_CONDITIONS - 1], dangerous[0]) if dangerous else first


def _because(reason: Reason, facts: Facts, practice: Practice) -> str:
    """The text of a reason, with the words it came from."""
    said = [f"“{words}”" for id in reason.findings if (words := _said(id, facts, practice))]
    text = reason.text
    if reason.kind == "condition":
        said = said[:MOST_WORDS_QUOTED]
        text = practice.texts("result.because_condition", name=practice.knowledge.conditions[reason.rule].name)
    return practice.texts("result.because", text=text, said=", ".join(dict.fromkeys(said))) if said else text


def _said(id: str, facts: Facts, practice: Practice) -> str:
    """A fact in the person's words, or the finding's own wording when it was picked from a list."""
    fact = facts.by_id.get(id)
    known = practice.knowledge.findings.get(id)
    if fact is None or (known is None and isinstance(fact.value, State)):
        return ""  # what was not understood is nothing to quote
    if known and fact.asked and isinstance(fact.value, State):
        if fact.value is State.UNKNOWN:
            return practice.texts("result.not_sure", label=known.label)
        return known.present if fact.value is State.PRESENT else known.absent
    return fact.said


def _if_so(change: WouldChange, practice: Practice) -> str:
    return f" {practice.texts('result.and')} ".join(_change(one, practice) for one in change.changes)


def _change(change: Change, practice: Practice) -> str:
    known = practice.knowledge.findings.get(change.id)
    if known is None:
        return practice.texts(f"result.change_to.{change.id}", value=_value(change.value, practice))
    what = known.absent if change.value is State.ABSENT else known.present
    return practice.texts("result.change_to.finding", what=what)


def _value(value: Value, practice: Practice) -> str:
    if isinstance(value, tuple):
        return practice.knowledge.regions[value[-1]].label
    return str(value).replace("_", " ")


def _advice_items(advice: tuple[Given, ...], practice: Practice) -> Iterator[str]:
    """The blocks as they are listed; cautions that were named before are only referred to."""
    named: set[tuple[str, ...]] = set()
    for given in advice:
        caution = practice.texts("result.not_if_either") if given.not_if in named else _caution(given, practice)
        named |= {given.not_if}
        text = f"{given.text} {caution}" if given.not_if else given.text
        yield practice.texts("result.advice_item", title=given.title, text=text)


def _advice(given: Given, practice: Practice) -> dict[str, object]:
    text = f"{given.text} {_caution(given, practice)}" if given.not_if else given.text
    return {"id": given.id, "title": given.title, "text": text, "sources": list(given.sources)}


def _caution(given: Given, practice: Practice) -> str:
    """What would forbid a block and nobody asked about."""
    labels = "; ".join(practice.knowledge.findings[id].label for id in given.not_if)
    return practice.texts("result.not_if", labels=labels)


def _id(conversation: str, case: Case) -> str:
    """The same result has the same id however often the turn is played."""
    return hashlib.sha256(f"assessment:{conversation}:{case.turn}".encode()).hexdigest()[:32]
