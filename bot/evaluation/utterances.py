"""Labelled messages, read by the assistant's own model and reader and scored."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bot.dialogue.practice import Practice
from bot.evaluation.accepted import ROLLED
from bot.evaluation.hearing import Heard, hear
from bot.evaluation.messages import Labelled
from bot.evaluation.scores import Miss, Overlap, Report, Score, Tally
from bot.evaluation.utterance_tables import LabelCounts, by_tag_table, confusion_table
from bot.knowledge.model import State
from bot.knowledge.vocabulary import vocabulary
from bot.triage.facts import Fact, Facts, Value
from bot.triage.rules import red_flags

ROLLS = frozenset({ROLLED, "rolled_in", "rolled_out"})
DAYS_SLACK, SHARE_SLACK = 1, 0.25


@dataclass
class Scoring:
    """Scores of a set of messages."""

    symptoms: frozenset[str]
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    places: Overlap = field(default_factory=Overlap)
    present: Overlap = field(default_factory=Overlap)
    absent: Overlap = field(default_factory=Overlap)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def add(self, gold: Labelled, got: Heard, grounds: bool) -> None:
        """Scores one message. `grounds`: its labels give ground for a red flag."""
        self._is("intent_accuracy", gold, " or ".join(gold.intents), got.intent, got.intent in gold.intents)
        if got.intent not in gold.intents:
            self.confusions[gold.intents[0], got.intent] += 1
        self._set("location_f1", self.places, gold, gold.areas, got.areas)
        present = (got.present & self.symptoms) - gold.ignored
        absent = (got.absent & self.symptoms) - gold.ignored
        self._set("present_f1", self.present, gold, gold.present - gold.ignored, present)
        self._set("absent_f1", self.absent, gold, gold.absent - gold.ignored, absent)
        for symptom in sorted(gold.present - gold.ignored):
            self._is("wrongly_absent", gold, symptom, f"{symptom} absent", symptom in got.absent, bad=True)
        self._attributes(gold, got)
        if gold.intents[0] == "distress":
            caught = bool(got.flags) or got.intent == "distress"
            self._is("emergency_recall", gold, "a flag or the crisis answer", got.intent, caught)
        elif not grounds:
            self._is("false_flag_rate", gold, "no flag", ", ".join(got.flags), bool(got.flags), bad=True)

    def _attributes(self, gold: Labelled, got: Heard) -> None:
        if gold.side is not None:
            self._is("side_accuracy", gold, gold.side, got.values.get("side"))
        if gold.onset is not None:
            self._is("onset_accuracy", gold, gold.onset, got.values.get("onset"))
        if gold.mechanism is not None:
            mechanism = got.values.get("mechanism")
            alike = mechanism == gold.mechanism or (gold.mechanism == ROLLED and mechanism in ROLLS)
            self._is("mechanism_accuracy", gold, gold.mechanism, mechanism, alike)
        if gold.severity is not None:
            severity = got.values.get("severity")
            near = isinstance(severity, int) and abs(severity - gold.severity) <= 1
            self._is("severity_within_1", gold, gold.severity, severity, near)
        if gold.days is not None:
            days = got.values.get("duration_days")
            slack = max(DAYS_SLACK, SHARE_SLACK * gold.days)
            near = isinstance(days, int) and abs(days - gold.days) <= slack
            self._is("duration_accuracy", gold, gold.days, days, near)

    def _is(
        self, measure: str, gold: Labelled, right: object, got: object, hit: bool | None = None, bad: bool = False
    ) -> None:
        """Counts a hit, or for a rate of errors (`bad`) the error."""
        hit = right == got if hit is None else hit
        self.tallies[measure].add(hit)
        if hit is bad:
            self.misses.append(Miss(gold.id, measure, str(right), str(got), gold.text))

    def _set(self, measure: str, overlap: Overlap, gold: Labelled, right: Iterable[str], got: Iterable[str]) -> None:
        right, got = set(right), set(got)
        overlap.add(right, got)
        if right != got:
            self.misses.append(Miss(gold.id, measure, _listed(right), _listed(got), gold.text))

    @property
    def scores(self) -> dict[str, Score]:
        found = {name: tally.score for name, tally in self.tallies.items()}
        found |= {"location_f1": self.places.f1, "present_f1": self.present.f1, "absent_f1": self.absent.f1}
        return {name: found.get(name, Tally().score) for name in MEASURES}


MEASURES = (
    "intent_accuracy",
    "location_f1",
    "side_accuracy",
    "onset_accuracy",
    "severity_within_1",
    "duration_accuracy",
    "mechanism_accuracy",
    "present_f1",
    "absent_f1",
    "wrongly_absent",
    "emergency_recall",
    "false_flag_rate",
)


def evaluate(messages: Sequence[Labelled], practice: Practice, intent_of: Callable[[str], str]) -> Report:
    """Scores over all messages, by label and by tag."""
    symptoms = frozenset(id for one in messages for id in (*one.present, *one.absent, *one.ignored))
    whole, tags = Scoring(symptoms), defaultdict[str, Scoring](lambda: Scoring(symptoms))
    labels = LabelCounts(symptoms)
    for message in messages:
        got = hear(message, practice, intent_of)
        grounds = gives_grounds(message, practice)
        labels.add(message, got)
        whole.add(message, got, grounds)
        for tag in message.tags or ("untagged",):
            tags[tag].add(message, got, grounds)
    most_first = sorted(tags.items(), key=lambda item: -item[1].tallies["intent_accuracy"].n)
    by_tag = {tag: {name: score for name, score in one.scores.items() if score.n} for tag, one in most_first}
    tables = [by_tag_table(by_tag), *labels.tables, confusion_table(whole.confusions)]
    return Report(whole.scores, tables, whole.misses, {"by_tag": by_tag})


def gives_grounds(message: Labelled, practice: Practice) -> bool:
    """Whether what the labels say calls for care now or today."""
    told: dict[str, Value] = dict.fromkeys(message.present | message.ignored, State.PRESENT)
    places = tuple(region for region, area in vocabulary().regions.items() if area in message.areas)
    labels: dict[str, Value | None] = {
        "onset": message.onset,
        "side": message.side,
        "mechanism": message.mechanism,
        "location": places or None,
        "duration_days": None if message.days is None else int(message.days),
    }
    told |= {name: value for name, value in labels.items() if value is not None}
    if message.severity is not None:
        told["severity"] = round(message.severity)
    facts = Facts.of(Fact(id, value, message.text, 1) for id, value in told.items())
    return bool(red_flags(facts, practice.knowledge)) or "red_flag" in message.tags


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids)) or "–"
