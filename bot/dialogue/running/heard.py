"""What a message asks and reports of running."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.care.return_to_run.report import Report
from bot.care.return_to_run.week import UsualWeek
from bot.dialogue.interruptions import LEAVING, SMALL_TALK, asks_something
from bot.dialogue.practice import Practice
from bot.dialogue.running import days, sayings, weeks
from bot.dialogue.utterance import Utterance
from bot.knowledge.model import State
from bot.language.reading import Mention
from bot.language.words import Word

ABOUT_RUNNING = frozenset({"running", "racing"})
"""Measures that a question about running names anyway."""


@dataclass(frozen=True)
class Heard:
    """What was heard.

    Attributes:
        asks: `end`, `race`, `plan` or `run_now`: what is asked for, the first of these; empty for nothing.
        day: day ahead that is named.
        begs: it begs. may_beg: it may, when nothing else was asked.
        report: what it tells of an outing, or of how the ankle is since; `None` when it tells nothing of that.
        week: what it tells of the usual week.
        names_another: it names a condition or a measure besides running.
    """

    asks: str = ""
    day: date | None = None
    begs: bool = False
    may_beg: bool = False
    report: Report | None = None
    week: UsualWeek | None = None
    names_another: bool = False


ABOUT_SOMETHING_ELSE = frozenset(
    {"distress", "ask_cause", "ask_prevention", "ask_when_see_doctor", "ask_why", "ask_privacy", "out_of_scope"}
)
"""Kinds of turn in which a race or a run is only what something else is asked about."""
USUAL = frozenset({"a_week", "times_a_week", "usual"})


def heard(utterance: Utterance, practice: Practice, today: date, week: UsualWeek | None) -> Heard:
    """What a typed message says of running; a chosen option says nothing.

    Args:
        week: what is known of the usual week already; what is told is added to it.
    """
    if utterance.choice or utterance.foreign:
        return Heard()
    words = practice.reader.read(utterance.text, today=today).words
    said = sayings.said(words)
    asks_it = asks_something(utterance.text) and ("ran" not in said or "?" in utterance.text)  # "did my run" tells
    asks = _asked(said, utterance.intent, asks_it)
    about_a_week = bool({"a_week", "times_a_week"} & said or {"usual", "longest"} <= said)
    another = utterance.intent in LEAVING | SMALL_TALK
    others = {name.concept for name in utterance.names} - ABOUT_RUNNING
    return Heard(
        asks=asks,
        day=days.coming(words, today),
        begs="begs" in said and not another,
        may_beg="plea" in said and not another,
        report=None if asks_it or asks == "race" else _report(said, words, utterance, today),
        week=weeks.usual_week(words, week) if about_a_week else None,
        names_another=bool(others & {*practice.knowledge.conditions, *practice.knowledge.measures}),
    )


def told_week(utterance: Utterance, practice: Practice, week: UsualWeek | None) -> UsualWeek | None:
    """The usual week in the answer to the question about it; `None` when it has none."""
    return weeks.usual_week(practice.reader.read(utterance.text).words, week)


def _asked(said: frozenset[str], intent: str | None, asks_it: bool) -> str:
    if intent == "distress":
        return ""
    if "race" in said and "ran" not in said and intent not in ABOUT_SOMETHING_ELSE:
        return "race"
    if said & {"end", "plan"}:
        return "end" if "end" in said else "plan"
    if not asks_it or intent in ABOUT_SOMETHING_ELSE:
        return ""
    return "plan" if "run_again" in said else "run_now" if "run_now" in said else ""


def _report(said: frozenset[str], words: Sequence[Word], utterance: Utterance, today: date) -> Report | None:
    mentions = [mention for mention in utterance.mentions if mention.current]
    found, denied = _signs(mentions)
    signs = tuple(sorted((found | set(sayings.signs(words))) - denied))
    pain = max((int(one.value) for one in mentions if one.concept == "severity"), default=None)
    ran, later = "ran" in said, "later" in said
    day = days.past(words, today) if ran else today
    worse = bool({"worse", "not_fine"} & said) or ("worsening", State.PRESENT.value) in _told(mentions)
    fine = not worse and not signs and (bool({"fine", "not_worse"} & said) or bool(denied))
    if not (ran or later or signs or worse or fine or pain is not None):
        return None
    return Report(
        day=day,
        ran=ran,
        later=day < today and later if ran else True,  # "I ran this morning" is no morning after
        pain=pain if ran else None,
        later_pain=None if ran else pain,
        fine=fine,
        worse=worse,
        signs=signs,
    )


def _signs(mentions: Sequence[Mention]) -> tuple[set[str], set[str]]:
    """Signs that the findings of a message stand for: those that are there, and those that are only denied."""
    of = sayings.findings()
    states: dict[str, set[object]] = defaultdict(set)
    for concept, value in _told(mentions):
        if concept in of:
            states[of[concept]].add(value)
    found = {sign for sign, values in states.items() if State.PRESENT.value in values}
    return found, states.keys() - found


def _told(mentions: Sequence[Mention]) -> set[tuple[str, object]]:
    return {(mention.concept, mention.value) for mention in mentions}
