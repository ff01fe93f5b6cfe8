"""What an operator sets for Telegram and Slack, read from the environment and checked before the port opens."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.runtime.web_settings import SettingRefused

TELEGRAM = "https://api.telegram.org"
SLACK = "https://slack.com/api/"

TELEGRAM_TOKEN = "MALLEO_TELEGRAM_TOKEN"  # noqa: S105  the name of the variable
SLACK_TOKEN = "MALLEO_SLACK_TOKEN"  # noqa: S105

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
    server: str = TELEGRAM

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> TelegramSettings:
        """`MALLEO_TELEGRAM_TOKEN`, `MALLEO_TELEGRAM_SECRET`, `MALLEO_TELEGRAM_SERVER`. Raises `SettingRefused`."""
        token = environment.get(TELEGRAM_TOKEN, "")
        secret = environment.get("MALLEO_TELEGRAM_SECRET", "")
        server = environment.get("MALLEO_TELEGRAM_SERVER") or TELEGRAM
        if not _TOKEN.fullmatch(token):
            raise SettingRefused(f"{TELEGRAM_TOKEN} is not set, or is no token such as 123456:ABC-DEF….")
        if secret and not _SECRET.fullmatch(secret):
            raise SettingRefused("MALLEO_TELEGRAM_SECRET may have 1 to 256 letters, digits, _ and -.")
        if not _SERVER.fullmatch(server):
            raise SettingRefused("MALLEO_TELEGRAM_SERVER is no address such as https://api.telegram.org.")
        return cls(token, secret, server)


@dataclass(frozen=True)
class SlackSettings:
    """An app of Slack in one workspace.

    Attributes:
        token: of the bot.
        signing_secret: with which Slack signs what it sends; empty for Socket Mode.
        app_token: for Socket Mode; empty for HTTP.
        server: address of the Web API.
    """

    token: str
    signing_secret: str
    app_token: str
    server: str = SLACK

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, *, socket: bool = False) -> SlackSettings:
        """`MALLEO_SLACK_TOKEN`, `_SIGNING_SECRET`, `_APP_TOKEN` and `_SERVER`. Raises `SettingRefused`.

        Args:
            socket: Socket Mode is wanted.
        """
        token, app_token = environment.get(SLACK_TOKEN, ""), environment.get("MALLEO_SLACK_APP_TOKEN", "")
        secret, server = environment.get("MALLEO_SLACK_SIGNING_SECRET", ""), environment.get("MALLEO_SLACK_SERVER")
        if not token.startswith("xoxb-"):
            raise SettingRefused(f"{SLACK_TOKEN} is not set, or is not the token of a bot, which begins with xoxb-.")
        if socket and not app_token.startswith("xapp-"):
            raise SettingRefused(
                "MALLEO_SLACK_APP_TOKEN is not set, or does not begin with xapp-. Socket Mode needs it."
            )
        if not socket and not secret:
            raise SettingRefused("MALLEO_SLACK_SIGNING_SECRET is not set. It is on the app's page, Basic Information.")
        if server and not _SERVER.fullmatch(server):
            raise SettingRefused("MALLEO_SLACK_SERVER is no address such as https://slack.com/api/.")
        return cls(token, secret, app_token if socket else "", server or SLACK)


@dataclass(frozen=True)
class MessengerSettings:
    """The front ends that are to be served besides the website; `None` for those that are not set up."""

    telegram: TelegramSettings | None
    slack: SlackSettings | None

    @classmethod
    def read(
        cls, environment: Mapping[str, str] = os.environ, *, telegram: bool = False, slack_socket: bool = False
    ) -> MessengerSettings:
        """Whatever is set up. Raises `SettingRefused`.

        Args:
            telegram: it has to be there.
            slack_socket: Slack has to be there, with what Socket Mode needs.
        """
        telegram = telegram or bool(environment.get(TELEGRAM_TOKEN))
        slack = slack_socket or bool(environment.get(SLACK_TOKEN))
        return cls(
            TelegramSettings.read(environment) if telegram else None,
            SlackSettings.read(environment, socket=slack_socket) if slack else None,
        )
