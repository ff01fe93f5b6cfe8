"""SQLite as a database that several threads and processes share, and that says so when its file goes away."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from bot.storage.file_identity import FileIdentity
from bot.storage.trouble import DatabaseUnavailable, told_as_storage_trouble

BUSY_SECONDS = 10
"""How long a writer waits for another one to finish."""

SECONDS_BETWEEN = 0.02
"""Pause before asking again where SQLite itself does not wait."""

_PRAGMAS = (
    "synchronous = FULL",  # what was answered survives a power cut; 0.3 ms a turn where it was measured
    "foreign_keys = ON",
    "secure_delete = ON",  # what is erased is overwritten
)


def engine(address: URL) -> Engine:
    """An engine on the file of that address; file and folder are made, readable by their owner only.

    Raises:
        DatabaseUnavailable: the folder or the file cannot be made.
    """
    path = Path(address.database or "").absolute()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        if path.stat().st_size == 0:
            _found(path)
    except OSError as error:
        raise DatabaseUnavailable(f"{path} cannot be made or opened: {error.strerror}.") from None
    except sqlite3.Error as error:
        raise DatabaseUnavailable(f"{path} cannot be made or opened: {error.sqlite_errorname}.") from None
    # Opened with mode=rw, so that a file that was taken away is an error and not a new, empty database.
    existing = address.set(database=f"file:{quote(str(path))}", query={"mode": "rw", "uri": "true"})
    opened = create_engine(
        existing,
        poolclass=QueuePool,
        pool_timeout=BUSY_SECONDS,
        connect_args={"timeout": BUSY_SECONDS},
        hide_parameters=True,
    )
    _watch(opened, path)
    return opened


def forget_erased(engine: Engine) -> None:
    """Empties the write-ahead log, in which erased rows would stay readable. Does nothing on PostgreSQL.

    Raises:
        StorageTrouble: the database failed. The rows are erased all the same.
    """
    if engine.dialect.name == "sqlite":
        with told_as_storage_trouble("clear what was erased"), engine.connect() as connection:
            connection.execution_options(without_transaction=True).exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _found(path: Path) -> None:
    """Makes a database of an empty file. Never done to a file that lost its content while it was in use."""
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        connection.execute("VACUUM")


def _write_ahead(connection: DBAPIConnection) -> None:
    """Lets readers and one writer work at the same time.

    The one setting for which SQLite waits for nobody: processes that open a new file together refuse each other.
    """
    give_up_at = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL").fetchall()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
        time.sleep(SECONDS_BETWEEN)


def _watch(engine: Engine, path: Path) -> None:
    file = FileIdentity(path)

    @event.listens_for(engine, "connect")
    def settle(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        if file.now() is None:
            raise _no_database()
        # SQLAlchemy's own BEGIN below, not the driver's, which would leave out reads.
        connection.isolation_level = None
        _write_ahead(connection)
        for pragma in _PRAGMAS:
            connection.cursor().execute(f"PRAGMA {pragma}").fetchall()
        record.info["file"] = file.now()

    @event.listens_for(engine, "checkout")
    def still_there(_connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: PoolProxiedConnection) -> None:
        # An open connection goes on reading and writing a file that was deleted or overwritten, to nobody's use.
        if file.now() != record.info["file"]:
            raise DisconnectionError("the file is not the one that was opened")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get("without_transaction"):
            # A writer takes its turn before it reads: otherwise it may be sent away after having read.
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def _no_database() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("file is not a database")
    error.sqlite_errorname = "SQLITE_NOTADB"
    return error
