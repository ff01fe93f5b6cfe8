"""The regular forms of English verbs and nouns: "bruise" → "bruises", "bruised", "bruising"."""

from __future__ import annotations

import re
from collections.abc import Collection

ENDINGS = ("s", "ed", "ing", "er", "est", "ly", "y", "ness")
"""A word that ends so is mostly a form already and has no further ones."""

_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""One syllable that ends in one vowel and one of these consonants: "run" → "running"."""


def inflections(word: str) -> tuple[str, ...]:
    """The forms of a lower-case base word, as if it were a verb."""
    if word.endswith("y") and len(word) > 2 and word[-2] not in "aeiou":
        return f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"
    plural = f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"
    stem = f"{word}{word[-1]}" if _DOUBLING.fullmatch(word) else word.removesuffix("e")
    return plural, f"{stem}ed", f"{stem}ing"


def is_form_of(word: str, known: Collection[str]) -> bool:
    """Whether a word is a form of a known one."""
    ending = next((ending for ending in ("ing", "ed", "s") if word.endswith(ending)), None)
    if ending is None:
        return False
    stem = word.removesuffix(ending)
    bases = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y", stem.removesuffix("e"))
    return any(base in known and word in inflections(base) for base in bases if base)
