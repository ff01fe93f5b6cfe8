"""The last step: the result, or why there is none."""

from dataclasses import replace

from rasa_sdk.events import SlotSet

from actions.step import Events, Step, Turn, remember
from bot.dialogue.result import digest, result_message, unchanged_message


class Assess(Step):
    """Gives the result when no question is left; a short reminder when nothing changed since the last one."""

    def name(self) -> str:
        return "action_assess"

    def take(self, turn: Turn) -> Events:
        case = replace(turn.case, open=None, tries=0)
        if case.consent == "refused":
            turn.say_text("consent.refused")
            return [remember(case)]
        known = digest(case.facts)
        if known == case.assessed:
            turn.say(unchanged_message(case, turn.practice))
            return [remember(case)]
        result = result_message(case, turn.tracker.sender_id, turn.practice)
        turn.say(result)
        return [remember(replace(case, assessed=known)), SlotSet("assessment", dict(result.payload or {}))]
