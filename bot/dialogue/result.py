"""The result of an interview as one message: level, reason, what it may be, what to do, when to look again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.care.advice import Given, advice_for
from bot.care.recheck import Recheck, recheck
from bot.care.return_to_run.offer import Offer, Outcome, Refusal, Unchecked, offer
from bot.dialogue.case import Case
from bot.dialogue.escalation import numbers
from bot.dialogue.in_words import whole_weeks, words_of
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.readings import for_clinician, for_machine
from bot.dialogue.running.telling import whole
from bot.knowledge.model import Condition, State
from bot.language.reading import ABILITIES
from bot.triage.assessment import Assessment, assess
from bot.triage.differential import Candidate
from bot.triage.facts import Facts
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
    way_back = offer(found, case.facts, practice.knowledge, case.running.week)
    payload = found.to_json(case.facts, practice.knowledge)
    statements = trace(found, case.facts, practice.knowledge)
    for row, reason in zip(payload["triage"]["reasons"], found.reasons, strict=True):
        row["text"] = _because(reason, case.facts, practice)
    for row, change in zip(payload["triage"]["would_change"], found.would_change, strict=True):
        row["text"] = _if_so(change, practice)
    return Message.of(
        "assessment",
        "\n\n".join(part for part in _parts(found, advice, again, way_back, case.facts, practice) if part),
        id=_id(conversation, case),
        turn=case.turn,
        **payload,
        advice=[_advice(given, practice) for given in advice],
        recheck={"in_days": again.in_days, "expect": again.expect, "get_help_if": list(again.get_help_if)},
        plan=_plan(way_back, practice),
        trace=for_machine(statements),
        clinician=list(for_clinician(statements, practice)),
    )


def digest(facts: Facts) -> str:
    """Short fingerprint of what is known, to tell whether anything changed since the last result."""
    known = sorted((fact.id, str(fact.value)) for fact in facts if (fact.id, fact.value) != ("subject", "self"))
    return _fingerprint(known)


def outcome(result: Message) -> str:
    """Short fingerprint of what a result comes to: level, reasons, conditions and advice, whatever the words."""
    payload = result.payload or {}
    parts = (
        payload["triage"]["level"],
        [reason["rule"] for reason in payload["triage"]["reasons"]],
        [(one["id"], one["likelihood"]) for one in payload["conditions"]],
        [(one["id"], one["title"]) for one in payload["advice"]],
        payload["recheck"]["in_days"],
    )
    return _fingerprint(parts)


def _fingerprint(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def unchanged_message(case: Case, practice: Practice) -> Message:
    """A short reminder of a result that still stands."""
    found = assess(case.facts, practice.knowledge)
    level = practice.texts(f"result.level.{found.level}")
    return Message(practice.texts("result.unchanged", level=level))


def why(case: Case, practice: Practice) -> Message:
    """The level, and what brought it."""
    found = assess(case.facts, practice.knowledge)
    return Message(f"{practice.texts(f'result.level.{found.level}')}. {_why(found, case.facts, practice)}")


def would_change(case: Case, practice: Practice) -> str:
    """What would raise or lower the level, one line each; empty when no single step does."""
    changes = assess(case.facts, practice.knowledge).would_change
    return _turns(changes, practice) if changes else ""


def _turns(changes: Iterable[WouldChange], practice: Practice) -> str:
    texts = practice.texts
    items = (
        texts("result.change", what=_if_so(change, practice), level=texts(f"result.level.{change.level}"))
        for change in changes
    )
    return "\n".join([texts("result.would_change"), *items])


def _parts(
    found: Assessment, advice: tuple[Given, ...], again: Recheck, way_back: Outcome, facts: Facts, practice: Practice
) -> Iterator[str]:
    texts = practice.texts
    where = texts(f"result.where.{found.level}", numbers=numbers(practice.knowledge))
    yield f"{texts(f'result.level.{found.level}')}. {where}"
    yield _why(found, facts, practice)
    yield _may_be(found, practice)
    if advice:
        yield "\n".join([texts("result.advice"), *_advice_items(advice, practice)])
    if again.get_help_if:
        yield "\n".join([texts("result.get_help"), *(texts("result.sign", sign=sign) for sign in again.get_help_if)])
    if again.in_days:
        yield texts("result.recheck", days=again.in_days, expect=again.expect)
    rises = [change for change in found.would_change if change.level.urgency > found.level.urgency]
    if rises:
        yield _turns(rises, practice)
    if not isinstance(way_back, Refusal):
        yield texts("running.exists")
    yield texts("result.closing")


def _why(found: Assessment, facts: Facts, practice: Practice) -> str:
    reasons = [_because(reason, facts, practice) for reason in found.reasons if reason.level is found.level]
    texts = practice.texts
    return texts("result.why", reasons=" ".join(dict.fromkeys(reasons)) or texts("result.nothing_worrying"))


def _plan(way_back: Outcome, practice: Practice) -> Mapping[str, Any] | None:
    """The plan of the message; nothing but its name while it is not known whether something forbids it."""
    match way_back:
        case Offer():
            return whole(way_back, practice)
        case Unchecked(plan=plan, open=unasked):
            return {
                "type": "return_to_run",
                "id": plan.id,
                "status": "to_check",
                "name": plan.name,
                "open": list(unasked),
            }
    return None


def _may_be(found: Assessment, practice: Practice) -> str:
    texts = practice.texts
    shown = _shown(found)
    if not shown:
        return texts("result.none")
    names = "; ".join(
        texts(
            "result.condition",
            name=candidate.condition.name,
            likelihood=texts(f"result.likelihood.{_word(candidate)}"),
        )
        for candidate in shown
    )
    lead = shown[0]
    if lead.likelihood == "less_likely":
        return f"{texts('result.none')} {texts('result.conditions', conditions=names)}"
    apart = f" {_undecided(found.undecided, practice)}" if found.undecided else ""
    plain = f" {lead.condition.plain}" if lead.likelihood == "likely" else ""
    return f"{texts('result.conditions', conditions=names)}{apart}{plain}"


def _word(candidate: Candidate) -> str:
    """How likely, in a word; of a broken bone nobody is told more than that it has to be ruled out.

    Most ankles that need an X-ray are not broken (Bachmann 2003).
    """
    as_likely = candidate.likelihood == "likely" and _is_a_break(candidate.condition)
    return "to_rule_out" if as_likely else candidate.likelihood


def _is_a_break(condition: Condition) -> bool:
    return condition.tissue == "bone" and condition.must_not_miss


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
    said = [f"“{words}”" for id in reason.findings if (words := words_of(id, facts, practice))]
    text = reason.text
    if reason.kind == "condition":
        said = said[:MOST_WORDS_QUOTED]
        condition = practice.knowledge.conditions[reason.rule]
        way = "fracture" if _is_a_break(condition) else "condition"
        text = practice.texts(f"result.because_{way}", name=condition.name)
    return practice.texts("result.because", text=text, said=", ".join(dict.fromkeys(said))) if said else text


def _if_so(change: WouldChange, practice: Practice) -> str:
    return f" {practice.texts('result.and')} ".join(_change(one, practice) for one in change.changes)


def _change(change: Change, practice: Practice) -> str:
    known = practice.knowledge.findings.get(change.id)
    if change.id == "duration_days" and (weeks := whole_weeks(change.value)) is not None:
        return practice.texts("result.change_to.weeks", value=weeks)
    if known is None:
        return practice.texts(f"result.change_to.{change.id}", value=_value(change, practice))
    what = known.absent if change.value is State.ABSENT else known.present
    return practice.texts("result.change_to.finding", what=what)


def _value(change: Change, practice: Practice) -> str:
    if isinstance(change.value, tuple):
        return practice.knowledge.regions[change.value[-1]].label
    return practice.texts(f"fact.{change.id}.{change.value}") if isinstance(change.value, str) else str(change.value)


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
    known = practice.knowledge.findings
    # What the person can do forbids nothing: not being able to does.
    labels = "; ".join(known[id].absent if id in ABILITIES else known[id].label for id in given.not_if)
    return practice.texts("result.not_if", labels=labels)


def _id(conversation: str, case: Case) -> str:
    """The same result has the same id however often the turn is played."""
    return hashlib.sha256(f"assessment:{conversation}:{case.turn}".encode()).hexdigest()[:32]
