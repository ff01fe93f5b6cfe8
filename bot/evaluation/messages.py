"""Labelled messages.

The format is that of the message files: `utterances`, each with an intent, places, side, onset, duration, severity,
mechanism and the symptoms that are present and absent. A bare answer has the question that it answers as `context`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.evaluation.accepted import check
from bot.evaluation.labels import entries
from bot.knowledge.vocabulary import vocabulary


@dataclass(frozen=True)
class Labelled:
    """A message and its labels; empty or `None` where the label says nothing.

    Attributes:
        intents: the label, and others that are right too.
        severity: 0 to 10; the words mild, moderate and severe are no number and leave it `None`.
        ignored: symptoms that may be read either way.
    """

    id: str
    text: str
    intents: tuple[str, ...]
    context: str = ""
    areas: frozenset[str] = frozenset()
    side: str | None = None
    onset: str | None = None
    days: float | None = None
    severity: float | None = None
    mechanism: str | None = None
    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()


def labelled(path: Path, findings: Collection[str] = ()) -> list[Labelled]:
    """The messages of a file.

    Args:
        findings: ids that labels may name besides those of the vocabulary.

    Raises:
        UnreadableFile: the file is in another form, or a label is none that there is.
    """
    written = entries(path, "utterances", ("id", "text", "intent"))
    check(written, path, findings)
    return [_labelled(entry) for entry in written]


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
        severity=severity if isinstance(severity, int | float) else None,
        mechanism=entry.get("mechanism"),
        present=frozenset(entry.get("symptoms_present") or ()),
        absent=frozenset(entry.get("symptoms_absent") or ()),
        ignored=frozenset(entry.get("ignore_symptoms") or ()),
        tags=tuple(entry.get("tags") or ()),
    )
