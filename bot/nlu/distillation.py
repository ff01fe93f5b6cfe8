"""Makes the table of word vectors from a sentence model: `python -m bot.nlu.distillation FOLDER`.

Run once, by hand; nothing that runs in a conversation uses it. FOLDER holds `model.safetensors` and `vocab.txt` of
all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers and Gurevych 2019). Each piece of a word goes through the
model as a text of its own (as in model2vec, Tulkens and van Dongen 2024); the vectors are cut to their principal
components, weighted by how rare the piece is, and rounded to 8 bits.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.nlu.word_vectors import PIECES, TABLE

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the official weights."""

SIZE = 256
"""Numbers of a vector: all 384 tell messages apart no better, 128 worse."""

BATCH = 2048
HEADS = 12
START, STOP = "[CLS]", "[SEP]"
WORD_PIECE = re.compile(r"(##)?[a-z]+|\?")

Floats = NDArray[np.float32]


class WrongWeights(ValueError):
    """The weights are not those of the model that the table is made from."""


class SentenceModel:
    """The forward pass of MiniLM in numpy: six layers of BERT (Devlin et al. 2019) and the mean over the tokens."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights
        self._layers = len({name.split(".")[2] for name in weights if name.startswith("encoder.layer.")})

    def vectors(self, tokens: NDArray[np.int64]) -> Floats:
        """One vector a text. `tokens`: one row a text, all of one length."""
        embedded = (
            self._weights["embeddings.word_embeddings.weight"][tokens]
            + self._weights["embeddings.position_embeddings.weight"][: tokens.shape[1]]
            + self._weights["embeddings.token_type_embeddings.weight"][0]
        )
        hidden = self._normed("embeddings.LayerNorm", embedded)
        for number in range(self._layers):
            hidden = self._layer(f"encoder.layer.{number}", hidden)
        return np.asarray(hidden.mean(axis=1), dtype=np.float32)

    def _layer(self, name: str, hidden: Floats) -> Floats:
        from scipy.special import erf

        attended = self._linear(f"{name}.attention.output.dense", self._attention(f"{name}.attention.self", hidden))
        hidden = self._normed(f"{name}.attention.output.LayerNorm", attended + hidden)
        inner = self._linear(f"{name}.intermediate.dense", hidden)
        inner = inner * 0.5 * (1 + erf(inner / np.sqrt(2)))
        return self._normed(f"{name}.output.LayerNorm", self._linear(f"{name}.output.dense", inner) + hidden)

    def _attention(self, name: str, hidden: Floats) -> Floats:
        texts, length, width = hidden.shape

        def heads(part: str) -> Floats:
            parted = self._linear(f"{name}.{part}", hidden).reshape(texts, length, HEADS, width // HEADS)
            return np.asarray(parted.transpose(0, 2, 1, 3))

        query, key, value = heads("query"), heads("key"), heads("value")
        weight = np.exp(query @ key.transpose(0, 1, 3, 2) / np.sqrt(width // HEADS))
        weight /= weight.sum(axis=-1, keepdims=True)
        return np.asarray((weight @ value).transpose(0, 2, 1, 3).reshape(texts, length, width))

    def _linear(self, name: str, hidden: Floats) -> Floats:
        return np.asarray(hidden @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"])

    def _normed(self, name: str, hidden: Floats) -> Floats:
        centred = hidden - hidden.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + 1e-12)
        return np.asarray(centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"])


def piece_vectors(model: SentenceModel, vocabulary: Sequence[str], pieces: Sequence[str]) -> Floats:
    """One vector a piece, each as a text of its own."""
    place = {piece: number for number, piece in enumerate(vocabulary)}
    tokens = np.array([[place[START], place[piece], place[STOP]] for piece in pieces])
    return np.concatenate([model.vectors(tokens[start : start + BATCH]) for start in range(0, len(tokens), BATCH)])


def table(vectors: Floats, ranks: NDArray[np.int64], size: int) -> NDArray[np.int8]:
    """The vectors cut to `size` principal components, longer the rarer the piece, in 8 bits.

    Args:
        ranks: 1 for the commonest piece.
    """
    centred = vectors - vectors.mean(axis=0)
    components = np.linalg.svd(centred, full_matrices=False)[2][:size]
    weighted = (centred @ components.T) * np.log1p(ranks)[:, None]
    return np.asarray(np.round(weighted / np.abs(weighted).max() * 127), dtype=np.int8)


def main(folder: Path) -> None:
    """Writes the two files of `bot.nlu.word_vectors`.

    Raises:
        WrongWeights: the model in the folder is another.
    """
    from safetensors.numpy import load

    content = (folder / "model.safetensors").read_bytes()
    if hashlib.sha256(content).hexdigest() != WEIGHTS_SHA256:
        raise WrongWeights(f"{folder / 'model.safetensors'} is not the official all-MiniLM-L6-v2.")
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    pieces = [piece for piece in vocabulary if WORD_PIECE.fullmatch(piece)]
    vectors = piece_vectors(SentenceModel(load(content)), vocabulary, pieces)
    np.save(TABLE, table(vectors, np.arange(1, len(pieces) + 1), SIZE), allow_pickle=False)
    PIECES.write_text("\n".join(pieces) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
