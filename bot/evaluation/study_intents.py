"""Intents of a study, which are coarser than ours in some places and finer in others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.dialogue.practice import Practice
from bot.evaluation.hearing import Heard, hear
from bot.evaluation.messages import Labelled
from bot.evaluation.scores import Report, Table, Tally
from bot.evaluation.study_files import MeantIntent
from bot.evaluation.study_marks import Marks

ACCOUNTS = ("report_injury", "inform_onset", "inform_severity", "inform_swelling", "inform_weight_bearing", "red_flag")
"""Kinds of telling how the ankle is: one intent of ours, because the reader finds what is told."""


@dataclass(frozen=True)
class Covers:
    """The intents of a study that one of ours stands for.

    Attributes:
        intents: any of them is right; none where a study has no such kind.
        because: why.
    """

    intents: tuple[str, ...]
    because: str


COVERED: Mapping[str, Covers] = {
    "report_symptom": Covers(ACCOUNTS, "What is told is the reader's to find, and no kind of message."),
    "answer": Covers(ACCOUNTS, "Nothing was asked, so that an answer is an account like another."),
    "affirm": Covers(("affirm",), "The same."),
    "deny": Covers(("deny",), "The same."),
    "dont_know": Covers((), "A study has no unsure answers."),
    "correct_previous": Covers((), "A study has single messages, and nothing to correct."),
    "restart": Covers((), "A study has single messages, and nothing to start again."),
    "stop": Covers(("goodbye",), "Whoever stops leaves."),
    "greet": Covers(("greet",), "The same."),
    "goodbye": Covers(("goodbye",), "The same."),
    "thanks": Covers(("goodbye",), "Thanks count as leaving in a study."),
    "ask_condition_info": Covers((), "A study has no questions about what a condition is."),
    "ask_treatment": Covers(
        ("ask_self_care", "ask_return_to_running"), "What to do about it, and whether to run on it, is one kind."
    ),
    "ask_prevention": Covers(("ask_self_care",), "Exercises and supports count as care in a study."),
    "ask_cause": Covers((), "A study has no questions about the cause."),
    "ask_risk_factors": Covers((), "A study has no questions about risks."),
    "ask_recovery_time": Covers(("ask_return_to_running",), "How long until what, for a runner, is until running."),
    "ask_when_see_doctor": Covers(("ask_self_care",), "Doctors and pictures count as care in a study."),
    "ask_why": Covers((), "A study has single messages, and no question of ours to doubt."),
    "ask_privacy": Covers(("out_of_scope",), "About the service, which is no business of a study's intents."),
    "delete_my_data": Covers(("out_of_scope",), "About the service, which is no business of a study's intents."),
    "ask_human": Covers(("out_of_scope",), "About the service, which is no business of a study's intents."),
    "feedback_better": Covers((), "A study has no reports from later days."),
    "feedback_worse": Covers((), "A study has no reports from later days."),
    "distress": Covers((), "A study has no crises; a strong word about pain is none."),
    "other_body_part": Covers(("out_of_scope",), "Everything but the ankle is out of scope in a study."),
    "bot_challenge": Covers(("out_of_scope",), "About the service, which is no business of a study's intents."),
    "out_of_scope": Covers(("out_of_scope",), "The same."),
    "nlu_fallback": Covers((), "The model is not sure, so that the assistant asks again: no intent was understood."),
}
"""Intent of ours → what it covers."""

TOLD: Mapping[str, frozenset[str]] = {
    "inform_onset": frozenset({"onset", "duration_days"}),
    "inform_severity": frozenset({"severity"}),
    "inform_swelling": frozenset({"swelling", "bruising"}),
    "inform_weight_bearing": frozenset({"cannot_bear_weight", "four_steps_now", "four_steps_after_injury"}),
}
"""What the reader should find, any of it, in an account that is told apart by it. A red flag is one that fires."""


def evaluate(rows: Sequence[MeantIntent], practice: Practice, intent_of: Callable[[str], str]) -> Report:
    """Scores of the intents, and of what is found in the accounts that are one intent of ours.

    Each text is taken by itself. In a conversation many would be answers, of which more is read: a bare "5ish" is a
    pain score only where one was asked for.
    """
    marks = Marks("intents")
    by_intent: dict[str, Tally] = defaultdict(Tally)
    confusions: Counter[tuple[str, str]] = Counter()
    for row in rows:
        got = hear(Labelled(row.id, row.text, (row.intent,)), practice, intent_of)
        right = row.intent in COVERED[got.intent].intents
        by_intent[row.intent].add(marks.add("coarse_intent", row, row.intent, got.intent, right))
        if not right:
            confusions[row.intent, got.intent] += 1
        if row.intent in TOLD or row.intent == "red_flag":
            found = ", ".join(sorted(got.values)) or "nothing"
            marks.add("account_content", row, row.intent, found, _is_found(row.intent, got))
    return marks.report(_intents(by_intent), _confusions(confusions))


def _is_found(intent: str, got: Heard) -> bool:
    return bool(got.flags) if intent == "red_flag" else not TOLD[intent].isdisjoint(got.values)


def _intents(by_intent: Mapping[str, Tally]) -> Table:
    rows = tuple((intent, tally.n, tally.score) for intent, tally in by_intent.items())
    return Table("Intents of the study", ("intent", "n", "right"), rows)


def _confusions(confusions: Counter[tuple[str, str]]) -> Table:
    rows = tuple((gold, got, count) for (gold, got), count in confusions.most_common())
    return Table("Intents of the study taken for another", ("intent", "taken for", "times"), rows)
