"""Scores of variants by family of templates and by kind of noise; and the file of labelled messages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from bot.dialogue.practice import Practice
from bot.evaluation.hearing import hear
from bot.evaluation.scores import Cell, Report, Table, Tally
from bot.evaluation.utterances import MEASURES, Scoring, gives_grounds
from bot.evaluation.variants.generator import INTENT, Variant

UNSCORED = ("intent_accuracy", "emergency_recall")
"""Measures of intents, which variants have none of."""

FINDINGS = {"present": "present_f1", "absent": "absent_f1", "wrongly absent": "wrongly_absent"}
ATTRIBUTES = {
    "place": "location_f1",
    "side": "side_accuracy",
    "onset": "onset_accuracy",
    "mechanism": "mechanism_accuracy",
    "duration": "duration_accuracy",
    "score": "severity_within_1",
}


def score(variants: Sequence[Variant], practice: Practice) -> Report:
    """Scores over all variants. `all_right` is the share of messages of which nothing was read otherwise than labelled.

    Misses of closed templates are counted and not listed.
    """
    symptoms = frozenset(id for one in variants for id in (*one.message.present, *one.message.absent))
    whole = Scoring(symptoms)
    by_family = defaultdict[str, Scoring](lambda: Scoring(symptoms))
    right: dict[str, Tally] = defaultdict(Tally)
    by_noise: dict[str, Tally] = defaultdict(Tally)
    by_template: dict[str, Tally] = defaultdict(Tally)
    everything = Tally()
    for variant in variants:
        got = hear(variant.message, practice, lambda text: INTENT)
        grounds = "unknown" in variant.template.gold.values() or gives_grounds(variant.message, practice)
        before = len(whole.misses)
        whole.add(variant.message, got, grounds)
        by_family[variant.template.family].add(variant.message, got, grounds)
        hit = everything.add(len(whole.misses) == before)
        right[variant.template.family].add(hit)
        by_template[variant.template.name].add(hit)
        for kind in variant.noise or ("none",):
            by_noise[kind].add(hit)
    scores = {"all_right": everything.score}
    scores |= {name: whole.scores[name] for name in MEASURES if name not in UNSCORED}
    closed = any(variant.template.closed for variant in variants)
    tables = [
        _families("Findings by family", FINDINGS, by_family, right),
        _families("Attributes by family", ATTRIBUTES, by_family, right),
        _shares("By noise", "noise", by_noise),
    ]
    if not closed:
        tables.append(_shares("Templates with misses", "template", _missed(by_template)))
    return Report(scores, tables, [] if closed else whole.misses)


def _families(
    title: str, measures: Mapping[str, str], scorings: Mapping[str, Scoring], right: Mapping[str, Tally]
) -> Table:
    """One row for each family that any of the measures says something of."""
    heads = ("family", "n", "all right", *measures)
    rows: list[tuple[Cell, ...]] = []
    for family, scoring in scorings.items():
        scores = scoring.scores
        figures = [scores[measure] for measure in measures.values()]
        if any(figure.n for figure in figures):
            rows.append((family, right[family].n, right[family].score, *figures))
    return Table(title, heads, tuple(rows))


def _shares(title: str, of: str, tallies: Mapping[str, Tally]) -> Table:
    rows = tuple((name, tally.n, tally.score) for name, tally in tallies.items())
    return Table(title, (of, "n", "all right"), rows)


def _missed(tallies: Mapping[str, Tally]) -> Mapping[str, Tally]:
    worst = sorted(tallies.items(), key=lambda item: item[1].hits / item[1].n)
    return {name: tally for name, tally in worst if tally.hits < tally.n}


def written(variants: Iterable[Variant]) -> str:
    """The variants as a file of labelled messages, which `malleo evaluate utterances` takes."""
    return yaml.safe_dump(
        {"utterances": [_entry(variant) for variant in variants]}, sort_keys=False, allow_unicode=True, width=1000
    )


def _entry(variant: Variant) -> dict[str, Any]:
    message = variant.message
    return {
        "id": message.id,
        "text": message.text,
        "intent": INTENT,
        "location": sorted(message.areas),
        "side": message.side,
        "onset": message.onset or "unknown",
        "duration": None if message.days is None else {"days": message.days},
        "severity": message.severity,
        "symptoms_present": sorted(message.present),
        "symptoms_absent": sorted(message.absent),
        "ignore_symptoms": sorted(message.ignored),
        "mechanism": message.mechanism,
        "tags": [*message.tags, *variant.noise],
        "template": variant.template.name,
    }
