"""Reads the base from its YAML files.

A file is a mapping with `entries`; its `sources`, `strength` and `reviewed` hold for the entries that have none of
their own. A condition and a plan are a file each. Files are read in the order of their names, entries as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.knowledge import conditions, entries, plans, questions
from bot.knowledge.fields import Fields, called
from bot.knowledge.marked import Block, Unreadable, lines_of, parse
from bot.knowledge.model import Condition, Knowledge, Plan
from bot.knowledge.problems import Place, Places, Problem, Report
from bot.knowledge.version import version_of

Entry = TypeVar("Entry")
Named = TypeVar("Named", Condition, Plan)

_FILES = (
    "sources.yml",
    "judgement.yml",
    "regions.yml",
    "measures.yml",
    "tissues.yml",
    "figures.yml",
    "findings.yml",
    "red_flags.yml",
    "decision_rules.yml",
    "questions.yml",
    "help_lines.yml",
    "lexicon.yml",
)
_FOLDERS = ("conditions", "advice", "plans", "articles")


class KnowledgeError(Exception):
    """The files cannot be used as they are.

    Attributes:
        problems: everything there is to mend, by file and line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(["The knowledge base has to be mended first:", *map(str, self.problems)]))


@dataclass(frozen=True)
class Draft:
    """What could be read, with what is wrong in the writing. Whether it makes sense is for `bot.knowledge.check`."""

    knowledge: Knowledge
    places: Places
    problems: tuple[Problem, ...]


def read(directory: Path) -> Knowledge:
    """The base in a folder. Its version is the same wherever and in whatever formatting the same things are said.

    Raises:
        KnowledgeError: files that cannot be read, fields that are missing, unknown or of the wrong form, ids that are
            used twice. All of them at once.
    """
    draft = draft_of(directory)
    if draft.problems:
        raise KnowledgeError(draft.problems)
    return draft.knowledge


def draft_of(directory: Path) -> Draft:
    """The base in a folder as far as it can be read, and where each entry stands."""
    return _Reading(directory).draft()


