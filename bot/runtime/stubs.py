"""Stand-ins for the parts of Rasa (and of its dependencies) that Malleo does not use.

Rasa 3.6.21 imports every stock channel, store, broker and neural component as soon as an agent is loaded, so
that TensorFlow and a dozen vendor SDKs are needed only to be ignored. `install()` puts a finder in front of
the import system that serves empty modules for the names in `STUBS`; nothing of Rasa is changed on disk.
It must run before the first import of `rasa`.

A stand-in can be imported and subclassed, never used: creating one raises `NotInMalleo`, which says what it
would have needed.
"""

import importlib
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType


class NotInMalleo(ImportError):
    """Something asked for a part of Rasa that Malleo leaves out."""


@dataclass(frozen=True)
class Stub:
    """One module that is served empty.

    Attributes:
        module: full dotted name.
        names: classes and functions that Rasa imports from it.
        why: what imports it, and what the real one would need.
        real_for_rasa_cli: `malleo rasa …` gets the real module, as its `shell` and `test` commands need it.
        instead: a module of ours that is served under this name, where an empty one will not do.
    """

    module: str
    names: tuple[str, ...]
    why: str
    instead: str | None = None
    real_for_rasa_cli: bool = False


STUBS: tuple[Stub, ...] = (
    # Neural components: the default recipe registers each one, the schema of a trained model imports them again.
    Stub(
        "rasa.utils.tensorflow.callback",
        ("RasaTrainingLogger", "RasaModelCheckpoint"),
        "rasa.utils.train_utils; tensorflow",
    ),
    Stub(
        "rasa.utils.tensorflow.data_generator",
        ("RasaBatchDataGenerator", "RasaDataGenerator"),
        "rasa.utils.train_utils; tensorflow",
    ),
    Stub(
        "rasa.utils.tensorflow.model_data",
        ("RasaModelData", "FeatureSignature", "Data", "FeatureArray", "ragged_array_to_ndarray"),
        "rasa.utils.train_utils; scikit-learn at start",
    ),
    Stub("rasa.nlu.classifiers.diet_classifier", ("DIETClassifier",), "default recipe; tensorflow"),
    Stub(
        "rasa.nlu.featurizers.dense_featurizer.convert_featurizer", ("ConveRTFeaturizer",), "default recipe; tensorflow"
    ),
    Stub(
        "rasa.nlu.featurizers.dense_featurizer.lm_featurizer",
        ("LanguageModelFeaturizer",),
        "default recipe; transformers",
    ),
    Stub("rasa.nlu.selectors.response_selector", ("ResponseSelector",), "default recipe; tensorflow"),
    Stub("rasa.core.policies.ted_policy", ("TEDPolicy",), "default recipe; tensorflow"),
    Stub("rasa.core.policies.unexpected_intent_policy", ("UnexpecTEDIntentPolicy",), "default recipe; tensorflow"),
    # Classical components that Malleo's own reader and classifier replace.
    Stub(
        "rasa.nlu.classifiers.logistic_regression_classifier",
        ("LogisticRegressionClassifier",),
        "default recipe; skops, which loads all of scikit-learn",
    ),
    Stub("rasa.nlu.classifiers.sklearn_intent_classifier", ("SklearnIntentClassifier",), "default recipe; skops"),
    Stub("rasa.nlu.classifiers.mitie_intent_classifier", ("MitieIntentClassifier",), "default recipe; mitie"),
    Stub(
        "rasa.nlu.extractors.crf_entity_extractor",
        ("CRFEntityExtractor", "CRFEntityExtractorOptions"),
        "default recipe; sklearn-crfsuite",
    ),
    Stub(
        "rasa.nlu.extractors.duckling_entity_extractor",
        ("DucklingEntityExtractor",),
        "default recipe; a Duckling server",
    ),
    Stub("rasa.nlu.extractors.mitie_entity_extractor", ("MitieEntityExtractor",), "default recipe; mitie"),
    Stub(
        "rasa.nlu.extractors.spacy_entity_extractor",
        ("SpacyEntityExtractor",),
        "default recipe; a downloaded spaCy model",
    ),
    Stub(
        "rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer",
        ("CountVectorsFeaturizer",),
        "default recipe; scikit-learn at start",
    ),
    Stub(
        "rasa.nlu.featurizers.sparse_featurizer.lexical_syntactic_featurizer",
        ("LexicalSyntacticFeaturizer",),
        "default recipe; the spaCy tokenizer",
    ),
    Stub("rasa.nlu.featurizers.dense_featurizer.mitie_featurizer", ("MitieFeaturizer",), "default recipe; mitie"),
    Stub(
        "rasa.nlu.featurizers.dense_featurizer.spacy_featurizer",
        ("SpacyFeaturizer",),
        "default recipe; a downloaded spaCy model",
    ),
    Stub("rasa.nlu.tokenizers.jieba_tokenizer", ("JiebaTokenizer",), "default recipe; jieba"),
    Stub("rasa.nlu.tokenizers.mitie_tokenizer", ("MitieTokenizer",), "default recipe; mitie"),
    Stub("rasa.nlu.tokenizers.spacy_tokenizer", ("SpacyTokenizer",), "default recipe; a downloaded spaCy model"),
    Stub("rasa.nlu.utils.mitie_utils", ("MitieNLP", "MitieModel"), "default recipe; mitie"),
    Stub("rasa.nlu.utils.spacy_utils", ("SpacyNLP", "SpacyModel"), "default recipe; a downloaded spaCy model"),
    # Wanted by Rasa's own command line only.
    Stub("rasa.core.channels.console", ("CmdlineInput",), "rasa.core.channels; prompt_toolkit", real_for_rasa_cli=True),
    Stub(
        "rasa.core.channels.rest",
        ("RestInput",),
        "rasa.core.channels; anyone can be anyone on it",
        real_for_rasa_cli=True,
    ),
    Stub("rasa.utils.plotting", (), "rasa.nlu.test; matplotlib, for pictures only", instead="bot.runtime.no_plots"),
    # Stock channels: rasa.core.channels imports all of them. bot/channels replaces them.
    Stub("rasa.core.channels.botframework", ("BotFrameworkInput",), "rasa.core.channels"),
    Stub("rasa.core.channels.callback", ("CallbackInput",), "rasa.core.channels; an open, unsigned webhook"),
    Stub("rasa.core.channels.facebook", ("FacebookInput",), "rasa.core.channels; fbmessenger"),
    Stub("rasa.core.channels.hangouts", ("HangoutsInput",), "rasa.core.channels; google-auth, cachecontrol"),
    Stub("rasa.core.channels.mattermost", ("MattermostInput",), "rasa.core.channels"),
    Stub("rasa.core.channels.rasa_chat", ("RasaChatInput",), "rasa.core.channels"),
    Stub("rasa.core.channels.rocketchat", ("RocketChatInput",), "rasa.core.channels; rocketchat_API"),
    Stub("rasa.core.channels.slack", ("SlackInput",), "rasa.core.channels; slack-sdk"),
    Stub("rasa.core.channels.socketio", ("SocketIOInput", "SocketBlueprint"), "rasa.core.channels; python-socketio"),
    Stub("rasa.core.channels.telegram", ("TelegramInput",), "rasa.core.channels; aiogram 2"),
    Stub("rasa.core.channels.twilio", ("TwilioInput",), "rasa.core.channels; twilio"),
    Stub("rasa.core.channels.twilio_voice", ("TwilioVoiceInput",), "rasa.core.channels; twilio"),
    Stub("rasa.core.channels.webexteams", ("WebexTeamsInput",), "rasa.core.channels; webexteamssdk"),
    # Foreign stores and brokers: tracker_store and broker import their clients at module level.
    Stub("boto3.dynamodb.conditions", ("Key",), "rasa.core.tracker_store; the DynamoDB store"),
    Stub("pymongo.collection", ("Collection",), "rasa.core.tracker_store; the MongoDB store"),
    Stub(
        "botocore.exceptions", ("BotoCoreError",), "rasa.core.tracker_store, when a store is made; the DynamoDB store"
    ),
    Stub(
        "pymongo.errors",
        ("ConnectionFailure", "OperationFailure"),
        "rasa.core.tracker_store, when a store is made; MongoDB",
    ),
    Stub("aiormq.exceptions", ("ChannelNotFoundEntity",), "rasa.core.brokers.broker; RabbitMQ"),
    Stub("aio_pika.exceptions", ("AMQPConnectionError",), "rasa.core.brokers.broker; RabbitMQ"),
    Stub("rasa.core.brokers.pika", ("PikaEventBroker",), "rasa.core.brokers; aio-pika"),
    Stub("rasa.core.brokers.kafka", ("KafkaEventBroker",), "rasa.core.brokers; confluent-kafka"),
    # The graph runner: one function of a large library.
    Stub(
        "dask",
        (),
        "rasa.engine.runner.dask; releases since 2024.12 misread Rasa's graph",
        instead="bot.runtime.serial_graph",
    ),
    # Reminders that live in one process and die with it; check-ins are rows of ours.
    Stub("rasa.core.jobs", ("scheduler", "kill_scheduler"), "rasa.core.agent, rasa.core.processor; apscheduler, pytz"),
    # The command line of spaCy: half a second of web clients and project tools at every start.
    Stub("spacy.cli", (), "spacy; requests, httpx, weasel"),
    Stub("spacy.cli.info", ("info",), "spacy; requests, httpx, weasel"),
    # Reporting home, and sign-in to Rasa's own HTTP API.
    Stub(
        "rasa.telemetry",
        (),
        "rasa.core.agent, rasa.model_training; sentry-sdk, requests",
        instead="bot.runtime.no_telemetry",
    ),
    Stub("structlog_sentry", (), "rasa.utils.log_utils; sentry-sdk", instead="bot.runtime.no_sentry"),
    Stub("sanic_jwt", ("Initialize", "exceptions"), "rasa.server; sanic-jwt, for --jwt-secret only"),
)

