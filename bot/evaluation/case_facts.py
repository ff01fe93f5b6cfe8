"""All facts of a case, as an interview that asked everything would have them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.evaluation.accepted import ROLLED
from bot.evaluation.cases import LabelledCase
from bot.knowledge.model import Knowledge, State
from bot.knowledge.vocabulary import vocabulary
from bot.triage.facts import Fact, Facts, Value

WORDS = ("side", "onset", "mechanism", "sex", "subject")
NUMBERS = ("duration_days", "severity", "age")


def facts_of(case: LabelledCase, knowledge: Knowledge) -> Facts:
    """The facts that the base can use. A bone too sore to tell is unknown; what the case does not say is left out."""
    return Facts.of(Fact(id, value, "", 1, asked=True) for id, value in _values(case, knowledge))


def _values(case: LabelledCase, knowledge: Knowledge) -> Iterator[tuple[str, Value]]:
    for id, value in case.truth.items():
        if id in knowledge.findings:
            if isinstance(value, bool):
                yield id, State.PRESENT if value else State.ABSENT
            elif value is None and id.startswith("bone_tender_"):
                yield id, State.UNKNOWN
        elif id in WORDS and value is not None:
            yield id, "rolled_in" if value == ROLLED else str(value)
        elif id in NUMBERS and value is not None:
            yield id, int(value)
    places = tuple(_places(case))
    if places:
        yield "location", places


def _places(case: LabelledCase) -> Iterator[str]:
    """Places of the base. Of an area that has several, the words do not tell which: all of them."""
    regions = vocabulary().regions
    for named in case.truth.get("location") or ():
        yield from [named] if named in regions else [place for place, area in regions.items() if area == named]
