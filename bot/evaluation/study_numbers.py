"""Times and pain scores: is the number in the range that is right?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.dialogue.answering import frame
from bot.dialogue.practice import Practice
from bot.evaluation.scores import Report
from bot.evaluation.study_files import NumberRange
from bot.evaluation.study_marks import Marks
from bot.language.answers import answer

HALF_A_DAY = 0.5
"""Slack for times: ours are whole days, and the ranges are not."""


def evaluate_times(rows: Sequence[NumberRange], practice: Practice, today: date) -> Report:
    """Scores of the days ago that the reader gives to each text."""

    def days(text: str) -> int | None:
        found = practice.reader.read(text, today=today).attribute("duration_days")
        return found if isinstance(found, int) else None

    return _evaluate("times", rows, days, HALF_A_DAY)


def evaluate_scores(rows: Sequence[NumberRange], practice: Practice) -> Report:
    """Scores of the pain score in each text, read as the answer to our question: most are bare numbers."""
    asked = frame(practice.knowledge.questions["severity"])

    def severity(text: str) -> int | None:
        found = answer(text, asked, practice.reader).value
        return found if isinstance(found, int) else None

    return _evaluate("scores", rows, severity, 0)


def _evaluate(name: str, rows: Sequence[NumberRange], number_in: Callable[[str], int | None], slack: float) -> Report:
    """Right, none and wrong make up the whole."""
    marks = Marks(name)
    for row in rows:
        got = number_in(row.text)
        right = got is not None and row.low - slack <= got <= row.high + slack
        said = "none" if got is None else str(got)
        marks.add(f"{name}_in_range", row, row.gold, said, right)
        marks.add(f"{name}_none", row, row.gold, said, got is None, bad=True)
        marks.add(f"{name}_wrong", row, row.gold, said, got is not None and not right, bad=True)
    return marks.report()
