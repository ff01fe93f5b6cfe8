"""Cases are played in this process, without a network."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.channels.base import Incoming, Reception
from bot.dialogue.message import Message
from bot.dialogue.utterance import Choice
from bot.evaluation.personas import Reply


@dataclass(frozen=True)
class InProcess:
    """The assistant of this process."""

    reception: Reception
    name: str = "in this process"

    @asynccontextmanager
    async def conversation(self) -> AsyncIterator[InProcessDoor]:
        yield InProcessDoor(self.reception, uuid.uuid4().hex)


@dataclass(frozen=True)
class InProcessDoor:
    reception: Reception
    id: str

    async def send(self, reply: Reply) -> Sequence[Message]:
        return await self.reception.receive(self._incoming(reply))

    def _incoming(self, reply: Reply) -> Incoming:
        if not reply.options:
            return Incoming(self.id, reply.text)
        choice = Choice(reply.question, reply.options)
        return Incoming(self.id, self.reception.label(choice), choice)
