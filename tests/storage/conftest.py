"""A database with tables, and conversations to fill it."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from talk import DOMAIN

from bot.storage.migrations import migrate
from bot.storage.rasa_stores import MalleoTrackerStore


@pytest.fixture
def postgres_people(postgres_engine: Engine) -> Engine:
    migrate(postgres_engine)
    return postgres_engine


@pytest.fixture
def store(people: Engine) -> MalleoTrackerStore:
    return MalleoTrackerStore(DOMAIN, engine=people)
