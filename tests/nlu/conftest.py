"""A few kinds of turn, each with enough examples to be learned, and the classifier trained on them."""

from __future__ import annotations

import pytest

from bot.nlu.classifier import Classifier, Example, train

SAYINGS = {
    "greet": ("hello", "hello there", "hi there", "good morning", "good evening", "hello again"),
    "deny": ("no", "no thanks", "nope", "no it does not", "not at all", "no it isn't"),
    "ask_recovery_time": (
        "how long will it take",
        "how long does it last",
        "how long until I can run",
        "how many weeks will it take",
        "when can I run again",
        "how long does a sprain last",
    ),
    "report_symptom": (
        "my ankle hurts",
        "my ankle is swollen",
        "my left ankle hurts when I run",
        "I twisted my ankle and it is swollen",
        "my heel hurts in the morning",
        "my ankle hurts on the outside",
    ),
}


@pytest.fixture(scope="session")
def examples() -> tuple[Example, ...]:
    return tuple(Example(text, intent) for intent, texts in SAYINGS.items() for text in texts)


@pytest.fixture(scope="session")
def classifier(examples: tuple[Example, ...]) -> Classifier:
    return train(examples)
