"""What the commands print, and how they refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot import cli_evaluate
from bot.cli_evaluate import app
from bot.cli_scores import show
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


@pytest.fixture
def mislabelled(tmp_path: Path) -> Path:
    """The two cases, the first labelled so that it is a miss."""
    written = Path(__file__).with_name("cases.yml").read_text(encoding="utf-8")
    file = tmp_path / "cases.yml"
    file.write_text(written.replace("[self_care]", "[soon]").replace("gold_triage: self_care", "gold_triage: soon"))
    return file


def ran(assistant: Any, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    monkeypatch.setattr(cli_evaluate, "_assistant", lambda: assistant)
    done = CliRunner().invoke(app, ["vignettes", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_case_that_fails_is_printed_with_its_whole_conversation(
    assistant: Any, monkeypatch: pytest.MonkeyPatch, mislabelled: Path
) -> None:
    printed = ran(assistant, monkeypatch, str(mislabelled))
    assert "K1 exact_triage: wanted soon; got self_care" in printed
    assert "> rolled my left ankle on a trail" in printed
    assert "What to do now:" in printed


def test_of_closed_cases_only_figures_are_told(
    assistant: Any, monkeypatch: pytest.MonkeyPatch, mislabelled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "scores.json"
    printed = ran(assistant, monkeypatch, str(mislabelled), "--figures", "--json", str(out))
    assert "exact_triage" in printed
    assert "K1" not in printed
    assert json.loads(out.read_text(encoding="utf-8"))["errors"] == []


def test_of_closed_messages_only_figures_are_told(
    assistant: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "messages.yml"
    file.write_text("utterances:\n- {id: U1, text: hello there, intent: goodbye}\n", encoding="utf-8")
    monkeypatch.setattr(cli_evaluate, "_assistant", lambda: assistant)
    whole, figures = (CliRunner().invoke(app, ["utterances", str(file), *more]).stdout for more in ((), ("--figures",)))
    assert "hello there" in whole
    assert "intent_accuracy" in figures
    assert "hello there" not in figures


def test_simple_ways_stand_beside_the_assistant(
    assistant: Any, monkeypatch: pytest.MonkeyPatch, mislabelled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "scores.json"
    printed = ran(assistant, monkeypatch, str(mislabelled), "--baselines", "--json", str(out))
    assert "Beside simple ways" in printed
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["baselines"]["everyone_emergency"]["over_triage"]["value"] == 0.5
    assert written["brier"]["n"] == written["calibration_error"]["n"]
