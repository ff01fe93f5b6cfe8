"""Waiting until a chat was answered, its deliveries done with and everything said sent; reading the files it got."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest
from sqlalchemy import Engine, exists, select

from bot.runtime import practice
from bot.runtime.readiness import build_knowledge
from bot.storage import contacts, database
from bot.storage.database import reading
from bot.storage.migrations import migrate
from bot.storage.models import ProcessedUpdate

PATIENCE = 60.0
"""Seconds after which a test gives up."""


def quiet(engine: Engine, channel: str) -> bool:
    """Whether nobody waits: neither for an answer nor for something said."""
    return not contacts.with_work(engine, channel, datetime.now(UTC) + timedelta(days=1), 1)


def taken_in(engine: Engine, channel: str, update_id: str) -> bool:
    this = (ProcessedUpdate.channel == channel, ProcessedUpdate.update_id == update_id)
    with reading(engine, "look for a delivery") as connection:
        return bool(connection.scalar(select(exists().where(*this))))


def until(holds: Callable[[], bool]) -> None:
    """Waits until something holds that another process brings about."""
    give_up_at = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < give_up_at, "it never came to hold"
        threading.Event().wait(0.02)


@contextmanager
def opened(address: str) -> Iterator[Engine]:
    engine = database.engine(address)
    yield engine
    engine.dispose()


@contextmanager
def new_database(address: str) -> Iterator[Engine]:
    """A database with the knowledge base and the tables in it, for servers that are started and killed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MALLEO_DATABASE_URL", address)
        practice.forget()
        build_knowledge()
        with opened(address) as engine:
            migrate(engine)
            yield engine
        practice.forget()


def pdf_text(content: bytes) -> str:
    """What a PDF says, in one line."""
    pages = pypdfium2.PdfDocument(content)
    return " ".join("".join(page.get_textpage().get_text_range() for page in pages).split())
