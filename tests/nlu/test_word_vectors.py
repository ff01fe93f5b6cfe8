"""The table of word vectors, and how it is made."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.distillation import HEADS, SentenceModel, WrongWeights, main, piece_vectors, table
from bot.nlu.word_vectors import LONGEST_WORD, word_vectors


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [("doctor", "physician", "banana"), ("jogging", "running", "reading"), ("sore", "painful", "cheap")],
)
def test_words_of_like_meaning_point_the_same_way(word: str, near: str, far: str) -> None:
    vectors = word_vectors()
    this, like, unlike = (vectors.mean([one]) for one in (word, near, far))
    assert this @ like > this @ unlike + 0.2


def test_a_word_that_is_not_in_the_table_is_made_of_its_pieces() -> None:
    vectors = word_vectors()
    assert "podiatrists" not in vectors.row
    assert vectors.mean(["podiatrists"]) @ vectors.mean(["podiatrist"]) > 0.5


@pytest.mark.parametrize("words", [[], ["脚踝"], ["x" * (LONGEST_WORD + 1)]])
def test_without_a_known_word_the_vector_is_zero(words: list[str]) -> None:
    assert not word_vectors().mean(words).any()


@given(st.lists(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20), min_size=1, max_size=20))
def test_vectors_have_length_one_and_do_not_depend_on_order(words: list[str]) -> None:
    forward, backward = word_vectors().mean(words), word_vectors().mean(words[::-1])
    np.testing.assert_allclose(forward, backward, atol=1e-6)
    assert np.linalg.norm(forward) == pytest.approx(1, abs=1e-5)


def small_model(vocabulary: list[str], width: int = 24) -> SentenceModel:
    """A model of two layers with random weights."""
    random = np.random.default_rng(7)

    def weights(*shape: int) -> np.ndarray:
        return random.normal(size=shape).astype(np.float32)

    named = {
        "embeddings.word_embeddings.weight": weights(len(vocabulary), width),
        "embeddings.position_embeddings.weight": weights(8, width),
        "embeddings.token_type_embeddings.weight": weights(2, width),
    }
    norms, widths = ["embeddings.LayerNorm"], [width, 2 * width]
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
        for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            named |= {f"{layer}.{part}.weight": weights(width, width), f"{layer}.{part}.bias": weights(width)}
        for part, (into, out) in zip(("intermediate.dense", "output.dense"), pairwise([*widths, width]), strict=True):
            named |= {f"{layer}.{part}.weight": weights(out, into), f"{layer}.{part}.bias": weights(out)}
    for norm in norms:
        named |= {f"{norm}.weight": weights(width), f"{norm}.bias": weights(width)}
    return SentenceModel(named)


def test_a_table_has_one_row_a_piece_and_rare_pieces_have_longer_rows() -> None:
    vocabulary = ["[CLS]", "[SEP]", *map(chr, range(ord("a"), ord("z") + 1))]
    vectors = piece_vectors(small_model(vocabulary, 2 * HEADS), vocabulary, vocabulary[2:])
    assert vectors.shape == (26, 2 * HEADS)
    same = np.tile(vectors[:2], (2, 1))
    made = table(same, np.array([1, 1, 99, 99]), 1)
    assert made.dtype == np.int8
    assert abs(int(made[2, 0])) > 2 * abs(int(made[0, 0]))


def test_another_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(WrongWeights, match="not the official"):
        main(tmp_path)
