"""Opening the database: addresses, errors that help and tell no secrets."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from bot.storage import database
from bot.storage.database import DatabaseUnavailable, reading, writing
from bot.storage.trouble import StorageTrouble

ROOT = Path(__file__).parents[2]


def test_without_an_address_a_file_is_made_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MALLEO_DATABASE_URL", raising=False)
    database.engine().dispose()
    assert (tmp_path / ".malleo" / "malleo.db").is_file()


def test_environment_names_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLEO_DATABASE_URL", f"sqlite:///{tmp_path / 'deep' / 'down' / 'people.db'}")
    database.engine().dispose()
    assert (tmp_path / "deep" / "down" / "people.db").is_file()


def test_file_and_folder_are_for_their_owner_only(tmp_path: Path) -> None:
    database.engine(f"sqlite:///{tmp_path / 'private' / 'people.db'}").dispose()
    for path in (tmp_path / "private", tmp_path / "private" / "people.db"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("name", ["with space.db", "with#hash.db", "with%percent.db", "with?question.db"])
def test_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    address = make_url("sqlite://").set(database=str(tmp_path / name))
    engine = database.engine(address.render_as_string())
    with writing(engine, "try") as connection:
        connection.execute(text("CREATE TABLE kb_try (a)"))
    engine.dispose()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2), ("busy_timeout", 10_000), ("secure_delete", 1)],
)
def test_sqlite_is_set_up_for_several_writers_and_for_safety(sqlite_engine: Engine, pragma: str, value: object) -> None:
    with sqlite_engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_is_accepted(postgres_url: str, scheme: str) -> None:
    engine = database.engine(postgres_url.replace("postgresql://", f"{scheme}://"))
    assert engine.dialect.driver == "psycopg"
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://me:secret@db.example/malleo", "not supported"),
        ("no address at all", "cannot be read"),
        ("sqlite://", "name of a file"),
        ("sqlite:///:memory:", "name of a file"),
        ("sqlite:///file:people.db?uri=true", "name of a file"),
        ("postgresql://me:secret@127.0.0.1:1/malleo", "nothing listens"),
        ("postgresql://me:secret@host.invalid/malleo", "no such host"),
    ],
)
def test_address_that_leads_nowhere_is_explained_without_secrets(url: str, words: str) -> None:
    with pytest.raises(DatabaseUnavailable) as error:
        database.engine(url)
    assert words in str(error.value)
    for secret in ("secret", "me:", "example", "127.0.0.1", "invalid"):
        assert secret not in str(error.value)
    assert error.value.__cause__ is None


def test_unknown_postgresql_database_is_explained(postgres_url: str) -> None:
    with pytest.raises(DatabaseUnavailable, match="no such database"):
        database.engine(postgres_url.replace("/postgres?", "/nowhere?"))


def test_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "people.db"
    file.write_text("a shopping list, long enough to be no header of anything " * 20)
    before = file.read_bytes()
    with pytest.raises(DatabaseUnavailable, match="cannot be opened as a database"):
        database.engine(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable):
        database.engine(f"sqlite:///{tmp_path}")


def test_block_that_raises_leaves_nothing_behind(engine: Engine) -> None:
    with writing(engine, "make a table") as connection:
        connection.execute(text("CREATE TABLE kb_try (a INTEGER)"))
    with pytest.raises(ZeroDivisionError), writing(engine, "add a row") as connection:
        connection.execute(text("INSERT INTO kb_try VALUES (1)"))
        raise ZeroDivisionError
    with reading(engine, "count") as connection:
        assert connection.scalar(text("SELECT count(*) FROM kb_try")) == 0


def test_error_names_the_task_and_not_the_values(engine: Engine) -> None:
    with writing(engine, "make a table") as connection:
        connection.execute(text("CREATE TABLE kb_try (said TEXT CHECK (length(said) < 5))"))
    with pytest.raises(StorageTrouble) as error, writing(engine, "keep a word") as connection:
        connection.execute(text("INSERT INTO kb_try VALUES (:said)"), {"said": "my ankle hurts"})
    assert "keep a word" in str(error.value)
    assert "SQLITE_CONSTRAINT" in str(error.value) or "23514" in str(error.value)
    assert "ankle" not in str(error.value)
    assert error.value.__cause__ is None
    assert error.value.__suppress_context__


def test_readers_do_not_wait_for_a_writer(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine, "make a table") as connection:
        connection.execute(text("CREATE TABLE kb_try (a INTEGER)"))
    with writing(sqlite_engine, "add a row") as writer, reading(sqlite_engine, "count") as reader:
        writer.execute(text("INSERT INTO kb_try VALUES (1)"))
        assert reader.scalar(text("SELECT count(*) FROM kb_try")) == 0


def test_processes_that_start_together_make_one_database(tmp_path: Path) -> None:
    program = (
        "import sys; from bot.storage import database; print('ready', flush=True); sys.stdin.readline();"
        "database.engine(sys.argv[1])"
    )
    command = [sys.executable, "-c", program, f"sqlite:///{tmp_path / 'people.db'}"]
    processes = [
        subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(4)
    ]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0] * 4
