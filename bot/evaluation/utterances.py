"""Labelled messages, read by the assistant's own model and reader and scored.

The format is that of the message files: `utterances`, each with an intent, places, side, onset, duration, severity,
mechanism and the symptoms that are present and absent. A bare answer has the question that it answers as `context`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.dialogue.practice import Practice
from bot.evaluation.asked import asked_in
from bot.evaluation.labels import entries
from bot.evaluation.scores import Miss, Overlap, Report, Score, Tally
from bot.knowledge.model import State
from bot.knowledge.vocabulary import vocabulary
from bot.language.answers import answer
from bot.language.reading import Reading
from bot.triage.facts import Fact, Facts, Value
from bot.triage.rules import red_flags

ROLLED = frozenset({"rolled", "rolled_in", "rolled_out"})
DAYS_SLACK, SHARE_SLACK = 1, 0.25


@dataclass(frozen=True)
class Labelled:
    """A message and its labels; empty or `None` where the label says nothing."""

    id: str
    text: str
    intents: tuple[str, ...]
    context: str = ""
    areas: frozenset[str] = frozenset()
    side: str | None = None
    onset: str | None = None
    days: float | None = None
    severity: int | None = None
    mechanism: str | None = None
    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What the assistant made of a message, in the terms of the labels."""

    intent: str
    values: Mapping[str, Value]
    areas: frozenset[str]
    present: frozenset[str]
    absent: frozenset[str]
    flags: tuple[str, ...]


def labelled(path: Path) -> list[Labelled]:
    """The messages of a file. Raises `UnreadableFile`."""
    return [_labelled(entry) for entry in entries(path, "utterances", ("id", "text", "intent"))]


def _labelled(entry: Mapping[str, Any]) -> Labelled:
    duration = entry.get("duration") or {}
    severity = entry.get("severity")
    return Labelled(
        id=str(entry["id"]),
        text=str(entry["text"]),
        intents=(entry["intent"], *(entry.get("alt_intents") or ())),
        context=entry.get("context") or "",
        areas=frozenset(vocabulary().regions.get(place, place) for place in entry.get("location") or ()),
        side=entry.get("side"),
        onset=None if entry.get("onset") in (None, "unknown") else entry["onset"],
        days=duration.get("days") if isinstance(duration, dict) else None,
        severity=severity if isinstance(severity, int) else None,
        mechanism=entry.get("mechanism"),
        present=frozenset(entry.get("symptoms_present") or ()),
        absent=frozenset(entry.get("symptoms_absent") or ()),
        ignored=frozenset(entry.get("ignore_symptoms") or ()),
        tags=tuple(entry.get("tags") or ()),
    )


def hear(message: Labelled, practice: Practice, intent_of: Callable[[str], str]) -> Heard:
    """What the assistant makes of a message; a bare answer is read in the light of its question.

    Args:
        intent_of: the intent that the trained model gives to a text.
    """
    reading = practice.reader.read(message.text)
    facts = _volunteered(reading)
    intent = intent_of(message.text)
    if message.context:
        asked = asked_in(message.context, practice)
        found = answer(message.text, asked.frame, practice.reader) if asked else None
        facts |= asked.settled(found) if asked and found else {}
        intent = _in_context(intent, found.kind if found else "not_an_answer", found.value if found else None)
    elif intent == "answer":
        intent = "report_symptom"  # nothing was asked
    known = Facts.of(Fact(id, value, message.text, 1) for id, value in facts.items())
    regions = facts.get("location", ())
    return Heard(
        intent=intent,
        values=facts,
        areas=frozenset(vocabulary().regions[one] for one in regions) if isinstance(regions, tuple) else frozenset(),
        present=frozenset(id for id, value in facts.items() if value is State.PRESENT),
        absent=frozenset(id for id, value in facts.items() if value is State.ABSENT),
        flags=tuple(one.rule.id for one in red_flags(known, practice.knowledge)),
    )


def _volunteered(reading: Reading) -> dict[str, Value]:
    values: dict[str, Value] = {id: State(state) for id, state in reading.findings.items()}
    if reading.location:
        values["location"] = reading.location
    for name in vocabulary().attributes:
        value = reading.attribute(name)
        if name != "location" and value is not None:
            values[name] = value
    return values


def _in_context(intent: str, kind: str, value: object) -> str:
    """The intent of an answer: a bare yes or no stays one, words that bring more are an answer."""
    if kind in ("dont_know", "skip"):
        return "dont_know"
    if intent in ("affirm", "deny", "dont_know") or kind == "not_an_answer":
        return "answer" if intent == "report_symptom" else intent
    return "answer"


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
            alike = mechanism == gold.mechanism or (gold.mechanism == "rolled" and mechanism in ROLLED)
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
    """Scores over all messages, and by tag."""
    symptoms = frozenset(id for one in messages for id in (*one.present, *one.absent, *one.ignored))
    whole, by_tag = Scoring(symptoms), defaultdict[str, Scoring](lambda: Scoring(symptoms))
    by_symptom = defaultdict[str, Overlap](Overlap)
    for message in messages:
        got = hear(message, practice, intent_of)
        grounds = gives_grounds(message, practice)
        whole.add(message, got, grounds)
        for tag in message.tags or ("untagged",):
            by_tag[tag].add(message, got, grounds)
        for id in ((message.present | got.present) & symptoms) - message.ignored:
            by_symptom[id].add({id} & message.present, {id} & got.present)
    tables = [_by_tag(by_tag), _by_symptom(by_symptom), _confused(whole.confusions)]
    return Report(whole.scores, tables, whole.misses)


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
        told["severity"] = message.severity
    facts = Facts.of(Fact(id, value, message.text, 1) for id, value in told.items())
    return bool(red_flags(facts, practice.knowledge)) or "red_flag" in message.tags


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids)) or "–"


Table = tuple[str, tuple[str, ...], list[tuple[str, ...]]]


def _by_tag(scorings: Mapping[str, Scoring]) -> Table:
    heads = ("tag", "n", "intent", "place", "present", "absent", "wrongly absent")
    rows: list[tuple[str, ...]] = []
    for tag, one in sorted(scorings.items(), key=lambda item: -item[1].tallies["intent_accuracy"].n):
        names = ("intent_accuracy", "location_f1", "present_f1", "absent_f1", "wrongly_absent")
        scores = one.scores
        rows.append((tag, str(scores["intent_accuracy"].n), *(_figure(scores[name]) for name in names)))
    return "By tag", heads, rows


def _by_symptom(overlaps: Mapping[str, Overlap]) -> Table:
    rows: list[tuple[str, ...]] = [
        (id, str(one.both), str(one.only_gold), str(one.only_got), _figure(one.f1))
        for id, one in sorted(overlaps.items())
    ]
    return "By symptom (present)", ("symptom", "right", "missed", "invented", "F1"), rows


def _confused(confusions: Counter[tuple[str, str]]) -> Table:
    rows: list[tuple[str, ...]] = [(gold, got, str(count)) for (gold, got), count in confusions.most_common()]
    return "Intents taken for another", ("intent", "taken for", "times"), rows


def _figure(score: Score) -> str:
    return "–" if score.value is None else f"{score.value:.2f}"
