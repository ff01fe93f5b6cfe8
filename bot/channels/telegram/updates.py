"""What Telegram delivers, read into what is to be answered. Nothing of it names the chat any more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.addresses import Address

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
"""Kinds of update that are asked for; of the others nothing is wanted."""

COMMANDS = ("start", "help", "stop", "delete", "report")

_COMMAND = re.compile(r"/([a-z]+)(?:@\w+)?(?:\s|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Read:
    """One update.

    Attributes:
        id: its number; larger is later.
        address: the chat to answer in.
        body: `kind`, and what that has.
    """

    id: int
    address: Address
    body: Mapping[str, Any]


class Malformed(ValueError):
    """It is no update."""


def read(update: Mapping[str, Any]) -> Read | None:
    """What is to be answered; nothing for an update that needs no answer, of whatever kind Telegram adds.

    Raises:
        Malformed: it has no number, or is not of the form that Telegram documents.
    """
    id = update.get("update_id")
    if not isinstance(id, int) or isinstance(id, bool) or not 0 <= id < 2**63:
        raise Malformed("An update has an `update_id`, a whole number.")
    try:
        found = _found(update)
    except (KeyError, TypeError, AttributeError) as error:
        raise Malformed("The update is not as Telegram documents it.") from error
    return Read(id, {"chat": found[0]}, found[1]) if found else None


def _found(update: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    if tap := update.get("callback_query"):
        return _tap(tap)
    if member := update.get("my_chat_member"):
        chat = member["chat"]
        left = member["new_chat_member"]["status"] in ("kicked", "left")
        return (_id(chat), {"kind": "blocked" if left else "unblocked"}) if chat["type"] == "private" else None
    if message := update.get("message"):
        return _message(message)
    if (edited := update.get("edited_message")) and edited["chat"]["type"] == "private":
        return _id(edited["chat"]), {"kind": "edited"}
    return None


def _message(message: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    chat, text = message["chat"], message.get("text")
    if (message.get("from") or {}).get("is_bot"):
        return None
    if chat["type"] != "private":
        return (_id(chat), {"kind": "group"}) if _speaks_to_us(message) else None
    if text is not None:
        command = _COMMAND.match(str(text))
        if command and command[1].lower() in COMMANDS:
            return _id(chat), {"kind": "command", "command": command[1].lower()}
        return _id(chat), {"kind": "text", "text": str(text)}
    if any(name in message for name in _MEDIA):
        return _id(chat), {"kind": "not_text", "text": str(message.get("caption") or "")}
    return None


def _speaks_to_us(message: Mapping[str, Any]) -> bool:
    """In a group: a command, a mention, or a reply to us. A bot that keeps to Telegram's privacy mode sees no more."""
    if (message.get("reply_to_message") or {}).get("from", {}).get("is_bot"):
        return True
    return any(entity["type"] in ("bot_command", "mention") for entity in message.get("entities") or ())


def _tap(tap: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    message = tap.get("message")
    if not message or message["chat"]["type"] != "private":
        return None
    pressed = {"id": str(tap["id"]), "message": int(message["message_id"]), "pressed": str(tap.get("data") or "")}
    return _id(message["chat"]), {"kind": "tap", **pressed}


def _id(chat: Mapping[str, Any]) -> str:
    return str(int(chat["id"]))


_MEDIA = frozenset(
    "photo voice audio video video_note animation sticker document location venue contact poll dice story paid_media "
    "checklist game".split()
)
