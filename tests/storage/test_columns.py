"""Column types give back what was put in, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, Integer, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from bot.storage.columns import JsonText, UtcDateTime, Words
from bot.storage.trouble import StorageTrouble

THINGS = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime),
    Column("json", JsonText),
    Column("words", Words),
)


@pytest.fixture
def things(engine: Engine) -> Engine:
    THINGS.create(engine)
    return engine


def kept(engine: Engine, column: str, value: Any) -> Any:
    with engine.begin() as connection:
        key = connection.execute(insert(THINGS).values({column: value})).inserted_primary_key
        assert key is not None
        return connection.scalar(select(THINGS.c[column]).where(THINGS.c.id == key[0]))


def test_moment_comes_back_in_utc(things: Engine) -> None:
    noon_in_auckland = datetime(2026, 2, 3, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=13)))
    back = kept(things, "at", noon_in_auckland)
    assert back == noon_in_auckland
    assert back.tzinfo is UTC


def test_moment_without_a_zone_is_refused(things: Engine) -> None:
    with pytest.raises(StatementError, match="time zone"):
        kept(things, "at", datetime(2026, 2, 3))  # noqa: DTZ001  that is the point


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)))
def test_json_comes_back_whatever_a_person_typed(things: Engine, value: Any) -> None:
    assert kept(things, "json", value) == value


@pytest.mark.parametrize(("number", "plain"), [(np.float32(0.5), 0.5), (np.int64(3), 3), (float("inf"), float("inf"))])
def test_json_takes_the_numbers_of_classifiers(things: Engine, number: Any, plain: float) -> None:
    assert kept(things, "json", {"confidence": number}) == {"confidence": plain}


def test_json_refuses_what_it_could_not_give_back(things: Engine) -> None:
    with pytest.raises(StatementError, match="set cannot be stored"):
        kept(things, "json", {1, 2})


def test_damaged_json_is_trouble_and_is_not_quoted(things: Engine) -> None:
    with things.begin() as connection:
        connection.exec_driver_sql("INSERT INTO things (json) VALUES ('{\"said\": my ankle')")
        with pytest.raises(StorageTrouble) as error:
            connection.scalar(select(THINGS.c.json))
    assert "ankle" not in str(error.value)


@pytest.mark.parametrize(
    ("typed", "stored"), [("a\0b", "ab"), ("half \ud83d", "half ?"), ("heel 🦶", "heel 🦶"), ("", "")]
)
def test_words_lose_only_what_no_database_stores(things: Engine, typed: str, stored: str) -> None:
    assert kept(things, "words", typed) == stored
