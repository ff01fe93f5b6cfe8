"""The intent classifier as a component of Rasa's graph."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier as RasaClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.classifier import Classifier

RANKED = 10
"""Intents in the ranking of a message."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(GraphComponent, RasaClassifier):
    """Sets `intent` and `intent_ranking`. A text that says nothing known has no intent."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, classifier: Classifier | None = None
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._classifier = classifier

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: inverse of the regularisation."""
        return {"C": 10.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_other: Any,
    ) -> IntentClassifier:
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, Classifier.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the examples of `data/nlu`."""
        examples = sorted({(str(one.get(TEXT)), str(one.get(INTENT))) for one in training_data.intent_examples})
        texts, labels = zip(*examples, strict=True)
        self._classifier = Classifier.train(texts, labels, self._config["C"])
        with self._storage.write_to(self._resource) as folder:
            self._classifier.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves the examples as they are: no later component learns from predictions."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Classifies each message in place."""
        for message in messages:
            text = (message.get(TEXT) or "").strip()
            ranking = self._classifier.ranking(text)[:RANKED] if self._classifier and text else []
            rows = [{INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: share} for name, share in ranking]
            nothing = {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}
            message.set(INTENT, rows[0] if rows else nothing, add_to_output=True)
            message.set("intent_ranking", rows, add_to_output=True)
        return messages
