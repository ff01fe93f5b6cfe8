"""The command line: help, exit codes, and clear errors."""

import os
import subprocess
import sys

import pytest

from bot.runtime import settings


def malleo(*arguments, stdin="", **environment):
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True, text=True, cwd=settings.ROOT, timeout=300, input=stdin, env={**os.environ, **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["chat"],
        ["serve"],
        ["worker"],
        ["escalations"],
        ["escalations", "list"],
        ["escalations", "show"],
        ["escalations", "acknowledge"],
        ["train"],
        ["bench"],
        ["knowledge"],
        ["knowledge", "check"],
        ["knowledge", "build"],
        ["knowledge", "show"],
        ["picture"],
    ],
    ids=" ".join,
)
def test_every_command_has_help(command):
    done = malleo(*command, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout


def test_chat_plays_a_script(trained_model, own_database, tmp_path):
    script = tmp_path / "lines.txt"
    script.write_text("# a remark\nmy foot is cold and white\n")
    done = malleo("chat", "--script", str(script))
    assert done.returncode == 0, done.stderr
    assert "> my foot is cold and white" in done.stdout
    assert "call your emergency number now" in done.stdout
    assert "remark" not in done.stdout


def test_chat_ends_with_the_input(trained_model, own_database):
    done = malleo("chat", "--plain", stdin="hello\n")
    assert done.returncode == 0, done.stderr
    assert "Hello" in done.stdout


def test_a_script_that_is_not_there_is_a_usage_error():
    done = malleo("chat", "--script", "no-such-file.txt")
    assert done.returncode == 2
    assert "no-such-file.txt" in done.stderr


def test_a_missing_model_is_said_plainly(own_database, tmp_path):
    done = malleo("chat", "--plain", "--model", str(tmp_path / "none.tar.gz"), stdin="hello\n")
    assert done.returncode == 3
    assert "There is no trained model at" in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr


def test_a_damaged_model_is_refused(trained_model, own_database, tmp_path):
    copy = tmp_path / trained_model.name
    copy.write_bytes(trained_model.read_bytes()[:-100])
    seal = trained_model.with_name("malleo.seal.json")
    (tmp_path / seal.name).write_bytes(seal.read_bytes())
    done = malleo("chat", "--plain", "--model", str(copy), stdin="hello\n")
    assert done.returncode == 3
    assert "not the file that training wrote" in done.stderr.replace("\n", " ")


def test_a_model_of_unknown_origin_is_refused(trained_model, own_database, tmp_path):
    copy = tmp_path / trained_model.name
    copy.write_bytes(trained_model.read_bytes())
    done = malleo("chat", "--plain", "--model", str(copy), stdin="hello\n")
    assert done.returncode == 3
    assert "no readable seal" in done.stderr.replace("\n", " ")


@pytest.mark.parametrize(
    "url", ["postgresql://nobody:secret@127.0.0.1:9/none", "sqlite:////dev/null/malleo.db", "nonsense", "mysql://x/y"]
)
def test_a_database_that_cannot_be_opened_is_said_plainly(url):
    done = malleo("knowledge", "build", MALLEO_DATABASE_URL=url)
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


def test_check_names_file_line_and_mend(tmp_path):
    (tmp_path / "regions.yml").write_text("reviewed: 2026-11-22\nentries:\n  - {id: lateral, area: lateral}\n")
    done = malleo("knowledge", "check", str(tmp_path))
    assert done.returncode == 1
    assert "regions.yml:3" in done.stdout


def test_show_prints_an_entry_and_its_sources():
    done = malleo("knowledge", "show", "lateral_ankle_sprain")
    assert done.returncode == 0
    assert "S93.4" in done.stdout


def test_show_suggests_what_was_meant():
    done = malleo("knowledge", "show", "lateral_ankle_sprian")
    assert done.returncode == 1
    assert "lateral_ankle_sprain" in done.stderr


def test_a_conversation_on_postgresql(trained_model, postgres_engine, tmp_path):
    """Everything of a turn on the other database: knowledge, state, locks, the outbox."""
    from sqlalchemy import text

    url = postgres_engine.url.render_as_string(hide_password=False)
    script = tmp_path / "lines.txt"
    script.write_text("my left ankle hurts\nyes\nmy foot is cold and white\n")
    assert malleo("knowledge", "build", MALLEO_DATABASE_URL=url).returncode == 0
    done = malleo("chat", "--plain", "--script", str(script), MALLEO_DATABASE_URL=url)
    assert "call your emergency number now" in done.stdout, done.stderr
    with postgres_engine.connect() as connection:
        assert connection.execute(text("select level from escalation")).scalars().all() == ["emergency"]
        assert connection.execute(text("select count(*) from finding_log")).scalar_one() >= 2


def test_a_picture_is_printed_or_written(tmp_path):
    printed = malleo("picture", "--view", "back")
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.startswith("<svg ")
    out = tmp_path / "new" / "left.svg"
    assert malleo("picture", "--side", "left", "--out", str(out)).returncode == 0
    assert "Left foot" in out.read_text(encoding="utf-8")


def test_a_picture_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    done = malleo("picture", "--out", str(tmp_path / "file" / "left.svg"))
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
