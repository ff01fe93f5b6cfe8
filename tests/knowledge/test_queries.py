from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace

import pytest
from generated import bases
from hypothesis import HealthCheck, given, settings
from small_base import Folder
from sqlalchemy import Engine, event

from bot.knowledge.build import build
from bot.knowledge.migrations import upgrade
from bot.knowledge.model import Knowledge
from bot.knowledge.queries import KnowledgeMissing, active_version, load
from bot.knowledge.version import version_of


def in_order(knowledge: Knowledge) -> list[object]:
    """Everything in it, as lists: equal mappings may still differ in order."""
    return [
        list(value.items()) if isinstance(value, dict) else value
        for value in (getattr(knowledge, field.name) for field in fields(knowledge))
    ]


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def test_what_was_built_is_what_is_loaded(engine: Engine, knowledge: Knowledge) -> None:
    build(engine, knowledge)
    assert load(engine) == knowledge
    assert in_order(load(engine)) == in_order(knowledge)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(knowledge=bases())
def test_any_base_comes_back_as_it_went(engine: Engine, knowledge: Knowledge) -> None:
    build(engine, knowledge)
    loaded = load(engine)
    assert loaded == knowledge
    assert in_order(loaded) == in_order(knowledge)
    assert version_of(loaded) == knowledge.version


def test_a_larger_base_takes_no_more_queries(engine: Engine, knowledge: Knowledge) -> None:
    strain = knowledge.conditions["calf_strain"]
    larger = replace(
        knowledge,
        version="larger",
        conditions={f"strain_{number}": replace(strain, id=f"strain_{number}") for number in range(40)},
        questions={
            f"question_{number}": replace(knowledge.questions["swelling"], id=f"question_{number}")
            for number in range(40)
        }
        | dict(knowledge.questions),
    )
    build(engine, knowledge)
    build(engine, larger)
    with counted(engine) as few:
        load(engine, knowledge.version)
    with counted(engine) as many:
        assert load(engine) == larger
    assert len(few) == len(many)


def test_before_the_first_build_there_is_no_version_and_it_says_what_to_run(engine: Engine) -> None:
    assert active_version(engine) is None
    with pytest.raises(KnowledgeMissing, match="Run: malleo knowledge build"):
        load(engine)


def test_tables_without_a_version_are_no_base(engine: Engine) -> None:
    upgrade(engine)
    assert active_version(engine) is None
    with pytest.raises(KnowledgeMissing):
        load(engine)


def test_a_version_that_is_not_there_is_named(engine: Engine, knowledge: Knowledge) -> None:
    build(engine, knowledge)
    with pytest.raises(KnowledgeMissing, match="no version 0123456789ab"):
        load(engine, "0123456789ab")


def test_the_active_version_is_that_of_the_files(engine: Engine, folder: Folder) -> None:
    build(engine, folder.read())
    folder.edit("findings.yml", "Something is irritated.", "Something is sore.")
    assert active_version(engine) != folder.read().version
    build(engine, folder.read())
    assert active_version(engine) == folder.read().version
