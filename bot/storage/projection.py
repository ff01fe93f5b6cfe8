"""What the events of a turn carry besides words: facts, assessments, warnings. Each has a table of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.storage.models import Assessment, CheckIn, Escalation, FindingLog
from bot.storage.once import insert_once
from bot.storage.trouble import Misfit

CASE = "case"
ASSESSMENT = "assessment"
ESCALATION = "escalation"


def project(
    connection: Connection,
    conversation_id: str,
    events: Sequence[Mapping[str, Any]],
    turns: Sequence[int],
    now: datetime,
) -> None:
    """Writes the assessments and warnings that slots were set to. The same id is written once, however often it is set.

    Args:
        events: as Rasa writes them.
        turns: the turn of each event.

    Raises:
        Misfit: a slot does not hold what its table needs.
    """
    for event, turn in zip(events, turns, strict=True):
        if event["event"] != "slot" or event["value"] is None:
            continue
        if event["name"] == ASSESSMENT:
            _assess(connection, conversation_id, _object(ASSESSMENT, event["value"]), turn, now)
        elif event["name"] == ESCALATION:
            _escalate(connection, conversation_id, _object(ESCALATION, event["value"]), now)


def log_findings(
    connection: Connection, conversation_id: str, turn: int, before: Any, after: Any, now: datetime
) -> int:
    """Adds a row for every fact that is new, changed or taken back. Returns how many.

    Args:
        before, after: values of the slot `case`, an object with a list `facts`; `None` is no facts.
        turn: the turn that takes a fact back. A fact that is told knows its own.

    Raises:
        Misfit: the slot does not hold that.
    """
    known, told = _facts(before), _facts(after)
    rows = [
        {"turn": fact["turn"], "finding": finding, "value": fact["value"], "said": fact["said"]}
        for finding, fact in told.items()
        if fact != known.get(finding)
    ]
    rows += [{"turn": turn, "finding": finding, "value": None, "said": ""} for finding in known if finding not in told]
    if rows:
        of_this = {"conversation_id": conversation_id, "recorded_at": now}
        connection.execute(insert(FindingLog), [{**row, **of_this} for row in rows])
    return len(rows)


def _assess(connection: Connection, conversation_id: str, body: Mapping[str, Any], turn: int, now: datetime) -> None:
    level = body.get("level") or (body.get("triage") or {}).get("level")
    added = insert_once(
        connection,
        Assessment,
        id=_text(ASSESSMENT, body, "id"),
        conversation_id=conversation_id,
        turn=body.get("turn", turn),
        level=_text(ASSESSMENT, {"level": level}, "level"),
        knowledge_version=_text(ASSESSMENT, body, "knowledge_version"),
        body=body,
        created_at=now,
    )
    if not added:
        _must_be_of(connection, Assessment, body["id"], conversation_id)
        return
    in_days = (body.get("recheck") or {}).get("in_days")
    if in_days is not None:
        _check_in_later(connection, conversation_id, body["id"], now, _days(in_days))


def _check_in_later(
    connection: Connection, conversation_id: str, assessment_id: str, now: datetime, later: timedelta
) -> None:
    """One question waits at a time: the newest assessment's. After no time at all there is nothing to ask."""
    waiting = (CheckIn.conversation_id == conversation_id, CheckIn.state == "waiting")
    connection.execute(update(CheckIn).where(*waiting).values(state="replaced"))
    if not later:
        return
    due_at = now + later
    values = {"conversation_id": conversation_id, "assessment_id": assessment_id, "due_at": due_at}
    connection.execute(insert(CheckIn).values(values))


def _escalate(connection: Connection, conversation_id: str, body: Mapping[str, Any], now: datetime) -> None:
    added = insert_once(
        connection,
        Escalation,
        id=_text(ESCALATION, body, "id"),
        conversation_id=conversation_id,
        kind=body.get("kind") or "warning",
        level=_text(ESCALATION, body, "level"),
        flags=body.get("flags") or [],
        summary=body.get("summary"),
        created_at=now,
        next_attempt_at=now,
    )
    if not added:
        _must_be_of(connection, Escalation, body["id"], conversation_id)


def _must_be_of(connection: Connection, table: type[Assessment | Escalation], id: str, conversation_id: str) -> None:
    if connection.scalar(select(table.conversation_id).where(table.id == id)) != conversation_id:
        raise Misfit(f"The id of this {table.__tablename__} is taken by another conversation.")


def _facts(case: Any) -> dict[str, Mapping[str, Any]]:
    if case is None:
        return {}
    facts = _object(CASE, case).get("facts")
    if not isinstance(facts, list) or not all(isinstance(fact, dict) and fact.keys() >= _FACT for fact in facts):
        raise Misfit(f"The slot '{CASE}' needs a list 'facts' of objects with {', '.join(sorted(_FACT))}.")
    return {fact["id"]: fact for fact in facts}


_FACT = {"id", "value", "said", "turn"}


def _object(slot: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise Misfit(f"The slot '{slot}' needs a JSON object, not {type(value).__name__}.")
    return value


def _text(slot: str, body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise Misfit(f"The slot '{slot}' needs a text '{name}'.")
    return value


def _days(number: Any) -> timedelta:
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number <= 3650:
        raise Misfit(f"The slot '{ASSESSMENT}' needs a number of days 'recheck.in_days', from 0 to 3650.")
    return timedelta(days=number)
