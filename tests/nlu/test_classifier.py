"""Training, ranking and the canary."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.classifier import COOLEST, HOTTEST, CanaryFailed, Classifier, Example, Training, TrainingRefused, train


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hello you", "greet"),
        ("Nope!", "deny"),
        ("how long will that take?", "ask_recovery_time"),
        ("my right ankle hurts", "report_symptom"),
    ],
)
def test_messages_like_the_examples_get_their_intent(classifier: Classifier, text: str, intent: str) -> None:
    assert classifier.rank(text)[0].intent == intent


@given(st.text(max_size=300))
def test_confidences_of_any_text_sum_to_one_and_fall(classifier: Classifier, text: str) -> None:
    ranked = classifier.rank(text)
    confidences = [rank.confidence for rank in ranked]
    assert not ranked or sum(confidences) == pytest.approx(1)
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 <= confidence <= 1 for confidence in confidences)


@pytest.mark.parametrize("blank", ["", "  ", "\n", "踝关节扭伤"])
def test_text_in_which_nothing_is_known_has_no_rank(classifier: Classifier, blank: str) -> None:
    assert classifier.rank(blank) == ()


def test_order_and_repetition_of_examples_make_no_difference(examples: tuple[Example, ...]) -> None:
    once, again = train(examples), train((*reversed(examples), *examples))
    assert once.features.names == again.features.names
    assert once.temperature == again.temperature
    np.testing.assert_array_equal(once.weights, again.weights)


def test_the_temperature_keeps_its_bounds(classifier: Classifier) -> None:
    assert COOLEST <= classifier.temperature <= HOTTEST


def test_the_temperature_changes_confidence_and_not_the_order(classifier: Classifier) -> None:
    classifier = replace(classifier, temperature=1.0)
    hotter = replace(classifier, temperature=4.0)
    before, after = classifier.rank("my ankle"), hotter.rank("my ankle")
    assert [rank.intent for rank in before] == [rank.intent for rank in after]
    assert after[0].confidence < before[0].confidence


def test_too_few_examples_for_the_folds_leave_the_temperature_alone(examples: tuple[Example, ...]) -> None:
    assert train(examples, Training(folds=7)).temperature == 1.0


def test_two_intents_are_enough(examples: tuple[Example, ...]) -> None:
    classifier = train(example for example in examples if example.intent in ("greet", "deny"))
    assert classifier.rank("hello")[0].intent == "greet"
    assert classifier.rank("no")[0].intent == "deny"


def test_one_intent_is_refused(examples: tuple[Example, ...]) -> None:
    with pytest.raises(TrainingRefused, match="at least two intents"):
        train(example for example in examples if example.intent == "greet")


def test_a_text_with_two_intents_is_refused(examples: tuple[Example, ...]) -> None:
    with pytest.raises(TrainingRefused, match="'hello' is an example of both deny and greet"):
        train((*examples, Example("hello", "deny")))


def test_a_blank_example_is_refused(examples: tuple[Example, ...]) -> None:
    with pytest.raises(TrainingRefused, match="deny is blank"):
        train((*examples, Example("  ", "deny")))


def test_the_canary_knows_a_training_text_of_each_intent(classifier: Classifier, examples: tuple[Example, ...]) -> None:
    assert set(classifier.canaries) == {example.intent for example in examples}
    assert {Example(said.text, intent, said.told) for intent, said in classifier.canaries.items()} <= set(examples)
    classifier.canary()


def test_the_canary_notices_labels_in_another_order(classifier: Classifier) -> None:
    with pytest.raises(CanaryFailed, match="Train it again"):
        replace(classifier, intents=tuple(reversed(classifier.intents))).canary()


def test_the_canary_notices_lost_weights(classifier: Classifier) -> None:
    with pytest.raises(CanaryFailed, match="trained to read as"):
        replace(classifier, weights=np.zeros_like(classifier.weights)).canary()


def test_a_classifier_without_canaries_is_refused(classifier: Classifier) -> None:
    with pytest.raises(CanaryFailed, match="no training text"):
        replace(classifier, canaries={}).canary()
