"""Rows that are written once, however often the same thing is told."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, inspect
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.models import Base


def insert_once(connection: Connection, table: type[Base], **values: Any) -> bool:
    """Adds a row unless one with the same key is there. True when it was added."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    insert = dialect.insert(table).values(**values).on_conflict_do_nothing().returning(*inspect(table).primary_key)
    return connection.execute(insert).first() is not None
