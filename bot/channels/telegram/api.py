"""A client of Telegram's Bot API, as much of it as is needed. https://core.telegram.org/bots/api"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData

from bot.channels.desk import Later, Shut, Unsendable

logger = logging.getLogger(__name__)

TIMES = ClientTimeout(total=None, sock_connect=10, sock_read=70)
"""Seconds. Asking for updates waits up to 50 s for some (`Client.h` of tdlib/telegram-bot-api)."""

GONE = ("blocked", "deactivated", "kicked", "chat not found", "bot can't initiate conversation", "not a member")
"""What a refusal says when somebody cannot be reached any more."""

UNCHANGED = "message is not modified"


class TelegramRefused(Exception):
    """Telegram refuses a call of the operator's, such as setting the webhook. The text is Telegram's description."""


@dataclass(frozen=True)
class File:
    """A file to send.

    Attributes:
        field: name of the parameter it stands for, such as `photo`.
    """

    field: str
    name: str
    content: bytes


class TelegramApi:
    """One bot at one server.

    Args:
        token: as BotFather gave it. It is part of every address, so no address is ever logged.
        server: its address; a local Bot API server has another than Telegram's own.
    """

    def __init__(self, token: str, server: str) -> None:
        self._base = f"{server.rstrip('/')}/bot{token}"
        self._session: ClientSession | None = None

    async def call(self, method: str, /, file: File | None = None, **parameters: Any) -> Any:
        """The result of a method. Parameters that are `None` are left out.

        Raises:
            Later: too many calls, or the server cannot be reached.
            Shut: the person cannot be reached any more.
            Unsendable: Telegram refuses the call.
        """
        answer = await self._answer(
            method, file, {name: value for name, value in parameters.items() if value is not None}
        )
        if answer.get("ok"):
            return answer.get("result")
        code, why = answer.get("error_code", 0), str(answer.get("description", ""))
        if code == 429 or code >= 500:
            raise Later(float((answer.get("parameters") or {}).get("retry_after", 0)))
        if code in (401, 404):  # the token is wrong or was withdrawn: the operator can mend that, and nothing is lost
            logger.error("Telegram does not know this bot: MALLEO_TELEGRAM_TOKEN is wrong or was withdrawn.")
            raise Later
        if code == 403 or any(word in why for word in GONE):
            raise Shut
        if UNCHANGED in why:
            return None
        raise Unsendable(why)

    async def ask(self, method: str, /, **parameters: Any) -> Any:
        """The result of a method that an operator calls. Raises `TelegramRefused` with what Telegram says."""
        answer = await self._answer(method, None, parameters)
        if not answer.get("ok"):
            raise TelegramRefused(str(answer.get("description", "no reason given")))
        return answer.get("result")

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    async def _answer(self, method: str, file: File | None, parameters: Mapping[str, Any]) -> dict[str, Any]:
        self._session = self._session or ClientSession(timeout=TIMES)
        body: dict[str, Any] = {"data": _form(file, parameters)} if file else {"json": dict(parameters)}
        try:
            async with self._session.post(f"{self._base}/{method}", **body) as response:
                answer = json.loads(await response.read())
        except (TimeoutError, ClientError, OSError, ValueError):
            raise Later from None
        if not isinstance(answer, dict):
            raise Later
        return answer


def _form(file: File, parameters: Mapping[str, Any]) -> FormData:
    form = FormData()
    for name, value in parameters.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    form.add_field(file.field, file.content, filename=file.name)
    return form
