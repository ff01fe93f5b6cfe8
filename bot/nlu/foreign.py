"""Whether a message is in English at all, going by how many of its words are known."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.language.inflections import is_form_of
from bot.language.spelling import common_words

FEWEST_WORDS = 4
"""Words that a message needs before a share says anything; in shorter ones not a single word may be known."""

ENGLISH = 0.4
"""Least share of known words: English with many slips has half, other languages a fifth at most.

Measured on blind messages and on sentences in ten languages.
"""


def is_foreign(text: str, words: Sequence[str], vocabulary: Collection[str]) -> bool:
    """Whether a message is in another language, or in none.

    Args:
        text: as typed; letters without a single word of ours are another script.
        words: its words, lower case.
        vocabulary: words of the examples; everyday English is known besides.
    """
    spelt = [word for word in words if word[0].isalpha()]
    if not spelt:
        return any(map(str.isalpha, text))
    known = sum(word in vocabulary or word in common_words() or is_form_of(word, common_words()) for word in spelt)
    if len(spelt) < FEWEST_WORDS:
        return known == 0 and len(spelt) == FEWEST_WORDS - 1
    return known < ENGLISH * len(spelt)
