"""Text in pieces that a front end takes, cut where it hurts least: between paragraphs, lines, sentences, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Size = Callable[[str], int]
"""How large a text is, as the front end counts."""

_SEAMS = (re.compile(r"(?<=\n\n)"), re.compile(r"(?<=\n)"), re.compile(r"(?<=[.!?] )"), re.compile(r"(?<= )"))


def utf16(text: str) -> int:
    """Code units of UTF-16: most emoji are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, most: int, size: Size = len) -> list[str]:
    """The text in pieces of at most `most`, none of them empty; nothing is left out but space at the seams."""
    return [piece for cut in _cut(text, most, size, 0) if (piece := cut.strip())]


def _cut(text: str, most: int, size: Size, seam: int) -> Iterator[str]:
    if size(text) <= most:
        yield text
        return
    if seam == len(_SEAMS):
        yield from _chopped(text, most, size)
        return
    held = ""
    for part in _SEAMS[seam].split(text):
        if held and size(held + part) > most:
            yield held
            held = ""
        if size(part) > most:
            *whole, part = _cut(part, most, size, seam + 1)
            yield from whole
        held += part
    yield held


def _chopped(text: str, most: int, size: Size) -> Iterator[str]:
    """A word without end."""
    held, length = "", 0
    for letter in text:
        if length + size(letter) > most:
            yield held
            held, length = "", 0
        held += letter
        length += size(letter)
    yield held


def shortened(text: str, most: int, size: Size = len) -> str:
    """The text, or its beginning with three dots."""
    if size(text) <= most:
        return text
    held = ""
    for letter in text:
        if size(held + letter) > most - 1:
            break
        held += letter
    return held.rstrip() + "…"
