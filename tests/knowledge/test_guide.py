"""What docs/knowledge.md says one does to add a condition, done."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml

from bot.knowledge import files
from bot.knowledge.diff import changes
from bot.knowledge.model import State
from bot.knowledge.vocabulary import Vocabulary, vocabulary
from bot.review.review import review_directory
from bot.runtime import settings
from bot.triage.differential import differential
from bot.triage.facts import Fact, Facts

GUIDE = settings.ROOT / "docs" / "knowledge.md"
BASE = "data/knowledge/"


@dataclass(frozen=True)
class Step:
    """A piece of YAML of the guide, and what its first line says to do with it."""

    does: str
    where: str
    text: str


def steps() -> list[Step]:
    written = GUIDE.read_text(encoding="utf-8")
    return [
        Step(*match)
        for match in re.findall(r"^```yaml (file|append|facts) (\S+)[^\n]*\n(.*?)^```", written, re.M | re.S)
    ]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the base in which the guide was followed."""
    folder = tmp_path_factory.mktemp("guide") / "knowledge"
    shutil.copytree(settings.KNOWLEDGE, folder)
    for step in steps():
        if not step.where.startswith(BASE):
            continue
        file = folder / step.where.removeprefix(BASE)
        if step.does == "file":
            file.write_text(step.text, encoding="utf-8")
        else:
            with file.open("a", encoding="utf-8") as end:
                end.write(step.text)
    return folder


@pytest.fixture(scope="module")
def ids() -> Vocabulary:
    """The vocabulary with what the guide adds to it."""
    (added,) = (step for step in steps() if step.where.endswith("vocabulary.yml"))
    return replace(vocabulary(), conditions=(*vocabulary().conditions, *yaml.safe_load(added.text)))


def facts_of(step: Step) -> Facts:
    return Facts.of(Fact(id, _value(id, value), "", 1, asked=True) for id, value in yaml.safe_load(step.text).items())


def _value(id: str, written: str | list[str]) -> State | str | tuple[str, ...]:
    if isinstance(written, list):
        return tuple(written)
    return State(written) if written in set(State) else written


def test_following_the_guide_gives_a_base_that_holds_together(followed: Path, ids: Vocabulary) -> None:
    assert [str(problem) for problem in review_directory(followed, ids)] == []


def test_the_new_condition_comes_first_with_the_answers_of_the_guide(followed: Path) -> None:
    (step,) = (step for step in steps() if step.does == "facts")
    assert differential(facts_of(step), files.read(followed))[0].condition.id == step.where


def test_what_was_added_is_all_that_changed(followed: Path) -> None:
    lines = [str(change) for change in changes(files.read(settings.KNOWLEDGE), files.read(followed))]
    assert len(lines) == 3
    assert all("heel_pad_pain" in line for line in lines)


@pytest.mark.parametrize(
    "forgotten", ["data/knowledge/articles/what_overuse_is.yml", "data/knowledge/conditions/heel_pad_pain.yml"]
)
def test_a_step_that_was_forgotten_is_named(followed: Path, ids: Vocabulary, tmp_path: Path, forgotten: str) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(followed, folder)
    (step,) = (step for step in steps() if step.where == forgotten)
    file = folder / forgotten.removeprefix(BASE)
    file.write_text(file.read_text(encoding="utf-8").replace(step.text, ""), encoding="utf-8")
    if not file.read_text(encoding="utf-8"):
        file.unlink()
    assert any("heel_pad_pain" in str(problem) for problem in review_directory(folder, ids))


def test_every_kind_of_file_is_in_the_guide() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for path in settings.KNOWLEDGE.iterdir():
        assert (f"{path.name}/*.yml" if path.is_dir() else path.name) in guide


def test_every_command_of_the_guide_exists() -> None:
    from bot.cli_knowledge import app

    commands = {command.callback.__name__.replace("_", "-") for command in app.registered_commands if command.callback}
    assert set(re.findall(r"malleo knowledge ([\w-]+)", GUIDE.read_text(encoding="utf-8"))) == commands
