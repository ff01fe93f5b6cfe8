"""What a kind of turn means for the interview: is it more than an answer, and is it about this person at all?"""

from __future__ import annotations

import re

from bot.dialogue.case import Case
from bot.dialogue.utterance import Utterance

MOST_TRIES = 2
"""A question that was put this often without an answer is left open; it is never counted as denied."""

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
    return intent in LEAVING or (intent in ASKING and not answered_the_question)


def is_about_the_person(utterance: Utterance) -> bool:
    """Whether the words tell of the person's own ankle. "What is a sprain?" tells of none; "my ankle …?" does."""
    return utterance.intent not in ASKING or bool(_FIRST_PERSON.search(utterance.text))


_FIRST_PERSON = re.compile(r"\b(i|i'm|im|i've|ive|my|mine|me|we|our)\b", re.IGNORECASE)
