"""The tables of people's data. Every row belongs to one conversation and goes when it is erased."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Double, ForeignKey, Index, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.storage.columns import JsonText, UtcDateTime, Words


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime}  # noqa: RUF012  read once by SQLAlchemy


def _conversation(*, key: bool = False) -> Mapped[str]:
    return mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=key, index=not key)


class Conversation(Base):
    """One person talking to one front end.

    Attributes:
        channel: where the first message came from; `None` before there was one.
        turns: messages of the person so far.
        events: rows in `event`; also the guard against two writers, see `bot.storage.turns`.
        case_version: how often the known facts changed.
    """

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str | None]
    created_at: Mapped[datetime]
    last_turn_at: Mapped[datetime] = mapped_column(index=True)
    turns: Mapped[int] = mapped_column(default=0)
    events: Mapped[int] = mapped_column(default=0)
    case_version: Mapped[int] = mapped_column(default=0)


class Event(Base):
    """One event of Rasa.

    Attributes:
        seq: place in the conversation, from 0, without gaps.
        turn: number of the message it belongs to; 0 before the first one.
        timestamp: seconds since 1970, as Rasa counts them.
        body: the event as Rasa writes it.
        state: on the last row of each save, how to take the conversation up from there; see `bot.storage.memory`.
    """

    __tablename__ = "event"

    conversation_id: Mapped[str] = _conversation(key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    turn: Mapped[int]
    type_name: Mapped[str]
    timestamp: Mapped[float] = mapped_column(Double)
    body: Mapped[Any] = mapped_column(JsonText, nullable=False)
    state: Mapped[Any | None] = mapped_column(JsonText)


class FindingLog(Base):
    """What became known and when. Only ever added to: the newest row of a finding holds.

    Attributes:
        finding: id of a finding or attribute.
        value: `None` when it was taken back.
        said: the words it came from.
    """

    __tablename__ = "finding_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = _conversation()
    turn: Mapped[int]
    finding: Mapped[str]
    value: Mapped[Any | None] = mapped_column(JsonText)
    said: Mapped[str] = mapped_column(Words)
    recorded_at: Mapped[datetime]


class Assessment(Base):
    """One result that was given, in full, with the version of the knowledge base that it rests on."""

    __tablename__ = "assessment"

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = _conversation()
    turn: Mapped[int]
    level: Mapped[str]
    knowledge_version: Mapped[str]
    body: Mapped[Any] = mapped_column(JsonText, nullable=False)
    created_at: Mapped[datetime]


class Escalation(Base):
    """One warning, waiting to be brought to whoever looks after such things.

    Attributes:
        flags: the red flags with the findings they rest on.
        delivered_at: when it was brought; `None` while it waits.
        next_attempt_at: not to be tried before.
    """

    __tablename__ = "escalation"
    __table_args__ = (Index(None, "delivered_at", "next_attempt_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = _conversation()
    level: Mapped[str]
    flags: Mapped[Any] = mapped_column(JsonText, nullable=False)
    created_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[str | None]


class CheckIn(Base):
    """One question to be asked later: how is the ankle now?

    Attributes:
        state: `waiting`, or how it ended: `sent`, `failed`, `replaced` by a newer assessment.
        claimed_until: a worker is at it until then; after that another may take it.
    """

    __tablename__ = "check_in"
    __table_args__ = (Index(None, "state", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = _conversation()
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"), unique=True)
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    claimed_until: Mapped[datetime | None]


class ProcessedUpdate(Base):
    """One delivery of a front end that was taken in, so that a second delivery is not.

    The conversation has no foreign key: an update is taken in before its conversation exists.
    """

    __tablename__ = "processed_update"

    channel: Mapped[str] = mapped_column(primary_key=True)
    update_id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(index=True)
    received_at: Mapped[datetime] = mapped_column(index=True)


TABLES = (Event, FindingLog, CheckIn, Assessment, Escalation, ProcessedUpdate, Conversation)
"""Every table, those that refer to others first: the order in which rows can be removed."""
