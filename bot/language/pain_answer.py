"""How bad it is, from the answer to that very question: bare numbers and words for pain count."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from itertools import takewhile

from bot.language import pain_words
from bot.language.claims import longest
from bot.language.phrase_book import BLOCKING, Match, PhraseBook
from bot.language.phrases import parse
from bot.language.severity import HIGHEST, counts_nothing, is_over, names_scale, score_at
from bot.language.words import Word

LONGEST = 30
"""Words of the longest answer in which words for pain are looked for."""

BEYOND = 20
"""The greatest number that is meant as more than the most: "eleven", beside a word or number that is on the scale."""


def bare_scores(read: Sequence[Word], dated: Collection[int]) -> list[int]:
    """Scores among the numbers of an answer that count nothing.

    Args:
        dated: indices of words that tell a time.
    """
    named = {at for at, word in enumerate(read) if word.number is not None and names_scale(read, at)}
    numbers = [at for at, word in enumerate(read) if word.number is not None and at not in named and at not in dated]
    numbers = [at for at in numbers if counts_nothing(read, at) or at + 2 in named]
    latest = max(numbers, default=0)
    numbers = [at for at in numbers if not (at < latest and is_over(read, at, latest))]
    found = [score for at in numbers if (score := score_at(read, at)) is not None]
    beyond = [number.high for at in numbers if (number := read[at].number) and number.high > HIGHEST]
    return [*found, *(HIGHEST for number in beyond if (found or named) and number <= BEYOND)]


def in_words(read: Sequence[Word]) -> int | None:
    """The greatest level that a clause of the answer gives in words: "it's bad enough that I limp"."""
    if len(read) > LONGEST:
        return None
    levels = [match.meaning for match in longest(_book().find(read)) if _is_answer(match, read)]
    return max(levels, default=None)


def _is_answer(match: Match[int], read: Sequence[Word]) -> bool:
    """Whether its clause says nothing else, circumstances aside, and does not deny it."""
    clause = read[match.first].clause
    before = [word.text for word in read[: match.first] if word.clause == clause]
    after = [word.text for word in read[match.last + 1 :] if word.clause == clause]
    after = list(takewhile(lambda text: text not in pain_words.CIRCUMSTANCE, after))
    return all(text in pain_words.BESIDE and text not in BLOCKING for text in (*before, *after))


@cache
def _book() -> PhraseBook[int]:
    return PhraseBook(
        (variant, level)
        for level, ways in pain_words.LEVELS.items()
        for line in ways.replace("\n ", " ").split("\n")
        if line
        for variant in parse(line)
    )
