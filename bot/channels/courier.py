"""The door by which a message reaches somebody who has not just written: one courier for each front end."""

from __future__ import annotations

from typing import Literal, Protocol

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import BotUttered, Event, SlotSet

from bot.dialogue.case import Case
from bot.dialogue.message import Message
from bot.storage.trouble import ConcurrentTurn

Outcome = Literal["sent", "no_way", "try_again"]
"""It is where the person finds it; there is no way to them any more; it did not work this time."""


class Courier(Protocol):
    """Brings messages by one front end.

    A courier keeps what it brought in the conversation, so that the next turn knows of it; `Shelf` does that. It is
    called while the conversation is locked for it, and must not wait for a turn of the person.
    """

    async def push(self, conversation: str, message: Message) -> Outcome:
        """Brings a message. A message that was brought before may come again: the payload's `ref` tells.

        Raises:
            StorageTrouble: the database failed; whether the message was kept is told by asking for it again.
        """


class Shelf:
    """The courier that lays the message into the conversation.

    The website shows it when the person comes back; for Telegram and Slack a server finds it there and sends it, see
    `bot.channels.desk`. It is added as a turn is added, guarded against a turn of the
    person in the same moment: whoever is later is told, and begins anew.
    """

    def __init__(self, store: TrackerStore) -> None:
        self._store = store

    async def push(self, conversation: str, message: Message) -> Outcome:
        tracker = await self._store.retrieve_full_tracker(conversation)  # to see what lies there already
        if tracker is None:
            return "no_way"
        if _lies_there(list(tracker.events), message):
            return "sent"
        for event in _events(message, tracker.get_slot("case")):
            tracker.update(event)
        try:
            await self._store.save(tracker)
        except ConcurrentTurn:
            return "try_again"
        return "sent"


def _events(message: Message, stored: dict[str, object] | None) -> list[Event]:
    """What is added: the message, and that its question waits for an answer unless another one does."""
    said = BotUttered(message.text, {"custom": dict(message.payload)} if message.payload else None)
    case = Case.from_json(stored)
    question = (message.payload or {}).get("id")
    if "options" not in (message.payload or {}) or case.open is not None:
        return [said]
    return [SlotSet("case", case.asking(str(question)).to_json()), said]


def _lies_there(events: list[Event], message: Message) -> bool:
    """Whether a worker laid it there before, and could not note that."""
    ref = (message.payload or {}).get("ref")
    said = (event.data.get("custom") or {} for event in events if isinstance(event, BotUttered) and event.data)
    return ref is not None and any(custom.get("ref") == ref for custom in said)
