"""Putting the next question."""

from actions.step import Events, Turn, remember
from bot.dialogue.escalation import still_standing
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.interruptions import ASKING, SMALL_TALK
from bot.dialogue.questions import again, question_message
from bot.dialogue.steps import in_doubt, next_step


def put_next_question(turn: Turn) -> Events:
    """Says the next question, if there is one. While an emergency stands, a reminder goes before it."""
    question = next_step(turn.case, turn.practice)
    if question is None:
        return []
    before = again(turn.case, question, turn.practice, talked=turn.intent in ASKING | SMALL_TALK)
    doubtful = in_doubt(turn.case, turn.practice)
    if doubtful and doubtful.asked == question:
        facts = turn.case.facts
        before = turn.practice.texts(
            "question.contradiction", one=facts.said(doubtful.other), other=facts.said(doubtful.asked)
        )
    if standing := emergency_stands(turn.case, turn.practice.knowledge):
        before = still_standing(standing, turn.practice)
    turn.say(question_message(turn.practice.question(question), turn.case, turn.practice, before))
    return [remember(turn.case.asking(question))]
