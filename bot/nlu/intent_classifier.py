"""The intent classifier as a component of Rasa's graph."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier as RasaIntentClassifier
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language import cleaning, short_forms
from bot.nlu import classifier, classifier_files, features, foreign, normalisation, told, word_classes, word_vectors
from bot.nlu.asking import asking_parts
from bot.nlu.classifier import Classifier, Example, Training, train
from bot.nlu.reader import ENTITY, NAMED, TOLD, mention

MADE_WITH = (
    *(
        Path(str(module.__file__))
        for module in (
            cleaning,
            short_forms,
            normalisation,
            word_classes,
            word_vectors,
            told,
            foreign,
            features,
            classifier,
            classifier_files,
        )
    ),
    short_forms.FILE,
    word_vectors.PIECES,
    word_vectors.TABLE,
)
"""Files whose content decides what a trained model is: change one, and a model trained before is out of date."""


ALSO_ASKS = "asks"
"""The entity of a part of a message that asks something; its value is the intent of that part alone."""


FOREIGN = "foreign"
"""The entity of a message that is not in English. It has no intent: any would be a guess."""


class NotTrained(RuntimeError):
    """The classifier was asked to classify before it was trained or loaded."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(GraphComponent, RasaIntentClassifier):
    """Sets `intent` and `intent_ranking`, and an entity for each part of a longer message that asks something.

    A message in which nothing is known gets no intent, with confidence 0.
    """

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        trained: Classifier | None = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._classifier = trained

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Settings of `bot.nlu.classifier.Training`, how many intents are kept, and the least confidence of some.

        `asking`: how sure the intent of a part must be.
        """
        sure = {"distress": 0.75, "restart": 0.6, "delete_my_data": 0.6}
        sure |= dict.fromkeys(("stop", "greet", "goodbye", "thanks", "ask_privacy", "bot_challenge"), 0.5)
        return {"C": 10.0, "fewest": 2, "folds": 3, "seed": 7, "ranking_length": 5, "sure": sure, "asking": 0.5}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
        """An untrained classifier."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        """The classifier that `train` stored.

        Raises:
            ValueError: none is stored, or its files cannot be read.
            CanaryFailed: it does not understand what it was trained on.
        """
        with model_storage.read_from(resource) as folder:
            loaded = cls(config, model_storage, resource, classifier_files.load(folder))
        loaded.canary()
        return loaded

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Lets Rasa's cache notice a change in how text becomes features."""
        return hashlib.sha256(b"".join(path.read_bytes() for path in MADE_WITH)).hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the examples that have an intent and stores the result.

        Raises:
            TrainingRefused: they cannot be learned from.
        """
        self._classifier = train(
            (
                Example(message.get(TEXT), message.get(INTENT), tuple(message.get(TOLD, ())))
                for message in training_data.intent_examples
            ),
            Training(
                c=float(self._config["C"]),
                fewest=int(self._config["fewest"]),
                folds=int(self._config["folds"]),
                seed=int(self._config["seed"]),
            ),
        )
        with self._model_storage.write_to(self._resource) as folder:
            classifier_files.save(self._classifier, folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves the examples as they are: they have their intents."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Classifies each message in place."""
        trained = self._trained()
        for message in messages:
            if trained.features.is_foreign(message.get(TEXT) or ""):
                self._set_foreign(message)
                continue
            ranking = [
                {INTENT_NAME_KEY: ranked.intent, PREDICTED_CONFIDENCE_KEY: ranked.confidence}
                for ranked in trained.rank(message.get(TEXT) or "", tuple(message.get(TOLD, ())))[
                    : int(self._config["ranking_length"])
                ]
            ]
            first = next(
                (dict(one) for one in ranking if self._is_sure(one)),
                {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0},
            )
            message.set(INTENT, first, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            entities = message.get(ENTITIES, [])
            asked = self._asked(message.get(TEXT) or "", entities, trained)
            message.set(ENTITIES, [*entities, *asked], add_to_output=True)
        return messages

    def _set_foreign(self, message: Message) -> None:
        entity = {"entity": FOREIGN, "value": True, "start": 0, "end": len(message.get(TEXT) or "")}
        message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)
        message.set(INTENT, {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [], add_to_output=True)

    def _asked(self, text: str, entities: list[dict[str, Any]], trained: Classifier) -> list[dict[str, Any]]:
        """What parts of a message ask, where that is clear."""
        found = []
        for start, end in asking_parts(text):
            within = [entity for entity in entities if start <= entity["start"] and entity["end"] <= end]
            sorts = told.told(
                (mention(entity) for entity in within if entity["entity"] == ENTITY),
                (mention(entity) for entity in within if entity["entity"] == NAMED),
            )
            ranked = trained.rank(text[start:end], sorts)
            if ranked and ranked[0].confidence >= self._config["asking"]:
                found.append({"entity": ALSO_ASKS, "value": ranked[0].intent, "start": start, "end": end})
        return found

    def _is_sure(self, ranked: dict[str, Any]) -> bool:
        """Some kinds of turn are taken only when they are clear: their answer would hurt who meant something else."""
        return bool(ranked[PREDICTED_CONFIDENCE_KEY] >= self._config["sure"].get(ranked[INTENT_NAME_KEY], 0.0))

    def canary(self) -> None:
        """Raises `CanaryFailed` unless known training texts get their intents."""
        self._trained().canary()

    def _trained(self) -> Classifier:
        if self._classifier is None:
            raise NotTrained("The intent classifier has not been trained. Run `malleo train`.")
        return self._classifier
