"""How an engine of negation does on the places that Malleo's lexicon found.

`python -m bot.evaluation.baselines.assertion PLACES` scores Malleo itself on them. Needs nothing but Python, because it
runs in the environments of the other engines too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.evaluation.baselines.table import show
from bot.evaluation.scores import Miss, Overlap, Report, Table, Tally

PRESENT, ABSENT, UNKNOWN = "present", "absent", "unknown"
HISTORICAL, HYPOTHETICAL, OTHER = "historical", "hypothetical", "other"

FLIPPED = {PRESENT: ABSENT, ABSENT: PRESENT}


@dataclass(frozen=True)
class Place:
    """Words that tell of a finding.

    Attributes:
        start, end: in the text as typed, end excluded.
        says: the state that the words assert when nothing around them bears on them.
        own: Malleo's label.
        implies: state of the finding → other findings that it brings, and their state.
    """

    concept: str
    start: int
    end: int
    says: str
    own: str
    implies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def told(self, denied: bool) -> str:
        """State of the finding when the surroundings deny the words, or do not."""
        return FLIPPED[self.says] if denied else self.says


@dataclass(frozen=True)
class Pair:
    """A sentence and what is true of one concept in it. `opposite`: the places tell of its opposite."""

    set: str
    text: str
    concept: str
    gold: str
    places: Sequence[Place]
    opposite: bool = False


@dataclass(frozen=True)
class Said:
    """A message, the symptoms that its labels name, and its places."""

    id: str
    text: str
    present: Sequence[str]
    absent: Sequence[str]
    ignored: Sequence[str]
    places: Sequence[Place]


@dataclass(frozen=True)
class Places:
    """What an engine is to judge. `symptoms`: those that count in messages."""

    symptoms: Sequence[str]
    pairs: Sequence[Pair]
    messages: Sequence[Said]

    @classmethod
    def read(cls, file: Path) -> Places:
        """From a file that `bot.evaluation.baselines.spans` wrote."""
        written = json.loads(file.read_text(encoding="utf-8"))

        def located(entry: dict[str, Any]) -> dict[str, Any]:
            return {**entry, "places": [Place(**one) for one in entry["places"]]}

        return cls(
            written["symptoms"],
            [Pair(**located(one)) for one in written["pairs"]],
            [Said(**located(one)) for one in written["messages"]],
        )


Judge = Callable[[str, Place], str]
"""Text and place → label."""


def evaluate(places: Places, judge: Judge) -> Report:
    """Scores an engine on sentences, by their set, and on messages."""
    report = Report()
    rows: list[tuple[str, ...]] = []
    for name in sorted({pair.set for pair in places.pairs}):
        rows.append(_sentences(report, name, [pair for pair in places.pairs if pair.set == name], judge))
    heads = ("set", "sentences", "found", "full label", "absent or not", "false absents")
    report.tables.append(Table("Sentences, of those in which the concept is found", heads, tuple(rows)))
    _messages(report, places, judge)
    return report


def _sentences(report: Report, name: str, pairs: Sequence[Pair], judge: Judge) -> tuple[str, ...]:
    full, absence, wrong, found = Tally(), Tally(), Tally(), Tally()
    for place, pair in enumerate(pairs, 1):
        if not found.add(bool(pair.places)):
            continue
        got = _one([judge(pair.text, one) for one in pair.places])
        got = FLIPPED.get(got, got) if pair.opposite else got
        absence.add((got == ABSENT) == (pair.gold == ABSENT))
        if pair.gold != ABSENT:
            wrong.add(got == ABSENT)
        if not full.add(got == pair.gold):
            report.misses.append(Miss(f"{name}{place} {pair.concept}", f"label_{name}", pair.gold, got, pair.text))
    report.scores |= {
        f"found_{name}": found.score,
        f"label_{name}": full.score,
        f"absent_or_not_{name}": absence.score,
        f"false_absent_{name}": wrong.score,
    }
    return name, str(found.n), str(found.hits), f"{full.hits}", f"{absence.hits}", f"{wrong.hits}"


def _one(labels: Sequence[str]) -> str:
    """One label of several: what is so now comes before what is not, and both before what is not of now."""
    return next((label for label in (PRESENT, UNKNOWN, ABSENT) if label in labels), labels[0])


def _messages(report: Report, places: Places, judge: Judge) -> None:
    present, absent, wrongly = Overlap(), Overlap(), Tally()
    for message in places.messages:
        state = states(message, judge)
        counted = set(places.symptoms) - set(message.ignored)
        for so, overlap, labels in ((PRESENT, present, message.present), (ABSENT, absent, message.absent)):
            gold = set(labels) & counted
            got = {id for id, value in state.items() if value == so} & counted
            overlap.add(gold, got)
            if gold != got:
                report.misses.append(Miss(message.id, f"{so}_f1", _listed(gold), _listed(got), message.text))
        for symptom in sorted(set(message.present) & counted):
            if wrongly.add(state.get(symptom) == ABSENT):
                report.misses.append(Miss(message.id, "wrongly_absent", symptom, f"{symptom} absent", message.text))
    report.scores |= {"present_f1": present.f1, "absent_f1": absent.f1, "wrongly_absent": wrongly.score}


def states(message: Said, judge: Judge) -> dict[str, str]:
    """The findings that are said to be so, not so or unknown now, and what these imply where nothing else is said."""
    labels: dict[str, list[str]] = {}
    implied: dict[str, list[str]] = {}
    for place in message.places:
        label = judge(message.text, place)
        labels.setdefault(place.concept, []).append(label)
        for other, state in place.implies.get(label, {}).items():
            implied.setdefault(other, []).append(state)
    said = {concept: _one(told) for concept, told in (implied | labels).items()}
    return {concept: label for concept, label in said.items() if label in (PRESENT, ABSENT, UNKNOWN)}


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids)) or "–"


def main(title: str = "Malleo", judge: Judge = lambda _, place: place.own) -> None:
    """The command line of each engine."""
    parser = argparse.ArgumentParser(description=f"Scores {title} on the places that Malleo's lexicon found.")
    parser.add_argument("places", type=Path, help="file written by bot.evaluation.baselines.spans")
    parser.add_argument("--json", type=Path, help="also write the scores to this file")
    told = parser.parse_args()
    report = evaluate(Places.read(told.places), judge)
    show(title, report)
    if told.json:
        told.json.write_text(report.to_json(), encoding="utf-8")


if __name__ == "__main__":
    main()
