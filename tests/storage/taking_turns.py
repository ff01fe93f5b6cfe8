"""Turns as Rasa's processor takes them, and what they left in the database."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import Event
from sqlalchemy import Engine, func, select
from talk import told

from bot.storage.models import TABLES, Base
from bot.storage.rasa_stores import MalleoTrackerStore


async def turn(store: MalleoTrackerStore, conversation_id: str, *events: Event) -> Any:
    """One turn: retrieve, add, save. Returns the tracker."""
    tracker = await store.get_or_create_tracker(conversation_id, append_action_listen=False)
    await store.save(told(tracker, events))
    return tracker


def all_of(engine: Engine, table: type[Base], *columns: str) -> list[Any]:
    """These columns of every row."""
    with engine.connect() as connection:
        found = connection.execute(select(*(getattr(table, column) for column in columns)))
        return [tuple(row) if len(columns) > 1 else row[0] for row in found]


def count(engine: Engine) -> int:
    """Rows in all tables."""
    with engine.connect() as connection:
        return sum(connection.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES)
