"""Times since it began and pain scores, in words, with the days or the score that they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from bot.evaluation.variants.fillers import Filler, Labels

NUMBERS = "one two three four five six seven eight nine ten".split()
UNITS = {"day": (1, 2, 6), "week": (7, 2, 8), "month": (30, 2, 9), "year": (365, 2, 4)}
"""Unit → days, and the fewest and the most that are said of it."""

RECENT = ("day", "week", "month")
"""What was years ago is no part of this complaint."""

SINGLES = {"a week": 7, "a fortnight": 14, "a month": 30, "a year": 365, "a couple of weeks": 14, "a few days": 3}
NAMED = {"yesterday": 1, "this morning": 0, "last night": 1, "last week": 7, "the day before yesterday": 2}
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
LOWEST, HIGHEST = 2, 10
"""Of scores; "a one" is rarely a score."""


def time(form: str, today: date, random: Random) -> Filler:
    """A time.

    Args:
        form: `count` ("three weeks"), `for` ("three weeks", "a fortnight"), `ago` ("three weeks ago", "yesterday", "on
            Tuesday") or `since` ("Tuesday").
        today: the day from which weekdays are counted back.
    """
    if form == "count":
        words, days = _counted(random, list(UNITS))
    elif form == "for":
        words, days = _length(random, list(UNITS))
    elif form == "ago" and random.random() < 0.6:
        words, days = _length(random, RECENT)
        words = f"{words} ago"
    elif random.random() < 0.5:
        words, days = random.choice(list(NAMED.items()))
    else:
        weekday = random.randrange(7)
        days = (today.weekday() - weekday - 1) % 7 + 1
        words = f"{'on ' if form == 'ago' else ''}{WEEKDAYS[weekday]}"
    return Filler({form: words}, Labels(values={"days": days}))


def _length(random: Random, units: Sequence[str]) -> tuple[str, int]:
    lengths = [(words, days) for words, days in SINGLES.items() if days <= UNITS[units[-1]][0]]
    return random.choice(lengths) if random.random() < 0.3 else _counted(random, units)


def _counted(random: Random, units: Sequence[str]) -> tuple[str, int]:
    unit = random.choice(units)
    days, fewest, most = UNITS[unit]
    number = random.randint(fewest, most)
    return f"{random.choice((str(number), NUMBERS[number - 1]))} {unit}s", number * days


def score(random: Random) -> Filler:
    """A pain score from 2 to 10."""
    value = random.randint(LOWEST, HIGHEST)
    word = NUMBERS[value - 1]
    of_ten = random.choice((f"{value}/10", f"{value} out of 10", f"{word} out of ten"))
    return Filler({"figure": str(value), "word": word, "of_ten": of_ten}, Labels(values={"severity": value}))
