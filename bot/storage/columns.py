"""Column types that are the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
import numbers
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from bot.storage.trouble import StorageTrouble


class UtcDateTime(TypeDecorator[datetime]):
    """A moment. Must be aware when written, is in UTC when read; SQLite keeps it without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be stored: use datetime.now(UTC).")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class JsonText(TypeDecorator[Any]):
    """A JSON value as ASCII text.

    Not the database's own JSON type, in which PostgreSQL refuses NaN and half of an emoji that was cut in two. Escaped
    text takes whatever a person or a channel sends.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, separators=(",", ":"), default=_plain)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        try:
            return None if value is None else json.loads(value)
        except json.JSONDecodeError:
            raise StorageTrouble("A stored row is damaged: what it holds is not JSON.") from None


class Words(TypeDecorator[str]):
    """Text as a person typed it, without the characters that no database stores: NUL and halves of an emoji."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else value.replace("\0", "").encode("utf-8", "replace").decode()


def _plain(value: object) -> object:
    """Numbers of numpy, which classifiers leave in their results."""
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return float(value)
    raise TypeError(f"{type(value).__name__} cannot be stored as JSON.")
