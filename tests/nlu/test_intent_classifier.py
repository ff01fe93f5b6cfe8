"""The component, run by a node of Rasa's graph."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.exceptions import GraphComponentException
from rasa.engine.graph import ExecutionContext, GraphNode, GraphSchema
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.classifier import CanaryFailed, Example, TrainingRefused, train
from bot.nlu.classifier_files import NAMES, WEIGHTS, ClassifierUnreadable, save
from bot.nlu.intent_classifier import IntentClassifier, NotTrained

NODE = "intents"
ROOT = Path(__file__).parents[2]


def node(storage: Path, constructor: str, function: str, config: dict[str, Any] | None = None) -> GraphNode:
    """What Rasa builds from a line of its graph: `before` is the node that hands over examples or messages."""
    return GraphNode(
        node_name=NODE,
        component_class=IntentClassifier,
        constructor_name=constructor,
        component_config=config or {},
        fn_name=function,
        inputs={"training_data" if function == "train" else "messages": "before"},
        eager=True,
        model_storage=LocalModelStorage.create(storage),
        resource=Resource(NODE),
        execution_context=ExecutionContext(GraphSchema({}), model_id="small"),
    )


def run_training(storage: Path, examples: tuple[Example, ...], config: dict[str, Any] | None = None) -> Path:
    """Trains and gives the folder in which the component left its files."""
    storage.mkdir(exist_ok=True)
    messages = [Message({TEXT: example.text, INTENT: example.intent}) for example in examples]
    _, resource = node(storage, "create", "train", config)(("before", TrainingData(messages)))
    assert isinstance(resource, Resource)
    with LocalModelStorage.create(storage).read_from(resource) as folder:
        return folder


def parse(graph_node: GraphNode, *texts: str) -> list[dict[str, Any]]:
    _, messages = graph_node(("before", [Message({TEXT: text}) for text in texts]))
    return [message.as_dict(only_output_properties=True) for message in messages]


@pytest.fixture(scope="module")
def storage(examples: tuple[Example, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model storage in which training has left the component's files."""
    path = tmp_path_factory.mktemp("model")
    run_training(path, examples)
    return path


@pytest.fixture
def serving(storage: Path) -> GraphNode:
    return node(storage, "load", "process")


def test_the_default_recipe_trains_it_as_an_intent_classifier() -> None:
    registered = DefaultV1Recipe._from_registry(IntentClassifier.__name__)
    assert registered.clazz is IntentClassifier
    assert registered.is_trainable
    assert registered.types == {DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER}


def test_a_message_gets_an_intent_and_a_ranking(serving: GraphNode) -> None:
    (message,) = parse(serving, "my ankle hurts")
    assert message["intent"]["name"] == "report_symptom"
    assert message["intent"] == message["intent_ranking"][0]
    assert len(message["intent_ranking"]) == 4


def test_the_ranking_is_as_long_as_configured(storage: Path) -> None:
    (message,) = parse(node(storage, "load", "process", {"ranking_length": 2}), "my ankle hurts")
    assert len(message["intent_ranking"]) == 2


@pytest.mark.parametrize("blank", ["", "   ", "\n\t"])
def test_blank_text_has_no_intent_and_no_confidence(serving: GraphNode, blank: str) -> None:
    (message,) = parse(serving, blank)
    assert message["intent"] == {"name": None, "confidence": 0.0}
    assert message["intent_ranking"] == []


def test_blank_text_falls_back(serving: GraphNode) -> None:
    _, messages = serving(("before", [Message({TEXT: " "})]))
    fallback = FallbackClassifier({"threshold": 0.3, "ambiguity_threshold": 0.03})
    assert fallback.process(messages)[0].get(INTENT)["name"] == "nlu_fallback"


def test_training_and_loading_predict_the_same(examples: tuple[Example, ...], serving: GraphNode) -> None:
    texts = ("my ankle hurts", "hi", "how long", "nope", "the weather is nice")
    trained = train(examples)
    for text, message in zip(texts, parse(serving, *texts), strict=True):
        got = [(rank["name"], rank["confidence"]) for rank in message["intent_ranking"]]
        assert got == [(rank.intent, rank.confidence) for rank in trained.rank(text)]


