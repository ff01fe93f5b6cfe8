"""What can go wrong with people's data, and how it is said without quoting any of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError, StatementError


class StorageTrouble(RuntimeError):
    """People's data could not be read or written. Never to be taken for a conversation that has just begun."""

    storage_trouble = True


class DatabaseUnavailable(StorageTrouble):
    """The database cannot be opened. The text is fit for an operator and names no host, user or password."""


class ConcurrentTurn(StorageTrouble):
    """The conversation was changed by someone else since it was read. Nothing of this turn was kept."""


class Misfit(StorageTrouble):
    """A slot that is written to its own table does not hold what that table needs."""


class Busy(RuntimeError):
    """The turn before in the same conversation did not end in time."""


@contextmanager
def told_as_storage_trouble(task: str) -> Iterator[None]:
    """Turns any fault of the database into `StorageTrouble`.

    The original error is dropped on purpose: a driver's message may quote the row that it failed on.

    Args:
        task: what was tried, for the message: "save a turn".
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise StorageTrouble(f"Could not {task}: {kind_of(error)}.") from None


def kind_of(error: SQLAlchemyError) -> str:
    """Type of a fault and the database's own code for it, such as `OperationalError SQLITE_CORRUPT`."""
    original = error.orig if isinstance(error, StatementError) else None
    code = getattr(original, "sqlite_errorname", None) or getattr(original, "sqlstate", None)
    return " ".join(filter(None, (type(original or error).__name__, code)))


def pseudonym(conversation_id: str) -> str:
    """Eight characters that stand for a conversation in a log. The same for the same id."""
    return hashlib.blake2b(conversation_id.encode("utf-8", "replace"), digest_size=4).hexdigest()
