"""Answers that are a little wrong, put right afterwards. Harmless: no rule and no emergency hangs on the difference."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.evaluation.cases import LabelledCase

TURNING_AGES = (18, 55, 65)
"""Ages from which something else is asked or advised."""

MOST = 10
"""The strongest pain."""


@dataclass(frozen=True)
class Slip:
    """A wrong answer, and the two messages that put it right."""

    said: str
    corrections: tuple[str, str]


def slip_at(question: Mapping[str, Any], case: LabelledCase, rng: random.Random) -> Slip | None:
    """The slip in answer to this question; nothing when it is not one for that.

    Whoever was not asked how bad it is slips at the age, which everybody is asked who has not told it.
    """
    age, severity = case.truth.get("age"), case.truth.get("severity")
    if question["id"] == "severity" and severity is not None and rng.random() < 0.5:
        wrong = severity - 2 if severity > 2 else severity + 1
        now = f"sorry, that was wrong, the pain is {severity} out of {MOST}, not {wrong}"
        return Slip(str(wrong), (now, f"to be clear, the pain at its worst was {severity} out of {MOST}"))
    if question["id"] == "age" and age is not None:
        wrong = age - 1 if age + 1 in TURNING_AGES else age + 1
        now = f"sorry, I mistyped, the age is {age}, not {wrong}"
        return Slip(str(wrong), (now, f"and to be clear, the age is {age} years"))
    return None
