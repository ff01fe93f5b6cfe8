"""The way to a person: who can help, and the operator's queue. What is passed on is asked first."""

from rasa_sdk.events import FollowupAction, SlotSet

from actions.step import Events, Turn, remember
from bot.dialogue.case import Case
from bot.dialogue.handing_over import hand_off, may_take_over, taken_into_queue, ways_to_a_person
from bot.dialogue.practice import HAND_OFF
from bot.dialogue.questions import question_message


def show_the_way_to_a_person(turn: Turn) -> Events:
    """Names who can help, and offers the operator's queue where there is one."""
    turn.say(ways_to_a_person(turn.practice))
    if may_take_over(turn.case, turn.practice):
        turn.say(question_message(turn.practice.question(HAND_OFF), turn.case, turn.practice))
        return [remember(turn.case.asking(HAND_OFF)), FollowupAction("action_listen")]
    if turn.case.queued:
        turn.say_text("hand_off.again")
    return []


def put_in_queue(turn: Turn, case: Case) -> Events:
    """Passes the conversation on, as the person agreed in this message. Beside an emergency nothing is said of it."""
    if not case.emergency_told_now:
        turn.say(taken_into_queue(turn.practice))
    return [SlotSet("escalation", hand_off(case, turn.tracker.sender_id, turn.practice))]
