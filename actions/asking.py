"""Putting the next question."""

from actions.step import Events, Turn, remember
from bot.dialogue.changes import understood
from bot.dialogue.escalation import still_standing
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.interruptions import ASKING, SMALL_TALK
from bot.dialogue.message import Message
from bot.dialogue.questions import before_question, question_message
from bot.dialogue.steps import in_doubt, next_step
from bot.dialogue.whose import is_anothers


def put_next_question(turn: Turn) -> Events:
    """Says the next question, if there is one. While an emergency stands, a reminder goes before it."""
    question = next_step(turn.case, turn.practice)
    if question is None:
        return []
    note = _whose(turn)
    if told := understood(turn.case, turn.practice):
        turn.say(Message(f"{note} {told}".strip()))
        note = ""
    talked = turn.intent in ASKING | SMALL_TALK | {"ask_human"} or turn.was_about_running
    before = before_question(turn.case, question, turn.practice, talked=talked)
    doubtful = in_doubt(turn.case, turn.practice)
    if doubtful and doubtful.asked == question:
        facts = turn.case.facts
        before = turn.practice.texts(
            "question.contradiction", one=facts.said(doubtful.other), other=facts.said(doubtful.asked)
        )
    before = f"{before} {note}".strip()
    if standing := emergency_stands(turn.case, turn.practice.knowledge):
        before = still_standing(standing, turn.practice, again=turn.case.open == question)
    turn.say(question_message(turn.practice.question(question), turn.case, turn.practice, before))
    return [remember(turn.case.asking(question))]


def _whose(turn: Turn) -> str:
    """Who "you" is from now on, in the turn that tells that the ankle is somebody else's."""
    facts = turn.case.facts
    told_now = is_anothers(facts) and facts.by_id["subject"].turn == turn.case.turn
    return turn.practice.texts("whose.note") if told_now else ""
