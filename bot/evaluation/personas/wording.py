"""Manners that change the surface: fewer words, more words, slips of the keys."""

from __future__ import annotations

import random

from bot.evaluation.cases import LabelledCase
from bot.evaluation.personas.way import Manner


def typos(text: str, _: LabelledCase, rng: random.Random) -> str:
    """Two letters swapped in about one long word of four."""
    words = text.split(" ")
    for place, word in enumerate(words):
        if len(word) > 4 and word.isalpha() and rng.random() < 0.25:
            at = rng.randrange(1, len(word) - 2)
            words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def first_part(text: str, _: LabelledCase, __: random.Random) -> str:
    """What stands before the first comma or full stop."""
    return text.split(",")[0].split(".")[0]


def around(before: str = "", after: str = "") -> Manner:
    """Words before and after what would be said."""
    return lambda text, _, __: f"{before}{text}{after}"
