"""The reader as a component of Rasa's graph: what the words of a message say becomes its entities."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import ENTITIES, TEXT, TEXT_TOKENS
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language.reader import Reader
from bot.language.reading import Mention
from bot.nlu.told import told

ENTITY = "mention"
NAMED = "named"
"""The entity of what is only spoken of: nothing that takes mentions can take it for one."""


TOLD = "told"
"""Which sorts of thing a message tells, for the classifier; no part of Rasa's own."""


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=False,
)
class ReaderComponent(GraphComponent):
    """Sets tokens and `mention` and `named` entities. The lexicon comes from the knowledge base, not from the model."""

    def __init__(self, reader: Reader | None = None) -> None:
        self._reader = reader

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ReaderComponent:
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Notes for each example which sorts of thing it tells."""
        for message in training_data.training_examples:
            reading = self._shared_reader().read(message.get(TEXT) or "")
            message.set(TOLD, told(reading.mentions, reading.names))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Reads each message in place."""
        for message in messages:
            text = message.get(TEXT) or ""
            reading = self._shared_reader().read(text)
            message.set(TEXT_TOKENS, [Token(word.text, word.start, word.end) for word in reading.words])
            mentioned = [entity(mention) for mention in reading.mentions]
            named = [entity(name, NAMED) for name in reading.names]
            message.set(ENTITIES, mentioned + named, add_to_output=True)
            message.set(TOLD, told(reading.mentions, reading.names))
        return messages

    def _shared_reader(self) -> Reader:
        if self._reader is None:
            from bot.runtime.practice import practice

            self._reader = practice().reader
        return self._reader


def entity(mention: Mention, type: str = ENTITY) -> dict[str, Any]:
    """A mention as an entity of Rasa."""
    return {
        "entity": type,
        "value": mention.value,
        "concept": mention.concept,
        "said": mention.said,
        "start": mention.start,
        "end": mention.end,
        "whose": mention.whose,
        "time": mention.time,
        "certainty": mention.certainty,
    }


def mention(entity: dict[str, Any]) -> Mention:
    """The inverse of `entity`."""
    return Mention(
        concept=entity["concept"],
        value=entity["value"],
        said=entity["said"],
        start=entity["start"],
        end=entity["end"],
        whose=entity["whose"],
        time=entity["time"],
        certainty=entity["certainty"],
    )
