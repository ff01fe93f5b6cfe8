"""Text as features: tf-idf of words, of words by their class and of parts of words; and what the words mean.

Words (one and two in a row) say what a message asks; word classes carry that over to other days, joints and numbers;
parts of words (2 to 5 characters) carry it over to misspelt and unseen forms; the length tells a reply from an account;
the mean of word vectors carries it over to other words for the same; and the reader adds which sorts of thing are told.
Each of these blocks has a Euclidean length of its own, so that none drowns the others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.nlu.foreign import is_foreign
from bot.nlu.normalisation import normalise
from bot.nlu.word_classes import CLASS_OF
from bot.nlu.word_vectors import word_vectors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

WORD_RUNS = (1, 2)
"""Fewest and most words in a row of one feature; the same for word classes."""
PART_LENGTHS = (2, 5)
"""Fewest and most characters of a part of a word; its edges count as a character."""

NEGATION_REACH = 4
"""Words after a negation that it may turn round."""

LENGTH, PARTS, CLASSES, WORDS, TOLD = "l", "c", "k", "w", "t"
"""First letters of the names of the blocks that have names. The columns of word vectors come after these."""

WEIGHT_OF_MEANING = 1.5
"""Euclidean length of the block of word vectors; that of the others is 1."""

_TOKEN = re.compile(r"x-ray|[a-z0-9]+(?:'[a-z]+)?|\?|[^\w\s.,;:!'\"()\-/]")
_SPELT = re.compile(r"[a-z]+|\?")
_EDGE = "|"
_NEGATIONS = frozenset(("no", "not", "never", "nothing", "without", "cannot", "hardly", "neither"))


@dataclass(frozen=True, order=True)
class Said:
    """A text and which sorts of thing it tells (`bot.nlu.told`)."""

    text: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class SparseVector:
    """The features of one text that are not zero, columns ascending."""

    columns: NDArray[np.int64]
    values: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Features:
    """The features learned from a collection of texts.

    Attributes:
        names: one per named column, sorted: the letter of its block, a space, and what it stands for.
        idf: one per named column: ln((1 + texts) / (1 + texts with it)) + 1.
    """

    names: tuple[str, ...]
    idf: NDArray[np.float32]

    @classmethod
    def fit(cls, texts: Sequence[Said], fewest: int) -> Features:
        """Learns the features that occur in at least `fewest` of the texts.

        Raises:
            ValueError: none does.
        """
        frequency = Counter(name for text in texts for name in set(_names(_words(text.text), text.told)))
        names = tuple(sorted(name for name, count in frequency.items() if count >= fewest))
        if not names:
            raise ValueError(f"No word or part of a word occurs in {fewest} or more of the {len(texts)} texts.")
        idf = [math.log((1 + len(texts)) / (1 + frequency[name])) + 1 for name in names]
        return cls(names, np.array(idf, dtype=np.float32))

    @property
    def width(self) -> int:
        """Columns in all: the named ones and those of the word vectors."""
        return len(self.names) + word_vectors().size

    def is_foreign(self, text: str) -> bool:
        """Whether a text is in another language, or in none."""
        return is_foreign(text, _words(text), self._vocabulary)

    def vector(self, said: Said) -> SparseVector:
        """The features of a text. Empty when none of its words is known in any way."""
        words = _words(said.text)
        counts = Counter(column for name in _names(words, said.told) if (column := self._column.get(name)) is not None)
        if all(self.names[column].startswith((LENGTH, TOLD)) for column in counts):
            return SparseVector(np.array([], dtype=np.int64), np.array([], dtype=np.float32))
        named = self._named(counts)
        meaning = word_vectors().mean(_SPELT.findall(" ".join(words))) * np.float32(WEIGHT_OF_MEANING)
        return SparseVector(
            np.concatenate([named.columns, np.arange(len(self.names), self.width)]),
            np.concatenate([named.values, meaning]),
        )

    def _named(self, counts: Mapping[int, int]) -> SparseVector:
        columns = np.array(sorted(counts), dtype=np.int64)
        occurrences = np.array([counts[column] for column in columns.tolist()], dtype=np.float32)
        values = (1 + np.log(occurrences)) * self.idf[columns]
        for block in np.split(values, np.searchsorted(columns, self._block_starts)):
            block /= float(np.sqrt(np.square(block).sum())) or 1.0
        return SparseVector(columns, values)

    def matrix(self, texts: Iterable[Said]) -> csr_matrix:
        """The features of several texts, one row each."""
        from scipy.sparse import csr_matrix

        rows = [self.vector(text) for text in texts]
        ends = np.cumsum([0, *(row.columns.size for row in rows)])
        columns = np.concatenate([row.columns for row in rows])
        values = np.concatenate([row.values for row in rows])
        return csr_matrix((values, columns, ends), shape=(len(rows), self.width))

    @cached_property
    def _column(self) -> dict[str, int]:
        return {name: column for column, name in enumerate(self.names)}

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The single words among the names."""
        return frozenset(name[2:] for name in self.names if name.startswith(f"{WORDS} ") and name.count(" ") == 1)

    @cached_property
    def _block_starts(self) -> list[int]:
        """First column of each block but the first. Names are sorted, so a block is in one piece."""
        return [column for column in range(1, len(self.names)) if self.names[column][0] != self.names[column - 1][0]]


def _words(text: str) -> list[str]:
    return _TOKEN.findall(normalise(text))


def _names(words: list[str], told: Iterable[str]) -> Iterator[str]:
    if not words:
        return
    yield from (f"{TOLD} {sort}" for sort in told)
    yield f"{LENGTH} {len(words).bit_length()}"
    yield from _runs(WORDS, words)
    classes = [CLASS_OF.get(word, word) for word in words]
    yield from _runs(CLASSES, classes)
    yield from _negated(classes)
    for word in words:
        yield from _parts(word)


def _runs(block: str, words: list[str]) -> Iterator[str]:
    """Words alone, and runs of several that may reach over the edge of the message: a bare "left" is not "left it"."""
    fewest, most = WORD_RUNS
    edged = [_EDGE, *words, _EDGE]
    for length in range(fewest, most + 1):
        source = words if length == 1 else edged
        for start in range(len(source) - length + 1):
            yield f"{block} {' '.join(source[start : start + length])}"


def _negated(words: list[str]) -> Iterator[str]:
    """The words in reach of a negation: "not really any better" is not "better" (Pang, Lee and Vaithyanathan 2002)."""
    for at, word in enumerate(words):
        if word in _NEGATIONS or word.endswith("n't"):
            for near in words[at + 1 : at + 1 + NEGATION_REACH]:
                yield f"{CLASSES} not {near}"


def _parts(word: str) -> Iterator[str]:
    fewest, most = PART_LENGTHS
    edged = f" {word} "
    for length in range(fewest, min(most, len(edged)) + 1):
        for start in range(len(edged) - length + 1):
            yield f"{PARTS} {edged[start : start + length]}"
