"""The labels that a file of messages may use. A slip in a label would count as a miss of the assistant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.evaluation.labels import UnreadableFile
from bot.knowledge.vocabulary import vocabulary

LISTS = ("alt_intents", "location", "symptoms_present", "symptoms_absent", "ignore_symptoms", "tags")
"""Fields with several values."""

SEVERITY_WORDS = ("mild", "moderate", "severe")
"""Said in place of a number; accepted, and not scored."""

ROLLED = "rolled"
"""Rolled inwards or outwards, the words do not say which."""


def check(written: Sequence[Mapping[str, Any]], path: Path, findings: Collection[str] = ()) -> None:
    """Looks at every label of the entries.

    Args:
        findings: ids besides those of the vocabulary.

    Raises:
        UnreadableFile: a label is none that there is; names the file, the entry, the field and what is accepted.
    """
    accepted = _accepted(findings)
    for entry in written:
        for field in LISTS:
            if not isinstance(entry.get(field) or [], list):
                raise _refused(path, entry, field, entry[field], "a list")
        for field, values in accepted.items():
            for value in _values(entry.get(field)):
                if value not in values:
                    raise _refused(path, entry, field, value, ", ".join(values))
        severity = entry.get("severity")
        if not (severity is None or severity in SEVERITY_WORDS or _is_score(severity)):
            raise _refused(path, entry, "severity", severity, f"a number from 0 to 10, {', '.join(SEVERITY_WORDS)}")
        duration = entry.get("duration")
        days = duration.get("days") if isinstance(duration, dict) else None
        if not isinstance(days, int | float | None):
            raise _refused(path, entry, "duration", days, "days that are a number or null")


def _accepted(findings: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Field → its values."""
    words = vocabulary()
    symptoms = tuple(dict.fromkeys((*words.findings, *findings)))
    return {
        "intent": words.intents,
        "alt_intents": words.intents,
        "location": tuple(dict.fromkeys((*words.regions.values(), *words.regions))),
        "side": words.attributes["side"].values,
        "onset": (*words.attributes["onset"].values, "unknown"),
        "mechanism": (*words.attributes["mechanism"].values, ROLLED),
        "symptoms_present": symptoms,
        "symptoms_absent": symptoms,
        "ignore_symptoms": symptoms,
    }


def _values(written: Any) -> Iterable[Any]:
    if written is None:
        return ()
    return written if isinstance(written, list) else (written,)


def _is_score(severity: Any) -> bool:
    return isinstance(severity, int | float) and not isinstance(severity, bool) and 0 <= severity <= 10


def _refused(path: Path, entry: Mapping[str, Any], field: str, value: Any, accepted: str) -> UnreadableFile:
    return UnreadableFile(f"{path}: {entry['id']}, {field}: {value!r} is not accepted. Accepted: {accepted}.")
