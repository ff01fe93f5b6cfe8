"""Text as sparse features."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.features import CLASSES, LENGTH, PARTS, TOLD, WEIGHT_OF_MEANING, WORDS, Features, Said

TEXTS = tuple(
    map(
        Said,
        (
            "since tuesday",
            "since friday",
            "my knee hurts",
            "my hip hurts",
            "it is better",
            "it is not really any better",
            "no improvement",
            "left",
        ),
    )
)


@pytest.fixture(scope="module")
def features() -> Features:
    return Features.fit(TEXTS, fewest=1)


def has(features: Features, text: str) -> set[str]:
    return {features.names[column] for column in named(features, text)}


def named(features: Features, text: str) -> list[int]:
    """The columns before those of the word vectors."""
    return [column for column in features.vector(Said(text)).columns.tolist() if column < len(features.names)]


def test_each_block_of_a_text_has_its_length(features: Features) -> None:
    vector = features.vector(Said("my knee hurts since tuesday"))
    letters = np.array([(features.names[at][0] if at < len(features.names) else "") for at in vector.columns])
    for block, length in ((LENGTH, 1), (PARTS, 1), (CLASSES, 1), (WORDS, 1), ("", WEIGHT_OF_MEANING)):
        assert np.linalg.norm(vector.values[letters == block]) == pytest.approx(length, abs=1e-5)


def test_words_of_one_class_share_a_feature(features: Features) -> None:
    shared = has(features, "since tuesday") & has(features, "since friday")
    assert {"k since <day>", "k <day>"} <= shared
    assert "w tuesday" not in shared


def test_misspelt_words_share_parts_with_the_right_ones(features: Features) -> None:
    assert {"c tue", "c day "} <= has(features, "tueday")


def test_a_bare_word_differs_from_the_word_in_a_sentence(features: Features) -> None:
    assert "w | left" in has(features, "left")
    assert "w | left" not in has(features, "my left")


def test_negation_reaches_over_a_few_words(features: Features) -> None:
    assert "k not <better>" in has(features, "it is not really any better")
    assert "k not <better>" not in has(features, "it is better")


@pytest.mark.parametrize("unknown", ["", "   ", "...", "踝关节", "zzz"])
def test_text_without_a_known_feature_is_empty(features: Features, unknown: str) -> None:
    vector = features.vector(Said(unknown))
    assert vector.columns.size == vector.values.size == 0


def test_rare_features_are_left_out() -> None:
    features = Features.fit(TEXTS, fewest=2)
    assert "w since" in features.names
    assert "w tuesday" not in features.names


def test_nothing_in_common_is_refused() -> None:
    with pytest.raises(ValueError, match="occurs in 3 or more of the 1 texts"):
        Features.fit([Said("left")], fewest=3)


@given(st.text(max_size=200))
def test_vectors_of_any_text_are_finite_with_ascending_columns(text: str) -> None:
    features = Features.fit(TEXTS, fewest=1)
    vector = features.vector(Said(text))
    assert np.isfinite(vector.values).all()
    assert (np.diff(vector.columns) > 0).all()


def test_rows_of_a_matrix_are_the_vectors(features: Features) -> None:
    matrix = features.matrix(map(Said, ["left", "", "my hip hurts"]))
    assert matrix.shape == (3, features.width)
    for row, text in enumerate(["left", "", "my hip hurts"]):
        vector = features.vector(Said(text))
        np.testing.assert_array_equal(matrix[row].indices, vector.columns)
        np.testing.assert_array_equal(matrix[row].data, vector.values)


def test_what_is_told_is_a_block_of_its_own() -> None:
    features = Features.fit([Said("left", ("side",)), Said("right", ("side",))], fewest=1)
    columns = features.vector(Said("left", ("side",))).columns.tolist()
    assert f"{TOLD} side" in {features.names[at] for at in columns if at < len(features.names)}
    assert not features.vector(Said("zzz", ("side",))).columns.size
