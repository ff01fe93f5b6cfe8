"""Answers to what is neither an answer nor a symptom: small talk, questions in general, not understood."""

from rasa_sdk.events import FollowupAction

from actions.asking import put_next_question
from actions.step import Events, Step, Turn
from bot.dialogue.escalation import numbers
from bot.dialogue.hearing import emergency_stands
from bot.dialogue.interruptions import ASKING

ONLY_IF_NOTHING_WAS_TOLD = frozenset({"greet", "out_of_scope", "other_body_part", "thanks", "goodbye"})

LETS_GO = frozenset({"thanks", "goodbye", "distress", "ask_human", "ask_privacy"})
"""Kinds of turn that are answered as they are while an emergency stands; anything else gets the reminder first."""


class Reply(Step):
    """A sentence of the catalogue for the kind of turn."""

    def name(self) -> str:
        return "action_reply"

    def take(self, turn: Turn) -> Events:
        intent = turn.intent or "out_of_scope"
        if emergency_stands(turn.case, turn.practice.knowledge) and intent not in LETS_GO:
            return put_next_question(turn)
        if turn.case.answered and intent in ONLY_IF_NOTHING_WAS_TOLD:
            return []
        if intent in ASKING and f"reply.{intent}" not in turn.practice.texts:
            intent = "ask_general"
        turn.say_text(f"reply.{intent}", numbers=numbers(turn.practice.knowledge))
        return []


class ExplainQuestion(Step):
    """Why the open question is asked."""

    def name(self) -> str:
        return "action_explain_question"

    def take(self, turn: Turn) -> Events:
        if turn.case.open is None:
            turn.say_text("reply.ask_why_nothing")
        else:
            turn.say_text("reply.ask_why", why=turn.practice.question(turn.case.open).why)
        return []


class Recover(Step):
    """Said when no rule knows how to go on: puts the next question, and hands the turn back."""

    def name(self) -> str:
        return "action_recover"

    def take(self, turn: Turn) -> Events:
        events = put_next_question(turn)
        if not events:
            turn.say_text("reply.not_understood")
        return [*events, FollowupAction("action_listen")]


class NotUnderstood(Step):
    """Said when nothing was understood and no question is open to put again."""

    def name(self) -> str:
        return "action_not_understood"

    def take(self, turn: Turn) -> Events:
        if emergency_stands(turn.case, turn.practice.knowledge):
            return put_next_question(turn)
        if not turn.case.answered and not turn.form_is_open:
            turn.say_text("reply.not_understood")
        return []
