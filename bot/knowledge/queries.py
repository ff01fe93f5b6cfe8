"""Reads a base from the database."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, Table, inspect, select

from bot.knowledge import schema
from bot.knowledge.model import Knowledge
from bot.knowledge.rows import Row, knowledge_of


class KnowledgeMissing(Exception):
    """The database has no such base."""


def load(engine: Engine, version: str | None = None) -> Knowledge:
    """The base of a version, by default the active one. Takes one query a table, however large the base is.

    Raises:
        KnowledgeMissing: that version is not in the database, or none was ever built.
    """
    with engine.connect() as connection:
        found = _find(connection, version)
        if found is None:
            what = "There is no knowledge base" if version is None else f"There is no version {version} of the base"
            raise KnowledgeMissing(f"{what} in the database. Run: malleo knowledge build")
        id, name = found
        return knowledge_of(name, {table: _rows(connection, table, id) for table in schema.CONTENT})


def active_version(engine: Engine) -> str | None:
    """The version that new conversations use; `None` when no base was built yet."""
    with engine.connect() as connection:
        found = _find(connection, None)
    return found[1] if found else None


def versions(engine: Engine) -> tuple[str, ...]:
    """The versions in the database, the last one built first."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(schema.version.name):
            return ()
        columns = schema.version.c
        return tuple(connection.scalars(select(columns.hash).order_by(columns.built_at.desc(), columns.id.desc())))


def _find(connection: Connection, version: str | None) -> tuple[int, str] | None:
    """Row id and hash of a version, or of the active one."""
    if not inspect(connection).has_table(schema.version.name):
        return None
    columns = schema.version.c
    wanted = columns.active if version is None else columns.hash == version
    row = connection.execute(select(columns.id, columns.hash).where(wanted)).one_or_none()
    return None if row is None else (row.id, row.hash)


def _rows(connection: Connection, table: Table, version_id: int) -> list[Row]:
    columns = [column for column in table.columns if column.name != "version_id"]
    query = select(*columns).where(table.c.version_id == version_id).order_by(table.c.position)
    return [dict(row) for row in connection.execute(query).mappings()]
