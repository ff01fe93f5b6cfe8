"""The training examples of `data/nlu`."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from bot.nlu.classifier import Classifier, Example, Training, train
from bot.nlu.normalisation import normalise

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "data" / "nlu").glob("*.yml"))
FEWEST = 30


def examples_by_intent() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in FILES:
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            found[block["intent"]] += [line.removeprefix("- ") for line in block["examples"].splitlines()]
    return dict(found)


EXAMPLES = examples_by_intent()


def key(text: str) -> str:
    """What two examples must differ in: neither capitals nor stops nor short forms count."""
    return re.sub(r"[.!,]+", " ", normalise(text)).strip()


def domain_intents() -> set[str]:
    intents = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    return {next(iter(intent)) if isinstance(intent, dict) else intent for intent in intents}


def test_every_intent_of_the_domain_has_examples_and_no_other_has() -> None:
    assert set(EXAMPLES) == domain_intents()


@pytest.mark.parametrize("intent", sorted(EXAMPLES))
def test_every_intent_has_enough_distinct_examples(intent: str) -> None:
    assert len({key(text) for text in EXAMPLES[intent]}) >= FEWEST


def test_no_example_stands_under_two_intents() -> None:
    intents_of: dict[str, set[str]] = defaultdict(set)
    for intent, texts in EXAMPLES.items():
        for text in texts:
            # A bare number or sign is told from another by its value, which does not count for `key`.
            intents_of[key(text) if re.search("[a-z]", key(text)) else text].add(intent)
    assert {text: intents for text, intents in intents_of.items() if len(intents) > 1} == {}


@pytest.mark.parametrize("intent", sorted(EXAMPLES))
def test_no_example_stands_twice_under_its_intent(intent: str) -> None:
    plain = [text.casefold() for text in EXAMPLES[intent]]
    assert sorted(plain) == sorted(set(plain))


def test_examples_have_no_marks_of_annotation() -> None:
    assert [text for texts in EXAMPLES.values() for text in texts if re.search(r"[\[\]{}]", text) or not text] == []


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    examples = [Example(text, intent) for intent, texts in EXAMPLES.items() for text in texts]
    # More folds than examples: the temperature, which changes no order, is left alone.
    return train(examples, Training(folds=len(examples)))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        # An account stays an account when a general question ends it.
        ("twisted my left ankle on Friday and it is still swollen, what should I do?", "report_symptom"),
        ("what should I do about a sprain?", "ask_treatment"),
        # Bare replies.
        ("since tuesday", "answer"),
        ("outside", "answer"),
        ("7", "answer"),
        # Better and worse, and their denials.
        ("a lot better today thanks", "feedback_better"),
        ("it is not getting any better", "feedback_worse"),
        # Why it hurts, and why that is asked.
        ("why does my heel hurt after a run?", "ask_cause"),
        ("why do you want to know that?", "ask_why"),
        # Leaving the questions, and leaving life.
        ("I don't want to answer any more questions", "stop"),
        ("I don't want to live any more", "distress"),
        # Forgetting an answer, a case, a person.
        ("forget my last answer, I meant left", "correct_previous"),
        ("forget all that and start again", "restart"),
        ("forget everything you know about me", "delete_my_data"),
    ],
)
def test_look_alikes_are_told_apart(classifier: Classifier, text: str, intent: str) -> None:
    assert classifier.rank(text)[0].intent == intent
