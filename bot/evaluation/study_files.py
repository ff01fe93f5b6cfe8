"""The files of a study: a folder of small labelled sets, one kind of label each, with tabs between the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from bot.evaluation.labels import UnreadableFile

Assertion = Literal["present", "absent", "historical", "hypothetical", "other"]
ASSERTIONS: tuple[Assertion, ...] = get_args(Assertion)

COARSE = (
    "greet",
    "goodbye",
    "affirm",
    "deny",
    "report_injury",
    "inform_onset",
    "inform_severity",
    "inform_swelling",
    "inform_weight_bearing",
    "red_flag",
    "ask_self_care",
    "ask_return_to_running",
    "out_of_scope",
)
"""The intents of a study."""


@dataclass(frozen=True)
class Row:
    """A labelled text.

    Attributes:
        id: file and line.
        set: which part of the file it belongs to.
    """

    id: str
    set: str
    text: str


@dataclass(frozen=True)
class AssertedConcept(Row):
    """What a text says of one concept."""

    concept: str
    gold: Assertion


@dataclass(frozen=True)
class NumberRange(Row):
    """A text and the numbers that are right, both ends included: days ago, or a pain score."""

    low: float
    high: float

    @property
    def gold(self) -> str:
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g}–{self.high:g}"


@dataclass(frozen=True)
class MeantIntent(Row):
    """A text and its intent, one of `COARSE`."""

    intent: str


@dataclass(frozen=True)
class Typed(Row):
    """A text as typed, and as it was meant, word for word."""

    meant: str


@dataclass(frozen=True)
class Study:
    """All sets of a folder."""

    assertions: tuple[AssertedConcept, ...]
    times: tuple[NumberRange, ...]
    scores: tuple[NumberRange, ...]
    typos: tuple[Typed, ...]
    intents: tuple[MeantIntent, ...]


def study(folder: Path, concepts: frozenset[str]) -> Study:
    """The study in a folder.

    Args:
        concepts: what the sets on assertion may name.

    Raises:
        UnreadableFile: a file is missing, or a line of it is not as it should be.
    """

    def asserted(id: str, cells: tuple[str, ...]) -> AssertedConcept:
        set, text, concept, gold = cells
        if concept not in concepts:
            raise UnreadableFile(f"{id}: there is no concept '{concept}'. There are: {', '.join(sorted(concepts))}.")
        if gold not in ASSERTIONS:
            raise UnreadableFile(f"{id}: there is no label '{gold}'. There are: {', '.join(ASSERTIONS)}.")
        return AssertedConcept(id, set, text, concept, gold)

    return Study(
        assertions=_rows(folder / "negation.tsv", ("set", "text", "concept", "gold"), asserted),
        times=_rows(folder / "times.tsv", ("set", "text", "lo", "hi"), _range),
        scores=_rows(folder / "scores.tsv", ("set", "text", "lo", "hi"), _range),
        typos=_rows(folder / "typo_gold.tsv", ("typed", "meant"), _typed, headed=False),
        intents=_rows(folder / "test.tsv", ("intent", "kind", "text"), _intent),
    )


def _range(id: str, cells: tuple[str, ...]) -> NumberRange:
    set, text, low, high = cells
    try:
        found = NumberRange(id, set, text, float(low), float(high))
    except ValueError as error:
        raise UnreadableFile(f"{id}: '{low}' and '{high}' should be two numbers.") from error
    if not 0 <= found.low <= found.high:
        raise UnreadableFile(f"{id}: lo ({low}) should be 0 or more and not above hi ({high}).")
    return found


def _typed(id: str, cells: tuple[str, ...]) -> Typed:
    typed, meant = cells
    if len(typed.split()) != len(meant.split()):
        raise UnreadableFile(f"{id}: '{typed}' and '{meant}' should have as many words as each other.")
    return Typed(id, "typos", typed, meant)


def _intent(id: str, cells: tuple[str, ...]) -> MeantIntent:
    intent, kind, text = cells
    if intent not in COARSE:
        raise UnreadableFile(f"{id}: there is no intent '{intent}'. There are: {', '.join(COARSE)}.")
    return MeantIntent(id, kind, text, intent)


RowType = TypeVar("RowType", bound=Row)


def _rows(
    path: Path, columns: tuple[str, ...], row: Callable[[str, tuple[str, ...]], RowType], headed: bool = True
) -> tuple[RowType, ...]:
    """The lines of a file, of which the first names the columns when it is `headed`; empty lines are left out."""
    lines = _lines(path, columns)
    if headed and next(lines, ("", ()))[1] != columns:
        raise UnreadableFile(f"{path}: the first line should be the columns {', '.join(columns)}, with tabs between.")
    rows = tuple(row(place, cells) for place, cells in lines)
    if not rows:
        raise UnreadableFile(f"{path}: there is nothing in it.")
    return rows


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """File and line, and the cells of it."""
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"{path}: cannot be read ({error}).") from error
    for number, line in enumerate(written.split("\n"), start=1):
        if not line.strip():
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        place = f"{path.name}:{number}"
        if len(cells) != len(columns) or not all(cells):
            raise UnreadableFile(f"{path}, line {number}: needs {', '.join(columns)}, with tabs between.")
        yield place, cells
