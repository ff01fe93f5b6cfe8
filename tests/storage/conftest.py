"""A database with tables, and conversations to fill it."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from talk import DOMAIN

from bot.storage.migrations import migrate
from bot.storage.rasa_stores import MalleoTrackerStore


@pytest.fixture
def people(engine: Engine) -> Engine:
    """A migrated database: the test runs on each kind."""
    migrate(engine)
    return engine


@pytest.fixture
def sqlite_people(sqlite_engine: Engine) -> Engine:
    migrate(sqlite_engine)
    return sqlite_engine


@pytest.fixture
def postgres_people(postgres_engine: Engine) -> Engine:
    migrate(postgres_engine)
    return postgres_engine


@pytest.fixture
def store(people: Engine) -> MalleoTrackerStore:
    return MalleoTrackerStore(DOMAIN, engine=people)
