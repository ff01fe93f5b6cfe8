"""Numbers in words and figures, ranges among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

UNITS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"couple": 2.0, "few": 3.0, "half": 0.5, "nought": 0.0, "nil": 0.0, "dozen": 12.0}
UNITS |= {
    "wun": 1.0,
    "threee": 3.0,
    "thre": 3.0,
    "foor": 4.0,
    "fower": 4.0,
    "fiv": 5.0,
    "sx": 6.0,
    "siks": 6.0,
    "sevn": 7.0,
    "siven": 7.0,
    "sevin": 7.0,
    "sevan": 7.0,
    "eigth": 8.0,
    "eght": 8.0,
    "eihgt": 8.0,
    "aight": 8.0,
    "nien": 9.0,
    "nyne": 9.0,
    "tenn": 10.0,
}
"""Slips: a number is not looked up among the words of the lexicon."""

UNITS |= {"threes": 3.0, "fours": 4.0, "fives": 5.0, "sixes": 6.0, "sevens": 7.0, "eights": 8.0, "nines": 9.0}
"""A score in passing: "in the high sevens"."""

TENS = {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40.0}
RANGE_SIGNS = frozenset(("-", "to", "or", "and", "~"))
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a range; `low` equals `high` for a single number."""

    low: float
    high: float


def number_at(words: Sequence[str], at: int) -> tuple[Number, int] | None:
    """The number or range that starts at `words[at]` and the index after it, or `None`.

    >>> number_at(["two", "and", "a", "half", "weeks"], 0)
    (Number(low=2.5, high=2.5), 4)
    >>> number_at(["six", "-", "7"], 0)
    (Number(low=6.0, high=7.0), 3)
    """
    between = words[at] == "between"
    first = _single(words, at + 1 if between else at)
    if first is None:
        return None
    low, alone = first
    end = alone
    sign = _word(words, end)
    if sign == "going" and _word(words, end + 1) == "on":  # "11 going on 12 days"
        end += 1
        sign = "to"
    if sign in RANGE_SIGNS and (sign != "and" or between) and end + 1 < len(words):
        second = _single(words, end + 1)
        # "8 to 8" and "1 or 2 or 3" are read as far as they make a range; "one or none" is not one.
        if second is not None and second[0] != low:
            return Number(min(low, second[0]), max(low, second[0])), second[1]
    return (Number(low, low), alone) if not between else None


def _single(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """One number at `at`: figures, words, and a trailing "and a half"; with the index after it."""
    if at >= len(words):
        return None
    word = words[at]
    end = at + 1
    if word in ("a", "the") and _word(words, end) in ("couple", "few", "dozen"):
        word, end = words[end], end + 1
    if word == "half" and _word(words, end) in ("a", "an"):
        return 0.5, end + 1
    value: float | None
    if word in TENS:
        value = TENS[word]
        if _word(words, end) == "-" and 1 <= UNITS.get(_word(words, end + 1), 0) <= 9:
            end += 1
        if 1 <= UNITS.get(_word(words, end), 0) <= 9:
            value, end = value + UNITS[words[end]], end + 1
    else:
        value = UNITS.get(word)
        if value is None:
            value = _figures(word)
    if value is None:
        return None
    if word in ("couple", "few") and _word(words, end) == "of":
        end += 1
    if list(words[end : end + 3]) == ["and", "a", "half"]:
        return value + 0.5, end + 3
    if list(words[end : end + 3]) == ["1", "/", "2"]:
        return value + 0.5, end + 3
    return value, end


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _figures(word: str) -> float | None:
    figures = word.removeprefix("~").removesuffix("+")
    if figures[-2:] in ORDINAL_ENDINGS:
        figures = figures[:-2]
    whole, _, rest = figures.partition(".")
    if not whole.isascii() or not whole.isdigit() or (rest and not (rest.isascii() and rest.isdigit())):
        return None
    return min(float(figures), LARGEST) if len(figures) <= 9 else float(LARGEST)
