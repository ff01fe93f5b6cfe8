"""The last step: the result, or why there is none."""

from dataclasses import replace

from rasa_sdk.events import FollowupAction, SlotSet

from actions.step import Events, Step, Turn, remember
from bot.dialogue.changes import changes
from bot.dialogue.escalation import still_standing
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.interruptions import is_talk
from bot.dialogue.message import Message
from bot.dialogue.result import digest, outcome, result_message, unchanged_message
from bot.dialogue.steps import next_step


class Assess(Step):
    """Gives the result when no question is left, and a short reminder when nothing changed since the last one."""

    def name(self) -> str:
        return "action_assess"

    def take(self, turn: Turn) -> Events:
        return [*_closing(turn), FollowupAction("action_listen")]


def _closing(turn: Turn) -> Events:
    case = replace(turn.case, open=None, misses=0)
    if standing := emergency_stands(case, turn.practice.knowledge):
        turn.say(Message(still_standing(standing, turn.practice)))
        return [remember(case)]
    talk = bool(case.request) or (is_talk(turn.intent) and not case.answered)
    if case.consent == "refused":
        if not talk:
            turn.say_text("consent.refused")
        return [remember(case)]
    if not len(case.facts) or next_step(case, turn.practice) is not None:
        return []  # the person is only talking
    known = digest(case.facts)
    if turn.was_about_running and known == case.assessed:
        return [remember(case)]
    worse = turn.intent == "feedback_worse" and bool(case.assessed)
    if worse and known != case.assessed:
        turn.say_text("result.worse")
    if known == case.assessed:
        if worse:
            turn.say_text("result.worse")
        elif not talk:
            if turn.intent == "feedback_better":
                turn.say_text("result.better")
            turn.say(unchanged_message(case, turn.practice))
        return [remember(case)]
    changed = changes(case, turn.practice)
    result = result_message(case, turn.tracker.sender_id, turn.practice)
    came_to = outcome(result)
    if came_to == case.outcome:  # the card is brought up to date; the words need not be read again
        level = turn.practice.texts(f"result.level.{(result.payload or {})['triage']['level']}")
        said = turn.practice.texts("result.same", changed=changed or turn.practice.texts("question.noted"), level=level)
        result = replace(result, text=said)
    elif changed:
        turn.say(Message(changed))
    turn.say(result)
    case = replace(case, assessed=known, outcome=came_to)
    return [remember(case), SlotSet("assessment", dict(result.payload or {}))]
