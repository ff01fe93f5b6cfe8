"""Texts are easy to read."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import cast

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.texts import texts

HARDEST = 7.0
"""The highest Flesch-Kincaid grade: about age 12, for texts that aim at a reading age of 11 (NHS service manual)."""

FEWEST = 8
"""Words that a text needs to have a grade. In shorter ones a single long word decides."""

_WORD = re.compile(r"\w+")


def texts_are_easy_to_read(base: Base) -> Iterator[Fault]:
    """Grades each text as a whole: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid 1975)."""
    for text in texts(base.knowledge):
        if len(_WORD.findall(text.words)) < FEWEST:
            continue
        grade = _textstat().flesch_kincaid_grade(text.words)
        if grade > HARDEST:
            what = f"{text.kind.capitalize()} '{text.id}', '{text.field}' reads at grade {grade:g}."
            mend = f"{HARDEST:g} is the most: shorten the sentences, and take shorter words."
            yield Fault(text.kind, text.id, text.part, what, mend)


@cache
def _textstat() -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it asks setuptools for its version
        import textstat
    return cast(ModuleType, textstat)
