"""The turns that are about running again: the plan, its way in, outings that are reported, and races."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.care.return_to_run.offer import Refusal
from bot.care.return_to_run.progress import Phase
from bot.care.return_to_run.steps import on
from bot.dialogue.case import Case
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.practice import Practice
from bot.dialogue.running import moving, offering
from bot.dialogue.running.before import general_message
from bot.dialogue.running.heard import Heard, heard, told_week
from bot.dialogue.running.kept import Running
from bot.dialogue.running.questions import WEEK, is_about_running
from bot.dialogue.running.turn import RunningTurn, Said
from bot.dialogue.running.unmeant import begs, with_nothing_answered, with_the_story_as_it_was
from bot.dialogue.utterance import Utterance
from bot.knowledge.model import Level, State
from bot.triage.rules import rule_level

SOMETHING_ABOUT_IT = ("race", "plan")
"""What is asked for that has a general answer, or a reason why there is none."""

TELLING = frozenset({"report_symptom", "correct_previous"})
"""Kinds of turn that tell how it began, whatever else they ask."""


def talk(before: Case, case: Case, utterance: Utterance, practice: Practice, today: date) -> Said:
    """Takes what a message says of running; nothing is said when it says nothing of that.

    Args:
        before: the case when the message came. case: after its facts were kept.
    """
    if case.is_over_for_now or case.consent == "refused":
        return Said(case)
    told = heard(utterance, practice, today, case.running.week)
    case = _with_week(before, case, utterance, told, practice)
    begging = begs(before, told)
    if not (told.asks or told.report or begging or case.running.given or case.running.wanted or case.running.way):
        return Said(case)
    if begging:
        case = with_nothing_answered(before, case)
    if _is_in_the_interview(before, case, practice):
        return _in_general(before, case, told, practice, begging=begging)
    plans_ahead = told.asks == "race" and utterance.intent not in TELLING
    if begging or plans_ahead or (case.running.way and told.report):
        case = with_the_story_as_it_was(before, case)
    return _taken(RunningTurn(before, case, told, begging, practice, today))


def _is_in_the_interview(before: Case, case: Case, practice: Practice) -> bool:
    """Whether nothing can be said yet of this ankle: there is no result, and nothing urgent is known."""
    begun = case.running.way is not None and case.running.way.phase is not Phase.WITHDRAWN
    asked = before.open is not None and not is_about_running(before.open) and not begun
    urgent = rule_level(case.facts, practice.knowledge).urgency >= Level.SAME_DAY.urgency
    return (not case.assessed or asked) and not urgent


def _with_week(before: Case, case: Case, utterance: Utterance, told: Heard, practice: Practice) -> Case:
    """Keeps the usual week, asked for or told in passing."""
    if before.open != WEEK:
        return replace(case, running=replace(case.running, week=told.week or case.running.week))
    week = None if utterance.choice else told_week(utterance, practice, case.running.week)
    if week is None and case.open == WEEK:
        return case
    answered = replace(case.running.answered(WEEK, State.UNKNOWN), week=week or case.running.week, week_asked=True)
    case = with_the_story_as_it_was(before, case)
    return replace(case, running=answered, open=None, misses=0, answered=True)


def _in_general(before: Case, case: Case, told: Heard, practice: Practice, *, begging: bool) -> Said:
    """Before there is a result, only a general answer is honest. What names something else is answered elsewhere."""
    running = case.running
    asks = running.topic if begging else told.asks
    if told.names_another or asks not in SOMETHING_ABOUT_IT:
        return Said(case)
    topic = "race" if asks == "race" else "plan"
    message = general_message(topic, practice, again=running.topic == topic)
    kept = replace(running, topic=topic, took=case.turn, race=told.day or running.race)
    misses = before.misses if case.open == before.open else case.misses
    return Said(replace(case, running=kept, misses=misses), (message,))


def _taken(turn: RunningTurn) -> Said:
    """The turn after a result: the first that it is about, in this order."""
    running = turn.case.running
    active = running.way is not None and running.way.phase not in (Phase.WITHDRAWN, Phase.STOPPED)
    if emergency_stands(turn.case, turn.practice.knowledge):
        return turn.withdraws(running.way) if running.way and active else _at_an_emergency(turn, running)
    if running.way and active:
        way = on(running.way, turn.today, turn.found, turn.practice.knowledge)
        if way.phase is Phase.WITHDRAWN:
            return turn.withdraws(way)
        running = replace(running, way=way)
    for step in (moving.answer, moving.report, offering.request, offering.wish):
        if (said := step(turn, running)) is not None:
            return said
    return Said(replace(turn.case, running=running))


def _at_an_emergency(turn: RunningTurn, running: Running) -> Said:
    """The reminder that help is needed follows; here only that there is no running."""
    asks = turn.told.asks in SOMETHING_ABOUT_IT or turn.begs
    if isinstance(turn.found, Refusal) and asks:
        return turn.refuses(running, turn.found)
    return Said(replace(turn.case, running=replace(running, wanted=False, asking=())))
