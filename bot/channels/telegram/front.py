"""How a person of Telegram is answered: what was typed or tapped, and what is shown in return."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from sqlalchemy import Engine

from bot.channels import pieces as cutting
from bot.channels.ankle_picture import ankle_picture
from bot.channels.base import Incoming, Reception
from bot.channels.desk import Desk, Later, Person, Piece, Unsendable
from bot.channels.limits import Limit, Rate
from bot.channels.press import ASK, Press
from bot.channels.report import CHART, REPORT
from bot.channels.telegram import limits
from bot.channels.telegram.api import File, TelegramApi
from bot.channels.telegram.buttons import above, buttons
from bot.dialogue.answering import NotAnOption
from bot.dialogue.utterance import Choice
from bot.storage import people
from bot.storage.people import Line
from bot.storage.threads import in_thread
from bot.storage.trouble import StorageTrouble
from bot.storage.updates import Waiting

logger = logging.getLogger(__name__)

URGENT = ("escalation", "assessment")
"""Messages whose first sentence is what matters most: it is shown in bold."""

SAID_BY = {"stop": "stop", "delete": "delete my data"}
"""Commands that stand for words which the assistant understands."""


@dataclass(frozen=True)
class Tap:
    """A button that was pressed.

    Attributes:
        message: the message whose button it is.
        id: by which Telegram wants to be told that the tap arrived.
    """

    id: str
    message: int
    press: Press | None


class TelegramFront:
    """Reads what people do and writes what Malleo says, within the limits of Telegram."""

    channel = "telegram"

    def __init__(self, api: TelegramApi, reception: Reception, engine: Engine) -> None:
        self._api = api
        self._reception = reception
        self._engine = engine
        self._texts = reception.texts
        self._pace = Limit(Rate(limits.A_SECOND, limits.A_SECOND))
        self._pictures: dict[bytes, str] = {}

    async def take(self, person: Person, update: Waiting, desk: Desk) -> None:
        """Answers an update."""
        body = update.body
        if body["kind"] == "blocked":
            await desk.note(person, shut=True)
            return
        if person.reached.shut:  # who writes again wants to be answered
            await desk.note(person, shut=False)
        match body["kind"]:
            case "text":
                await self._turn(person, update.id, body["text"], desk)
            case "tap":
                await self._tapped(person, update, desk)
            case "command":
                await self._command(person, update, desk)
            case "not_text" if body["text"]:
                await desk.say(person, self._reception.said("messenger.not_opened"))
                await self._turn(person, update.id, body["text"], desk)
            case "not_text" | "edited" as kind:
                await desk.say(person, self._reception.said(f"messenger.{kind}"))
            case "group":
                await desk.say(person, self._reception.said("telegram.group"))

    def pieces(self, line: Line) -> Sequence[Piece]:
        """A picture where a place is asked for, the text, and below its last part the buttons."""
        payload = line.custom or {}
        question = payload if payload.get("type") in ASK else None
        text = above(question, line.text, self._texts) if question else line.text
        kind = "urgent" if payload.get("type") in URGENT else "text"
        *before, last = cutting.pieces(text, limits.TEXT, cutting.utf16) or [text]
        parts = [Piece(kind if not number else "text", part, line.seq) for number, part in enumerate(before)]
        parts.append(Piece("text" if before else kind, last, line.seq, question))
        if payload.get("type") == "assessment":
            parts.append(Piece("text", self._texts("telegram.report_hint"), line.seq))
        if question and question["kind"] == "regions":
            return [Piece("picture", self._texts("messenger.picture"), line.seq, question), *parts]
        return parts

    async def send(self, person: Person, piece: Piece) -> Mapping[str, Any] | None:
        """Sends a piece. Raises `Later`, `Shut` or `Unsendable`."""
        await asyncio.sleep(self._pace.take(""))
        if piece.kind == "picture":
            await self._send_picture(person, piece)
            return None
        rows = buttons(piece.question, piece.seq, self._texts) if piece.question else []
        if rows and person.reached.keyboard:
            await self._close(person, person.reached.keyboard)
        markup = {"inline_keyboard": rows} if rows else None
        chat = person.address["chat"]
        try:
            sent = await self._api.call(
                "sendMessage", chat_id=chat, text=_html(piece), parse_mode="HTML", reply_markup=markup,
                link_preview_options={"is_disabled": True},
            )  # fmt: skip
        except Unsendable:  # rather without its looks than not at all
            await self._api.call("sendMessage", chat_id=chat, text=_plain(piece.text))
            return None
        return {"message": sent["message_id"], "seq": piece.seq, "chosen": 0} if rows else None

    async def send_file(self, person: Person, name: str, content: bytes, caption: str) -> None:
        """Sends a document. Raises `Later`, `Shut` or `Unsendable`."""
        file = File("document", name, content)
        await self._api.call("sendDocument", file, chat_id=person.address["chat"], caption=caption)

    async def _turn(self, person: Person, id: str, text: str, desk: Desk, choice: Choice | None = None) -> None:
        """One turn of the assistant; the buttons of the question before are closed after it."""
        incoming = Incoming(person.conversation, text, choice, id)
        typing = asyncio.create_task(self._quietly("sendChatAction", chat_id=person.address["chat"], action="typing"))
        try:
            await desk.turn(person, incoming)
        finally:
            await typing  # one that came after the answer would be shown for seconds
        if person.reached.keyboard:
            await self._close(person, person.reached.keyboard, text if choice else "")
            await desk.note(person, keyboard=None)

    async def _command(self, person: Person, update: Waiting, desk: Desk) -> None:
        command = update.body["command"]
        if command in SAID_BY:
            await self._turn(person, update.id, SAID_BY[command], desk)
        elif command == "help":
            await desk.say(person, self._reception.said("telegram.help"))
        elif command == "report":
            await self._report(person, desk)
        elif await in_thread(people.transcript, self._engine, person.conversation):
            await self._turn(person, update.id, "hello", desk)
        else:
            await desk.say(person, self._reception.greeting())

    async def _tapped(self, person: Person, update: Waiting, desk: Desk) -> None:
        tap = Tap(update.body["id"], update.body["message"], Press.read(update.body["pressed"]))
        keyboard = person.reached.keyboard
        line = await self._line(person, tap.press.seq) if tap.press else None
        if not (tap.press and line and line.custom and keyboard and keyboard["message"] == tap.message):
            await self._answer(tap, self._texts("messenger.closed"))
            await self._close(person, {"message": tap.message})
            return
        match tap.press.verb:
            case "toggle":
                await self._answer(tap)
                chosen = keyboard["chosen"] ^ (1 << tap.press.value)
                await self._mark(person, {**keyboard, "chosen": chosen}, line.custom, desk)
            case "why" | "how" as verb:
                await self._answer(tap)
                await self._turn(person, update.id, self._texts(f"messenger.{verb}"), desk)
            case _:
                await self._choose(person, update.id, tap, tap.press.choice(line.custom, keyboard["chosen"]), desk)

    async def _choose(self, person: Person, id: str, tap: Tap, choice: Choice | None, desk: Desk) -> None:
        if choice is None:
            await self._answer(tap, self._texts("messenger.choose_first"))
            return
        try:
            self._reception.check(choice)
        except (NotAnOption, KeyError):  # a question that is no longer in the knowledge base
            await self._answer(tap, self._texts("messenger.closed"))
            return
        await self._answer(tap)
        await self._turn(person, id, self._reception.label(choice), desk, choice)

    async def _mark(self, person: Person, keyboard: Mapping[str, Any], question: Mapping[str, Any], desk: Desk) -> None:
        """Keeps and shows which options are chosen so far."""
        await desk.note(person, keyboard=dict(keyboard))
        rows = buttons(question, keyboard["seq"], self._texts, keyboard["chosen"])
        await self._quietly(
            "editMessageReplyMarkup",
            chat_id=person.address["chat"],
            message_id=keyboard["message"],
            reply_markup={"inline_keyboard": rows},
        )

    async def _close(self, person: Person, keyboard: Mapping[str, Any], chose: str = "") -> None:
        """Takes the buttons away, and writes what was chosen where they were."""
        this = {"chat_id": person.address["chat"], "message_id": keyboard["message"]}
        line = await self._line(person, keyboard["seq"]) if chose else None
        if line is None:
            await self._quietly("editMessageReplyMarkup", **this)
            return
        asked, note = self.pieces(line)[-1], self._texts("messenger.chose", label=chose)
        text = f"{_html(replace(asked, kind='text'))}\n\n<b>{escape(_plain(note), quote=False)}</b>"
        if cutting.utf16(asked.text) + cutting.utf16(note) + 2 > limits.TEXT:
            await self._quietly("editMessageReplyMarkup", **this)
            return
        await self._quietly("editMessageText", **this, text=text, parse_mode="HTML")

    async def _report(self, person: Person, desk: Desk) -> None:
        """The report as a file, and the pain over time where there is a course of it."""
        try:
            files = await in_thread(self._reception.report, self._engine, person.conversation)
            if files is None:
                await desk.say(person, self._reception.said("report.nothing"))
                return
            await self.send_file(person, REPORT, files.pdf, self._texts("report.caption"))
            if files.chart:
                await self.send_file(person, CHART, files.chart, self._texts("report.chart"))
        except (StorageTrouble, Unsendable) as error:
            logger.error("A report could not be given: %s", type(error).__name__)
            await desk.say(person, self._reception.said("report.failed"))

    async def _send_picture(self, person: Person, piece: Piece) -> None:
        side = await in_thread(people.known, self._engine, person.conversation, "side")
        content = await asyncio.to_thread(ankle_picture, piece.question or {}, side, self._texts)
        known = self._pictures.get(content)
        to: dict[str, Any] = {"chat_id": person.address["chat"], "caption": piece.text}
        if known:
            with suppress(Unsendable):  # Telegram may have forgotten it
                await self._api.call("sendPhoto", **to, photo=known)
                return
        sent = await self._api.call("sendPhoto", File("photo", "ankle.png", content), **to)
        self._pictures[content] = sent["photo"][-1]["file_id"]

    async def _line(self, person: Person, seq: int) -> Line | None:
        lines = await in_thread(people.transcript, self._engine, person.conversation, seq - 1)
        return lines[0] if lines and lines[0].seq == seq else None

    async def _answer(self, tap: Tap, note: str = "") -> None:
        await self._quietly("answerCallbackQuery", callback_query_id=tap.id, text=note or None)

    async def _quietly(self, method: str, **parameters: Any) -> None:
        """Something that is nice to have: a person misses nothing when it fails."""
        with suppress(Later, Unsendable):
            await self._api.call(method, **parameters)


def _html(piece: Piece) -> str:
    text = escape(_plain(piece.text), quote=False)
    if piece.kind != "urgent":
        return text
    first, dot, rest = text.partition(". ")
    return f"<b>{first}{dot.strip()}</b>{' ' if dot else ''}{rest}" if "\n" not in first else text


def _plain(text: str) -> str:
    """Without halves of an emoji, which UTF-8 cannot name."""
    return text.encode("utf-8", "replace").decode()
