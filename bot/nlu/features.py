"""Text as sparse features: tf-idf of words and of parts of words.

Words (one and two in a row) say what a message asks; parts of words (2 to 5 characters, within a word) carry over to
misspelt and unseen forms. Each of the two blocks has length 1, so that neither drowns the other.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.nlu.normalisation import normalise
from bot.nlu.word_classes import CLASS_OF

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

WORD_RUNS = (1, 2)
"""Fewest and most words in a row of a word feature."""
CLASS_RUNS = (1, 2)
"""The same for words by their class."""
PART_LENGTHS = (2, 5)
"""Fewest and most characters of a part of a word."""

_TOKEN = re.compile(r"x-ray|[a-z0-9]+(?:'[a-z]+)?|\?|[^\w\s.,;:!'\"()\-/]")
_EDGE = "|"


@dataclass(frozen=True)
class SparseVector:
    """The features of one text that are not zero, columns ascending."""

    columns: NDArray[np.int64]
    values: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Features:
    """The features learned from a collection of texts.

    Attributes:
        names: one per column, sorted; `w` and a run of words, or `c` and a part of a word.
        idf: one per column: ln((1 + texts) / (1 + texts with it)) + 1.
    """

    names: tuple[str, ...]
    idf: NDArray[np.float32]

    @classmethod
    def fit(cls, texts: Sequence[str], fewest: int = 2) -> Features:
        """Learns the features that occur in at least `fewest` of the texts.

        Raises:
            ValueError: none does.
        """
        frequency = Counter(name for text in texts for name in set(_names(text)))
        names = tuple(sorted(name for name, count in frequency.items() if count >= fewest))
        if not names:
            raise ValueError(f"No word or part of a word occurs in {fewest} of the {len(texts)} texts.")
        idf = [math.log((1 + len(texts)) / (1 + frequency[name])) + 1 for name in names]
        return cls(names, np.array(idf, dtype=np.float32))

    def vector(self, text: str) -> SparseVector:
        """The features of a text. Empty when it has none of the known ones."""
        counts = Counter(column for name in _names(text) if (column := self._column.get(name)) is not None)
        columns = np.array(sorted(counts), dtype=np.int64)
        occurrences = np.array([counts[column] for column in columns.tolist()], dtype=np.float32)
        values = (1 + np.log(occurrences)) * self.idf[columns]
        edges = np.searchsorted(columns, self._block_ends)
        for block in np.split(values, edges):
            block /= float(np.sqrt(np.square(block).sum())) or 1.0
        return SparseVector(columns, values)

    def matrix(self, texts: Iterable[str]) -> csr_matrix:
        """The features of several texts, one row each."""
        from scipy.sparse import csr_matrix

        rows = [self.vector(text) for text in texts]
        ends = np.cumsum([0, *(row.columns.size for row in rows)])
        values = np.concatenate([row.values for row in rows])
        columns = np.concatenate([row.columns for row in rows])
        return csr_matrix((values, columns, ends), shape=(len(rows), len(self.names)))

    @cached_property
    def _column(self) -> dict[str, int]:
        return {name: column for column, name in enumerate(self.names)}

    @cached_property
    def _block_ends(self) -> list[int]:
        """Where one block of columns ends and the next begins: names are sorted, so each block is in one piece."""
        return [column for column in range(1, len(self.names)) if self.names[column][0] != self.names[column - 1][0]]


def _names(text: str) -> Iterator[str]:
    words = _TOKEN.findall(normalise(text))
    if not words:
        return
    yield f"l {len(words).bit_length()}"
    yield from _runs("w", words, WORD_RUNS)
    yield from _runs("k", [CLASS_OF.get(word, word) for word in words], CLASS_RUNS)
    for word in words:
        yield from _parts(word)


def _runs(block: str, words: list[str], lengths: tuple[int, int]) -> Iterator[str]:
    """Runs of words; one of two or more may reach over the edge of the message, which tells a bare word from a sentence."""
    fewest, most = lengths
    edged = [_EDGE, *words, _EDGE]
    for length in range(fewest, most + 1):
        source = words if length == 1 else edged
        for start in range(len(source) - length + 1):
            yield f"{block} " + " ".join(source[start : start + length])


def _parts(word: str) -> Iterator[str]:
    fewest, most = PART_LENGTHS
    padded = f" {word} "
    for length in range(fewest, min(most, len(padded)) + 1):
        for start in range(len(padded) - length + 1):
            yield "c " + padded[start : start + length]
