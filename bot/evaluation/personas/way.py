"""What makes a persona, and what it sends."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from bot.evaluation.cases import LabelledCase

Manner = Callable[[str, LabelledCase, random.Random], str]
"""Says a text of a case in another way; what is said stays the same."""


@dataclass(frozen=True)
class Reply:
    """What the patient sends: words, or options of the question that was put."""

    text: str
    question: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Persona:
    """A manner of answering. Options are always those of the case, whatever the manner.

    Attributes:
        opening: changes the first message.
        words: says the chosen options by their labels, changed by this; each label by itself when `briefly`.
        speech: changes whatever else is said in words.
        unsure: share of the questions that are answered with "not sure".
        strays: share of the questions at which something else is told first.
        corrects: one answer is a little wrong, put right in the next message, and told once more near the end.
        for_another: a child when the case is one, else a husband or wife; the patient is not the one who writes.
        briefly: changes the label of each chosen option, not all of them together.
        interrupts: said before the first answers, each as a message of its own.
    """

    name: str
    opening: Manner | None = None
    words: Manner | None = None
    speech: Manner | None = None
    unsure: float = 0.0
    strays: float = 0.0
    corrects: bool = False
    for_another: bool = False
    briefly: bool = False
    interrupts: tuple[str, ...] = ()
