"""A process that saves turn after turn of one conversation and says the number of each, until it is killed."""

import asyncio
import itertools
import sys
from pathlib import Path

from bot.runtime.rasa_ready import prepare

prepare()
sys.path.insert(0, str(Path(__file__).parent))

from talk import DOMAIN, said, told  # noqa: E402

from bot.storage import database  # noqa: E402
from bot.storage.rasa_stores import MalleoTrackerStore  # noqa: E402


async def talk(url: str) -> None:
    store = MalleoTrackerStore(DOMAIN, engine=database.engine(url))
    for number in itertools.count(1):
        tracker = await store.get_or_create_tracker("a", append_action_listen=False)
        await store.save(told(tracker, said(f"message {number}")))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


asyncio.run(talk(sys.argv[1]))
