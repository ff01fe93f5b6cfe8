"""Which of the places that a message names are where it hurts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from bot.language.phrase_book import BLOCKING, Match, PhraseBook
from bot.language.phrases import parse
from bot.language.words import Word

FILE = Path(__file__).with_name("passing_places.txt")

HALVED = frozenset("midfoot_inner midfoot_outer shin calf heel_plantar".split())
"""Places that have an inside and an outside of their own: "the arch, on the inside"."""

HALVES = frozenset("inside inner outside outer medial lateral side edge border bit part of".split())
"""Words of which a phrase for one half is made."""

BESIDE = frozenset("on at the of to my its it is more mainly toward towards along just , inner outer bit".split())
"""Words that may stand between a place and its half; an "and" there makes it a second place."""

NEAR = 4
"""Words before a place within which a denial takes it away: "not the heel, the outside"."""


class Place(Protocol):
    """What a phrase for a place says: `value` is the region."""

    @property
    def value(self) -> str: ...


P = TypeVar("P", bound=Place)


def where_it_hurts(matches: Iterable[Match[P]], words: Sequence[Word]) -> list[Match[P]]:
    """The places where it hurts.

    Left out are those named in passing ("landed on my heel", "the sole is numb"), and halves of a place ("the arch, on
    the inside").
    """
    passing: dict[int, list[frozenset[int]]] = defaultdict(list)
    for found in _passing().find(words):
        for index in found.indices:
            passing[index].append(frozenset(found.indices))
    kept = [match for match in matches if not _in_passing(match, passing)]
    ending: dict[int, list[Match[P]]] = defaultdict(list)
    for match in kept:
        if match.meaning.value in HALVED:
            ending[match.last].append(match)
    return [match for match in kept if not _is_half(match, ending, words)]


def _in_passing(place: Match[P], passing: Mapping[int, Sequence[frozenset[int]]]) -> bool:
    """Whether a place shares words with a phrase that has others too."""
    own = frozenset(place.indices)
    return any(not phrase < own for index in own for phrase in passing.get(index, ()))


def _is_half(half: Match[P], ending: Mapping[int, Sequence[Match[P]]], words: Sequence[Word]) -> bool:
    """Whether a place is half of one that was named shortly before. `ending`: halved places, by their last word."""
    texts = (words[index].text for index in half.indices)
    if half.meaning.value not in ("medial", "lateral") or not HALVES.issuperset(texts):
        return False
    sentence = words[half.first].sentence
    for last in range(half.first - 1, -1, -1):
        if words[last].sentence != sentence:
            return False
        if any(_stands(whole, words) for whole in ending.get(last, ())):
            return True
        if words[last].text not in BESIDE:
            return False
    return False


def _stands(place: Match[P], words: Sequence[Word]) -> bool:
    """Whether nothing just before takes a place away: "not the heel"."""
    before = words[max(place.first - NEAR, 0) : place.first]
    clause = words[place.first].clause
    return not any(word.text in BLOCKING and word.clause == clause for word in before)


@cache
def _passing() -> PhraseBook[None]:
    lines = (line.strip() for line in FILE.read_text(encoding="utf-8").splitlines())
    return PhraseBook((variant, None) for line in lines if line and line[0] != "#" for variant in parse(line))
