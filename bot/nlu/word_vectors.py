"""What words mean, as vectors: words that people use in like ways point the same way, also words in no example.

The table beside this file comes from a sentence model (`bot.nlu.distillation` makes it, once). A word that the table
does not have is made of its longest known pieces, as WordPiece does (Wu et al. 2016).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PIECES = Path(__file__).with_name("word_vectors.txt")
"""Pieces of words, one a line; one that goes on a word begins with `##`."""
TABLE = Path(__file__).with_name("word_vectors.npy")
"""One row a piece, int8. Rare pieces have longer rows, so that they say more in a sum."""

LONGEST_WORD = 40
"""Letters; what is longer is no word."""


@dataclass(frozen=True, eq=False)
class WordVectors:
    """Pieces of words and their vectors.

    Attributes:
        row: piece → its row.
        table: int8, one row a piece.
    """

    row: dict[str, int]
    table: NDArray[np.int8]

    @property
    def size(self) -> int:
        """Numbers of a vector."""
        return int(self.table.shape[1])

    def mean(self, words: Iterable[str]) -> NDArray[np.float32]:
        """The direction of all the words together, of length 1; zeros when none is known.

        Args:
            words: lower case.
        """
        rows = [self.row[piece] for word in words for piece in self._pieces(word)]
        total: NDArray[np.float32] = self.table[rows].sum(axis=0, dtype=np.float32)
        total /= float(np.linalg.norm(total)) or 1.0
        return total

    def _pieces(self, word: str) -> Iterator[str]:
        """The longest known pieces of a word from its start; nothing when they do not make up the whole word."""
        if len(word) > LONGEST_WORD:
            return
        found: list[str] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in self.row), None)
            if end is None:
                return
            found.append(mark + word[start:end])
            start = end
        yield from found


@cache
def word_vectors() -> WordVectors:
    """The table of this project. It stays on disk; only the rows that are used come into memory."""
    pieces = PIECES.read_text(encoding="utf-8").split()
    return WordVectors({piece: row for row, piece in enumerate(pieces)}, np.load(TABLE, mmap_mode="r"))
