"""What an operator sets for Telegram and Slack, read from the environment and checked before the port opens."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.telegram.api import OFFICIAL
from bot.runtime.web_settings import SettingRefused

TELEGRAM_TOKEN = "MALLEO_TELEGRAM_TOKEN"  # noqa: S105  the name of the variable

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{10,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SERVER = re.compile(r"https?://[^\s?#@]+")


@dataclass(frozen=True)
class TelegramSettings:
    """A bot of Telegram.

    Attributes:
        secret: what Telegram shows with every update; empty for one derived from the server's key.
        server: address of the Bot API.
    """

    token: str
    secret: str = ""
    server: str = OFFICIAL

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> TelegramSettings:
        """`MALLEO_TELEGRAM_TOKEN`, `MALLEO_TELEGRAM_SECRET`, `MALLEO_TELEGRAM_SERVER`. Raises `SettingRefused`."""
        token = environment.get(TELEGRAM_TOKEN, "")
        secret = environment.get("MALLEO_TELEGRAM_SECRET", "")
        server = environment.get("MALLEO_TELEGRAM_SERVER") or OFFICIAL
        if not _TOKEN.fullmatch(token):
            raise SettingRefused(f"{TELEGRAM_TOKEN} is not set, or is no token such as 123456:ABC-DEF….")
        if secret and not _SECRET.fullmatch(secret):
            raise SettingRefused("MALLEO_TELEGRAM_SECRET may have 1 to 256 letters, digits, _ and -.")
        if not _SERVER.fullmatch(server):
            raise SettingRefused("MALLEO_TELEGRAM_SERVER is no address such as https://api.telegram.org.")
        return cls(token, secret, server)


@dataclass(frozen=True)
class MessengerSettings:
    """The front ends that are to be served besides the website; `None` for those that are not set up."""

    telegram: TelegramSettings | None

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, *, telegram: bool = False) -> MessengerSettings:
        """Whatever is set up. Raises `SettingRefused`.

        Args:
            telegram: it has to be there.
        """
        wanted = telegram or bool(environment.get(TELEGRAM_TOKEN))
        return cls(TelegramSettings.read(environment) if wanted else None)
