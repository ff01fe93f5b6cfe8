"""A trained classifier as two files: numbers in safetensors, names in JSON. Neither can carry code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from bot.nlu.classifier import Classifier
from bot.nlu.features import Features, Said

WEIGHTS = "intents.safetensors"
NAMES = "intents.json"
FORMAT = 3


class ClassifierUnreadable(ValueError):
    """The files of a classifier are missing, damaged or of another format."""


def save(classifier: Classifier, folder: Path) -> None:
    """Writes the two files into an existing folder. The same classifier gives the same bytes."""
    save_file(
        {"weights": classifier.weights, "bias": classifier.bias, "idf": classifier.features.idf},
        folder / WEIGHTS,
    )
    names = {
        "format": FORMAT,
        "intents": classifier.intents,
        "temperature": classifier.temperature,
        "canaries": {intent: [said.text, said.told] for intent, said in classifier.canaries.items()},
        "features": classifier.features.names,
    }
    (folder / NAMES).write_text(json.dumps(names, ensure_ascii=False, indent=0), encoding="utf-8")


def load(folder: Path) -> Classifier:
    """Reads what `save` wrote.

    Raises:
        ClassifierUnreadable: a file is missing, damaged, of another format, or the two do not belong together.
    """
    try:
        names = json.loads((folder / NAMES).read_text(encoding="utf-8"))
        tensors = load_file(folder / WEIGHTS)
        if names["format"] != FORMAT:
            raise ClassifierUnreadable(f"{folder / NAMES} has format {names['format']}; this version reads {FORMAT}.")
        classifier = Classifier(
            features=Features(tuple(names["features"]), _floats(tensors["idf"])),
            intents=tuple(names["intents"]),
            weights=_floats(tensors["weights"]),
            bias=_floats(tensors["bias"]),
            temperature=float(names["temperature"]),
            canaries={intent: Said(text, tuple(told)) for intent, (text, told) in names["canaries"].items()},
        )
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise ClassifierUnreadable(f"No readable intent classifier in {folder}: {error}. Train it again.") from error
    _check_shapes(classifier, folder)
    return classifier


def _floats(tensor: Any) -> Any:
    return np.asarray(tensor, dtype=np.float32)


def _check_shapes(classifier: Classifier, folder: Path) -> None:
    features, intents = len(classifier.features.names), len(classifier.intents)
    shapes = (classifier.weights.shape, classifier.bias.shape, classifier.features.idf.shape)
    if shapes != ((classifier.features.width, intents), (intents,), (features,)):
        raise ClassifierUnreadable(
            f"{WEIGHTS} and {NAMES} in {folder} do not belong together: {features} features and {intents} intents "
            f"are named, and the weights have shapes {shapes}. Train it again."
        )
