"""What every entry is written in: levels, states, and where a statement comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """Triage level: where to be seen, and by when."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    SOON = "soon"
    SELF_CARE = "self_care"

    @property
    def urgency(self) -> int:
        """3 for an emergency down to 0 for self-care; compare this, never the names."""
        return _URGENCY[self]


_URGENCY = {level: 3 - place for place, level in enumerate(Level)}


class State(StrEnum):
    """What is known of a finding. `UNKNOWN` is "asked, and the person is not sure"."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


class Strength(StrEnum):
    """How good the ground for a statement is."""

    TRIAL = "trial"
    GUIDELINE = "guideline"
    CONSENSUS = "consensus"
    JUDGEMENT = "judgement"


@dataclass(frozen=True)
class Provenance:
    """Where a statement comes from.

    Attributes:
        sources: ids of `Source`, at least one.
        strength: how good the ground is.
        reviewed: the day somebody last held the statement against its sources.
    """

    sources: tuple[str, ...]
    strength: Strength
    reviewed: date


@dataclass(frozen=True)
class Source:
    """A publication, a guideline, or the product's own recorded judgement.

    Attributes:
        read: how much of it was read: `full`, `abstract`, `page`, `title`, or `none` for what is still to be verified.
    """

    id: str
    title: str
    year: int
    read: str
    link: str | None = None
