"""People of Telegram and Slack: where they are reached, and how far they have been told what was said.

What is to be sent is never stored twice: it is what stands in the conversation after the place up to which somebody
was told. So an answer that was saved is sent, also by the next process when this one dies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, and_, delete, exists, or_, select, update

from bot.storage.database import reading, writing
from bot.storage.models import Contact, Conversation, ProcessedUpdate


@dataclass(frozen=True)
class Reached:
    """Somebody who can be reached.

    Attributes:
        id: stands for the address.
        address: sealed.
        told, part: everything up to that `seq` reached them, and so many pieces of the line after it.
        keyboard: the message whose buttons are open.
        failures: how often in a row sending failed.
    """

    channel: str
    id: str
    conversation: str
    address: str
    told: int
    part: int
    keyboard: Mapping[str, Any] | None
    shut: bool
    failures: int
    next_attempt_at: datetime


def find(engine: Engine, channel: str, id: str) -> Reached | None:
    """Somebody by what stands for their address; `None` for nobody, or somebody erased. Raises `StorageTrouble`."""
    with reading(engine, "look for a person") as connection:
        row = connection.execute(select(*_COLUMNS).where(Contact.channel == channel, Contact.id == id)).one_or_none()
    return Reached(*row) if row else None


def known(engine: Engine, channel: str, ids: Sequence[str]) -> str | None:
    """The first of these under which somebody is known. Raises `StorageTrouble`."""
    with reading(engine, "look for a person") as connection:
        found = set(connection.scalars(select(Contact.id).where(Contact.channel == channel, Contact.id.in_(ids))))
    return next((id for id in ids if id in found), None)


def with_work(engine: Engine, channel: str, now: datetime, limit: int) -> list[str]:
    """People who wait for an answer, or have not been told everything. Raises `StorageTrouble`."""
    unanswered = exists().where(
        ProcessedUpdate.channel == Contact.channel,
        ProcessedUpdate.conversation_id == Contact.conversation_id,
        ProcessedUpdate.body.is_not(None),
    )
    untold = and_(
        Contact.shut.is_(False),
        exists().where(Conversation.id == Contact.conversation_id, Conversation.events - 1 > Contact.told),
    )
    due = select(Contact.id).where(Contact.channel == channel, Contact.next_attempt_at <= now)
    with reading(engine, "look for people who wait") as connection:
        return list(
            connection.scalars(due.where(or_(unanswered, untold)).order_by(Contact.next_attempt_at).limit(limit))
        )


def note(engine: Engine, reached: Reached, **values: Any) -> None:
    """Writes what became known of somebody. Nothing happens when they were erased. Raises `StorageTrouble`.

    Args:
        values: columns of `bot.storage.models.Contact`.
    """
    this = (
        Contact.channel == reached.channel,
        Contact.id == reached.id,
        Contact.conversation_id == reached.conversation,
    )
    with writing(engine, "note how far somebody was told") as connection:
        connection.execute(update(Contact).where(*this).values(**values))


def length(engine: Engine, reached: Reached) -> int:
    """`seq` of the last event of their conversation; -1 when there is none. Raises `StorageTrouble`."""
    with reading(engine, "look at a conversation") as connection:
        events = connection.scalar(select(Conversation.events).where(Conversation.id == reached.conversation))
    return (events or 0) - 1


def has_more(engine: Engine, reached: Reached) -> bool:
    """Whether something was said that they are to be told. Raises `StorageTrouble`."""
    return not reached.shut and length(engine, reached) > reached.told


def forget_contacts(engine: Engine, before: datetime) -> int:
    """Removes people who never said anything, and did not come since then. Returns how many."""
    silent = ~exists().where(Conversation.id == Contact.conversation_id)
    with writing(engine, "remove old contacts") as connection:
        return connection.execute(delete(Contact).where(silent, Contact.next_attempt_at < before)).rowcount


_COLUMNS = (
    Contact.channel,
    Contact.id,
    Contact.conversation_id,
    Contact.address,
    Contact.told,
    Contact.part,
    Contact.keyboard,
    Contact.shut,
    Contact.failures,
    Contact.next_attempt_at,
)
