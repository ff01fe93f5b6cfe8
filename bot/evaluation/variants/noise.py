"""Messages as people type them: slips of the fingers, no apostrophes, no marks, short forms, fillers, emoji."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from bot.language.numerals import TENS, UNITS
from bot.language.spelling import POLAR, common_words

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""Rows of a keyboard; letters beside each other in a row are mistaken for each other."""

SHORTEST = 6
"""Letters of a word in which a slip is made: in shorter ones people could not tell what was meant either."""

KEPT = POLAR | UNITS.keys() | TENS.keys()
"""Words in which no slip is made: denials, numbers, sides, and what else turns a meaning round."""

WORD = re.compile(r"[a-z]+", re.IGNORECASE)
WHOLE_WORD = re.compile(r"(?<![\w'])[a-z]+(?![\w'])", re.IGNORECASE)


@dataclass(frozen=True)
class Noise:
    """Ways of typing.

    Attributes:
        tables: `short_forms`, `fillers` and `emoji`.
        words: words of the lexicon; a slip that makes another of these, or a common word, is not made.
    """

    tables: Mapping[str, Any]
    words: frozenset[str]

    def kinds(self, keep_marks: bool) -> list[str]:
        """The kinds of noise that leave a text its meaning."""
        kinds = ["typo", "no apostrophes", "case", "short forms", "fillers", "emoji"]
        return kinds if keep_marks else [*kinds, "no marks"]

    def typed(self, text: str, kind: str, random: Random) -> str:
        """The text with one kind of noise; unchanged where there is no place for it."""
        return self._ways()[kind](text, random)

    def _ways(self) -> Mapping[str, Callable[[str, Random], str]]:
        return {
            "typo": self._slip,
            "no apostrophes": lambda text, random: text.replace("'", ""),
            "no marks": lambda text, random: re.sub(r"[.,!?;:](?!\d)", "", text),
            "case": lambda text, random: random.choice((text.upper(), text.lower(), text.capitalize(), text.title())),
            "short forms": self._shortened,
            "fillers": self._filled,
            "emoji": lambda text, random: f"{text} {random.choice(self.tables['emoji'])}",
        }

    def _slip(self, text: str, random: Random) -> str:
        words = [word for word in WHOLE_WORD.finditer(text) if len(word[0]) >= SHORTEST and word[0].lower() not in KEPT]
        if not words:
            return text
        word = random.choice(words)
        slipped = random.choice((_neighbour, _doubled, _dropped, _exchanged))(word[0], random)
        if slipped.lower() in common_words() | self.words | KEPT:
            return text
        return text[: word.start()] + slipped + text[word.end() :]

    def _shortened(self, text: str, random: Random) -> str:
        for long, short in self.tables["short_forms"].items():
            text = re.sub(rf"(?<![\w']){re.escape(long)}(?![\w'])", str(short), text)
        return text

    def _filled(self, text: str, random: Random) -> str:
        fillers = self.tables["fillers"]
        if random.random() < 0.5:
            return f"{random.choice(fillers['before'])}{text}"
        return f"{text}{random.choice(fillers['after'])}" if text[-1:].isalnum() else text


def _place(word: str, random: Random) -> int:
    """Where the slip is: not in the first letter, where people rarely slip."""
    return random.randrange(1, len(word) - 1)


def _neighbour(word: str, random: Random) -> str:
    at = _place(word, random)
    row = next((row for row in KEYS if word[at].lower() in row), None)
    if row is None:
        return word
    key = row.index(word[at].lower())
    return word[:at] + random.choice(row[max(key - 1, 0) : key] + row[key + 1 : key + 2]) + word[at + 1 :]


def _doubled(word: str, random: Random) -> str:
    at = _place(word, random)
    return word[:at] + word[at] + word[at:]


def _dropped(word: str, random: Random) -> str:
    at = _place(word, random)
    return word[:at] + word[at + 1 :]


def _exchanged(word: str, random: Random) -> str:
    at = _place(word, random)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
