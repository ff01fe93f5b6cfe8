"""Conversations that were erased for good: a mark that says so, and nothing of the person."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, select

from bot.storage.database import reading, writing
from bot.storage.models import Erasure
from bot.storage.once import insert_once


def mark_erased(connection: Connection, conversation_id: str) -> None:
    """Leaves the mark, so that nobody goes on under this id. Once, however often it is told."""
    insert_once(connection, Erasure, id=_mark(conversation_id), erased_at=datetime.now(UTC))


def was_erased(connection: Connection, conversation_id: str) -> bool:
    """Whether there is a mark of that conversation."""
    return connection.scalar(select(Erasure.id).where(Erasure.id == _mark(conversation_id))) is not None


def is_erased(engine: Engine, conversation_id: str) -> bool:
    """Whether a conversation was erased for good. Raises `StorageTrouble`."""
    with reading(engine, "look for an erasure") as connection:
        return was_erased(connection, conversation_id)


def forget_erasures(engine: Engine, before: datetime) -> int:
    """Removes marks left before that moment: no token of these conversations is valid any more. Returns how many."""
    with writing(engine, "remove old marks of erasures") as connection:
        return connection.execute(delete(Erasure).where(Erasure.erased_at < before)).rowcount


def _mark(conversation_id: str) -> str:
    """What stands for a conversation and does not name it."""
    return hashlib.sha256(b"erased " + conversation_id.encode("utf-8", "replace")).hexdigest()
