"""What Slack delivers, read into what is to be answered. Nothing of it names the person any more."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.addresses import Address
from bot.channels.slack.spelling import as_typed, without_mention

COMMANDS = ("help", "stop", "delete", "report")

_TS = re.compile(r"\d{1,12}\.\d{1,9}")


class Malformed(ValueError):
    """It is not of the form that Slack documents."""


@dataclass(frozen=True)
class Read:
    """One delivery.

    Attributes:
        key: what it is known by, the same each time that it is delivered.
        address: team and user.
        place: orders the deliveries of one person.
        body: `kind`, and what that has.
        where: of something said in public, the conversation and the message there.
    """

    key: Address
    address: Address
    place: str
    body: Mapping[str, Any]
    where: Address | None = None


def event(envelope: Mapping[str, Any]) -> Read | None:
    """What is to be answered of an event; nothing for one that needs no answer. Raises `Malformed`."""
    try:
        return _event(str(envelope["team_id"]), envelope["event"])
    except (KeyError, TypeError, AttributeError) as error:
        raise Malformed("The event is not as Slack documents it.") from error


def interaction(payload: Mapping[str, Any]) -> Read | None:
    """What is to be answered of a press of a button, or of a choice from a list. Raises `Malformed`."""
    try:
        return _interaction(payload)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise Malformed("The interaction is not as Slack documents it.") from error


def command(form: Mapping[str, str]) -> Read:
    """What is to be answered of a slash command. Raises `Malformed`."""
    try:
        words = as_typed(form.get("text", "")).strip()
        address = {"team": form["team_id"], "user": form["user_id"]}
        key = {"trigger": form["trigger_id"]}
    except KeyError as error:
        raise Malformed("The command is not as Slack documents it.") from error
    return Read(key, address, f"{time.time():.6f}", _said(words) if words else {"kind": "open"})


def _event(team: str, event: Mapping[str, Any]) -> Read | None:
    kind, subtype = event["type"], event.get("subtype")
    if event.get("bot_id") or kind not in ("message", "app_mention"):
        return None
    key = {"conversation": str(event["channel"]), "message": _ts(event["ts"])}
    if kind == "app_mention":
        body = {"kind": "text", "text": as_typed(without_mention(event["text"]))}
        where = {"conversation": key["conversation"], "message": _ts(event.get("thread_ts") or event["ts"])}
        return Read(key, {"team": team, "user": str(event["user"])}, key["message"], body, where)
    if event.get("channel_type") != "im":
        return None
    if subtype == "message_changed":
        return _edited(team, event, key)
    if subtype not in (None, "file_share", "thread_broadcast", "me_message"):
        return None
    text = as_typed(event.get("text") or "")
    body = {"kind": "not_text" if event.get("files") else "text", "text": text}
    return Read(key, {"team": team, "user": str(event["user"])}, key["message"], body)


def _edited(team: str, event: Mapping[str, Any], key: Address) -> Read | None:
    """A change of a person. Slack tells of its own changes as well, such as a preview of a link."""
    message, before = event["message"], event.get("previous_message") or {}
    if message.get("bot_id") or not message.get("user") or message.get("text") == before.get("text"):
        return None
    return Read(key, {"team": team, "user": str(message["user"])}, key["message"], {"kind": "edited"})


def _interaction(payload: Mapping[str, Any]) -> Read | None:
    if payload["type"] != "block_actions":
        return None
    action, message = payload["actions"][0], payload.get("message") or {}
    if action["type"] == "checkboxes" or not message:
        return None  # what is ticked comes with the button below
    team, user = (payload.get("team") or payload["user"]["team_id"]), payload["user"]
    address = {"team": str(team["id"] if isinstance(team, Mapping) else team), "user": str(user["id"])}
    pressed = (action.get("selected_option") or action)["value"]
    body = {"kind": "tap", "message": _ts(message["ts"]), "pressed": str(pressed), "ticked": _ticked(payload)}
    place = _ts(action["action_ts"])
    return Read({"user": address["user"], "action": place}, address, place, body)


def _ticked(payload: Mapping[str, Any]) -> list[str]:
    blocks = ((payload.get("state") or {}).get("values") or {}).values()
    boxes = (box for block in blocks for box in block.values() if box.get("type") == "checkboxes")
    return [str(option["value"]) for box in boxes for option in box.get("selected_options") or ()]


def _said(text: str) -> dict[str, Any]:
    word = text.strip().lower()
    return {"kind": "command", "command": word} if word in COMMANDS else {"kind": "text", "text": text}


def _ts(written: object) -> str:
    """A moment as Slack writes it, which is also what a message is known by."""
    if not isinstance(written, str) or not _TS.fullmatch(written):
        raise Malformed("A message is known by a moment, such as 1700000000.000100.")
    return written
