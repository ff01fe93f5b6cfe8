"""A decision tree that has learnt from made-up people with the conditions of the base, and is told everything at once.

A person is made by drawing a condition by its prior, then each answer by itself. With ratio r = P(a|c) / P(a|not c) and
otherwise o = P(not a|c) / P(not a|not c), the chances follow: P(a|not c) = (1 − o) / (r − o), P(a|c) = r P(a|not c).
Where a ratio of 1 leaves them open, an answer is taken to be rare. The tree knows no safety rules: the level is the
usual one of the condition that it holds for most probable.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.tree import DecisionTreeClassifier

from bot.knowledge.model import Evidence, Knowledge, Level, State
from bot.triage.facts import Facts, Value

PEOPLE = 20_000
SEED = 1
LEAST_IN_A_LEAF = 10
RARE = 0.1
"""P(answer) among people without the condition where the ratios do not tell it. Source: judgement."""
SURELY, HARDLY = 0.98, 0.02
"""No answer is certain either way."""

RANGES = {"age": (12, 80), "severity": (0, 10), "duration_days": (0, 400)}
"""Numbers that are drawn when nothing is said of them."""


class Tree:
    """The fitted tree of a base; the same base gives the same tree."""

    def __init__(self, knowledge: Knowledge, people: int = PEOPLE, seed: int = SEED) -> None:
        self._knowledge = knowledge
        self._about = sorted({one.about for each in knowledge.conditions.values() for one in each.evidence})
        self._columns = _columns(knowledge, self._about)
        made = _People(knowledge, self._about, random.Random(seed))  # noqa: S311
        drawn = [made.draw() for _ in range(people)]
        self._tree = DecisionTreeClassifier(min_samples_leaf=LEAST_IN_A_LEAF, random_state=seed)
        self._tree.fit(np.array([self._row(answers) for _, answers in drawn]), [id for id, _ in drawn])

    def judge(self, facts: Facts) -> tuple[Level, Mapping[str, float]]:
        """The level, and the conditions that the leaf holds for possible, most probable first."""
        shares = self._tree.predict_proba([self._row({fact.id: fact.value for fact in facts})])[0]
        ranked = sorted(zip(self._tree.classes_, shares.tolist(), strict=True), key=lambda item: -item[1])
        named = {str(id): share for id, share in ranked if share > 0}
        return self._knowledge.conditions[next(iter(named))].usual_level, named

    def _row(self, answers: Mapping[str, Value]) -> NDArray[np.float64]:
        return np.array([_cell(answers.get(about), value) for about, value in self._columns])


class _People:
    """Draws people from the conditions of a base."""

    def __init__(self, knowledge: Knowledge, about: Sequence[str], rng: random.Random) -> None:
        self._rng = rng
        self._conditions = list(knowledge.conditions.values())
        self._about = about
        self._values = {one: _values(knowledge, one) for one in about}
        chances: dict[str, list[float]] = defaultdict(list)
        for condition in self._conditions:
            for evidence in condition.evidence:
                chances[evidence.about].append(_chances(evidence)[1])
        self._usual = {one: float(np.mean(found)) for one, found in chances.items()}

    def draw(self) -> tuple[str, dict[str, Value]]:
        condition = self._rng.choices(self._conditions, [one.prior for one in self._conditions])[0]
        listed = {one.about: one for one in condition.evidence}
        return condition.id, {about: self._answer(about, listed.get(about)) for about in self._about}

    def _answer(self, about: str, evidence: Evidence | None) -> Value:
        if about in RANGES:
            return self._number(about, evidence)
        known = self._values[about]
        if set(known) <= {state.value for state in State}:
            chance = _chances(evidence)[0] if evidence else self._usual[about]
            hit = self._rng.random() < chance
            wanted = evidence.values[0] if evidence else State.PRESENT.value
            opposite = State.ABSENT if wanted == State.PRESENT.value else State.PRESENT
            return State(wanted) if hit else opposite
        others = [value for value in known if not evidence or value not in evidence.values]
        hit = evidence is not None and (not others or self._rng.random() < _chances(evidence)[0])
        value = self._rng.choice(evidence.values if hit and evidence else others)
        return (value,) if about == "location" else value

    def _number(self, about: str, evidence: Evidence | None) -> int:
        low, high = RANGES[about]
        if evidence is None:
            return self._rng.randint(low, high)
        inside = self._rng.random() < _chances(evidence)[0]
        numbers = [one for one in range(low, high + 1) if _within(one, evidence.values) is inside]
        return self._rng.choice(numbers or range(low, high + 1))


def _chances(evidence: Evidence) -> tuple[float, float]:
    """P(answer | condition) and P(answer | another condition)."""
    ratio, otherwise = evidence.ratio, evidence.otherwise
    settled = (ratio > 1 > otherwise) or (ratio < 1 < otherwise)
    without = (1 - otherwise) / (ratio - otherwise) if settled else RARE
    if not settled and ratio == 1 and otherwise < 1:
        without = 1 - RARE  # its lack speaks against: most people have it
    return _bounded(ratio * without), _bounded(without)


def _bounded(chance: float) -> float:
    return min(SURELY, max(HARDLY, chance))


def _within(number: int, spans: Sequence[str]) -> bool:
    for span in spans:
        low, dots, high = span.partition("..")
        if not dots and number == int(low):
            return True
        if dots and (not low or int(low) <= number) and (not high or number <= int(high)):
            return True
    return False


def _columns(knowledge: Knowledge, about: Sequence[str]) -> list[tuple[str, str]]:
    """One column a finding or number, and one for each value of everything else."""
    columns = []
    for one in about:
        values = _values(knowledge, one)
        plain = one in RANGES or set(values) <= {state.value for state in State}
        columns += [(one, "")] if plain else [(one, value) for value in values]
    return columns


def _values(knowledge: Knowledge, about: str) -> list[str]:
    """Every answer that some condition weighs."""
    weighed = (one for each in knowledge.conditions.values() for one in each.evidence if one.about == about)
    return sorted({value for one in weighed for value in one.values})


def _cell(answer: Value | None, value: str) -> float:
    if value:
        return float(value in answer if isinstance(answer, tuple) else answer == value)
    return float(answer) if isinstance(answer, int) else float(answer is State.PRESENT)
