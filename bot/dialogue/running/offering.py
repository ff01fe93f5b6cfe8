"""What is asked for: a plan, the next outing, where one stands, a race, an end of it."""

from __future__ import annotations

from dataclasses import replace

from bot.care.return_to_run.offer import Offer, Refusal, Unchecked
from bot.care.return_to_run.progress import Phase, begun
from bot.dialogue.message import Message
from bot.dialogue.running import racing, telling
from bot.dialogue.running.kept import Running
from bot.dialogue.running.moving import queued
from bot.dialogue.running.questions import CHECKS, WEEK
from bot.dialogue.running.turn import RunningTurn, Said


def request(turn: RunningTurn, running: Running) -> Said | None:
    """Answers what is asked for; nothing when nothing is, or it is about something else."""
    asks = running.topic if turn.begs else turn.told.asks
    if asks == "race":
        return _race(turn, running)
    if not asks or turn.told.names_another:
        return None
    if asks == "end":
        return _end(turn, running)
    if running.way is None or running.way.phase is Phase.WITHDRAWN:
        return _offered(turn, replace(running, way=None))
    return turn.about(queued(turn, running), running.way, telling.status(running.way, turn.practice, turn.today))


def wish(turn: RunningTurn, running: Running) -> Said | None:
    """Goes on with a plan that was asked for before, once the last question about it is answered."""
    if not running.wanted or turn.case.open is not None or not turn.case.answered:
        return None
    return _offered(turn, running)


def _race(turn: RunningTurn, running: Running) -> Said:
    day = turn.told.day or running.race
    way = running.way if running.way and running.way.phase is not Phase.WITHDRAWN else None
    again = running.topic == "race"
    message = racing.race_message(day, turn.found, way, turn.case.facts, turn.practice, turn.today, again)
    return turn.says(replace(running, race=day), message, topic="race")


def _end(turn: RunningTurn, running: Running) -> Said:
    if running.way is None and not running.wanted:
        return turn.says(running, Message(turn.practice.texts("running.no_plan_yet")))
    ended = Running(week=running.week, week_asked=running.week_asked)
    message = Message.of("plan", turn.practice.texts("running.ended"), status="ended")
    return turn.without_our_question.says(ended, message)


def _offered(turn: RunningTurn, running: Running) -> Said:
    """The plan, the next thing to know before it, or why there is none."""
    found = turn.found
    if isinstance(found, Refusal):
        return turn.refuses(running, found)
    wanted = replace(running, wanted=True)
    if isinstance(found, Unchecked):
        intro = () if running.wanted else (Message(turn.practice.texts("running.checks.intro")),)
        return turn.says(replace(wanted, asking=(CHECKS,)), *intro)
    if running.week is None and not running.week_asked:
        return turn.says(replace(wanted, asking=(WEEK,)))
    return _begins(turn, running, found)


def _begins(turn: RunningTurn, running: Running, found: Offer) -> Said:
    days_off = turn.case.facts.number("duration_days") or 0
    way = begun(found, turn.today, running.week, days_off)
    started = queued(turn, replace(running, wanted=False, way=way))
    return turn.says(started, telling.offered_message(found, way, turn.practice, turn.today))
