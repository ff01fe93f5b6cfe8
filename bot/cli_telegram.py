"""The commands for Telegram: `malleo telegram register | status | unregister`."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from bot.channels.telegram.api import TelegramApi

EXIT_USAGE = 2

app = typer.Typer(help="Set the bot up at Telegram. MALLEO_TELEGRAM_TOKEN names it.", no_args_is_help=True)

_URL = re.compile(r"https://[^\s?#@]+")


@app.command()
def register(
    url: Annotated[str, typer.Argument(help="Where this server is reached, such as https://ankle.example.org")],
) -> None:
    """Have Telegram send messages to this server, with a secret; set the bot's commands and description."""
    if not _URL.fullmatch(url):
        typer.echo("Telegram sends to https:// addresses only.", err=True)
        raise typer.Exit(EXIT_USAGE)
    asyncio.run(_with_api(_Registration(url.rstrip("/")).run))


@app.command()
def status() -> None:
    """Tell where Telegram sends messages, how many wait there, and what went wrong last."""
    asyncio.run(_with_api(_status))


@app.command()
def unregister() -> None:
    """Have Telegram keep messages until it is asked for them, as `malleo serve --telegram-polling` does."""
    asyncio.run(_with_api(_unregister))


class _Registration:
    def __init__(self, url: str) -> None:
        self._url = url

    async def run(self, api: TelegramApi) -> None:
        from bot.channels.addresses import secret_of
        from bot.channels.telegram.channel import PREFIX
        from bot.channels.telegram.updates import WANTED
        from bot.runtime.messengers import TelegramSettings
        from bot.runtime.web_settings import WebSettings

        secret = TelegramSettings.read().secret or secret_of(WebSettings.read().keys, "telegram")
        await set_profile(api)
        await api.ask("setWebhook", url=f"{self._url}{PREFIX}", secret_token=secret, allowed_updates=list(WANTED))
        typer.echo(f"Telegram sends messages to {self._url}{PREFIX} from now on.")


async def set_profile(api: TelegramApi) -> None:
    """The commands in the menu, and what stands in an empty chat."""
    from bot.channels.telegram.updates import COMMANDS
    from bot.dialogue.texts import Texts
    from bot.runtime import settings

    texts = Texts.read(settings.TEXTS)
    commands = [{"command": name, "description": texts(f"telegram.command.{name}")} for name in COMMANDS]
    await api.ask("setMyCommands", commands=commands)
    await api.ask("setMyDescription", description=texts("telegram.about"))
    await api.ask("setMyShortDescription", short_description=texts("messenger.about_short"))


async def _status(api: TelegramApi) -> None:
    me, hook = await api.ask("getMe"), await api.ask("getWebhookInfo")
    typer.echo(f"Bot: @{me['username']}")
    typer.echo(f"Telegram sends to: {hook.get('url') or 'nowhere; it waits to be asked'}")
    typer.echo(f"Messages that wait: {hook.get('pending_update_count', 0)}")
    if why := hook.get("last_error_message"):
        typer.echo(f"Last trouble: {why}")


async def _unregister(api: TelegramApi) -> None:
    await api.ask("deleteWebhook")
    typer.echo("Telegram keeps messages until it is asked for them.")


async def _with_api(work: Any) -> None:
    from bot.channels.desk import Later
    from bot.channels.telegram.api import TelegramApi, TelegramRefused
    from bot.runtime.messengers import TelegramSettings

    settings = TelegramSettings.read()
    api = TelegramApi(settings.token, settings.server)
    try:
        await work(api)
    except Later:
        raise TelegramRefused("Telegram cannot be reached from here.") from None
    finally:
        await api.close()
