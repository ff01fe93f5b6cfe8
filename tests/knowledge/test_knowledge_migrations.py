from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, inspect, select

import bot.knowledge
from bot.knowledge import schema
from bot.knowledge.migrations import VERSION_TABLE, is_ours, upgrade
from bot.storage import migrations as of_people


def test_the_revisions_make_the_tables_of_the_schema(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        options = {"compare_type": True, "include_name": is_ours, "version_table": VERSION_TABLE}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), schema.metadata) == []


def test_upgrading_again_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    before = inspect(engine).get_table_names()
    upgrade(engine)
    assert inspect(engine).get_table_names() == before


def test_a_base_of_the_first_revision_survives_the_upgrade(engine: Engine) -> None:
    upgrade(engine, "kb_0001")
    _fill(engine, "kb_version", "kb_condition", "kb_condition_evidence", "kb_question", "kb_rule", "kb_advice")
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(select(schema.condition.c.plans, schema.condition.c.tissue)).all() == [([], "")]
        assert connection.execute(select(schema.rule.c.call, schema.rule.c.forbids)).all() == [("emergency", [])]
        assert connection.execute(select(schema.condition_evidence)).all()


def test_the_base_and_peoples_data_keep_their_own_history_in_one_database(engine: Engine) -> None:
    upgrade(engine)
    of_people.migrate(engine)
    upgrade(engine)
    assert {VERSION_TABLE, of_people.VERSION_TABLE, "kb_version", "conversation"} <= set(
        inspect(engine).get_table_names()
    )


def test_the_logging_of_the_process_stays_as_it_is(sqlite_engine: Engine) -> None:
    own = logging.getLogger("somebody.else")
    root = logging.getLogger()
    before = (root.level, list(root.handlers), own.disabled)
    upgrade(sqlite_engine)
    assert (root.level, list(root.handlers), own.disabled) == before


def test_a_path_with_spaces_and_percent_signs_will_do(tmp_path: Path) -> None:
    home = tmp_path / "my project 100%"
    package = Path(bot.knowledge.__file__).parent
    shutil.copytree(package, home / "bot" / "knowledge", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "bot" / "__init__.py").touch()
    script = (
        "import bot; from sqlalchemy import create_engine; from bot.knowledge.migrations import upgrade;"
        f"assert bot.__file__.startswith({str(home)!r}), bot.__file__; upgrade(create_engine('sqlite:///new.db'))"
    )
    subprocess.run([sys.executable, "-c", script], cwd=home, check=True)
    assert (home / "new.db").exists()


def _fill(engine: Engine, *names: str) -> None:
    """One row in each table, with something of the right type in every column."""
    something: dict[type, object] = {int: 1, str: "one", bool: True, date: date(2026, 1, 1), dict: []}
    something[datetime] = datetime(2026, 1, 1, tzinfo=UTC)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        for name in names:
            columns = tables.tables[name].columns
            row = {column.name: something.get(column.type.python_type, 1.0) for column in columns}
            connection.execute(tables.tables[name].insert(), row)
