"""Asking Telegram for updates, where it cannot reach this machine: on a laptop."""

from __future__ import annotations

import asyncio
import logging

from bot.channels.desk import Desk, Later
from bot.channels.telegram.api import TelegramApi, TelegramRefused
from bot.channels.telegram.updates import WANTED, Malformed, Read, read
from bot.storage.trouble import StorageTrouble

logger = logging.getLogger(__name__)

LONGEST_POLL = 50
"""Seconds that Telegram holds a question for updates (`Client.h` of tdlib/telegram-bot-api)."""

PAUSE = 3.0
"""Seconds after a failure."""


async def poll(api: TelegramApi, desk: Desk) -> None:
    """Takes updates in until it is cancelled. Each is kept before Telegram is told that it may forget it.

    Raises:
        TelegramRefused: the token is wrong, or another process asks as well.
    """
    await api.ask("deleteWebhook")
    offset = 0
    while True:
        try:
            updates = await api.ask("getUpdates", offset=offset, timeout=LONGEST_POLL, allowed_updates=list(WANTED))
            for update in updates:
                await _keep(desk, update)
                offset = int(update["update_id"]) + 1
        except Later:
            await asyncio.sleep(PAUSE)
        except StorageTrouble as trouble:
            logger.error("An update could not be kept: %s", trouble)
            await asyncio.sleep(PAUSE)
        except TelegramRefused as refused:
            logger.error("Telegram refuses to tell about updates: %s", refused)
            await asyncio.sleep(PAUSE)


async def _keep(desk: Desk, update: dict[str, object]) -> None:
    try:
        found = read(update)
    except Malformed:
        logger.warning("An update that cannot be read was left out.")
        return
    if found is None:
        return
    try:
        await take_in(desk, found)
    except StorageTrouble as trouble:
        await desk.apologise(str(found.id), found.address, trouble, str(found.body.get("text", "")))
        raise


async def take_in(desk: Desk, found: Read) -> None:
    """Keeps an update. Raises `StorageTrouble`."""
    await desk.take_in(str(found.id), found.address, f"{found.id:020d}", found.body)
