"""Spelling, word by word: slips put right, and right words that should have stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.evaluation.scores import Report
from bot.evaluation.study_files import Typed
from bot.evaluation.study_marks import Marks
from bot.language.reader import Reader

AROUND = ".,;:!?\"'()"
"""Marks around a word that are no part of it."""


def evaluate(rows: Sequence[Typed], reader: Reader) -> Report:
    """Scores of the words of all rows. An apostrophe more or less makes no other word.

    A slip that comes out as a third word is worse than one that stands, and is counted besides.
    """
    marks = Marks("spelling")
    for row in rows:
        for typed, meant in zip(_words(row.text), _words(row.meant), strict=True):
            got = reader.respelt(typed)
            came_out, stood, right = _bare(got), _bare(typed), _bare(meant)
            of_word = replace(row, text=f"{typed} (in: {row.text})")
            if stood == right:
                marks.add("right_words_damaged", of_word, meant, got, came_out != right, bad=True)
            else:
                marks.add("slips_put_right", of_word, meant, got, came_out == right)
                marks.add("slips_made_worse", of_word, meant, got, came_out not in (stood, right), bad=True)
    return marks.report()


def _words(text: str) -> list[str]:
    return [word.strip(AROUND) for word in text.split()]


def _bare(word: str) -> str:
    return word.lower().replace("'", "").replace("’", "")
