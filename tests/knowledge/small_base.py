"""A small base that is right, to be made wrong one thing at a time."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.knowledge import check, files
from bot.knowledge.checks.fault import Check
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem
from bot.knowledge.vocabulary import Vocabulary, vocabulary

SMALL = Path(__file__).with_name("base")


class Folder:
    """A copy of the small base on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        shutil.copytree(SMALL, path)

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        self.write(file, text.replace(old, new, 1))

    def write(self, file: str, text: str) -> None:
        (self.path / file).write_text(text, encoding="utf-8")

    def read(self) -> Knowledge:
        return files.read(self.path)

    def written_wrong(self) -> tuple[Problem, ...]:
        """What is wrong with the writing."""
        return files.draft_of(self.path).problems

    def check(self, checks: Sequence[Check] = (*check.CHECKS, *check.COMPLETE)) -> list[Problem]:
        """What is wrong with what it says."""
        draft = files.draft_of(self.path)
        assert draft.problems == ()
        return check.check(draft.knowledge, draft.places, small_vocabulary(), checks)


def line_of(problem: Problem) -> str:
    """The line that a problem points at."""
    return problem.file.read_text(encoding="utf-8").splitlines()[problem.line - 1]


def small_vocabulary() -> Vocabulary:
    """The part of the vocabulary that the small base covers."""
    small = files.read(SMALL)
    whole = vocabulary()
    return replace(
        whole,
        findings={id: kind for id, kind in whole.findings.items() if id in small.findings},
        regions={id: area for id, area in whole.regions.items() if id in small.regions},
        conditions=tuple(id for id in whole.conditions if id in small.conditions),
    )
