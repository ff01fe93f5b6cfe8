"""Spelling, corrected only towards words that matter here and never where a meaning could flip."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.inflections import ENDINGS, inflections, is_form_of

COMMON_WORDS = Path(__file__).with_name("common_words.txt")
RARER_WORDS = Path(__file__).with_name("rarer_words.txt")
"""Words and names that stand as they are typed, and are no sign of English: those of the word pieces of BERT."""
SHORTEST = 4
"""Letters that a word needs before its spelling is doubted."""

ONE_SLIP_FROM = 5
"""Letters from which any slip is forgiven; in shorter words only two neighbours that were exchanged ("pian")."""

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
        targets: the words of the vocabulary and their forms: what is corrected towards.
        known: words that stand as they are, and whose regular forms do, the targets among them.
        by_start: the known and the rarer words by first letter and length. One that is no target and nearer than any
            keeps a word from being corrected: "mutch" is not meant for "match".
    """

    targets: frozenset[str]
    known: frozenset[str]
    by_start: Mapping[tuple[str, int], tuple[str, ...]]

    @classmethod
    def towards(cls, vocabulary: Iterable[str]) -> Speller:
        """A speller that corrects towards `vocabulary`, lower-case words."""
        own = frozenset(vocabulary)
        forms = {form for word in own if not word.endswith(ENDINGS) for form in inflections(word)}
        known = own | forms | common_words() | POLAR
        by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(known | rarer_words()):
            if len(word) >= SHORTEST:
                by_start[word[0], len(word)].append(word)
        return cls(own.union(forms) - POLAR, known, {start: tuple(words) for start, words in by_start.items()})

    def correct(self, word: str) -> str | None:
        """The word that was meant, or `None` when `word` should stand: known, short, a number, or nothing near.

        The first letter, or the first two exchanged, must be right: people rarely slip there.
        """
        if len(word) < SHORTEST or not word.isalpha() or not word.isascii() or self._stands(word):
            return None
        nearest = self._exchanged(word) if len(word) < ONE_SLIP_FROM else self._nearest(word)
        return nearest if nearest in self.targets else None

    def _exchanged(self, word: str) -> str | None:
        """The known word with two neighbours the other way round."""
        swapped = (f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in range(len(word) - 1))
        return next((one for one in swapped if one in self.known), None)

    def _nearest(self, word: str) -> str | None:
        """The known word with the fewest slips; among those the commonest slips: exchanged, doubled, dropped, added."""
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        found = process.extract(word, self._near(word, slips), scorer=OSA.distance, score_cutoff=slips, limit=None)
        ranked = (
            (
                distance,
                sorted(candidate) != sorted(word),
                _undoubled(candidate) != _undoubled(word),
                not (_is_within(word, candidate) or _is_within(candidate, word)),
                candidate not in self.targets,
                abs(len(candidate) - len(word)),
                candidate,
            )
            for candidate, distance, _ in found
        )
        return min(ranked, default=(None,))[-1]

    def _near(self, word: str, slips: int) -> list[str]:
        """The known words that begin alike and are about as long."""
        return [
            candidate
            for start in dict.fromkeys(word[:2])
            for length in range(len(word) - slips, len(word) + slips + 1)
            for candidate in self.by_start.get((start, length), ())
        ]

    def _stands(self, word: str) -> bool:
        """Known as it is, or a regular form of a known word."""
        if word in self.known or word in rarer_words() or is_form_of(word, self.known):
            return True
        return any(
            word.endswith(ending)
            and (word.removesuffix(ending) in self.known or f"{word[: -len(ending)]}e" in self.known)
            for ending in ("er", "ers", "ly", "n't")
        )


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _is_within(word: str, longer: str) -> bool:
    """Whether letters can be added to a word to make the longer one."""
    letters = iter(longer)
    return all(letter in letters for letter in word)


@cache
def common_words() -> frozenset[str]:
    """Frequent English words, one a line in `common_words.txt`."""
    return frozenset(COMMON_WORDS.read_text(encoding="utf-8").split())


@cache
def rarer_words() -> frozenset[str]:
    """Words that are known but not everyday English, one a line in `rarer_words.txt`."""
    return frozenset(RARER_WORDS.read_text(encoding="utf-8").split())
