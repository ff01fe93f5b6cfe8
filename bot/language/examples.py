"""One way of saying a phrase, for checks that a phrase does what it is there for."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language.phrases import SIGN, families
from bot.language.words import NUMBER

A_NUMBER, A_YEAR = "3", "2020"


def example(phrase: str) -> str:
    """The words of the first variant of a phrase; words that may be missing are left out.

    >>> example("^ [ankle] hurts|aches .. (when i|we run)")
    'hurts when i run'
    """
    signs = [sign.group(1) for sign in SIGN.finditer(phrase)]
    return " ".join(_words(iter(signs)))


def _words(signs: Iterator[str]) -> Iterator[str]:
    skipping = False  # the next word is another choice
    for sign in signs:
        if sign in ("(", "["):
            inside = _first_choice(signs)
            if sign == "(" and not skipping:
                yield from _words(iter(inside))
            skipping = False
        elif sign == "|":
            skipping = True
        elif sign in ("..", "&", "&&", "^", "$"):
            continue
        elif skipping:
            skipping = False
        elif sign.startswith("<"):
            yield example(families()[sign[1:-1]][0])
        elif sign.startswith(NUMBER) and sign != NUMBER:
            yield sign.removeprefix(NUMBER).partition("-")[0]  # the least number of a range
        else:
            yield {NUMBER: A_NUMBER, "=yyyy": A_YEAR}.get(sign, sign.removeprefix("="))


def _first_choice(signs: Iterator[str]) -> list[str]:
    """What stands in a bracket up to its first `|`; takes the bracket off the signs."""
    inside: list[str] = []
    depth, choosing = 1, True
    for sign in signs:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(sign, 0)
        if depth == 0:
            break
        choosing = choosing and not (sign == "|" and depth == 1)
        if choosing:
            inside.append(sign)
    return inside
