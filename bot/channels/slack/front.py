"""How a person of Slack is answered: always in a conversation of their own, whatever the place where they wrote."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Engine

from bot.channels import pieces as cutting
from bot.channels.ankle_picture import ankle_picture
from bot.channels.base import Incoming, Reception
from bot.channels.desk import Desk, Later, Person, Piece, Shut, Unsendable
from bot.channels.limits import Limit, Rate
from bot.channels.press import ASK, Press
from bot.channels.report import CHART, REPORT
from bot.channels.slack import blocks, limits
from bot.channels.slack.api import SlackApi
from bot.channels.slack.spelling import escaped
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

MOST_REMEMBERED = 10_000
"""Conversations of which it is remembered what Slack calls them."""


class SlackFront:
    """Reads what people do and writes what Malleo says, within the limits of Slack."""

    channel = "slack"

    def __init__(self, api: SlackApi, reception: Reception, engine: Engine) -> None:
        self._api = api
        self._reception = reception
        self._engine = engine
        self._texts = reception.texts
        self._pace = Limit(Rate(limits.A_SECOND, limits.A_SECOND))
        self._conversations: dict[str, str] = {}

    async def take(self, person: Person, update: Waiting, desk: Desk) -> None:
        """Answers a delivery."""
        body = update.body
        if person.reached.shut:  # who writes again wants to be answered
            await desk.note(person, shut=False)
        if sealed := body.get("where"):
            await self._answer_in_public(desk.opened(sealed))
        match body["kind"]:
            case "text":
                await self._turn(person, update.id, body["text"], desk)
            case "tap":
                await self._tapped(person, update, desk)
            case "command" | "open":
                await self._command(person, update, desk)
            case "not_text" if body["text"]:
                await desk.say(person, self._reception.said("messenger.not_opened"))
                await self._turn(person, update.id, body["text"], desk)
            case "not_text" | "edited" as kind:
                await desk.say(person, self._reception.said(f"messenger.{kind}"))

    def pieces(self, line: Line) -> Sequence[Piece]:
        """A picture where a place is asked for, and the text with what it can be answered with."""
        payload = line.custom or {}
        question = payload if payload.get("type") in ASK else None
        text = blocks.above(question, line.text, self._texts) if question else line.text
        kind = "urgent" if payload.get("type") in URGENT else "text"
        *before, last = cutting.pieces(text, limits.BLOCKS_TEXT, blocks.size) or [text]
        parts = [Piece(kind if not number else "text", part, line.seq) for number, part in enumerate(before)]
        parts.append(Piece("text" if before else kind, last, line.seq, question))
        if payload.get("type") == "assessment":
            parts.append(Piece("text", self._texts("slack.report_hint"), line.seq))
        if question and question["kind"] == "regions":
            return [Piece("picture", self._texts("messenger.picture"), line.seq, question), *parts]
        return parts

    async def send(self, person: Person, piece: Piece) -> Mapping[str, Any] | None:
        """Sends a piece. Raises `Later`, `Shut` or `Unsendable`."""
        await asyncio.sleep(self._pace.take(""))
        if piece.kind == "picture":
            await self._send_picture(person, piece)
            return None
        conversation = await self._conversation(person)
        if piece.question and person.reached.keyboard:
            await self._close(person, person.reached.keyboard)
        said = blocks.sections(piece.text, urgent=piece.kind == "urgent")
        answers = blocks.controls(piece.question, piece.seq, self._texts) if piece.question else []
        try:
            sent = await self._api.call(
                "chat_postMessage", channel=conversation, text=blocks.fallback(piece.text), blocks=[*said, *answers],
                unfurl_links=False, unfurl_media=False,
            )  # fmt: skip
        except Unsendable:  # rather without its looks than not at all
            await self._api.call("chat_postMessage", channel=conversation, text=escaped(piece.text))
            return None
        return {"message": sent["ts"], "seq": piece.seq} if answers else None

    async def send_file(self, person: Person, name: str, content: bytes, title: str) -> None:
        """Sends a file. Raises `Later`, `Shut` or `Unsendable`."""
        conversation = await self._conversation(person)
        await self._api.call(
            "files_upload_v2", channel=conversation, filename=name, content=content, title=title, alt_txt=title
        )

    async def _turn(self, person: Person, id: str, text: str, desk: Desk, choice: Choice | None = None) -> None:
        """One turn of the assistant; the answers to the question before are closed after it."""
        await desk.turn(person, Incoming(person.conversation, text, choice, id))
        if person.reached.keyboard:
            await self._close(person, person.reached.keyboard, text if choice else "")
            await desk.note(person, keyboard=None)

    async def _command(self, person: Person, update: Waiting, desk: Desk) -> None:
        command = update.body.get("command", "")
        if command in SAID_BY:
            await self._turn(person, update.id, SAID_BY[command], desk)
        elif command == "help":
            await desk.say(person, self._reception.said("slack.help"))
        elif command == "report":
            await self._report(person, desk)
        elif await in_thread(people.transcript, self._engine, person.conversation):
            await self._turn(person, update.id, "hello", desk)
        else:
            await desk.say(person, self._reception.greeting())

    async def _tapped(self, person: Person, update: Waiting, desk: Desk) -> None:
        press, keyboard = Press.read(update.body["pressed"]), person.reached.keyboard
        line = await self._line(person, press.seq) if press else None
        if not (press and line and line.custom and keyboard and keyboard["message"] == update.body["message"]):
            await self._whisper(person, self._texts("messenger.closed"))
            return
        if press.verb in ("why", "how"):
            await self._turn(person, update.id, self._texts(f"messenger.{press.verb}"), desk)
            return
        choice = press.choice(line.custom, blocks.chosen(update.body["ticked"]))
        try:
            if choice is None:
                await self._whisper(person, self._texts("messenger.choose_first"))
                return
            self._reception.check(choice)
        except (NotAnOption, KeyError):  # a question that is no longer in the knowledge base
            await self._whisper(person, self._texts("messenger.closed"))
            return
        await self._turn(person, update.id, self._reception.label(choice), desk, choice)

    async def _close(self, person: Person, keyboard: Mapping[str, Any], chose: str = "") -> None:
        """Takes the answers away, and writes what was chosen where they were."""
        line = await self._line(person, keyboard["seq"])
        if line is None:
            return
        asked = self.pieces(line)[-1]
        note = [blocks.note(self._texts("messenger.chose", label=chose))] if chose else []
        with suppress(Later, Unsendable):
            await self._api.call(
                "chat_update", channel=await self._conversation(person), ts=keyboard["message"],
                text=blocks.fallback(asked.text),
                blocks=[*blocks.sections(asked.text), *note],
            )  # fmt: skip

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
        await self.send_file(person, "ankle.png", content, piece.text)

    async def _answer_in_public(self, where: Mapping[str, str]) -> None:
        """Says in the thread that the answer is elsewhere. What somebody's ankle is like is nobody else's business."""
        with suppress(Later, Shut, Unsendable):
            await self._api.call(
                "chat_postMessage", channel=where["conversation"], thread_ts=where["message"],
                text=escaped(self._texts("slack.private")),
            )  # fmt: skip

    async def _whisper(self, person: Person, text: str) -> None:
        """Says something that only they see, and that does not stay."""
        with suppress(Later, Unsendable):
            await self._api.call(
                "chat_postEphemeral", channel=await self._conversation(person), user=person.address["user"],
                text=escaped(text),
            )  # fmt: skip

    async def _conversation(self, person: Person) -> str:
        """What Slack calls the conversation with them alone."""
        user = person.address["user"]
        if user not in self._conversations:
            if len(self._conversations) >= MOST_REMEMBERED:
                self._conversations.clear()
            opened = await self._api.call("conversations_open", users=user)
            self._conversations[user] = opened["channel"]["id"]
        return self._conversations[user]

    async def _line(self, person: Person, seq: int) -> Line | None:
        lines = await in_thread(people.transcript, self._engine, person.conversation, seq - 1)
        return lines[0] if lines and lines[0].seq == seq else None
