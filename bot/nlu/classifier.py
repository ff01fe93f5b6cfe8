"""Which kind of turn a message is: multinomial logistic regression over sparse features.

`train` needs scikit-learn and scipy; a trained `Classifier` needs numpy only.

Confidence: logits are divided by one temperature, the one under which examples that the regression did not see have
the greatest likelihood (temperature scaling, Guo et al. 2017). So among messages like the examples, a confidence of
0.7 is right about seven times in ten; on stranger messages it is right less often.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bot.nlu.features import Features, Said

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

COOLEST, HOTTEST = 0.05, 5.0
"""Bounds of the temperature: below 1 sharpens, above 1 flattens."""

TOLERANCE = 1e-3
"""Gradient at which the regression stops. Ten times finer takes three times as long and classifies no better."""


class TrainingRefused(ValueError):
    """The examples cannot be learned from. Says why."""


class CanaryFailed(RuntimeError):
    """A trained classifier does not understand what it was trained on."""


@dataclass(frozen=True)
class Example:
    """A message, the kind of turn that it is, and which sorts of thing it tells."""

    text: str
    intent: str
    told: tuple[str, ...] = ()

    @property
    def said(self) -> Said:
        return Said(self.text, self.told)


@dataclass(frozen=True)
class Ranked:
    """An intent and how sure the classifier is of it, 0 to 1; the ranks of a message sum to 1."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Training:
    """How to train.

    Attributes:
        c: inverse strength of the L2 penalty, above 0.
        fewest: examples that a feature must occur in.
        folds: one of so many parts is kept unseen to find the temperature, which is 1 for fewer examples of an intent.
        seed: of the split into parts.
    """

    c: float = 10.0
    fewest: int = 2
    folds: int = 3
    seed: int = 7


@dataclass(frozen=True, eq=False)
class Classifier:
    """A trained classifier.

    Attributes:
        intents: sorted.
        weights: one row per feature, one column per intent.
        bias: one per intent.
        temperature: what logits are divided by.
        canaries: intent → what a training example of it said that had this intent when training ended.
    """

    features: Features
    intents: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float
    canaries: Mapping[str, Said]

    def rank(self, text: str, told: tuple[str, ...] = ()) -> tuple[Ranked, ...]:
        """All intents, the likeliest first. Empty when nothing of the text is known: blank, or another script.

        Args:
            told: which sorts of thing it tells.
        """
        vector = self.features.vector(Said(text, told))
        if not vector.columns.size:
            return ()
        logits = (vector.values @ self.weights[vector.columns] + self.bias) / self.temperature
        odds = np.exp(logits - logits.max())
        confidences = (odds / odds.sum()).tolist()
        order = sorted(range(len(self.intents)), key=lambda at: (-confidences[at], self.intents[at]))
        return tuple(Ranked(self.intents[at], confidences[at]) for at in order)

    def canary(self) -> None:
        """Classifies one training text of each intent again.

        Raises:
            CanaryFailed: one has another intent than it had, or there is none to try.
        """
        if not self.canaries:
            raise CanaryFailed("The intent classifier has no training text to be tried with. Train it again.")
        for intent, said in self.canaries.items():
            ranked = self.rank(said.text, said.told)
            if not ranked or ranked[0].intent != intent:
                found = f"as {ranked[0].intent}" if ranked else "as nothing"
                raise CanaryFailed(
                    f"The intent classifier reads {said.text!r}, which it was trained to read as {intent}, {found}. "
                    "Its files do not belong together, or features are taken differently now. Train it again."
                )


def train(examples: Iterable[Example], training: Training | None = None) -> Classifier:
    """Trains a classifier. The order of the examples and their repetition make no difference.

    Raises:
        TrainingRefused: fewer than two intents, blank text, a text with two intents, or nothing in common to learn.
    """
    training = training or Training()
    learned = _checked(examples)
    try:
        features = Features.fit([example.said for example in learned], training.fewest)
    except ValueError as error:
        raise TrainingRefused(f"Too few examples of each kind: {error}") from error
    regression = _fitted(features.matrix(example.said for example in learned), learned, training)
    classifier = Classifier(
        features=features,
        intents=tuple(str(intent) for intent in regression.classes_),
        weights=np.ascontiguousarray(_one_row_each(regression.coef_).T, dtype=np.float32),
        bias=_one_row_each(regression.intercept_).astype(np.float32),
        temperature=_temperature(learned, training),
        canaries={},
    )
    return _with_canaries(classifier, learned)


def _checked(examples: Iterable[Example]) -> list[Example]:
    learned = sorted(set(examples), key=lambda example: (example.intent, example.text))
    intent_of: dict[str, str] = {}
    for example in learned:
        if not example.text.strip():
            raise TrainingRefused(f"An example of {example.intent} is blank.")
        other = intent_of.setdefault(example.text, example.intent)
        if other != example.intent:
            raise TrainingRefused(f"{example.text!r} is an example of both {other} and {example.intent}.")
    if len(set(intent_of.values())) < 2:
        raise TrainingRefused("There must be examples of at least two intents.")
    return learned


def _fitted(matrix: csr_matrix, learned: Sequence[Example], training: Training) -> Any:
    from sklearn.linear_model import LogisticRegression

    regression = LogisticRegression(C=training.c, max_iter=1000, tol=TOLERANCE, random_state=training.seed)
    return regression.fit(matrix, np.array([example.intent for example in learned]))


def _one_row_each(learned: NDArray[np.float64]) -> NDArray[np.float64]:
    """For two intents scikit-learn keeps only the second; the first is its opposite."""
    return np.concatenate([-learned, learned]) / 2 if len(learned) == 1 else learned


def _temperature(learned: Sequence[Example], training: Training) -> float:
    from scipy.optimize import minimize_scalar
    from scipy.special import log_softmax
    from sklearn.model_selection import StratifiedKFold

    intents = np.array([example.intent for example in learned])
    index = np.unique(intents, return_inverse=True)[1]
    if np.bincount(index).min() < training.folds:
        return 1.0
    folds = StratifiedKFold(training.folds, shuffle=True, random_state=training.seed)
    seen, unseen = next(folds.split(intents, intents))
    part = [learned[at] for at in seen]
    features = Features.fit([example.said for example in part], training.fewest)
    regression = _fitted(features.matrix(example.said for example in part), part, training)
    matrix = features.matrix(learned[at].said for at in unseen)
    logits = matrix @ _one_row_each(regression.coef_).T + _one_row_each(regression.intercept_)
    right = index[unseen]

    def surprise(temperature: float) -> float:
        return float(-log_softmax(logits / temperature, axis=1)[np.arange(len(right)), right].mean())

    return float(minimize_scalar(surprise, bounds=(COOLEST, HOTTEST), method="bounded").x)


def _with_canaries(classifier: Classifier, learned: Sequence[Example]) -> Classifier:
    """The classifier, and for each intent the example it is surest of."""
    surest: dict[str, Ranked] = {}
    texts: dict[str, Said] = {}
    for example in learned:
        ranked = classifier.rank(example.text, example.told)
        if not ranked or ranked[0].intent != example.intent:
            continue
        if example.intent not in surest or ranked[0].confidence > surest[example.intent].confidence:
            surest[example.intent], texts[example.intent] = ranked[0], example.said
    if not texts:
        raise TrainingRefused("The regression learned none of its examples: they are too few or too alike.")
    return Classifier(
        classifier.features,
        classifier.intents,
        classifier.weights,
        classifier.bias,
        classifier.temperature,
        texts,
    )
