"""Every check there is, held against a folder: how it is written, what it says, and what comes of it in use."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.check import CHECKS, COMPLETE, check
from bot.knowledge.checks.fault import Check
from bot.knowledge.files import draft_of
from bot.knowledge.problems import Problem
from bot.knowledge.vocabulary import Vocabulary
from bot.review.harm import advice_keeps_to_the_rules
from bot.review.leading import conditions_can_lead
from bot.review.wording import phrases_can_be_read, red_flags_can_be_said

REVIEWS: tuple[Check, ...] = (
    phrases_can_be_read,
    red_flags_can_be_said,
    conditions_can_lead,
    advice_keeps_to_the_rules,
)


def review_directory(directory: Path, ids: Vocabulary | None = None) -> list[Problem]:
    """What is wrong with the base in a folder, by file and line. What is put to use has to hold together first.

    Args:
        ids: the ids it may use, by default those of this release.
    """
    draft = draft_of(directory)
    return (
        list(draft.problems)
        or check(draft.knowledge, draft.places, ids, (*CHECKS, *COMPLETE))
        or check(draft.knowledge, draft.places, ids, REVIEWS)
    )
