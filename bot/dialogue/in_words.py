"""A fact as it is told back to the person: "your ankle is swollen", "it began yesterday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.dialogue.practice import Practice
from bot.knowledge.model import State
from bot.language.implications import RULES_OUT, SAYS
from bot.language.reading import ABILITIES
from bot.triage.facts import Fact, Facts, Value

FIRST = ("subject", "age", "sex", "side", "location", "onset", "mechanism", "duration_days", "severity")
"""Attributes, in the order in which somebody would tell them."""

FEWEST_IN_WEEKS = 14
"""Days from which on people count in weeks."""


def in_words(fact: Fact, practice: Practice) -> str:
    """The fact as a clause that stands by itself, without a full stop."""
    finding = practice.knowledge.findings.get(fact.id)
    if fact.value is State.UNKNOWN:
        return practice.texts("result.not_sure", label=label_of(fact, practice))
    if finding is not None:
        return finding.absent if fact.value is State.ABSENT else finding.present
    return _attribute(fact.id, fact.value, practice)


def all_in_words(facts: Iterable[Fact], practice: Practice) -> str:
    """Several facts in one line, without those that others say already."""
    return "; ".join(dict.fromkeys(in_words(fact, practice) for fact in _not_said_by_others(tuple(facts))))


def _not_said_by_others(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Who is stiff in the morning is stiff, and no swelling cannot go down: the first says both."""
    left = {fact.id: fact for fact in facts}
    for fact in facts:
        if any(_says(one, fact) for one in left.values() if one is not fact):
            del left[fact.id]
        else:
            yield fact


def _says(one: Fact, other: Fact) -> bool:
    both_absent = one.value is State.ABSENT and other.value is State.ABSENT
    return (other.id, other.value) in SAYS.get((one.id, one.value), ()) or (
        both_absent and other.id in RULES_OUT.get(one.id, ())
    )


def all_known(facts: Facts, practice: Practice) -> str:
    """Everything that is known in a few sentences, without the last full stop.

    What was denied on a list is not told back one by one: there a misreading is hardly possible, and the list is long.
    """
    texts = practice.texts
    so, denied, unsure = list[str](), list[str](), list[str]()
    for fact in _not_said_by_others(in_order(facts, practice)):
        if fact.value is State.UNKNOWN:
            unsure.append(label_of(fact, practice))
        elif fact.value is not State.ABSENT or fact.id in ABILITIES:
            so.append(in_words(fact, practice))
        elif not fact.asked:
            denied.append(label_of(fact, practice))
    asked = any(fact.asked and fact.value is State.ABSENT and fact.id not in ABILITIES for fact in facts)
    parts = (
        texts("known.is_so", facts="; ".join(so)) if so else "",
        texts("known.not_sure", labels="; ".join(unsure)) if unsure else "",
        texts("known.is_not", labels="; ".join(denied)) if denied else "",
        texts("known.rest_is_not") if asked else "",
    )
    return ". ".join(filter(None, parts))


def in_order(facts: Iterable[Fact], practice: Practice) -> tuple[Fact, ...]:
    """All facts: who and where first, then what is so, what is not sure, what is not."""
    place = {id: number for number, id in enumerate((*FIRST, *practice.knowledge.findings))}
    by_state = {State.UNKNOWN: 1, State.ABSENT: 2}

    def rank(fact: Fact) -> tuple[int, int]:
        state = by_state.get(fact.value, 0) if isinstance(fact.value, State) and fact.id not in FIRST else 0
        return state, place.get(fact.id, len(place))

    return tuple(sorted(facts, key=rank))


def whole_weeks(days: Value) -> int | None:
    """The weeks that these days make, where people would count in weeks: from two on, with no day over."""
    return days // 7 if isinstance(days, int) and days >= FEWEST_IN_WEEKS and days % 7 == 0 else None


def label_of(fact: Fact, practice: Practice) -> str:
    """What the fact is about, whatever its value: "numbness", "the pain"."""
    finding = practice.knowledge.findings.get(fact.id)
    return finding.label if finding else practice.texts(f"fact.unknown.{fact.id}")


def words_of(id: str, facts: Facts, practice: Practice) -> str:
    """A fact in the person's words, or the finding's own wording when it was picked from a list."""
    fact = facts.by_id.get(id)
    known = practice.knowledge.findings.get(id)
    if fact is None or (known is None and isinstance(fact.value, State)):
        return ""  # what was not understood is nothing to quote
    if known and fact.asked and isinstance(fact.value, State):
        if fact.value is State.UNKNOWN:
            return practice.texts("result.not_sure", label=known.label)
        return known.present if fact.value is State.PRESENT else known.absent
    return fact.said


def _attribute(id: str, value: Value, practice: Practice) -> str:
    texts = practice.texts
    if isinstance(value, tuple):
        regions = practice.knowledge.regions
        return texts("fact.location", places=f" {texts('result.and')} ".join(regions[one].label for one in value))
    if id == "duration_days":
        if (weeks := whole_weeks(value)) is not None:
            return texts(f"fact.{id}.weeks", weeks=weeks)
        return texts(texts.first(f"fact.{id}.{value}", f"fact.{id}.more"), days=value)
    if isinstance(value, int):
        return texts(f"fact.{id}", number=value)
    return texts(f"fact.{id}.{value}")
