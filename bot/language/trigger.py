"""Words that change what is asserted: denials, doubts, other times, other people.

Each is data: a phrase, what it does, which way it looks, how far. The engine in `bot.language.assertion` only applies
them. After NegEx and ConText (Chapman 2001, Harkema 2009), with the ways in which people talk about their own body.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What a trigger does to the mentions in its scope."""

    ABSENT = "absent"
    UNKNOWN = "unknown"
    HEDGED = "hedged"
    PAST = "past"
    NOW = "now"
    """Says that it is so at present, against what was said before: "couldn't at first, now I can"."""
    RESOLVED = "resolved"
    HYPOTHETICAL = "hypothetical"
    OTHER = "other"
    ELSEWHERE = "elsewhere"
    """Another part of the body; has no force in a clause that names the foot."""
    QUESTION = "question"
    """Asks whether; has no force in a sentence about one's own body, or about "it"."""
    DEFINITION = "definition"
    """Asks what something is; has no force in a sentence about oneself."""
    PRESENT = "present"
    """Undoes a denial or a resolution in the same clause: "the swelling went and came back"."""
    NOTHING = "nothing"
    """Looks like a trigger and is none: takes the words away from the others ("no wonder")."""
    HEALTHY = "healthy"
    """Says that a side or a place is not the bad one: "the right one is fine"."""
    OPPOSITE = "opposite"
    """Names the well side for comparison: the other one is the bad one ("bigger than the left")."""
    END = "end"
    """Ends the scope of denials that reach it from either side."""
    REPAIR = "repair"
    """Takes back what came before: "left, sorry, right"."""


class Direction(StrEnum):
    """Where the words stand that a trigger bears on."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    INSIDE = "inside"


class Scope(StrEnum):
    """How far a trigger reaches, within its `reach` of words.

    `LIST` is the clause and the items of a list that follow ("no swelling, bruising or numbness"); `PREVIOUS` the
    clause and a bare one before it ("bruising? none").
    """

    CLAUSE = "clause"
    LIST = "list"
    PREVIOUS = "previous"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way of changing an assertion.

    Attributes:
        phrase: in the language of `bot.language.phrases`.
        reach: the most words it bears on, each way.
    """

    phrase: str
    category: Category
    direction: Direction = Direction.FORWARD
    scope: Scope = Scope.CLAUSE
    reach: int = 12


def triggers(
    category: Category,
    phrases: str,
    direction: Direction = Direction.FORWARD,
    scope: Scope = Scope.CLAUSE,
    reach: int = 12,
) -> tuple[Trigger, ...]:
    """One trigger for each line of `phrases`."""
    lines = (line.strip() for line in phrases.splitlines())
    return tuple(Trigger(line, category, direction, scope, reach) for line in lines if line)
