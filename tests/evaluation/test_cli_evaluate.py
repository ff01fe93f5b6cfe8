"""What the commands print, and how they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli_evaluate import app, show
from bot.evaluation.scores import Miss, Report, Table, share


def test_a_slip_in_a_label_ends_with_the_exit_code_for_usage(tmp_path: Path) -> None:
    file = tmp_path / "messages.yml"
    file.write_text("utterances:\n- {id: U1, text: hello, intent: greet, side: up}\n", encoding="utf-8")
    ran = CliRunner().invoke(app, ["utterances", str(file)])
    assert ran.exit_code == 2
    assert f"{file}: U1, side: 'up' is not accepted. Accepted: left, right, both." in ran.stderr


def test_a_folder_that_is_no_study_ends_with_the_exit_code_for_usage(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["study", str(tmp_path)])
    assert ran.exit_code == 2
    assert "negation.tsv: cannot be read" in ran.stderr


def test_tables_keep_their_columns_in_a_narrow_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    heads = tuple(f"measure number {place}" for place in range(9))
    cells = (share(1, 2), "a name", 7, *["–"] * 6)
    show(Report({"one": share(1, 2)}, [Table("Wide", heads, (cells,))], [Miss("U1", "one", "[x]", "y", "said [so]")]))
    printed = capsys.readouterr().out
    assert all(head in printed for head in heads)
    assert "0.50" in printed
    assert "said [so]" in printed