_BY_MODULE = {stub.module: stub for stub in STUBS}
_INSTALLED = ("rasa.", "spacy.")
"""Packages of which only some modules are served; of the others the parents are served too."""
_PARENTS = {
    stub.module[:cut]
    for stub in STUBS
    if not stub.module.startswith(_INSTALLED)
    for cut, letter in enumerate(stub.module)
    if letter == "."
}
_PACKAGES = _PARENTS | {"spacy.cli"}


def component_names() -> dict[str, Stub]:
    """Class name → stub, for every stand-in class that a configuration file could name."""
    return {name: stub for stub in STUBS if stub.module.startswith("rasa.") for name in stub.names}


def install(*, rasa_cli: bool = False) -> None:
    """Puts the finder in front of the import system. Safe to call twice.

    Args:
        rasa_cli: leave the modules real that only Rasa's own commands need.
    """
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder(rasa_cli))


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules of `STUBS` and fills them with classes that cannot be created."""

    def __init__(self, rasa_cli: bool) -> None:
        self._served = {name: stub for name, stub in _BY_MODULE.items() if not (rasa_cli and stub.real_for_rasa_cli)}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname in self._served or fullname in _PARENTS:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=fullname in _PACKAGES)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        stub = self._served.get(module.__name__)
        if stub and stub.instead:
            vars(module).update(vars(importlib.import_module(stub.instead)))
        if stub is None:
            return
        for name in stub.names:
            setattr(module, name, _stand_in(name, stub) if name[0].isupper() else ModuleType(f"{stub.module}.{name}"))


def _stand_in(name: str, stub: Stub) -> type:
    if stub.module.endswith(("exceptions", "errors")):
        return type(name, (Exception,), {"__module__": stub.module})  # it stands in an `except`

    def refuse(cls: type, *_args: object, **_kwargs: object) -> object:
        raise NotInMalleo(f"{name} is not part of Malleo ({stub.module}: {stub.why}).")

    def channel_name(cls: type) -> str:
        return name

    return type(name, (), {"__new__": refuse, "__module__": stub.module, "name": classmethod(channel_name)})
