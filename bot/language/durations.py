"""How long ago it began, in days: "three weeks", "since Tuesday", "a couple of months"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.language import duration_ways as ways
from bot.language.claims import longest
from bot.language.numerals import Number
from bot.language.phrase_book import Match, PhraseBook
from bot.language.phrases import parse
from bot.language.words import Word

LONGEST = 36500
"""Days; nothing began earlier."""

Rule = Callable[[Number | None, date], int | None]
"""From the number that was said and the reference day to days ago."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A time since it began.

    Attributes:
        days: 0 or more, whole; the upper end of a range.
        indices: of the words that say it.
        sure: false when the words name a time without saying that it began then.
    """

    days: int
    indices: tuple[int, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of saying it; without a rule it is a time that is about something else."""

    rule: Rule | None
    sure: bool = True


def durations(words: Sequence[Word], today: date) -> Iterator[Duration]:
    """Times since it began; vague ones ("ages", "recently") are not among them.

    Args:
        today: the day from which weekdays and months are counted back.
    """
    taken: set[int] = set()
    for match in sorted(longest(_book().find(words)), key=_rank):
        if not taken.isdisjoint(match.indices):
            continue
        taken.update(match.indices)
        number = next((words[index].number for index in match.indices if words[index].number is not None), None)
        days = match.meaning.rule(number, today) if match.meaning.rule else None
        if days is not None:
            yield Duration(max(0, min(days, LONGEST)), match.indices, match.meaning.sure)


def _rank(match: Match[_Way]) -> tuple[bool, bool, int, int]:
    """Times of other things first, so that they claim their words; then the surer, the longer, the earlier."""
    return match.meaning.rule is not None, not match.meaning.sure, -len(match.indices), match.first


@cache
def _book() -> PhraseBook[_Way]:
    return PhraseBook((variant, way) for text, way in _all_ways() for variant in parse(text))


def _all_ways() -> Iterator[tuple[str, _Way]]:
    for unit, length in ways.UNITS.items():
        for lines, way in (
            (ways.COUNTED, _Way(_counted(length))),
            (ways.COUNTED_LOOSELY, _Way(_counted(length), sure=False)),
            (ways.ONE_AND_A_HALF, _Way(_counted(length, extra=1))),
            (ways.OTHER_LENGTHS, _Way(None)),
        ):
            yield from ((line.replace("UNIT", unit), way) for line in lines.split("\n") if line)
    yield from ((text, _Way(_counted(length))) for text, length in ways.CLINICAL.items())
    yield "day #", _Way(_counted(1), sure=False)
    for text, ago in ways.NAMED.items():
        yield from _named(text, _ago(ago))
    for number, day in enumerate(ways.WEEKDAYS):
        yield from _named(f"={day}", _weekday(number))
        yield from _named(f"={day} morning|afternoon|evening|night", _weekday(number))
        yield from _named(f"={day} just gone", _weekday(number))
        yield from _named(f"=a|one week ago|last|past ={day}", _weekday(number, weeks=1))
        yield from _named(f"={day} week ago", _weekday(number, weeks=1))
        yield from _named(f"={day} before last", _weekday(number, weeks=1))
        yield f"# {day} ago", _Way(_weekday(number))
        yield f"next|every|until|by ={day}", _Way(None)
    for number, month in enumerate(ways.MONTHS, start=1):
        yield f"since|in|from|early|mid|late ={month}", _Way(_month(number))
        yield from _named(f"# [of] ={month}", _day_of(month=number))
        yield f"={month} #", _Way(_month_or_year(number), sure=False)
        yield f"since|in|from|on|early|mid|late ={month} #", _Way(_month_or_year(number))
        yield f"next|until ={month}", _Way(None)
    for text, (number, day_of_month) in ways.DATES.items():
        yield from _named(text, _date(number, day_of_month))
    yield "since|on =the #", _Way(_day_of(month=None))
    yield from _named("last|=the|=this weekend", _weekday(ways.WEEKDAYS.index("saturday")))
    yield "since #", _Way(_year)


def _named(text: str, rule: Rule) -> Iterator[tuple[str, _Way]]:
    """A named time: sure when the words say that it began then."""
    yield text, _Way(rule, sure=False)
    yield f"since|from [last|earlier] {text}", _Way(rule)
    yield f"{ways.BEGAN} .. {text}", _Way(rule)


def _counted(unit: float, extra: float = 0) -> Rule:
    def days(number: Number | None, _: date) -> int:
        length = (number.high if number else 1) + extra
        return round(length * unit) if length * unit >= 1 else 0

    return days


def _ago(days: int) -> Rule:
    return lambda number, today: days


def _weekday(weekday: int, weeks: int = 0) -> Rule:
    """Days since that weekday, a week when it is today's, and weeks more; "two Sundays ago" is the one before."""

    def days(number: Number | None, today: date) -> int:
        weeks_more = weeks or (int(number.low) - 1 if number and number.low >= 1 else 0)
        return (today.weekday() - weekday - 1) % 7 + 1 + 7 * min(weeks_more, 52)

    return days


def _month(month: int) -> Rule:
    """Days since the middle of the last such month, or since its first day when it is the present month."""

    def days(number: Number | None, today: date) -> int:
        if month == today.month:
            return today.day - 1
        return (today - date(today.year - (month > today.month), month, 15)).days

    return days


def _date(month: int, day: int) -> Rule:
    """Days since that day of the year was last."""

    def days(number: Number | None, today: date) -> int:
        this_year = date(today.year, month, day)
        return (today - (this_year if this_year <= today else date(today.year - 1, month, day))).days

    return days


def _day_of(month: int | None) -> Rule:
    """Days since a numbered day of a month, or of the present or last month; `None` when there is no such day."""

    def days(number: Number | None, today: date) -> int | None:
        day = int(number.low) if number and number.low == number.high else 0
        months_back = [(today.month - month) % 12, (today.month - month) % 12 + 12] if month else [0, 1]
        for back in months_back:
            year, index = divmod(12 * today.year + today.month - 1 - back, 12)
            if 1 <= day <= monthrange(year, index + 1)[1] and date(year, index + 1, day) <= today:
                return (today - date(year, index + 1, day)).days
        return None

    return days


def _month_or_year(month: int) -> Rule:
    """ "January 2024" by its year, "January 3" by its day."""

    def days(number: Number | None, today: date) -> int | None:
        return _day_of(month)(number, today) if number and number.low <= 31 else _year(number, today)

    return days


def _year(number: Number | None, today: date) -> int | None:
    """Days since the middle of a year such as 2019; `None` when the number is no such year."""
    year = int(number.low) if number else 0
    return max((today - date(year, 7, 1)).days, 0) if today.year - 90 <= year <= today.year else None
