"""The intent classifier: multinomial logistic regression over sparse features."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from bot.nlu.features import Features

WEIGHTS = "weights.safetensors"
NAMES = "names.json"


@dataclass(frozen=True, eq=False)
class Classifier:
    """A trained classifier.

    Attributes:
        labels: intents, sorted.
        weights: one row per feature, one column per intent.
        bias: one per intent.
    """

    features: Features
    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def train(cls, texts: Sequence[str], labels: Sequence[str], strength: float) -> Classifier:
        """Learns from examples. The same examples give the same classifier.

        Args:
            strength: inverse of the regularisation, as scikit-learn's `C`.

        Raises:
            ValueError: fewer than two intents.
        """
        from sklearn.linear_model import LogisticRegression

        features = Features.fit(texts)
        model = LogisticRegression(C=strength, max_iter=1000, tol=1e-4, class_weight="balanced")
        model.fit(features.matrix(texts), np.array(labels))
        rows, bias = model.coef_, model.intercept_
        if len(rows) == 1:  # two intents: scikit-learn keeps one row for the second
            rows, bias = np.vstack([-rows, rows]), np.hstack([-bias, bias])
        return cls(
            features, tuple(str(label) for label in model.classes_),
            np.ascontiguousarray(rows.T, dtype=np.float32), bias.astype(np.float32),
        )  # fmt: skip

    def ranking(self, text: str) -> list[tuple[str, float]]:
        """Intents with their probability, most probable first. Empty for a text without a known feature."""
        vector = self.features.vector(text)
        if not vector.columns.size:
            return []
        scores = vector.values @ self.weights[vector.columns] + self.bias
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return sorted(zip(self.labels, shares.tolist(), strict=True), key=lambda pair: -pair[1])

    def save(self, folder: Path) -> None:
        """Writes the weights and the names; nothing in the folder is code."""
        save_file({"weights": self.weights, "bias": self.bias, "idf": self.features.idf}, folder / WEIGHTS)
        names = {"labels": self.labels, "features": self.features.names}
        (folder / NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Classifier:
        """The classifier that `save` wrote there. Raises `OSError`, `KeyError` or `ValueError` when it did not."""
        arrays = load_file(folder / WEIGHTS)
        names = json.loads((folder / NAMES).read_text(encoding="utf-8"))
        features = Features(tuple(names["features"]), arrays["idf"])
        return cls(features, tuple(names["labels"]), arrays["weights"], arrays["bias"])
