"""Whether a base makes sense: every promise of `bot.knowledge.checks`, held against it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.knowledge.checks import advice, conditions, identity, plans, questions, reading, references, usage, wording
from bot.knowledge.checks.fault import Base, Check
from bot.knowledge.files import KnowledgeError, draft_of
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Places, Problem
from bot.knowledge.vocabulary import Vocabulary, vocabulary

CHECKS: tuple[Check, ...] = (
    identity.findings_are_of_the_vocabulary,
    identity.regions_are_of_the_vocabulary,
    identity.conditions_are_of_the_vocabulary,
    identity.the_vocabulary_is_covered,
    references.clauses_name_known_things,
    references.rules_ask_known_questions,
    references.questions_settle_known_things,
    references.conditions_name_known_things,
    references.evidence_names_known_things,
    references.measures_are_known,
    references.plans_articles_and_figures_name_known_things,
    references.sources_exist,
    references.the_lexicon_speaks_of_known_things,
    questions.questions_are_about_something,
    questions.questions_can_be_answered,
    questions.options_are_told_apart,
    questions.options_settle_what_the_question_is_about,
    questions.everything_asked_about_can_be_settled,
    questions.emergencies_have_a_closed_question,
    questions.emergencies_say_what_to_do,
    questions.rules_ask_what_settles_them,
    questions.rules_can_be_asked_about,
    questions.checks_that_hurt_are_guarded,
    conditions.conditions_are_described,
    conditions.conditions_can_be_told_apart,
    conditions.contrasts_ask_what_differs,
    conditions.ratios_are_ratios,
    conditions.evidence_counts_once,
    conditions.priors_are_shares,
    conditions.courses_go_forward,
    conditions.plans_fit_the_condition,
    plans.plans_are_whole,
    plans.plans_can_go_on_and_end,
    plans.limits_of_pain_are_in_order,
    advice.advice_is_used,
    advice.advice_can_be_given,
    advice.advice_said_instead_has_a_reason,
    advice.advice_is_written_once,
    advice.advice_does_not_contradict_itself,
    wording.no_text_says_what_none_may,
    reading.texts_are_easy_to_read,
)
"""What has to hold before a base is put to use. A new check is a function from the base to its faults, and a line."""

COMPLETE: tuple[Check, ...] = (
    identity.conditions_are_written,
    identity.conditions_are_explained,
    usage.nothing_is_unused,
)
"""What also holds once nothing is missing. A base that lacks an article still answers safely."""


def check(
    knowledge: Knowledge,
    places: Places | None = None,
    ids: Vocabulary | None = None,
    checks: Iterable[Check] = CHECKS,
) -> list[Problem]:
    """What is wrong with a base, by file and line.

    Args:
        places: where its entries stand; without them a problem names only the file it belongs to.
        ids: the ids it may use, by default those of this release.
    """
    base = Base(knowledge, ids or vocabulary())
    places = places or Places()
    faults = (fault for one in checks for fault in one(base))
    return sorted({places.problem(fault.kind, fault.id, fault.part, fault.what, fault.mend) for fault in faults})


def check_directory(directory: Path) -> list[Problem]:
    """What is wrong with the base in a folder: how it is written, or, once that is right, what it says."""
    draft = draft_of(directory)
    return list(draft.problems) or check(draft.knowledge, draft.places)


def read_checked(directory: Path) -> Knowledge:
    """The base in a folder, when nothing at all is wrong with it.

    Raises:
        KnowledgeError: something is.
    """
    draft = draft_of(directory)
    problems = draft.problems or check(draft.knowledge, draft.places)
    if problems:
        raise KnowledgeError(problems)
    return draft.knowledge
