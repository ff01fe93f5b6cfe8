"""What all steps share: reading the case, speaking, and never failing in silence."""

from __future__ import annotations

import logging
import traceback
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.dialogue.case import Case
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.trouble import trouble_message
from bot.runtime.practice import practice

logger = logging.getLogger(__name__)

Events = list[dict[str, Any]]


@dataclass(frozen=True)
class Turn:
    """One step of one turn.

    Attributes:
        case: the conversation as it was when the step began.
        practice: knowledge, reader and texts.
    """

    dispatcher: CollectingDispatcher
    tracker: Tracker
    case: Case
    practice: Practice

    @property
    def message_id(self) -> str:
        return self.tracker.latest_message.get("message_id") or ""

    @property
    def text(self) -> str:
        return self.tracker.latest_message.get("text") or ""

    @property
    def intent(self) -> str | None:
        return (self.tracker.latest_message.get("intent") or {}).get("name")

    @property
    def was_about_running(self) -> bool:
        """Whether the message was answered as one about running."""
        return 0 < self.case.running.took == self.case.turn

    @property
    def form_is_open(self) -> bool:
        return bool((self.tracker.active_loop or {}).get("name"))

    def say(self, *messages: Message) -> None:
        for message in messages:
            self.dispatcher.utter_message(text=message.text, json_message=dict(message.payload or {}))

    def say_text(self, id: str, /, **values: object) -> None:
        """A sentence of the catalogue."""
        self.say(Message(self.practice.texts(id, **values)))


class Step(Action, ABC):
    """A custom action that answers for its own failures.

    Rasa swallows what an action raises and says nothing. So a step that fails logs the kind of fault, tells the person
    and marks the turn, and the steps after it in the same turn keep quiet.
    """

    keeps_quiet = True
    """Whether the step is left out once the turn is over: after an emergency warning, nothing may follow."""

    gives_way = False
    """Whether the step is left out when the message was answered already, as one about running."""

    @abstractmethod
    def take(self, turn: Turn) -> Events:
        """Takes the step."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        message_id = tracker.latest_message.get("message_id") or ""
        if message_id and tracker.get_slot("trouble") == message_id:
            return []
        try:
            turn = Turn(dispatcher, tracker, Case.from_json(tracker.get_slot("case")), practice())
            over = turn.case.is_over_for_now and self.keeps_quiet
            return [] if over or (self.gives_way and turn.was_about_running) else self.take(turn)
        except Exception as error:
            log_failure(self.name(), error)
            dispatcher.messages.clear()
            message = trouble_message("turn", practice())
            dispatcher.utter_message(text=message.text, json_message=dict(message.payload or {}))
            return [SlotSet("trouble", message_id)]


def remember(case: Case) -> dict[str, Any]:
    """The event that stores a case."""
    event: dict[str, Any] = SlotSet("case", case.to_json())
    return event


def log_failure(step: str, error: Exception) -> None:
    """Kind and place of a fault. Never its message, which may quote what a person typed."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    logger.error("Step %s failed: %s at %s:%s", step, type(error).__name__, place.filename, place.lineno)
