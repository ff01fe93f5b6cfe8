"""Words brought to the form in which they are compared."""

from __future__ import annotations

from functools import cache
from typing import Any

import snowballstemmer

IRREGULAR = {
    "felt": "feel",
    "heard": "hear",
    "ran": "run",
    "fell": "fall",
    "fallen": "fall",
    "stood": "stand",
    "bent": "bend",
    "woke": "wake",
    "woken": "wake",
    "awake": "wake",
    "awoke": "wake",
    "broke": "break",
    "broken": "break",
    "bled": "bleed",
    "slept": "sleep",
    "stuck": "stick",
    "caught": "catch",
    "gave": "give",
    "given": "give",
    "tore": "tear",
    "torn": "tear",
    "froze": "freeze",
    "frozen": "freeze",
    "stung": "sting",
    "trod": "tread",
    "trodden": "tread",
    "took": "take",
    "taken": "take",
    "came": "come",
    "began": "begin",
    "begun": "begin",
    "lain": "lie",
    "lying": "lie",
    "sat": "sit",
    "sitting": "sit",
    "got": "get",
    "gotten": "get",
    "went": "go",
    "goes": "go",
    "did": "do",
    "does": "do",
    "feet": "foot",
    "swelled": "swell",
    "swollen": "swell",
    "achy": "ache",
    "achey": "ache",
    "ached": "ache",
    "aching": "ache",
    "puffy": "puff",
    "puffiness": "puff",
    "puffed": "puff",
    "stiffer": "stiff",
    "sorer": "sore",
    "bluish": "blue",
    "blueish": "blue",
    "greyish": "grey",
    "gray": "grey",
    "grayish": "grey",
    "purplish": "purple",
    "whitish": "white",
    "paler": "pale",
    "colder": "cold",
    "hotter": "hot",
    "warmer": "warm",
    "wobbly": "wobble",
    "crunchy": "crunch",
    "clicky": "click",
    "creaky": "creak",
    "crackly": "crackle",
    "tingly": "tingle",
    "itchy": "itch",
    "shivery": "shiver",
    "shaky": "shake",
    "diabetic": "diabetes",
    "arthritic": "arthritis",
}
"""Forms that a suffix stemmer does not bring together."""


WHOLE = frozenset("hardly barely likely only nearly lately mostly scarcely".split())
"""Words that a stemmer would turn into others: "hardly" is not "hard"."""


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


def stem(word: str) -> str:
    """The stem of a lower-case word: "swelling", "swells" and "swollen" have one."""
    if word in WHOLE:
        return word
    return str(_stemmer().stemWord(IRREGULAR.get(word, word)))


def keys(word: str) -> frozenset[str]:
    """What a word is found by: its stem, and `=word` for phrases that want exactly this form."""
    return frozenset((stem(word), f"={word}"))
