"""Scores of labelled messages taken apart: by label, by tag, and which intents are taken for which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.evaluation.hearing import Heard
from bot.evaluation.messages import Labelled
from bot.evaluation.scores import Cell, Overlap, Score, Table

TAG_HEADS = {
    "intent_accuracy": "intent",
    "location_f1": "place",
    "side_accuracy": "side",
    "onset_accuracy": "onset",
    "severity_within_1": "severity",
    "duration_accuracy": "duration",
    "mechanism_accuracy": "mechanism",
    "present_f1": "present",
    "absent_f1": "absent",
    "wrongly_absent": "wrongly absent",
    "emergency_recall": "emergency",
    "false_flag_rate": "false flag",
}
"""Measure → the head of its column."""


class ByLabel(defaultdict[str, Overlap]):
    """Label → how often it was right, missed and invented."""

    def __init__(self) -> None:
        super().__init__(Overlap)

    def add(self, gold: Collection[str], got: Collection[str]) -> None:
        for label in {*gold, *got}:
            self[label].add({label} & set(gold), {label} & set(got))

    def table(self, title: str, head: str) -> Table:
        """The labels of the gold, most frequent first, then those that were only invented."""
        rows = tuple(
            (label, one.gold, one.only_gold, one.only_got, one.precision, one.recall, one.f1)
            for label, one in sorted(self.items(), key=lambda item: (-item[1].gold, item[0]))
        )
        return Table(title, (head, "n", "missed", "invented", "precision", "recall", "F1"), rows)


@dataclass
class LabelCounts:
    """Counts of every label, over all messages.

    Attributes:
        symptoms: ids that are scored: those that the file names.
    """

    symptoms: frozenset[str]
    intents: ByLabel = field(default_factory=ByLabel)
    places: ByLabel = field(default_factory=ByLabel)
    present: ByLabel = field(default_factory=ByLabel)
    absent: ByLabel = field(default_factory=ByLabel)

    def add(self, gold: Labelled, got: Heard) -> None:
        """Counts one message. An intent that is right too counts as itself."""
        right = got.intent if got.intent in gold.intents else gold.intents[0]
        self.intents.add({right}, {got.intent})
        self.places.add(gold.areas, got.areas)
        scored = self.symptoms - gold.ignored
        self.present.add(gold.present & scored, got.present & scored)
        self.absent.add(gold.absent & scored, got.absent & scored)

    @property
    def tables(self) -> list[Table]:
        return [
            self.intents.table("By intent", "intent"),
            self.places.table("By place", "place"),
            self.present.table("By symptom (present)", "symptom"),
            self.absent.table("By symptom (absent)", "symptom"),
        ]


def by_tag_table(by_tag: Mapping[str, Mapping[str, Score]]) -> Table:
    """A row for each tag, a column for each measure that any tag has something of."""
    measures = [name for name in TAG_HEADS if any(name in scores for scores in by_tag.values())]
    none = Score(None, None, None, 0)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (tag, scores["intent_accuracy"].n, *(scores.get(name, none) for name in measures))
        for tag, scores in by_tag.items()
    )
    return Table("By tag", ("tag", "n", *(TAG_HEADS[name] for name in measures)), rows)


def confusion_table(confusions: Counter[tuple[str, str]]) -> Table:
    """Intents taken for another, the most frequent pair first."""
    rows = tuple((gold, got, count) for (gold, got), count in confusions.most_common())
    return Table("Intents taken for another", ("intent", "taken for", "times"), rows)
