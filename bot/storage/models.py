"""The tables of people's data. Every row belongs to one conversation and goes when it is erased.

`Erasure` alone stays: it holds nothing of the person.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import Double, ForeignKey, Index, MetaData, text
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
        message_id: of a message that was answered, the id that its front end gave it; see `bot.storage.answers`.
        timestamp: seconds since 1970, as Rasa counts them.
        body: the event as Rasa writes it.
        state: on the last row of each save, how to take the conversation up from there; see `bot.storage.memory`.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index(
            None,
            "conversation_id",
            "message_id",
            unique=True,
            sqlite_where=text("message_id IS NOT NULL"),
            postgresql_where=text("message_id IS NOT NULL"),
        ),
    )

    conversation_id: Mapped[str] = _conversation(key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    turn: Mapped[int]
    type_name: Mapped[str]
    message_id: Mapped[str | None]
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
    """One warning or hand-off, waiting to be brought to whoever looks after such things.

    Attributes:
        reference: what it is called outside; random, so that nobody can tell from it whose it is.
        kind: `warning`, or `hand_off` when the person asked for somebody to take over.
        flags: the red flags with the findings they rest on.
        summary: lines for the person who takes over; `None` for a warning.
        reached: marks of the channels that took the notice.
        delivered_at: when all of them had; `None` while it waits.
        attempts: how often it was claimed.
        next_attempt_at: not to be tried before; while a worker is at it, the end of its time.
    """

    __tablename__ = "escalation"
    __table_args__ = (Index(None, "delivered_at", "next_attempt_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = _conversation()
    reference: Mapped[str] = mapped_column(default=lambda: secrets.token_hex(5), unique=True)
    kind: Mapped[str] = mapped_column(default="warning")
    level: Mapped[str]
    flags: Mapped[Any] = mapped_column(JsonText, nullable=False)
    summary: Mapped[Any | None] = mapped_column(JsonText)
    reached: Mapped[Any] = mapped_column(JsonText, nullable=False, default=list)
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

    Attributes:
        place: orders the deliveries of one person, as text.
        body: what is to be answered, without the person's address; `None` once it was.
    """

    __tablename__ = "processed_update"

    channel: Mapped[str] = mapped_column(primary_key=True)
    update_id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(index=True)
    received_at: Mapped[datetime] = mapped_column(index=True)
    place: Mapped[str | None]
    body: Mapped[Any | None] = mapped_column(JsonText)


class Contact(Base):
    """How a person of Telegram or Slack is reached, and how far they have been told what was said.

    The conversation has no foreign key: somebody can be reached before they have said anything.

    Attributes:
        id: stands for the address; only a holder of the server's key can tell whose it is.
        address: sealed with that key.
        told: `seq` of the conversation up to which everything reached them; -1 for nothing yet.
        part: of the line after that, how many pieces were sent.
        keyboard: the message whose buttons are open, as the front end names it.
        shut: they want no messages, such as somebody who blocked the bot.
        failures: how often in a row sending failed; not to be tried again before `next_attempt_at`.
    """

    __tablename__ = "contact"

    channel: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(unique=True)
    address: Mapped[str]
    told: Mapped[int] = mapped_column(default=-1)
    part: Mapped[int] = mapped_column(default=0)
    keyboard: Mapped[Any | None] = mapped_column(JsonText)
    shut: Mapped[bool] = mapped_column(default=False)
    failures: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime]


class Erasure(Base):
    """That a conversation was erased for good.

    Attributes:
        id: stands for the conversation and does not name it, see `bot.storage.erasures`.
    """

    __tablename__ = "erasure"

    id: Mapped[str] = mapped_column(primary_key=True)
    erased_at: Mapped[datetime] = mapped_column(index=True)


TABLES = (Event, FindingLog, CheckIn, Assessment, Escalation, ProcessedUpdate, Contact, Conversation)
"""Every table that holds something of a person, those that refer to others first: the order for removing rows."""
