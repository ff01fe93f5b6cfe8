"""The tables are those of the models, whichever way they came about."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from bot.storage.migrations import VERSION_TABLE, go_back, is_ours, migrate
from bot.storage.models import TABLES, Base
from bot.storage.notices import claim_notice
from bot.storage.trouble import StorageTrouble

NAMES = {table.__tablename__ for table in TABLES}
ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "include_name": is_ours, "compare_server_default": True}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata))


def test_migrated_database_is_the_one_the_models_describe(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kb_condition (id INTEGER PRIMARY KEY)"))
    migrate(engine)
    assert differences(engine) == []


def test_a_table_that_nobody_knows_is_noticed(engine: Engine) -> None:
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE stray (id INTEGER PRIMARY KEY)"))
    assert len(differences(engine)) == 1


def test_every_table_that_holds_something_of_a_person_is_listed_for_erasing() -> None:
    assert set(Base.metadata.tables) == NAMES | {"erasure"}


def test_going_back_and_forth_ends_where_it_began(engine: Engine) -> None:
    migrate(engine)
    go_back(engine)
    assert NAMES.isdisjoint(inspect(engine).get_table_names())
    migrate(engine)
    assert differences(engine) == []


def test_warnings_of_before_get_a_reference_each_and_wait_on(engine: Engine) -> None:
    migrate(engine, "0001")
    at = "2026-03-01 09:00:00.000000"
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO conversation (id, created_at, last_turn_at, turns, events, case_version)"
                " VALUES ('a', :at, :at, 1, 1, 0)"
            ),
            {"at": at},
        )
        for id in ("one", "two"):
            connection.execute(
                text(
                    "INSERT INTO escalation (id, conversation_id, level, flags, created_at, attempts, next_attempt_at)"
                    " VALUES (:id, 'a', 'emergency', '[]', :at, 0, :at)"
                ),
                {"id": id, "at": at},
            )
    migrate(engine)
    first = claim_notice(engine, NOW)
    second = claim_notice(engine, NOW)
    assert first and second
    assert first.reference != second.reference
    assert (first.kind, first.reached) == ("warning", ())


def test_migrating_again_changes_nothing(people: Engine) -> None:
    with people.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO conversation (id, created_at, last_turn_at, turns, events, case_version)"
                " VALUES ('a', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0, 0, 0)"
            )
        )
    migrate(people)
    with people.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM conversation")) == 1


def test_failed_migration_leaves_the_tables_as_they_were(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE check_in (id INTEGER PRIMARY KEY)"))  # in the way of the last but one
    with pytest.raises(StorageTrouble):
        migrate(engine)
    assert NAMES & set(inspect(engine).get_table_names()) == {"check_in"}


def test_processes_that_start_together_migrate_once(engine: Engine) -> None:
    url = engine.url.render_as_string(hide_password=False)
    if engine.dialect.name == "sqlite":
        url = f"sqlite:///{engine.url.database.removeprefix('file:')}"
    program = (
        "import sys; from bot.storage import database, migrations; engine = database.engine(sys.argv[1]);"
        "print('ready', flush=True); sys.stdin.readline(); migrations.migrate(engine)"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, url], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0] * 3
    assert differences(engine) == []
