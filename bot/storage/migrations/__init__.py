"""Brings the tables of people's data to the form that this version needs.

A new revision is drafted with `draft(engine, "what changes")` on a migrated database, then read and corrected by hand.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from bot.storage.database import writing

VERSION_TABLE = "people_alembic_version"

_ADVISORY_LOCK = 0x6D616C6C656F0001
"""Any number that nobody else uses. The locks of conversations are 64-bit hashes."""


def migrate(engine: Engine, revision: str = "head") -> None:
    """Makes or changes the tables, in one transaction. Safe to call at every start and from several processes at once.

    Raises:
        StorageTrouble: the database failed; the tables are as they were.
    """
    with writing(engine, "bring the tables up to date") as connection:
        _one_at_a_time(connection)
        command.upgrade(_config(connection), revision)


def go_back(engine: Engine, revision: str = "base") -> None:
    """Undoes migrations, with what only the newer tables can hold. Raises `StorageTrouble`."""
    with writing(engine, "take the tables back") as connection:
        _one_at_a_time(connection)
        command.downgrade(_config(connection), revision)


def draft(engine: Engine, message: str) -> None:
    """Writes a new revision: the difference between the models and a migrated database."""
    with writing(engine, "compare the tables with the models") as connection:
        command.revision(_config(connection), message, autogenerate=True)


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a thing found in the database is looked after here. The knowledge base has its own tables, `kb_…`."""
    return kind != "table" or not (name or "").startswith("kb_")


def _one_at_a_time(connection: Connection) -> None:
    """Waits until no other process migrates. On SQLite the write transaction already does."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
