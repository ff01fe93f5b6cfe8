"""Answers to what is neither an answer nor a symptom: small talk, questions in general, not understood."""

from rasa_sdk.events import FollowupAction

from actions.asking import put_next_question
from actions.hand_off import show_the_way_to_a_person
from actions.listen import utterance
from actions.step import Events, Step, Turn
from bot.dialogue.escalation import crisis_numbers, numbers
from bot.dialogue.general import answer_in_general
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.interruptions import ASKING, asks_something
from bot.dialogue.result import why

ONLY_IF_NOTHING_WAS_TOLD = frozenset({"greet", "out_of_scope", "other_body_part", "thanks", "goodbye"})
WHILE_AN_EMERGENCY_STANDS = frozenset({"thanks", "goodbye", "distress", "ask_human", "ask_privacy"})
"""Kinds of turn that are answered then; anything else gets the reminder that help is needed now."""


class Reply(Step):
    """A sentence of the catalogue for the kind of turn. What comes next, the form says."""

    gives_way = True

    def name(self) -> str:
        return "action_reply"

    def take(self, turn: Turn) -> Events:
        if turn.case.request:
            return []
        intent = turn.intent or "out_of_scope"
        standing = emergency_stands(turn.case, turn.practice.knowledge)
        if standing and intent not in WHILE_AN_EMERGENCY_STANDS:
            return []
        if (turn.case.answered or turn.case.away) and intent in ONLY_IF_NOTHING_WAS_TOLD:
            return []
        if intent == "ask_human":
            return show_the_way_to_a_person(turn)
        if answered_in_general(turn):
            return []
        if intent == "out_of_scope" and turn.form_is_open and turn.case.misses and not asks_something(turn.text):
            return []  # it was meant as an answer: that it was not understood is said with the question
        if intent in ASKING and f"reply.{intent}" not in turn.practice.texts:
            intent = "ask_general" if turn.case.open or not turn.case.assessed else "ask_general_after"
        if intent == "ask_privacy" and turn.practice.operator.is_told:
            intent = "ask_privacy_told"
        known = turn.practice.knowledge
        turn.say_text(f"reply.{intent}", numbers=numbers(known), crisis=crisis_numbers(known))
        return []


def answered_in_general(turn: Turn) -> bool:
    """Answers a question in general, if it is one and the base has an answer."""
    answer = answer_in_general(utterance(turn), turn.case, turn.practice)
    if answer is not None:
        turn.say(answer)
    return answer is not None


class ExplainQuestion(Step):
    """Why the open question is asked."""

    gives_way = True

    def name(self) -> str:
        return "action_explain_question"

    def take(self, turn: Turn) -> Events:
        if turn.case.request:
            return []
        if turn.case.open is not None:
            turn.say_text("reply.ask_why", why=turn.practice.question(turn.case.open).why)
        elif not answered_in_general(turn):
            if turn.case.assessed:
                turn.say(why(turn.case, turn.practice))
            else:
                turn.say_text("reply.ask_why_nothing")
        return []


class NotUnderstood(Step):
    """Said when nothing was understood and no question is open to put again."""

    gives_way = True

    def name(self) -> str:
        return "action_not_understood"

    def take(self, turn: Turn) -> Events:
        if turn.case.request:
            return []
        if utterance(turn).foreign:
            turn.say_text("reply.not_english", numbers=numbers(turn.practice.knowledge))
            return []
        standing = emergency_stands(turn.case, turn.practice.knowledge)
        if not (turn.case.answered or turn.form_is_open or standing or answered_in_general(turn)):
            turn.say_text("reply.not_understood")
        return []


class Recover(Step):
    """Taken when no rule knows how to go on: puts the next question, or gives the result."""

    def name(self) -> str:
        return "action_recover"

    def take(self, turn: Turn) -> Events:
        events = put_next_question(turn)
        return [*events, FollowupAction("action_listen" if events else "action_assess")]
