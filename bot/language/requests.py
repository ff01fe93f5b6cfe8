"""What people ask of the talk itself: go back, say it again, how do I check that, what did I tell you, forget that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from bot.language import answer_words, request_words
from bot.language.phrase_book import Match, PhraseBook
from bot.language.phrases import parse
from bot.language.words import Word

Request = Literal["back", "check", "meaning", "repeat", "known", "left", "change", "would_change", "resume"]

WHOLE: dict[Request, str] = {
    "back": answer_words.BACK + request_words.BACK,
    "check": request_words.CHECK,
    "meaning": request_words.MEANING,
    "repeat": request_words.REPEAT,
    "known": request_words.KNOWN,
    "left": request_words.LEFT,
    "change": request_words.CHANGE,
    "would_change": request_words.WOULD_CHANGE,
    "resume": request_words.RESUME,
}
LONGEST = 14
"""Words of a message that may be a request and nothing else."""


def request(read: Sequence[Word]) -> Request | None:
    """The request that is all a message says but for courtesies."""
    if not 0 < len(read) <= LONGEST:
        return None
    best: Match[Request] | None = None
    for match in _book().find(read):
        around = (*read[: match.first], *read[match.last + 1 :])
        if all(word.text in request_words.COURTESIES for word in around) and (
            best is None or len(match.indices) > len(best.indices)
        ):
            best = match
    return best.meaning if best else None


def takes_back(read: Sequence[Word]) -> bool:
    """Whether a message begins by taking back something that was said: "forget what I said about the numbness"."""
    return any(
        all(word.text in request_words.COURTESIES for word in read[: match.first])
        for match in _taking_back().find(read[:LONGEST])
    )


@cache
def _book() -> PhraseBook[Request]:
    return PhraseBook(
        (variant, kind) for kind, ways in WHOLE.items() for line in _lines(ways) for variant in parse(line)
    )


@cache
def _taking_back() -> PhraseBook[None]:
    return PhraseBook((variant, None) for line in _lines(request_words.TAKES_BACK) for variant in parse(line))


def _lines(ways: str) -> list[str]:
    return [line for line in ways.split("\n") if line]
