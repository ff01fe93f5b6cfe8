"""What a message changed of what was known, and of a warning, so that a wrong reading is seen at once."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.case import Case
from bot.dialogue.in_words import all_in_words, in_order, in_words
from bot.dialogue.practice import Practice
from bot.dialogue.requests import BACK

FEWEST_REPEATED = 3
"""With so many new facts in one message, what was understood is said."""


def changes(case: Case, practice: Practice) -> str:
    """What the last message changed or took back; empty when it changed nothing.

    Who went back a question knows what that takes back.
    """
    return "" if case.request == BACK else " ".join(_changes(case, practice))


def _changes(case: Case, practice: Practice) -> Iterator[str]:
    gone = [fact for fact in case.replaced if fact.id not in case.facts]
    for fact in case.replaced:
        if fact.id in case.facts:
            now = case.facts.by_id[fact.id]
            yield practice.texts("changed.now", now=in_words(now, practice), before=in_words(fact, practice))
    if gone:
        yield practice.texts("changed.gone", before=all_in_words(gone, practice))
    if case.withdrawn:
        yield practice.texts(f"changed.withdrawn.{case.withdrawn}")


def understood(case: Case, practice: Practice) -> str:
    """One line of what a message with much in it told; empty when it told little."""
    fresh = [fact for fact in case.facts if fact.turn == case.turn and not fact.asked]
    if len(fresh) < FEWEST_REPEATED:
        return ""
    return practice.texts("understood", facts=all_in_words(in_order(fresh, practice), practice))
