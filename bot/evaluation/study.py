"""A study: small labelled sets on single skills of the reader and the model, scored together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.dialogue.practice import Practice
from bot.evaluation import study_assertion, study_intents, study_numbers, study_spelling
from bot.evaluation.scores import Report, joined
from bot.evaluation.study_files import Study


def evaluate(study: Study, practice: Practice, intent_of: Callable[[str], str], today: date) -> Report:
    """Scores of all sets.

    Args:
        intent_of: the intent that the trained model gives to a text.
        today: the day from which the labels of times are counted.
    """
    return joined(
        (
            study_assertion.evaluate(study.assertions, practice.reader),
            study_numbers.evaluate_times(study.times, practice, today),
            study_numbers.evaluate_scores(study.scores, practice),
            study_spelling.evaluate(study.typos, practice.reader),
            study_intents.evaluate(study.intents, practice, intent_of),
        )
    )
