"""What is wrong with the files of the base, said so that the next step is clear, and where each entry stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

FILE_OF = MappingProxyType(
    {
        "source": "sources.yml",
        "judgement": "judgement.yml",
        "region": "regions.yml",
        "finding": "findings.yml",
        "rule": "red_flags.yml",
        "question": "questions.yml",
        "condition": "conditions",
        "advice": "advice",
        "help line": "help_lines.yml",
        "lexicon": "lexicon.yml",
        "measure": "measures.yml",
        "tissue": "tissues.yml",
        "plan": "plans",
        "article": "articles",
        "figure": "figures.yml",
    }
)
"""Kind of entry → where entries of that kind are written, seen from the folder of the base."""

FILE_EACH = ("condition", "plan")
"""Kinds of which every entry is a file, called after its id."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    Attributes:
        file: the file, as it can be opened from here.
        line: from 1.
        what: what is wrong, in a sentence that names the entry.
        mend: what to write instead, in a sentence.
    """

    file: Path
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} {self.mend}"


@dataclass(frozen=True)
class Place:
    """Where an entry stands.

    Attributes:
        parts: line of each field (`label`) and of each item of a list (`options[2]`).
    """

    file: Path
    line: int
    parts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Places:
    """Where the entries of a base stand.

    Attributes:
        directory: folder of the base.
        entries: kind and id of an entry → its place.
    """

    directory: Path = Path()
    entries: Mapping[tuple[str, str], Place] = field(default_factory=dict)

    def of(self, kind: str, id: str) -> Place | None:
        """Where an entry stands, its file seen from the folder of the base."""
        place = self.entries.get((kind, id))
        return replace(place, file=place.file.relative_to(self.directory)) if place else None

    def problem(self, kind: str, id: str, part: str, what: str, mend: str) -> Problem:
        """A problem at a part of an entry; at the top of the file it belongs to when the entry is nowhere."""
        place = self.entries.get((kind, id))
        if place is None:
            file = f"{FILE_OF[kind]}/{id}.yml" if kind in FILE_EACH else FILE_OF[kind]
            return Problem(self.directory / file, 1, what, mend)
        return Problem(place.file, place.parts.get(part, place.line), what, mend)


class Report:
    """Collects the problems of one file while it is read."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.file, line, what, mend))
