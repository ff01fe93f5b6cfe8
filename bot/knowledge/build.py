"""Writes a base to the database, where every process of Malleo reads it."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update

from bot.knowledge import schema
from bot.knowledge.locking import lock_for_writing
from bot.knowledge.migrations import upgrade
from bot.knowledge.model import Knowledge
from bot.knowledge.rows import rows_of

KEPT = 5
"""So many versions stay: a process may still work from the one before, and a result can be looked up in its own."""


def build(engine: Engine, knowledge: Knowledge) -> bool:
    """Makes `knowledge` the active version, in one transaction; True when something was written.

    Creates or upgrades the tables first. Building the active version again does nothing; building an earlier one that
    is still there makes it active again. Several processes may build at once.

    Raises:
        IntegrityError: entries name others that do not exist, which `bot.knowledge.check` would have said.
    """
    upgrade(engine)
    with engine.begin() as connection:
        lock_for_writing(connection)
        version = schema.version.c
        known = connection.execute(
            select(version.id, version.active).where(version.hash == knowledge.version)
        ).one_or_none()
        if known is not None and known.active:
            return False
        connection.execute(update(schema.version).where(version.active).values(active=False))
        now = datetime.now(UTC)
        if known is not None:
            connection.execute(update(schema.version).where(version.id == known.id).values(active=True, built_at=now))
        else:
            _write(connection, knowledge, now)
        _forget_the_oldest(connection)
    return True


def _write(connection: Connection, knowledge: Knowledge, now: datetime) -> None:
    header = insert(schema.version).values(hash=knowledge.version, active=True, built_at=now)
    version_id = connection.execute(header.returning(schema.version.c.id)).scalar_one()
    for table, rows in rows_of(knowledge).items():
        if rows:
            connection.execute(insert(table), [{"version_id": version_id, **row} for row in rows])


def _forget_the_oldest(connection: Connection) -> None:
    version = schema.version.c
    newest_first = select(version.id).order_by(version.active.desc(), version.built_at.desc(), version.id.desc())
    oldest = connection.scalars(newest_first.offset(KEPT)).all()
    if not oldest:
        return
    for table in reversed(schema.CONTENT):
        connection.execute(delete(table).where(table.c.version_id.in_(oldest)))
    connection.execute(delete(schema.version).where(version.id.in_(oldest)))
