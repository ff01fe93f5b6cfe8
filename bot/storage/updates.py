"""Deliveries of Telegram and Slack: each is kept before it is acknowledged, and answered once, by whichever process.

A delivery that was kept waits until it is answered, through a crash and a restart. Those of one person are answered in
the order of their places.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, select, update

from bot.storage.database import reading, writing
from bot.storage.models import Contact, ProcessedUpdate
from bot.storage.once import insert_once


@dataclass(frozen=True)
class Arrived:
    """One delivery.

    Attributes:
        channel: name of the front end.
        id: its number for the delivery.
        contact: stands for the person's address, see `bot.channels.addresses`.
        address: sealed.
        place: orders the deliveries of one person, as text.
        body: what is to be answered, without the address.
        conversation: what the conversation is called if this is somebody new.
    """

    channel: str
    id: str
    contact: str
    address: str
    place: str
    body: Mapping[str, Any]
    conversation: str = field(default_factory=lambda: uuid.uuid4().hex)


@dataclass(frozen=True)
class Waiting:
    """A delivery that is to be answered."""

    id: str
    body: Mapping[str, Any]


def take_in(engine: Engine, arrived: Arrived) -> bool:
    """Keeps a delivery until it is answered. False when it was taken in before. Raises `StorageTrouble`."""
    now = datetime.now(UTC)
    with writing(engine, "take in a delivery") as connection:
        conversation = _conversation(connection, arrived, now)
        return insert_once(
            connection,
            ProcessedUpdate,
            channel=arrived.channel,
            update_id=arrived.id,
            conversation_id=conversation,
            received_at=now,
            place=arrived.place,
            body=dict(arrived.body),
        )


def next_update(engine: Engine, channel: str, conversation_id: str) -> Waiting | None:
    """The first delivery of a person that is to be answered. Raises `StorageTrouble`."""
    wanted = (
        select(ProcessedUpdate.update_id, ProcessedUpdate.body)
        .where(ProcessedUpdate.channel == channel, ProcessedUpdate.conversation_id == conversation_id)
        .where(ProcessedUpdate.body.is_not(None))
        .order_by(ProcessedUpdate.place, ProcessedUpdate.update_id)
        .limit(1)
    )
    with reading(engine, "look for a delivery") as connection:
        row = connection.execute(wanted).one_or_none()
    return Waiting(row.update_id, row.body) if row else None


def answered(engine: Engine, channel: str, update_id: str) -> None:
    """Notes that a delivery needs no answer any more, and forgets what it held. Raises `StorageTrouble`."""
    this = (ProcessedUpdate.channel == channel, ProcessedUpdate.update_id == update_id)
    with writing(engine, "note that a delivery was answered") as connection:
        connection.execute(update(ProcessedUpdate).where(*this).values(body=None))


def forget_updates(engine: Engine, before: datetime) -> int:
    """Removes updates taken in before that moment: nobody delivers them any more. Returns how many."""
    with writing(engine, "remove old deliveries") as connection:
        return connection.execute(delete(ProcessedUpdate).where(ProcessedUpdate.received_at < before)).rowcount


def _conversation(connection: Connection, arrived: Arrived, now: datetime) -> str:
    """The conversation of whoever it is from; a new one for somebody new."""
    this = select(Contact.conversation_id).where(Contact.channel == arrived.channel, Contact.id == arrived.contact)
    if known := connection.scalar(this):
        return known
    insert_once(
        connection,
        Contact,
        channel=arrived.channel,
        id=arrived.contact,
        conversation_id=arrived.conversation,
        address=arrived.address,
        told=-1,
        part=0,
        shut=False,
        failures=0,
        next_attempt_at=now,
    )
    return connection.execute(this).scalar_one()
