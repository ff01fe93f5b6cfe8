"""What a message tells of other times: an injury of long ago, a race to come, the ankle that was operated on once."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.language.reading import LASTING, Mention
from bot.language.words import YEAR, Word

BEGINNING = frozenset(("mechanism", "onset", "duration_days"))
"""Attributes that tell how this complaint began."""

HISTORY = frozenset(("previous_ankle_sprain", "previous_fracture", "previous_stress_fracture"))
"""Findings whose words tell of an injury before this one: "I rolled it years ago"."""

LONG_AGO = frozenset("year years before kid child school teenager teen".split())
"""One of these is in the words of an injury that is none of now; "sprained it again" is of now."""

LASTING_ON = frozenset("still since never ever".split())
"""With one of these the old injury is what hurts: "sprained it two years ago and it has never been right"."""

MOST_AT_ONE_PLACE = 8
"""Injuries looked back at for one mention, so that the work stays in step with the length of the text."""


def left_out(mentions: list[Mention], read: Sequence[Word]) -> list[Mention]:
    """The mentions, with those of another time marked as past or left out."""
    return _without_other_times(_sides_of_now(_of_this_complaint(mentions, read), read), read)


def _of_this_complaint(mentions: list[Mention], read: Sequence[Word]) -> list[Mention]:
    """How an injury of long ago happened, and when, is past; unless that is what has hurt ever since."""
    if any(word.text in LASTING_ON for word in read):
        return mentions
    long_ago = sorted(word.start for word in read if word.text in LONG_AGO)
    injuries = sorted(
        (mention.start, mention.end)
        for mention in mentions
        if mention.concept in HISTORY
        and mention.value == "present"
        and bisect_left(long_ago, mention.start) < bisect_left(long_ago, mention.end)
    )

    def told(mention: Mention) -> Mention:
        before = bisect_right(injuries, (mention.start, sys.maxsize))
        nearest = injuries[max(before - MOST_AT_ONE_PLACE, 0) : before]
        inside = any(mention.end <= end + len(" ago") for _, end in nearest)
        return replace(mention, time="past") if inside and mention.concept in BEGINNING else mention

    return [told(mention) for mention in mentions]


def _sides_of_now(mentions: list[Mention], read: Sequence[Word]) -> list[Mention]:
    """Of two sides the one hurt, broken or mended before is past: "broke my right once, now it's the left"."""
    sides = [mention for mention in mentions if mention.concept == "side" and mention.current]
    if len({mention.value for mention in sides}) < 2:
        return mentions
    clauses = {word.start: word.clause for word in read}
    texts: dict[int, set[str]] = {}
    for word in read:
        texts.setdefault(word.clause, set()).add("yyyy" if YEAR in word.keys else word.text)
    lasting = {clauses.get(m.start) for m in mentions if m.concept in LASTING - STILL_NEW and m.value == "present"}

    def is_old(mention: Mention) -> bool:
        clause = clauses.get(mention.start, -1)
        said = texts.get(clause, set())
        return (clause in lasting or bool(said & ONCE)) and not said & NOW

    old = {mention for mention in sides if is_old(mention)}
    if len(old) == len(sides):
        return mentions
    return [replace(mention, time="past") if mention in old else mention for mention in mentions]


ONCE = frozenset(
    "surgery surgeries operation operated op previous previously broke broken fractured last ago before old once "
    "history used had originally yyyy".split()
)
"""A side in a clause with one of these is of another time, unless one of `NOW` stands there too."""

NOW = frozenset("now today currently again still since this same hurts hurting sore swollen".split())


def _without_other_times(mentions: list[Mention], read: Sequence[Word]) -> list[Mention]:
    """Without times that are none of this complaint: a race on Sunday, an illness years ago, "I have 40 years"."""
    ages = {(mention.start, mention.end) for mention in mentions if mention.concept == "age"}
    clauses = {word.start: word.clause for word in read}
    said: dict[int, set[str]] = {}
    for word in read:
        said.setdefault(word.clause, set()).add(word.text)
    lasting = {clauses.get(m.start) for m in mentions if m.concept in LASTING - STILL_NEW and m.value == "present"}

    def is_another(mention: Mention) -> bool:
        if mention.concept != "duration_days":
            return False
        words = said.get(clauses.get(mention.start, -1), set())
        if any(start < mention.end and mention.start < end for start, end in ages):
            return True
        if clauses.get(mention.start) in lasting and "ago" in mention.said.lower():
            return True
        return bool(words & AHEAD) and not words & BEHIND and bool(WEEKDAYS & set(mention.said.lower().split()))

    return [mention for mention in mentions if not is_another(mention)]


WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "weekend".split()
)
AHEAD = frozenset(
    "race races racing marathon parkrun event match game can could should will would want wanna hope hoping plan "
    "planning next upcoming coming tomorrow by before until till gonna ready tell let need half".split()
)
"""With one of these a weekday is one that is still to come, unless one of `BEHIND` stands with it."""

BEHIND = frozenset(
    "since last past hurt hurts began begun started rolled twisted sprained fell did happened went came after was were "
    "had ago felt tripped landed slipped tore popped noticed from".split()
)

STILL_NEW = frozenset(("previous_ankle_sprain", "four_steps_after_injury", "alcohol_at_injury", "recent_long_travel"))
"""Lasting findings whose time may well be that of this complaint."""
