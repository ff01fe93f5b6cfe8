"""Days that a message names: "on Sunday", "in three weeks", "yesterday"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.language.words import Word

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT = {day[:3]: number for number, day in enumerate(WEEKDAYS)} | {"tues": 1, "thurs": 3, "thur": 3}
MONTHS = "january february march april may june july august september october november december".split()
UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "fortnight": 14}
SATURDAY = 5
A_WEEK = 7
A_MONTH = 30


def coming(words: Sequence[Word], today: date) -> date | None:
    """The day ahead that is named; `None` when none is. A weekday is the next one, today included."""
    texts = [word.text for word in words]
    for at, word in enumerate(words):
        before = texts[at - 1] if at else ""
        if word.text in ("today", "tonight"):
            return today
        if word.text == "tomorrow":
            return today + timedelta(days=1)
        if (weekday := _weekday(word.text)) is not None:
            ahead = (weekday - today.weekday()) % A_WEEK
            return today + timedelta(days=ahead + (A_WEEK if before == "next" and ahead < SATURDAY else 0))
        if word.text == "weekend":
            ahead = (SATURDAY - today.weekday()) % A_WEEK
            return today + timedelta(days=ahead + (A_WEEK if before == "next" else 0))
        if before == "next" and word.text in ("week", "month"):
            return today + timedelta(days=UNITS[word.text])
        if word.number is not None and at + 1 < len(words) and texts[at + 1] in UNITS and before in ("in", "within"):
            return today + timedelta(days=round(word.number.high) * UNITS[texts[at + 1]])
        if before == "in" and word.text in ("a", "an") and at + 1 < len(words) and texts[at + 1] in UNITS:
            return today + timedelta(days=UNITS[texts[at + 1]])
        if (day := _day_of_month(words, at, today)) is not None:
            return day
    return None


def past(words: Sequence[Word], today: date) -> date:
    """The day that a report is of: today unless another one is named. A weekday is the last one."""
    for word in words:
        if word.text == "yesterday":
            return today - timedelta(days=1)
        if (weekday := _weekday(word.text)) is not None:
            return today - timedelta(days=(today.weekday() - weekday) % A_WEEK)
    return today


def _weekday(text: str) -> int | None:
    full = text.removesuffix("'s").removesuffix("s") if text not in ("tues", "thurs") else text
    return WEEKDAYS.index(full) if full in WEEKDAYS else SHORT.get(text)


def _day_of_month(words: Sequence[Word], at: int, today: date) -> date | None:
    """ "the 14th", "14th of March", "March 14": the next such day."""
    text = words[at].text
    number = text.rstrip("stndrh")
    month = next((MONTHS.index(word.text) + 1 for word in words[max(at - 2, 0) : at + 3] if word.text in MONTHS), None)
    if not number.isdigit() or (number == text and month is None) or not 1 <= int(number) <= 31:
        return None
    for ahead in range(366):
        day = today + timedelta(days=ahead)
        if day.day == int(number) and month in (None, day.month):
            return day
    return None
