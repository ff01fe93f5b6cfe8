"""Spelling, corrected only towards words that matter here and never where a meaning could flip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

COMMON_WORDS = Path(__file__).with_name("common_words.txt")
SHORTEST = 5
"""Letters that a word needs before its spelling is doubted."""

TWO_SLIPS_FROM = 8
"""Letters from which two slips are forgiven."""

POLAR = frozenset(
    "not no never none nothing neither nor without cannot cant dont wont isnt arent wasnt hasnt havent didnt doesnt "
    "couldnt wouldnt shouldnt unable able fine good well better worse normal healed gone stopped cleared settled "
    "hardly barely scarcely before after always sometimes maybe unless until except zero yes yeah yep nope nah left "
    "right both inside outside able unable stable unstable even uneven free like unlike happy unhappy usual unusual "
    "with while which whether".split()
)
"""Words that can turn a meaning round: never corrected, never a correction."""


@dataclass(frozen=True)
class Speller:
    """Corrects words towards a vocabulary.

    Attributes:
        known: words that stand as they are.
        by_start: the vocabulary by first letter.
    """

    known: frozenset[str]
    by_start: dict[str, tuple[str, ...]]

    @classmethod
    def towards(cls, vocabulary: Iterable[str]) -> Speller:
        """A speller that corrects towards `vocabulary`, lower-case words."""
        words = frozenset(vocabulary)
        starts: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words - POLAR):
            starts[word[0]].append(word)
        return cls(words | common_words() | POLAR, {start: tuple(found) for start, found in starts.items()})

    def correct(self, word: str) -> str | None:
        """The word that was meant, or `None` when `word` should stand: known, short, a number, or nothing near.

        The first letter, or the first two exchanged, must be right: people rarely slip there.
        """
        if len(word) < SHORTEST or not word.isalpha() or not word.isascii() or self._stands(word):
            return None
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        near = (
            (distance, abs(len(candidate) - len(word)), sorted(candidate) != sorted(word), candidate)
            for candidate in (*self.by_start.get(word[0], ()), *self.by_start.get(word[1], ()))
            if abs(len(candidate) - len(word)) <= slips
            and (distance := OSA.distance(word, candidate, score_cutoff=slips)) <= slips
        )
        return min(near, default=(0, 0, False, None))[-1]

    def _stands(self, word: str) -> bool:
        """Known as it is, or a known word with a common ending."""
        if word in self.known:
            return True
        return any(
            word.endswith(ending)
            and (word.removesuffix(ending) in self.known or word.removesuffix(ending) + "e" in self.known)
            for ending in ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "y", "n't")
        )


@cache
def common_words() -> frozenset[str]:
    """Frequent English words, one a line in `common_words.txt`."""
    return frozenset(COMMON_WORDS.read_text(encoding="utf-8").split())
