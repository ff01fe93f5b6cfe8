"""A classifier on disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.nlu.classifier import Classifier, Example, train
from bot.nlu.classifier_files import NAMES, WEIGHTS, ClassifierUnreadable, load, save


def test_a_loaded_classifier_ranks_exactly_as_before(
    classifier: Classifier, examples: tuple[Example, ...], tmp_path: Path
) -> None:
    save(classifier, tmp_path)
    loaded = load(tmp_path)
    for text in (*(example.text for example in examples), "something else entirely", "ankel hurtz", ""):
        assert loaded.rank(text) == classifier.rank(text)
    loaded.canary()


def test_two_trainings_give_the_same_bytes(examples: tuple[Example, ...], tmp_path: Path) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        folder.mkdir()
        save(train(examples), folder)
    for name in (WEIGHTS, NAMES):
        assert len({(folder / name).read_bytes() for folder in folders}) == 1


@pytest.mark.parametrize("missing", [WEIGHTS, NAMES])
def test_a_missing_file_is_told(classifier: Classifier, tmp_path: Path, missing: str) -> None:
    save(classifier, tmp_path)
    (tmp_path / missing).unlink()
    with pytest.raises(ClassifierUnreadable, match="Train it again"):
        load(tmp_path)


@pytest.mark.parametrize("damaged", [WEIGHTS, NAMES])
def test_a_damaged_file_is_told(classifier: Classifier, tmp_path: Path, damaged: str) -> None:
    save(classifier, tmp_path)
    whole = (tmp_path / damaged).read_bytes()
    (tmp_path / damaged).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ClassifierUnreadable, match="Train it again"):
        load(tmp_path)


def test_files_of_two_classifiers_are_refused(
    classifier: Classifier, examples: tuple[Example, ...], tmp_path: Path
) -> None:
    save(train(example for example in examples if example.intent != "greet"), tmp_path)
    weights = (tmp_path / WEIGHTS).read_bytes()
    save(classifier, tmp_path)
    (tmp_path / WEIGHTS).write_bytes(weights)
    with pytest.raises(ClassifierUnreadable, match="do not belong together"):
        load(tmp_path)


def test_another_format_is_refused(classifier: Classifier, tmp_path: Path) -> None:
    save(classifier, tmp_path)
    names = json.loads((tmp_path / NAMES).read_text(encoding="utf-8"))
    (tmp_path / NAMES).write_text(json.dumps(names | {"format": 99}), encoding="utf-8")
    with pytest.raises(ClassifierUnreadable, match="has format 99"):
        load(tmp_path)
