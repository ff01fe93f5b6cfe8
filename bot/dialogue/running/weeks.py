"""The usual week of a runner, read from what they type: "20 miles a week", "3 times a week, 30 minutes each"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.care.return_to_run.week import UsualWeek
from bot.language.words import Word

KM_OF_A_MILE = 1.609344
UNITS = {
    "kilometres": ("km", 1.0),
    "kilometre": ("km", 1.0),
    "km": ("km", 1.0),
    "k": ("km", 1.0),
    "mile": ("km", KM_OF_A_MILE),
    "miles": ("km", KM_OF_A_MILE),
    "minute": ("minutes", 1.0),
    "minutes": ("minutes", 1.0),
    "mins": ("minutes", 1.0),
    "hour": ("minutes", 60.0),
    "hours": ("minutes", 60.0),
}
"""Unit → what it measures, and how many kilometres or minutes it is."""

TIMES = frozenset(("times", "runs", "days", "sessions", "x"))
ONCE = {"once": 1, "twice": 2}
REACH = 4
"""Words before or after a measure that say of what it is."""

_PACE = re.compile(r"(\d{1,2})[:.](\d{2})")
MOST_PER_WEEK = {"km": 300.0, "minutes": 2400.0}
"""Nobody runs more; a bigger number is no usual week."""


def usual_week(words: Sequence[Word], known: UsualWeek | None = None) -> UsualWeek | None:
    """What is told of the usual week, added to what is known; `None` when nothing is known of it.

    A measure counts for a week where "a week" follows, for the longest run beside "longest", else for one run.
    """
    told: dict[str, float | int] = {}
    texts = [word.text for word in words]
    for at, word in enumerate(words):
        if (pace := _pace(texts, at)) is not None:
            told["minutes_per_km"] = pace
        if word.text in ONCE and _of_a_week(words, at):
            told["runs"] = ONCE[word.text]
        number = 1.0 if word.text == "an" else word.number.high if word.number else None
        if number is None or at + 1 == len(words):
            continue
        if texts[at + 1] in TIMES and _of_a_week(words, at):
            told["runs"] = max(round(number), 1)
        elif texts[at + 1] in UNITS:
            kind, factor = UNITS[texts[at + 1]]
            amount = number * factor
            if 0 < amount <= MOST_PER_WEEK[kind]:
                told.setdefault(_measure(words, at, kind), amount)
    if not told:
        return known
    merged = {**(known.to_json() if known else {}), **told}
    return UsualWeek.from_json(merged)


def _measure(words: Sequence[Word], at: int, kind: str) -> str:
    before = [word.text for word in words[max(at - REACH, 0) : at]]
    return kind if _of_a_week(words, at) and "longest" not in before else f"longest_{kind}"


def _of_a_week(words: Sequence[Word], at: int) -> bool:
    """Whether "a week" or "weekly" stands beside the measure, with no other measure between."""
    for place in range(at + 1, min(at + 1 + REACH, len(words))):
        text = words[place].text
        if text in ("week", "weekly"):
            return True
        if text == "each" and words[min(place + 1, len(words) - 1)].text != "week":
            return False
        if text in TIMES | UNITS.keys() and place > at + 1:
            return False
    return any(word.text == "week" and word.clause == words[at].clause for word in words[max(at - REACH, 0) : at])


def _pace(texts: Sequence[str], at: int) -> float | None:
    found = _PACE.fullmatch(texts[at])
    following = texts[at + 1 : at + 1 + REACH]
    if found is None or not {"per", "/", "a", "min", "pace"} & {*following, *texts[max(at - REACH, 0) : at]}:
        return None
    minutes = int(found[1]) + int(found[2]) / 60
    return minutes / KM_OF_A_MILE if {"mile", "miles"} & set(following) else minutes
