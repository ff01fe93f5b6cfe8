"""Ways of leaving: stop for now, start again, delete everything. What cannot be taken back is asked first."""

from dataclasses import replace

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

from actions.asking import put_next_question
from actions.step import Events, Step, Turn, remember
from bot.dialogue.escalation import still_standing
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.message import Message
from bot.dialogue.practice import ERASE, RESTART
from bot.dialogue.questions import question_message


class Stop(Step):
    """Ends the interview; what was told is kept."""

    def name(self) -> str:
        return "action_stop"

    def take(self, turn: Turn) -> Events:
        if standing := emergency_stands(turn.case, turn.practice.knowledge):
            turn.say(Message(still_standing(standing, turn.practice)))
        turn.say_text("reply.stop")
        return [remember(replace(turn.case, open=None, misses=0)), ActiveLoop(None), SlotSet("requested_slot", None)]


class StartAgain(Step):
    """Asks whether to forget the facts and begin anew."""

    def name(self) -> str:
        return "action_restart"  # in place of Rasa's own, which would forget the conversation at once

    def take(self, turn: Turn) -> Events:
        agreed = turn.case.answered and turn.case.open is None  # by this message: "yes, start again"
        events = put_next_question(turn) if agreed else _ask_first(turn, RESTART)
        return [*events, FollowupAction("action_listen")]


class DeleteMyData(Step):
    """Asks whether to delete everything."""

    def name(self) -> str:
        return "action_delete_my_data"

    def take(self, turn: Turn) -> Events:
        return [] if turn.case.erased else _ask_first(turn, ERASE)


def _ask_first(turn: Turn, question: str) -> Events:
    turn.say(question_message(turn.practice.question(question), turn.case, turn.practice))
    return [remember(turn.case.asking(question))]
