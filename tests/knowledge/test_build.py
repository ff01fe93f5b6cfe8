from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, func, select
from sqlalchemy.exc import IntegrityError

from bot.knowledge import schema
from bot.knowledge.build import KEPT, build
from bot.knowledge.model import Knowledge
from bot.knowledge.queries import KnowledgeMissing, active_version, load


def edition(knowledge: Knowledge, number: int) -> Knowledge:
    """The same base as another version."""
    return replace(knowledge, version=f"edition{number:05}")


def versions(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(schema.version)).scalar_one()


def test_building_twice_writes_once(engine: Engine, knowledge: Knowledge) -> None:
    assert build(engine, knowledge) is True
    assert build(engine, knowledge) is False
    assert versions(engine) == 1


def test_the_version_built_last_is_the_active_one(engine: Engine, knowledge: Knowledge) -> None:
    for number in range(3):
        build(engine, edition(knowledge, number))
    assert active_version(engine) == "edition00002"


def test_an_earlier_version_becomes_active_again_without_being_written_again(
    engine: Engine, knowledge: Knowledge
) -> None:
    build(engine, edition(knowledge, 1))
    build(engine, edition(knowledge, 2))
    assert build(engine, edition(knowledge, 1)) is True
    assert active_version(engine) == "edition00001"
    assert versions(engine) == 2


def test_versions_that_processes_still_work_from_stay_readable(engine: Engine, knowledge: Knowledge) -> None:
    first = edition(knowledge, 0)
    build(engine, first)
    build(engine, edition(knowledge, 1))
    assert load(engine, first.version) == first


def test_only_the_newest_versions_are_kept(engine: Engine, knowledge: Knowledge) -> None:
    for number in range(KEPT + 2):
        build(engine, edition(knowledge, number))
    assert versions(engine) == KEPT
    assert load(engine, "edition00002").version == "edition00002"
    with pytest.raises(KnowledgeMissing):
        load(engine, "edition00001")


def test_nothing_of_a_version_stays_when_it_goes(engine: Engine, knowledge: Knowledge) -> None:
    for number in range(KEPT + 2):
        build(engine, edition(knowledge, number))
    with engine.connect() as connection:
        for table in schema.CONTENT:
            owners = connection.scalars(select(table.c.version_id).distinct()).all()
            assert len(owners) == KEPT, table.name


def test_a_version_that_was_made_active_again_counts_as_new(engine: Engine, knowledge: Knowledge) -> None:
    for number in (0, 1, 0, 2, 3, 4, 5):
        build(engine, edition(knowledge, number))
    assert load(engine, "edition00000").version == "edition00000"
    with pytest.raises(KnowledgeMissing):
        load(engine, "edition00001")


def test_a_build_that_fails_changes_nothing(engine: Engine, knowledge: Knowledge) -> None:
    build(engine, knowledge)
    broken = replace(knowledge.rules["RF01"], ask="nobody_asks_this")
    with pytest.raises(IntegrityError):
        build(engine, replace(edition(knowledge, 1), rules={"RF01": broken}))
    assert load(engine) == knowledge
    assert versions(engine) == 1


def test_builders_of_the_same_version_at_the_same_time_write_once(engine: Engine, knowledge: Knowledge) -> None:
    with ThreadPoolExecutor(6) as pool:
        written = list(pool.map(lambda _: build(engine, knowledge), range(6)))
    assert sorted(written) == [False] * 5 + [True]
    assert load(engine) == knowledge


def test_builders_of_different_versions_at_the_same_time_do_not_collide(engine: Engine, knowledge: Knowledge) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(lambda number: build(engine, edition(knowledge, number)), range(4)))
    assert versions(engine) == 4
    for number in range(4):
        assert load(engine, f"edition{number:05}") == edition(knowledge, number)


def test_an_engine_with_nothing_set_up_will_do(tmp_path: Path, knowledge: Knowledge) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'plain.db'}")
    assert build(engine, knowledge) is True
    assert build(engine, knowledge) is False
    assert load(engine) == knowledge
    engine.dispose()


def test_other_databases_are_refused(knowledge: Knowledge) -> None:
    engine = create_engine("sqlite://")
    engine.dialect.name = "oracle"
    with pytest.raises(NotImplementedError, match="PostgreSQL or SQLite, not on oracle"):
        build(engine, knowledge)
