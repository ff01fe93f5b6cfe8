"""The page is the current one, and fit to read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli_knowledge import app
from bot.knowledge.model import Knowledge, Level
from bot.review.safety.case import SafetyCase, mark
from bot.review.safety.floors import Floors
from bot.review.safety.report import report
from bot.review.safety.walk import Below
from bot.runtime import settings

PAGE = settings.ROOT / "docs" / "safety-case.md"


def without_version(page: str) -> str:
    """A change of the base that leaves rules and floors alone leaves the page true, for the version that it names."""
    return re.sub(r"knowledge version \w+", "knowledge version", page)


def test_the_page_is_current(case: SafetyCase) -> None:
    """When this fails, run `malleo knowledge safety-case --write docs/safety-case.md`."""
    assert without_version(report(case)) == without_version(PAGE.read_text(encoding="utf-8"))


def test_the_page_has_plain_words(case: SafetyCase) -> None:
    """Ids stand only where a rule or a file is named, so that it can be looked up."""
    prose = re.sub(r"`[^`]*`|docs/\S+", "", report(case))
    assert re.findall(r"\b[a-z]+_[a-z_]+\b", prose) == []


def test_the_mark_changes_with_a_rule_and_not_with_its_text(real: Knowledge, agreed: Floors) -> None:
    rule = real.rules["RF37"]
    reworded = replace(real, rules={**real.rules, "RF37": replace(rule, text="other words")})
    lowered = replace(real, rules={**real.rules, "RF37": replace(rule, level=Level.SOON)})
    assert mark(reworded, agreed) == mark(real, agreed) != mark(lowered, agreed)


def test_a_failure_stands_in_the_page(case: SafetyCase) -> None:
    failed = replace(case, below=[Below("bleeding", Level.EMERGENCY, {"heavy_bleeding": None})])
    assert "1 FAILURES" in report(failed)
    assert "bleeding (emergency)" in report(failed)


def test_the_command_writes_the_page(tmp_path: Path, case: SafetyCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.review.safety.case.safety_case", lambda *_: case)
    file = tmp_path / "case.md"
    done = CliRunner().invoke(app, ["safety-case", "--write", str(file)])
    assert done.exit_code == 0, done.output
    assert file.read_text(encoding="utf-8") == report(case)


def test_the_command_fails_when_a_floor_is_undercut(case: SafetyCase, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = replace(case, below=[Below("bleeding", Level.EMERGENCY, {"heavy_bleeding": None})])
    monkeypatch.setattr("bot.review.safety.case.safety_case", lambda *_: failed)
    assert CliRunner().invoke(app, ["safety-case"]).exit_code == 1
