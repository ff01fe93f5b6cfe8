"""Finds which phrases of a book occur in a text, in time that grows with the text and not with the book."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bot.language.phrases import GAP, SMALL_GAP, Element, Part, Phrase
from bot.language.ranges import Range
from bot.language.words import Word

Meaning = TypeVar("Meaning")

SMALL = frozenset(
    "a an the at my your his her its it our their this that these those is are was were am be been being "
    "me really very so quite totally completely absolutely all fully bit little slightly of rather proper properly "
    "bloody fucking freaking damn well super extremely badly much any some even more feel feels feeling felt look "
    "looks looked looking seem seems gone went goes going getting get gets got turned turning turn become becoming "
    "has have had do does did now too also like as kind sort both always constantly badly actually "
    "literally basically honestly seriously legit definitely genuinely".split()
)
"""Words that say little by themselves and may stand between the words of a phrase."""

SIDES = frozenset(("left", "right"))
"""These may stand there too: "the outside of my left ankle"."""

BLOCKING = frozenset("not no never without nor neither none nothing but except cannot hardly barely".split())
"""Words that no gap may reach over: what they deny is not what the phrase says."""

WINDOW = 9
"""Words that may lie between two parts of a phrase within a clause."""

SENTENCE_WINDOW = 16
"""The same across the clauses of a sentence."""


@dataclass(frozen=True, slots=True)
class Match(Generic[Meaning]):
    """A phrase that was found.

    Attributes:
        meaning: what the phrase stands for.
        indices: of the words that make it up, rising; words in gaps are not among them.
    """

    meaning: Meaning
    indices: tuple[int, ...]

    @property
    def first(self) -> int:
        return self.indices[0]

    @property
    def last(self) -> int:
        return self.indices[-1]


class PhraseBook(Generic[Meaning]):
    """Phrases with their meanings. A phrase is tried only when all its words are in the text, the rarest first."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Meaning]]) -> None:
        self._entries = tuple(phrases)
        uses = Counter(key for phrase, _ in self._entries for element in phrase.elements for key in element.keys)
        self._ranges = {key: found for key in uses if (found := Range.of_key(key)) is not None}
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for number, (phrase, _) in enumerate(self._entries):
            rarest = min(phrase.elements, key=lambda element: sum(uses[key] for key in element.keys))
            for key in rarest.keys:
                self._by_key[key].append(number)

    def find(self, words: Sequence[Word]) -> list[Match[Meaning]]:
        """Every occurrence of every phrase, in no order that matters."""
        words = [self._with_ranges(word) for word in words] if self._ranges else words
        places: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(words):
            for key in word.keys:
                places[key].append(index)
        candidates = dict.fromkeys(number for key in places for number in self._by_key.get(key, ()))
        said = frozenset(places)
        found: dict[Match[Meaning], None] = {}
        for number in candidates:
            phrase, meaning = self._entries[number]
            if any(element.keys.isdisjoint(said) for element in phrase.elements):
                continue
            for indices in _occurrences(phrase, words, places):
                found[Match(meaning, indices)] = None
        return list(found)

    def _with_ranges(self, word: Word) -> Word:
        """A number with the keys of the ranges that it lies in."""
        if word.number is None:
            return word
        within = frozenset(key for key, limits in self._ranges.items() if limits.has(word))
        return replace(word, keys=word.keys | within) if within else word


def _occurrences(phrase: Phrase, words: Sequence[Word], places: Mapping[str, list[int]]) -> Iterator[tuple[int, ...]]:
    first = _found(phrase.parts[0], words, places)
    if len(phrase.parts) == 1 or not first:
        yield from first
        return
    others = [_found(part, words, places) for part in phrase.parts[1:]]
    if not all(others):
        return
    begins = [[indices[0] for indices in other] for other in others]
    for start in first:
        together = set(start)
        for begin, other in zip(begins, others, strict=True):
            near = _nearest(start, begin, other, words, phrase.across_clauses)
            if near is None or not together.isdisjoint(near):
                break
            together.update(near)
        else:
            yield tuple(sorted(together))


def _nearest(
    start: tuple[int, ...],
    begins: Sequence[int],
    others: Sequence[tuple[int, ...]],
    words: Sequence[Word],
    across_clauses: bool,
) -> tuple[int, ...] | None:
    """The occurrence nearest to `start` that shares its clause (or sentence) and none of its words."""
    window = SENTENCE_WINDOW if across_clauses else WINDOW
    here = words[start[0]]
    at = bisect_left(begins, start[0])
    best: tuple[int, tuple[int, ...]] | None = None
    for number in range(max(at - window, 0), min(at + window, len(others))):
        other = others[number]
        there = words[other[0]]
        together = there.sentence == here.sentence if across_clauses else there.clause == here.clause
        distance = max(other[0] - start[-1], start[0] - other[-1])
        if not together or distance > window or not set(start).isdisjoint(other) or _parted(start, other, words):
            continue
        if best is None or distance < best[0]:
            best = (distance, other)
    return best[1] if best else None


def _parted(one: tuple[int, ...], other: tuple[int, ...], words: Sequence[Word]) -> bool:
    """Whether a "no" between two parts begins the next item of a list: "no redness no calf swelling"."""
    first, second = sorted((one, other))
    return any(words[index].text == "no" for index in range(first[-1] + 1, second[0]))


def _found(part: Part, words: Sequence[Word], places: Mapping[str, list[int]]) -> list[tuple[int, ...]]:
    """Occurrences of one part, by their first word."""
    elements = part.elements
    starts = sorted({index for key in elements[0].keys for index in places.get(key, ())})
    found = []
    for start in starts:
        if part.at_start and start > 0 and words[start - 1].clause == words[start].clause:
            continue
        rest = _follow(elements, 1, words, start)
        if rest is None:
            continue
        last = rest[-1] if rest else start
        if part.at_end and last + 1 < len(words) and words[last + 1].clause == words[last].clause:
            continue
        found.append((start, *rest))
    return found


def _follow(elements: Sequence[Element], at: int, words: Sequence[Word], index: int) -> tuple[int, ...] | None:
    """Indices of the words for `elements[at:]` after the word at `index`, nearest first; `None` when not there."""
    if at == len(elements):
        return ()
    element = elements[at]
    clause = words[index].clause
    reach = GAP if element.after_gap else SMALL_GAP
    for place in range(index + 1, min(index + 2 + reach, len(words))):
        word = words[place]
        if word.clause != clause:
            return None
        if not element.keys.isdisjoint(word.keys):
            rest = _follow(elements, at + 1, words, place)
            if rest is not None:
                return (place, *rest)
        if word.text in BLOCKING or not (element.after_gap or word.text in SMALL or word.text in SIDES):
            return None
    return None