class _Reading:
    """One reading of one folder."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._problems: list[Problem] = []
        self._places: dict[tuple[str, str], Place] = {}

    def draft(self) -> Draft:
        self._problems += self._strays()
        sources = self._mapped("source", entries.source, "sources.yml")
        scale = self._scale()
        regions = self._mapped("region", entries.region, "regions.yml")
        findings = self._mapped("finding", entries.finding, "findings.yml")
        rules = self._mapped("rule", entries.rule, "red_flags.yml", "decision_rules.yml")
        named = questions.Named(findings, regions)
        knowledge = Knowledge(
            version="",
            sources=sources,
            findings=findings,
            regions=regions,
            rules=rules,
            questions=self._mapped("question", partial(questions.question, named=named), "questions.yml"),
            conditions=dict(self._of_files("condition", partial(conditions.condition, words=scale))),
            advice=self._mapped("advice", entries.advice, *self._in("advice")),
            help_lines=self._mapped("help line", entries.help_line, "help_lines.yml", key="region"),
            lexicon=tuple(self._read("lexicon", entries.lexicon_entry, "lexicon.yml", key="concept")),
            measures=self._mapped("measure", entries.measure, "measures.yml"),
            tissues=self._mapped("tissue", entries.tissue, "tissues.yml"),
            plans=dict(self._of_files("plan", plans.plan)),
            articles=self._mapped("article", entries.article, *self._in("articles")),
            figures=self._mapped("figure", entries.figure, "figures.yml"),
        )
        return Draft(
            replace(knowledge, version=version_of(knowledge)),
            Places(self._directory, self._places),
            tuple(sorted(self._problems)),
        )

    def _mapped(self, kind: str, make: Callable[[Fields], Entry], *files: str, key: str = "id") -> dict[str, Entry]:
        return {getattr(entry, key): entry for entry in self._read(kind, make, *files, key=key)}

    def _read(self, kind: str, make: Callable[[Fields], Entry], *files: str, key: str) -> Iterator[Entry]:
        """The entries of files that are in order; of two with one id the first."""
        for file in files:
            header, report = self._open(file)
            for number, block in enumerate(Fields(header, report, "This file").blocks("entries")):
                fields = Fields(block, report, called(kind.capitalize(), block, key), header)
                entry = self._made(kind, str(number) if kind == "lexicon" else str(block.get(key)), fields, make)
                if entry is not None:
                    yield entry
            self._close(header, report)

    def _of_files(self, kind: str, make: Callable[[Fields], Named]) -> Iterator[tuple[str, Named]]:
        """Entries that are a file each, called after their id."""
        for file in self._in(f"{kind}s"):
            block, report = self._open(file)
            if not report.problems:
                fields = Fields(block, report, called(kind.capitalize(), block))
                entry = self._made(kind, str(block.get("id")), fields, make)
                if entry is not None:
                    self._stands_in(file, entry.id, fields)
                    yield entry.id, entry
            self._problems += report.problems

    def _made(self, kind: str, id: str, fields: Fields, make: Callable[[Fields], Entry]) -> Entry | None:
        known = len(fields.report.problems)
        entry = make(fields)
        fields.finish()
        place = Place(fields.report.file, fields.block.line, lines_of(fields.block))
        first = self._places.setdefault((kind, id), place)
        if first is not place:
            fields.wrong("id", f"{fields.name} is there already, at {first.file}:{first.line}.", "Give it another id.")
        return entry if len(fields.report.problems) == known else None

    def _stands_in(self, file: str, id: str, fields: Fields) -> None:
        if id != Path(file).stem:
            fields.wrong("id", f"{fields.name} stands in {file}.", f"Call the file {id}.yml.")

    def _scale(self) -> dict[str, conditions.Weight]:
        block, report = self._open("judgement.yml")
        words = conditions.scale(Fields(block, report, "The judgement scale"))
        self._problems += report.problems
        return words

    def _open(self, file: str) -> tuple[Block, Report]:
        """The mapping in a file; an empty one when there is none, with the reason in the report."""
        path = self._directory / file
        report = Report(path)
        line, why, mend = 1, "", "Write a mapping: reviewed: and entries:, or the fields of a condition."
        try:
            block = parse(path.read_text(encoding="utf-8"))
            if isinstance(block, Block):
                return block, report
            why = "There are no names and values in this file."
        except FileNotFoundError:
            why, mend = "This file is missing.", "Write it, with reviewed: and entries:."
        except UnicodeDecodeError:
            why, mend = "This file is not written in UTF-8.", "Save it as UTF-8."
        except Unreadable as error:
            line, why = error.line, f"This is not YAML: {error}."
            mend = "Look at the spaces in front, at colons without quotes, and at brackets left open."
        report.add(line, why, mend)
        return Block(1), report

    def _close(self, header: Block, report: Report) -> None:
        if not report.problems and "entries" not in header:
            report.add(header.line, "This file has no entries.", "Add entries: and a list.")
        for key in set(header) - {"entries", "reviewed", "sources", "strength"}:
            mend = "A file has reviewed, sources, strength and entries."
            report.add(header.lines[key], f"'{key}' cannot stand here.", mend)
        self._problems += report.problems

    def _in(self, folder: str) -> list[str]:
        return sorted(f"{folder}/{path.name}" for path in (self._directory / folder).glob("*.yml"))

    def _strays(self) -> Iterator[Problem]:
        """Files that look like a part of the base and would not be read."""
        here = [path for path in self._directory.glob("*.y*ml") if path.name not in _FILES]
        inside = [path for folder in _FOLDERS for path in (self._directory / folder).glob("*.yaml")]
        for path in here + inside:
            folders = ", ".join(f"{folder}/….yml" for folder in _FOLDERS)
            mend = f"The files are called {', '.join(_FILES)}, {folders}."
            yield Problem(path, 1, "This file is not read.", mend)
