"""From what was typed to plain lower-case text, keeping for every character where it came from."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

LONGEST = 4000
"""Characters of a message that are read."""

MARKUP = re.compile(r"</?[a-zA-Z!][^<>]{0,300}>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
# "swollen.It" and "sore,red" lack a space; "3weeks" and "8/10" read as two words and a sign.
MISSING_SPACE = re.compile(
    r"(?<=[a-z]{2})(?=[.,!?;:()][a-z]{2})|(?<=[0-9])(?!(?:st|nd|rd|th)\b)(?=[a-z/])|(?<=/)(?=[0-9])"
)
# Long rows of marks say no more than short ones, and spaCy takes them apart in quadratic time.
ROW_OF_MARKS = re.compile(r"(?<=[^\w\s]{3})[^\w\s]+")
AFTER_MARK = frozenset(".,!?;:()")

SAME = {
    **dict.fromkeys("‘’‛ʼ´`′＇", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "⁄": "/",
    "…": "...",
    "•": "\n",
    "\r": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "👍": " yes ",
    "👎": " no ",
}


@dataclass(frozen=True, slots=True)
class CleanText:
    """Plain text and the original span of each of its characters.

    Attributes:
        starts, ends: original span of the character at the same index of `text`.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original span of `text[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def replaced(self, replacements: list[tuple[int, int, str]]) -> CleanText:
        """This text with spans replaced; `replacements` are (start, end, new text), in order and apart.

        Every new character stands for the whole of the span that it replaces; an insertion for the character before.
        """
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end, new in replacements:
            text.append(self.text[at:start])
            starts.extend(self.starts[at:start])
            ends.extend(self.ends[at:start])
            first, last = (start, end) if end > start else (max(start - 1, 0), max(start, 1))
            text.append(new)
            starts.extend([self.starts[first]] * len(new))
            ends.extend([self.ends[last - 1]] * len(new))
            at = end
        text.append(self.text[at:])
        return CleanText("".join(text), (*starts, *self.starts[at:]), (*ends, *self.ends[at:]))


def clean(original: str) -> CleanText:
    """Plain, lower-case text: no markup, no control or direction marks, no accents, one kind of quote and dash.

    Only the first `LONGEST` characters are read.
    """
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(new: str, start: int, end: int) -> None:
        text.append(new)
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))

    original = original[:LONGEST]
    at = 0
    for mark in MARKUP.finditer(original):
        for index in range(at, mark.start()):
            put(_plain(original[index]), index, index + 1)
        decoded = html.unescape(mark.group()) if mark.group().startswith("&") else " "
        put("".join(map(_plain, decoded)), mark.start(), mark.end())
        at = mark.end()
    for index in range(at, len(original)):
        put(_plain(original[index]), index, index + 1)
    cleaned = CleanText("".join(text), tuple(starts), tuple(ends))
    cleaned = cleaned.replaced([(row.start(), row.end(), "") for row in ROW_OF_MARKS.finditer(cleaned.text)])
    return cleaned.replaced([(at, at, " ") for at in _missing_spaces(cleaned.text)])


def _plain(character: str) -> str:
    if character in SAME:
        return SAME[character]
    if character.isascii():
        return character.lower() if character.isprintable() or character == "\n" else " "
    kind = unicodedata.category(character)
    if kind.startswith("Z"):
        return " "
    if kind.startswith("C") or kind == "Mn":
        return ""
    decomposed = unicodedata.normalize("NFKD", character).lower()
    plain = "".join(SAME.get(c, c) for c in decomposed if unicodedata.category(c) != "Mn")
    return f" {plain}" if kind == "No" and "/" in plain else plain


def _missing_spaces(text: str) -> list[int]:
    """Where a space is missing: before a mark and, one further on, after it."""
    places: list[int] = []
    for gap in MISSING_SPACE.finditer(text):
        at = gap.start()
        places.append(at)
        if text[at] in AFTER_MARK:
            places.append(at + 1)
    return sorted(set(places))
