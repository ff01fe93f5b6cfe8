"""One builder at a time, on both databases."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.sql.functions import func

BUILDERS = 0x6D616C6C656F
"""Key of the advisory lock on PostgreSQL; an arbitrary number that all builders share."""


def lock_for_writing(connection: Connection) -> None:
    """Waits for other builders, and keeps them out until the transaction ends.

    Call it first in a transaction: what was read before may be out of date.

    Raises:
        NotImplementedError: the database is neither PostgreSQL nor SQLite.
    """
    match connection.dialect.name:
        case "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(BUILDERS)))
        case "sqlite":
            # Whatever the driver has begun: a transaction that starts by reading may be refused when it wants to write.
            driver = connection.connection.driver_connection
            if driver is not None and driver.in_transaction:
                connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        case name:
            raise NotImplementedError(f"The knowledge base is built on PostgreSQL or SQLite, not on {name}.")
