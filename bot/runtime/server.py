"""The HTTP server: front ends below /webhooks, and what an operator asks: /health and /ready.

Rasa's own HTTP API is not mounted.
"""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanic import Sanic
from sqlalchemy import Engine

from bot.channels.base import Reception
from bot.channels.delivery import Delivery
from bot.channels.limits import Limit
from bot.channels.refusal import answer_errors
from bot.channels.tokens import Mint
from bot.channels.website import Website
from bot.channels.widget_pages import widget_pages
from bot.dialogue.practice import Practice
from bot.runtime.guard import by_address, guard
from bot.runtime.messengers import MessengerSettings, SlackSettings, TelegramSettings
from bot.runtime.origins import Origins
from bot.runtime.practice import engine
from bot.runtime.probes import Probes
from bot.runtime.web_settings import WebSettings

if TYPE_CHECKING:
    from bot.channels.slack.channel import Slack
    from bot.channels.telegram.channel import Telegram


def run(
    host: str, port: int, model_path: Path, show: bool = False, *, ask_telegram: bool = False, ask_slack: bool = False
) -> None:
    """Serves until it is stopped. Loads the assistant first, so that a fault shows before the port opens.

    Args:
        show: opens the page with the widget in a browser.
        ask_telegram: asks Telegram for updates instead of waiting for them to be sent.
        ask_slack: opens a socket to Slack for the same reason.

    Raises:
        SettingRefused: a setting makes no sense.
    """
    from bot.runtime.assistant import load_assistant

    web, messengers = WebSettings.read(), MessengerSettings.read(telegram=ask_telegram, slack_socket=ask_slack)
    agent, practice = load_assistant(model_path)
    app = create_app(agent, practice, engine(), web)
    if messengers.telegram:
        telegram(agent, practice, engine(), web, messengers.telegram).install(app, ask=ask_telegram)
    if messengers.slack:
        slack(agent, practice, engine(), web, messengers.slack).install(app, messengers.slack.app_token)

    @app.after_server_start
    async def say_so(*_where: object) -> None:
        sys.stdout.write(f"Serving on http://{host}:{port}. Stop with Ctrl-C.\n")
        sys.stdout.flush()
        if show:
            webbrowser.open(f"http://{host}:{port}/")

    app.run(host=host, port=port, single_process=True, motd=False, access_log=False)


def create_app(agent: Any, practice: Practice, engine: Engine, web: WebSettings) -> Sanic[Any, Any]:
    """The application for an assistant that is loaded."""
    app: Sanic[Any, Any] = Sanic("malleo", configure_logging=False)
    answer_errors(app)
    Origins(web.origins).install(app)
    guard(app, web.rates["address"], web.proxies)
    Probes(agent, engine).install(app)
    app.blueprint(website(agent, practice, engine, web).blueprint())
    app.blueprint(widget_pages(practice))
    return app


def website(agent: Any, practice: Practice, engine: Engine, web: WebSettings) -> Website:
    """The website channel."""
    reception = Reception(agent, practice, "website")
    messages, sessions = Limit(web.rates["conversation"]), by_address(web.rates["session"])
    return Website(reception, Delivery(reception, engine), Mint(web.keys), engine, messages, sessions)


def telegram(agent: Any, practice: Practice, engine: Engine, web: WebSettings, settings: TelegramSettings) -> Telegram:
    """The Telegram channel."""
    from bot.channels.addresses import Addresses, secret_of
    from bot.channels.desk import Desk
    from bot.channels.telegram.api import TelegramApi
    from bot.channels.telegram.channel import Telegram
    from bot.channels.telegram.front import TelegramFront

    reception, api = Reception(agent, practice, "telegram"), TelegramApi(settings.token, settings.server)
    front = TelegramFront(api, reception, engine)
    desk = Desk(front, Delivery(reception, engine), Addresses(web.keys), engine)
    secret = settings.secret or secret_of(web.keys, "telegram")
    return Telegram(api, desk, secret, Limit(web.rates["conversation"]))


def slack(agent: Any, practice: Practice, engine: Engine, web: WebSettings, settings: SlackSettings) -> Slack:
    """The Slack channel."""
    from bot.channels.addresses import Addresses
    from bot.channels.desk import Desk
    from bot.channels.slack.api import SlackApi
    from bot.channels.slack.channel import Slack
    from bot.channels.slack.front import SlackFront

    reception, api = Reception(agent, practice, "slack"), SlackApi(settings.token, settings.server)
    desk = Desk(SlackFront(api, reception, engine), Delivery(reception, engine), Addresses(web.keys), engine)
    return Slack(api, desk, settings.signing_secret, Limit(web.rates["conversation"]), practice.texts)
