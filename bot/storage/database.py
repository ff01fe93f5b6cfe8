"""Opening the database: a SQLite file, or PostgreSQL. One address, one kind of error."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.storage import sqlite_file
from bot.storage.trouble import DatabaseUnavailable, kind_of, told_as_storage_trouble

__all__ = ["DEFAULT_URL", "DatabaseUnavailable", "engine", "reading", "writing"]

DEFAULT_URL = "sqlite:///.malleo/malleo.db"

CONNECT_SECONDS = 5
"""How long PostgreSQL may take to answer a new connection."""

SILENT_MILLISECONDS = 15_000
"""A PostgreSQL connection on which nothing was acknowledged for so long is given up."""

_POSTGRESQL = ("postgres", "postgresql", "postgresql+psycopg")
_SQLITE = ("sqlite", "sqlite+pysqlite")


def engine(url: str | None = None) -> Engine:
    """The database of that address, opened once to see that it answers.

    Args:
        url: `sqlite:///FILE` (file and folder are made) or `postgresql://…`. Without one, `MALLEO_DATABASE_URL`, or
            `sqlite:///.malleo/malleo.db`.

    Raises:
        DatabaseUnavailable: the address makes no sense, nobody answers, or the file is no database.
    """
    address = _address(url or os.environ.get("MALLEO_DATABASE_URL") or DEFAULT_URL)
    opened = sqlite_file.engine(address) if address.drivername in _SQLITE else _postgresql(address)
    try:
        with opened.connect() as connection:
            connection.exec_driver_sql("SELECT 1")
    except SQLAlchemyError as error:
        opened.dispose()
        raise DatabaseUnavailable(_advice(address, error)) from None
    return opened


@contextmanager
def writing(engine: Engine, task: str) -> Iterator[Connection]:
    """A transaction that changes rows: kept when the block ends, undone when it raises.

    Args:
        task: what is done, for the error: "save a turn".

    Raises:
        StorageTrouble: the database failed.
    """
    with (
        told_as_storage_trouble(task),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def reading(engine: Engine, task: str) -> Iterator[Connection]:
    """A transaction that only looks. Raises `StorageTrouble` when the database fails."""
    with told_as_storage_trouble(task), engine.connect() as connection:
        yield connection


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise DatabaseUnavailable(f"The database address cannot be read. {_ACCEPTED}") from None
    if address.drivername in _POSTGRESQL:
        return address.set(drivername="postgresql+psycopg")
    if address.drivername not in _SQLITE:
        raise DatabaseUnavailable(f"'{address.drivername}' databases are not supported. {_ACCEPTED}")
    if not address.database or address.database == ":memory:" or address.database.startswith("file:") or address.query:
        raise DatabaseUnavailable(f"SQLite needs the name of a file, and nothing after it. {_ACCEPTED}")
    return address


_ACCEPTED = "MALLEO_DATABASE_URL may be sqlite:///FILE or postgresql://USER:PASSWORD@HOST:PORT/NAME."


def _postgresql(address: URL) -> Engine:
    options = {
        "application_name": "malleo",
        "connect_timeout": CONNECT_SECONDS,
        "keepalives_idle": 30,
        "tcp_user_timeout": SILENT_MILLISECONDS,
    }
    unset = {name: value for name, value in options.items() if name not in address.query}
    return create_engine(address, connect_args=unset, pool_pre_ping=True, pool_timeout=10, hide_parameters=True)


def _advice(address: URL, error: SQLAlchemyError) -> str:
    if address.drivername in _SQLITE:
        return (
            f"{Path(address.database or '')} cannot be opened as a database ({kind_of(error)}). {_sqlite_advice(error)}"
        )
    said = str(getattr(error, "orig", error))
    reason = next((reason for words, reason in _POSTGRESQL_REASONS if words in said), "it did not answer as expected")
    return f"The PostgreSQL database cannot be opened: {reason} ({kind_of(error)}). Look at MALLEO_DATABASE_URL."


def _sqlite_advice(error: SQLAlchemyError) -> str:
    if "NOTADB" in kind_of(error) or "CORRUPT" in kind_of(error):
        return "Move the file away, or put back a copy that is whole."
    return "Does this user have the right to read and write the file and its folder?"


_POSTGRESQL_REASONS = (
    ("authentication failed", "the user or the password was refused"),
    ("no password supplied", "it wants a password"),
    ("does not exist", "there is no such database or user"),
    ("Connection refused", "nothing listens at that host and port"),
    ("No such file or directory", "nothing listens at that socket"),
    ("timeout", "it did not answer in time"),
    ("resolve host", "there is no such host"),
    ("translate host name", "there is no such host"),
    ("not currently accepting connections", "it does not accept connections at present"),
    ("too many clients", "it has no connection left"),
)
