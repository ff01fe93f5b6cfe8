"""Reading a conversation and adding a turn to it. A turn is kept whole, with all that it carries, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.storage import projection
from bot.storage.answers import message_ids
from bot.storage.database import reading, writing
from bot.storage.models import Conversation, Event
from bot.storage.recap import Recap, Recorded
from bot.storage.trouble import ConcurrentTurn, pseudonym

HISTORY_TURNS = 3
"""Messages of the person, with all that was said in between, that are loaded in full."""


@dataclass(frozen=True)
class Stored:
    """What was read.

    Attributes:
        events: ascending; with gaps when read from a recap.
        loops: names of forms that were active before the first of these events, see `Recap`.
        turn: number of messages of the person in the whole conversation.
    """

    events: tuple[Recorded, ...]
    loops: tuple[str, ...]
    turn: int


@dataclass(frozen=True)
class Addition:
    """New events of one conversation.

    Attributes:
        first_seq: how many events the writer believes are stored.
        turn: how many messages of the person they hold.
        case_before, case_after: value of the slot `case` before and after.
        recap: of the conversation with the new events.
    """

    conversation_id: str
    first_seq: int
    turn: int
    events: Sequence[Mapping[str, Any]]
    case_before: Any
    case_after: Any
    recap: Recap


def load(engine: Engine, conversation_id: str, *, history_turns: int | None = HISTORY_TURNS) -> Stored | None:
    """A conversation, or `None` when there is none of that id.

    Args:
        history_turns: messages to load in full, the rest from a recap. `None` loads everything.

    Raises:
        StorageTrouble: the database failed.
    """
    with reading(engine, "read a conversation") as connection:
        recap, after = _recap(connection, conversation_id, history_turns)
        wanted = select(Event.seq, Event.turn, Event.body).where(Event.conversation_id == conversation_id)
        if recap:
            wanted = wanted.where(or_(Event.seq > after, Event.seq.in_(recap.events)))
        rows = connection.execute(wanted.order_by(Event.seq)).all()
    if not rows:
        return None
    return Stored(tuple(Recorded(row.seq, row.body) for row in rows), recap.loops if recap else (), rows[-1].turn)


def append(engine: Engine, addition: Addition) -> int:
    """Adds events and writes what they carry to the other tables, in one transaction.

    Returns:
        the number of messages of the person that are stored now.

    Raises:
        ConcurrentTurn: the conversation is not as long as the writer believes, or has answered this message already.
        StorageTrouble: the database failed. In both cases nothing was written.
    """
    turns, ids = _turns(addition), message_ids(addition.events)
    rows = [
        {
            "conversation_id": addition.conversation_id,
            "seq": addition.first_seq + number,
            "turn": turn,
            "type_name": event["event"],
            "message_id": message_id,
            "timestamp": event["timestamp"],
            "body": event,
            "state": None,
        }
        for number, (event, turn, message_id) in enumerate(zip(addition.events, turns, ids, strict=True))
    ]
    rows[-1]["state"] = asdict(addition.recap)
    with writing(engine, "save a turn") as connection:
        now = datetime.now(UTC)
        try:
            _lengthen(connection, addition, turns[-1], now)
            connection.execute(insert(Event), rows)
        except IntegrityError:
            raise _overtaken(addition.conversation_id) from None
        projection.project(connection, addition.conversation_id, addition.events, turns, now)
        _log_case(connection, addition, turns[-1], now)
    return turns[-1]


def length(engine: Engine, conversation_id: str) -> int:
    """How many events a conversation has; 0 when there is none of that id."""
    with reading(engine, "look for a conversation") as connection:
        return connection.scalar(select(Conversation.events).where(Conversation.id == conversation_id)) or 0


def ids(engine: Engine) -> list[str]:
    """All conversations."""
    with reading(engine, "list the conversations") as connection:
        return list(connection.scalars(select(Conversation.id)))


def _recap(connection: Connection, conversation_id: str, history_turns: int | None) -> tuple[Recap | None, int]:
    """The newest recap that is old enough, and the place that it reaches to."""
    if history_turns is None:
        return None, -1
    turns = select(Conversation.turns).where(Conversation.id == conversation_id).scalar_subquery()
    found = connection.execute(
        select(Event.seq, Event.state)
        .where(Event.conversation_id == conversation_id, Event.state.is_not(None), Event.turn <= turns - history_turns)
        .order_by(Event.seq.desc())
        .limit(1)
    ).one_or_none()
    if found is None:
        return None, -1
    return Recap(tuple(found.state["events"]), tuple(found.state["loops"])), found.seq


def _turns(addition: Addition) -> list[int]:
    """The turn that each event belongs to."""
    turn, turns = addition.turn, []
    for event in addition.events:
        turn += event["event"] == "user" and not (event.get("metadata") or {}).get("is_external", False)
        turns.append(turn)
    return turns


def _lengthen(connection: Connection, addition: Addition, turn: int, now: datetime) -> None:
    """Counts the new events. Whoever counts first wins, the other is told."""
    channel = next((event.get("input_channel") for event in addition.events if event["event"] == "user"), None)
    counts: dict[str, Any] = {"turns": turn, "events": addition.first_seq + len(addition.events), "last_turn_at": now}
    if addition.first_seq == 0:
        new = {"id": addition.conversation_id, "channel": channel, "created_at": now, **counts}
        connection.execute(insert(Conversation).values(new))
        return
    as_believed = (Conversation.id == addition.conversation_id, Conversation.events == addition.first_seq)
    counts["channel"] = func.coalesce(Conversation.channel, channel)
    if connection.execute(update(Conversation).where(*as_believed).values(counts)).rowcount != 1:
        raise _overtaken(addition.conversation_id)


def _log_case(connection: Connection, addition: Addition, turn: int, now: datetime) -> None:
    """Writes every change of the known facts. A case that was wound back at the end is one more change."""
    slots = (event for event in addition.events if event["event"] == "slot")
    before, changes = addition.case_before, 0
    for case in (*(slot["value"] for slot in slots if slot["name"] == projection.CASE), addition.case_after):
        changes += projection.log_findings(connection, addition.conversation_id, turn, before, case, now)
        before = case
    if changes:
        this = update(Conversation).where(Conversation.id == addition.conversation_id)
        connection.execute(this.values(case_version=Conversation.case_version + changes))


def _overtaken(conversation_id: str) -> ConcurrentTurn:
    who = pseudonym(conversation_id)
    return ConcurrentTurn(f"Conversation {who} was changed or erased by someone else in the meantime.")
