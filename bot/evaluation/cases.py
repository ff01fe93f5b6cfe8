"""Labelled cases: a person's first message, the truth about the ankle, and what would be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.evaluation.labels import entries
from bot.evaluation.own_words import is_shallow, told_in_words

_NESTED = {
    ("weight_bearing", "immediately_4_steps"): "four_steps_after_injury",
    ("weight_bearing", "now_4_steps"): "four_steps_now",
    ("bony_tenderness", "lateral_malleolus"): "bone_tender_lateral_malleolus",
    ("bony_tenderness", "medial_malleolus"): "bone_tender_medial_malleolus",
    ("bony_tenderness", "base_5th_metatarsal"): "bone_tender_fifth_metatarsal",
    ("bony_tenderness", "navicular"): "bone_tender_navicular",
}
"""Where the format has a place of its own for a finding."""

NOTES = ("conditions_note", "previous_injury_note")
"""Facts in words."""

BELOW_THE_KNEE = ("proximal fibula", "fibular head", "head of the fibula", "knee")
"""Words by which a sore bone elsewhere is the one below the knee."""


@dataclass(frozen=True)
class LabelledCase:
    """A case.

    Attributes:
        truth: finding or attribute → `True`, `False`, a value, or `None` where the case does not say; of a bone, `None`
            is too sore to tell. Ids besides those of the format count like any other.
        said: topic → the person's own words, for answers in free text.
        levels: every level that is right, the best first.
        conditions: what it is; the first is best.
        must_not_miss: a lower level would be dangerous.
    """

    id: str
    opening: str
    truth: Mapping[str, Any]
    said: Mapping[str, str]
    levels: tuple[str, ...]
    conditions: tuple[str, ...]
    must_not_miss: bool


def cases(path: Path) -> list[LabelledCase]:
    """The cases of a file. Raises `UnreadableFile`."""
    needed = ("id", "opening_message", "facts", "acceptable_triage")
    return [_case(entry) for entry in entries(path, "vignettes", needed)]


def aliases(path: Path | None) -> dict[str, tuple[str, ...]]:
    """Label → ids of the base that count as naming it."""
    if path is None:
        return {}
    written = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return {str(label): tuple(ids) for label, ids in written.items()}


def _case(entry: Mapping[str, Any]) -> LabelledCase:
    return LabelledCase(
        id=str(entry["id"]),
        opening=entry["opening_message"],
        truth=_truth(entry["facts"], _words(entry)),
        said={topic: str(words) for topic, words in (entry.get("scripted_answers") or {}).items()},
        levels=tuple(dict.fromkeys((*_best(entry), *entry["acceptable_triage"]))),
        conditions=tuple(entry.get("gold_conditions") or ()),
        must_not_miss=bool(entry.get("must_not_miss")),
    )


def _best(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return (entry["gold_triage"],) if "gold_triage" in entry else ()


def _words(entry: Mapping[str, Any]) -> list[str]:
    """All that the case says in words."""
    notes = (entry["facts"].get(note) for note in NOTES)
    said = (entry.get("scripted_answers") or {}).values()
    return [str(words) for words in (entry["opening_message"], *said, *notes) if words]


def _truth(facts: Mapping[str, Any], words: Sequence[str]) -> dict[str, Any]:
    truth = {name: value for name, value in facts.items() if not isinstance(value, dict)}
    for (outer, inner), finding in _NESTED.items():
        truth.setdefault(finding, (facts.get(outer) or {}).get(inner))
    elsewhere = (facts.get("bony_tenderness") or {}).get("other")
    high = bool(elsewhere) and any(word in str(elsewhere).lower() for word in BELOW_THE_KNEE)
    truth.setdefault("bone_tender_proximal_fibula", high)
    truth.setdefault("bone_tender_other", bool(elsewhere) and not high)
    for finding in told_in_words(words):
        truth.setdefault(finding, True)
    if truth.get("open_wound") and is_shallow(words):
        truth |= {"open_wound": False, "broken_skin": not truth.get("bite_or_sting")}
    return truth