def test_two_trainings_store_the_same_bytes(examples: tuple[Example, ...], tmp_path: Path) -> None:
    folders = [run_training(tmp_path / name, examples) for name in ("first", "second")]
    for name in (WEIGHTS, NAMES):
        assert len({(folder / name).read_bytes() for folder in folders}) == 1


def test_settings_reach_the_training(examples: tuple[Example, ...], tmp_path: Path) -> None:
    plain = run_training(tmp_path / "plain", examples)
    strict = run_training(tmp_path / "strict", examples, {"C": 0.01})
    assert (plain / WEIGHTS).read_bytes() != (strict / WEIGHTS).read_bytes()


def test_the_stored_model_can_carry_no_code(storage: Path) -> None:
    files = [path for path in storage.rglob("*") if path.is_file()]
    assert {path.name for path in files} == {WEIGHTS, NAMES}
    assert not any(path.read_bytes().startswith((b"\x80", b"PK")) for path in files)  # pickle, zip


def test_loading_and_classifying_need_no_scikit_learn(storage: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from bot.runtime.rasa_ready import prepare
prepare()
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from bot.nlu.intent_classifier import IntentClassifier
storage = LocalModelStorage.create(Path({str(storage)!r}))
component = IntentClassifier.load(IntentClassifier.get_default_config(), storage, Resource({NODE!r}), None)
message, = component.process([Message({{"text": "my ankle hurts"}})])
print(message.get("intent")["name"], *(name for name in sys.modules if name.partition(".")[0] == "sklearn"))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.split() == ["report_symptom"]


def test_loading_what_was_never_trained_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphComponentException) as refused:
        node(tmp_path, "load", "process")
    assert isinstance(refused.value.__cause__, ValueError)


def test_loading_a_damaged_model_is_an_error(examples: tuple[Example, ...], tmp_path: Path) -> None:
    (run_training(tmp_path, examples) / NAMES).write_text("{", encoding="utf-8")
    with pytest.raises(GraphComponentException) as refused:
        node(tmp_path, "load", "process")
    assert isinstance(refused.value.__cause__, ClassifierUnreadable)


def test_loading_tries_the_canary(examples: tuple[Example, ...], tmp_path: Path) -> None:
    folder = run_training(tmp_path, examples)
    # The names of another training, with the intents in another order: every message would get a wrong intent.
    wrong = train(Example(example.text, example.intent[::-1]) for example in examples)
    weights = (folder / WEIGHTS).read_bytes()
    save(wrong, folder)
    (folder / WEIGHTS).write_bytes(weights)
    with pytest.raises(GraphComponentException) as refused:
        node(tmp_path, "load", "process")
    assert isinstance(refused.value.__cause__, CanaryFailed)


def test_training_on_one_intent_is_an_error(examples: tuple[Example, ...], tmp_path: Path) -> None:
    with pytest.raises(GraphComponentException) as refused:
        run_training(tmp_path, tuple(example for example in examples if example.intent == "deny"))
    assert isinstance(refused.value.__cause__, TrainingRefused)


def test_classifying_before_training_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphComponentException) as refused:
        parse(node(tmp_path, "create", "process"), "hello")
    assert isinstance(refused.value.__cause__, NotTrained)


def test_training_examples_keep_their_intents(examples: tuple[Example, ...], tmp_path: Path) -> None:
    data = TrainingData([Message({TEXT: example.text, INTENT: example.intent}) for example in examples])
    component = IntentClassifier.create({}, LocalModelStorage.create(tmp_path), Resource(NODE), None)
    assert [message.get(INTENT) for message in component.process_training_data(data).intent_examples] == [
        example.intent for example in examples
    ]


def test_the_cache_key_is_stable_and_not_empty() -> None:
    assert IntentClassifier.fingerprint_addon({}) == IntentClassifier.fingerprint_addon({}) != ""
