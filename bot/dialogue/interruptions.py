"""What a kind of turn means for the interview: is it more than an answer, and is it about this person at all?"""

from __future__ import annotations

import re

from bot.dialogue.case import Case
from bot.dialogue.utterance import Utterance

MOST_MISSES = 3
"""So many answers in a row that were not understood, and the thing asked about is unknown, which counts as present."""

SMALL_TALK = frozenset({"greet", "thanks", "goodbye", "other_body_part", "bot_challenge", "ask_privacy"})
LEAVING = frozenset({"stop", "restart", "delete_my_data", "distress", "ask_human"})
ASKING = frozenset(
    {
        "ask_condition_info",
        "ask_treatment",
        "ask_prevention",
        "ask_cause",
        "ask_risk_factors",
        "ask_recovery_time",
        "ask_when_see_doctor",
        "ask_why",
        "ask_privacy",
        "bot_challenge",
    }
)


def takes_over(intent: str | None, case: Case) -> bool:
    """Whether a turn of that intent is more than an answer.

    What answered the open question in its own words counts as an answer, whatever the classifier made of it.
    """
    answered_the_question = case.open is None
    return intent in LEAVING | ASKING and not answered_the_question and not case.erased


def is_talk(intent: str | None) -> bool:
    """Whether a turn of that intent tells nothing by itself."""
    return intent in ASKING | LEAVING | SMALL_TALK | {"out_of_scope", "nlu_fallback"}


def ends_the_talk(intent: str | None) -> bool:
    """Whether a question of ours would be out of place after a turn of that intent."""
    return intent in {"goodbye", "thanks", "distress", "ask_human", "out_of_scope", "other_body_part"}


def is_not_an_answer(utterance: Utterance) -> bool:
    """Whether the kind of turn makes a "no" or "yes" that was read in it doubtful."""
    return utterance.intent in ASKING | LEAVING | SMALL_TALK


def is_a_try(utterance: Utterance) -> bool:
    """Whether a message that brought nothing was at least meant as an answer."""
    return utterance.choice is None and not utterance.foreign and utterance.intent not in ASKING | LEAVING | SMALL_TALK


def is_about_the_person(utterance: Utterance) -> bool:
    """Whether the words tell of the person's own ankle. "What is a sprain?" and "Can I run on it?" tell of none.

    Nor do words of another language that look like English ones.
    """
    if utterance.foreign:
        return False
    if utterance.intent not in ASKING:
        return True
    return bool(_FIRST_PERSON.search(utterance.text)) and not _BARE_QUESTION.match(utterance.text)


def asks_something(text: str) -> bool:
    """Whether the words ask: they end in a question mark, or begin as a question does."""
    return bool(_ASKS.search(text))


_ASKS = re.compile(
    r"\?\s*$|^\s*(can|could|will|would|should|shall|may|do|does|did|is|are|how|what|when|why|which|who|where)('?s|'?re)?\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(i|i'm|im|i've|ive|my|mine|me|we|our)\b", re.IGNORECASE)
_BARE_QUESTION = re.compile(
    r"\s*(and |but |so |ok |also )*"
    r"(can|could|will|would|should|shall|may|do|does|did|is|are|am|how|what|when|why|which|who|where)('?s|'?re)?\b[^.!;]*$",
    re.IGNORECASE,
)
