"""Creates and upgrades the tables of the base. People's data has a history of its own, in the same database."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from bot.knowledge.locking import lock_for_writing

VERSION_TABLE = "kb_alembic_version"


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Brings the tables to a revision, in one transaction. Several processes may do so at once."""
    with engine.begin() as connection:
        lock_for_writing(connection)
        command.upgrade(_config(connection), revision)


def draft(engine: Engine, message: str) -> None:
    """Writes a new revision, the difference between the schema and an upgraded database, to be corrected by hand."""
    with engine.begin() as connection:
        command.revision(_config(connection), message, autogenerate=True)


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether something found in the database belongs to the base."""
    return kind != "table" or (name or "").startswith("kb_")


def _config(connection: Connection) -> Config:
    """Alembic's settings. There is no file of them: it would set up logging for the whole process."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
