"""A process that takes turns of one conversation and writes down when each begins and ends.

Arguments: address of the database, conversation, number of turns. With `hold` in place of the number it takes one turn
and keeps it until a line comes on standard input.
"""

import asyncio
import os
import sys

from sqlalchemy import Engine, text

from bot.runtime.rasa_ready import prepare

prepare()

from bot.storage import database  # noqa: E402
from bot.storage.rasa_stores import MalleoLockStore  # noqa: E402

NOTE = text(
    "INSERT INTO kb_notes (process, conversation, number, what) VALUES (:process, :conversation, :number, :what)"
)


async def take(url: str, conversation: str, turns: str) -> None:
    engine = database.engine(url)
    store = MalleoLockStore(engine=engine)
    say("ready")
    await listen()
    if turns == "hold":
        async with store.lock(conversation):
            say("holding")
            await listen()
        say("released")
        return
    burst = [turn(store, engine, conversation, number) for number in range(int(turns))]
    await asyncio.gather(*burst)


async def turn(store: MalleoLockStore, engine: Engine, conversation: str, number: int) -> None:
    async with store.lock(conversation):
        await asyncio.to_thread(note, engine, conversation, number, "begins")
        await asyncio.to_thread(note, engine, conversation, number, "ends")


def note(engine: Engine, conversation: str, number: int, what: str) -> None:
    row = {"process": os.getpid(), "conversation": conversation, "number": number, "what": what}
    with engine.begin() as connection:
        connection.execute(NOTE, row)


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


async def listen() -> None:
    await asyncio.to_thread(sys.stdin.readline)


asyncio.run(take(*sys.argv[1:]))
