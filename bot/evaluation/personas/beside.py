"""True things that somebody tells who answers another question than the one asked."""

from __future__ import annotations

import random
from collections.abc import Collection

from bot.evaluation.cases import LabelledCase
from bot.evaluation.truthful import ago


def beside(case: LabelledCase, about: Collection[str], said: Collection[str], rng: random.Random) -> str | None:
    """Something of the case that was not asked about, nor said beside the point before; nothing when all is told."""
    truth = case.truth
    told = {
        "side": {"left": "it's the left one", "right": "it's the right one"}.get(str(truth.get("side"))),
        "duration_days": f"it began {ago(truth['duration_days'])}" if truth.get("duration_days") is not None else None,
        "age": f"{truth['age']} years old, by the way" if truth.get("age") is not None else None,
        "where": case.said.get("where"),
    }
    apart = {"where": "location"}
    fitting = [
        words for topic, words in told.items() if words and words not in said and apart.get(topic, topic) not in about
    ]
    return rng.choice(fitting) if fitting else None
