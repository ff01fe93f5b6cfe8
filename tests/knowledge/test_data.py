"""The base of the product."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.knowledge import files
from bot.knowledge.build import build
from bot.knowledge.check import check_directory
from bot.knowledge.model import Knowledge
from bot.knowledge.queries import load

DIRECTORY = Path(__file__).parents[2] / "data" / "knowledge"


@pytest.fixture(scope="module")
def base() -> Knowledge:
    return files.read(DIRECTORY)


def test_the_base_holds_together() -> None:
    assert [str(problem) for problem in check_directory(DIRECTORY)] == []


def test_the_base_is_the_same_from_the_database(engine: Engine, base: Knowledge) -> None:
    build(engine, base)
    assert load(engine) == base


def test_nothing_in_the_base_is_empty(base: Knowledge) -> None:
    assert all(getattr(base, field.name) for field in fields(base))
