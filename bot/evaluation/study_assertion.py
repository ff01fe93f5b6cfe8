"""What the reader says of a concept: is it so, is it not, was it, might it be, or is it somebody else's?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.scores import Overlap, Report, Table, Tally
from bot.evaluation.study_files import ASSERTIONS, AssertedConcept, Assertion
from bot.evaluation.study_marks import Marks
from bot.language.reader import Reader
from bot.language.reading import Mention, Reading

NOTHING = "nothing"
"""The reader says nothing of the concept: never right, and neither absent nor not absent."""


@dataclass(frozen=True)
class StandIn:
    """Findings of ours that together are a concept of a study.

    Attributes:
        findings: the ones whose state is that of the concept; the first of several that are so decides.
        flipped: the ones whose state is the opposite; they come before the others.
        because: why they may stand for it.
    """

    findings: tuple[str, ...]
    because: str
    flipped: tuple[str, ...] = ()


STAND_INS: Mapping[str, StandIn] = {
    "walk": StandIn(
        ("four_steps_now", "four_steps_after_injury"),
        "Walking is no symptom; what is asked is whether the foot bears weight, now or right after it happened.",
        flipped=("cannot_bear_weight",),
    ),
    "pain": StandIn(
        (
            "pain_on_activity",
            "rest_pain",
            "night_pain",
            "tenderness",
            "first_step_pain",
            "heel_squeeze_pain",
            "bone_tender_lateral_malleolus",
            "bone_tender_medial_malleolus",
            "bone_tender_fifth_metatarsal",
            "bone_tender_navicular",
            "bone_tender_proximal_fibula",
            "bone_tender_other",
            "severity",
        ),
        "Whoever writes to us has pain: it is read by when, where and how much it hurts. Pain as such is no finding.",
    ),
    "pop": StandIn(("pop_heard",), "The same under another name."),
}
"""Concept of a study that is no id of ours → what stands for it."""

RANK = {"present": 0, "unknown": 1, "absent": 2}
"""Which of several states counts, as in a reading: what is so before what is not."""

FLIPPED = {"present": "absent", "absent": "present"}


def evaluate(rows: Sequence[AssertedConcept], reader: Reader) -> Report:
    """Scores of the full label, of absent or not, and of what is wrongly taken for absent."""
    marks = Marks("assertion")
    by_concept: dict[str, Tally] = defaultdict(Tally)
    by_label: dict[Assertion, Overlap] = {label: Overlap() for label in ASSERTIONS}
    for row in rows:
        got = assertion(reader.read(row.text), row.concept)
        gold, read = f"{row.concept} {row.gold}", f"{row.concept} {got}"
        by_concept[row.concept].add(marks.add("assertion_label", row, gold, read, got == row.gold))
        same = got != NOTHING and (got == "absent") == (row.gold == "absent")
        marks.add("assertion_absent_or_not", row, gold, read, same)
        if row.gold != "absent":
            marks.add("assertion_false_absent", row, gold, read, got == "absent", bad=True)
        for label, overlap in by_label.items():
            overlap.add({label} & {row.gold}, {label} & {got})
    return marks.report(_labels(by_label), _concepts(by_concept))


def known_concepts(findings: Collection[str]) -> frozenset[str]:
    """What the sets may name: findings of the base, and what something stands for."""
    return frozenset((*findings, *STAND_INS))


def assertion(reading: Reading, concept: str) -> str:
    """The label of a concept in the terms of a study; `NOTHING` when the reader says nothing of it.

    Said of now, "not sure" is hypothetical, and what has gone is absent. What holds now counts before what was, might
    be, or is somebody else's.
    """
    stand_in = STAND_INS.get(concept, StandIn((concept,), ""))
    order = (*stand_in.flipped, *stand_in.findings)
    mentions = [mention for mention in reading.mentions if mention.concept in order]
    if not mentions:
        return NOTHING

    def rank(mention: Mention) -> tuple[bool, int, int]:
        return not mention.current, RANK[_state(mention)], order.index(mention.concept)

    first = min(mentions, key=rank)
    return _label(first, first.concept in stand_in.flipped)


def _label(mention: Mention, flipped: bool) -> str:
    if mention.whose == "other":
        return "other"
    if mention.time == "past":
        return "historical"
    state = _state(mention)
    if mention.time == "hypothetical" or state == "unknown":
        return "hypothetical"
    return FLIPPED[state] if flipped else state


def _state(mention: Mention) -> str:
    """Of a finding its value; pain is absent when it is scored 0."""
    if isinstance(mention.value, int):
        return "present" if mention.value > 0 else "absent"
    return mention.value


def _labels(by_label: Mapping[Assertion, Overlap]) -> Table:
    rows = tuple((label, one.gold, one.precision, one.recall, one.f1) for label, one in by_label.items())
    return Table("Assertion, by label", ("label", "n", "precision", "recall", "F1"), rows)


def _concepts(by_concept: Mapping[str, Tally]) -> Table:
    rows = tuple((concept, tally.n, tally.score) for concept, tally in sorted(by_concept.items()))
    return Table("Assertion, by concept", ("concept", "n", "full label"), rows)
