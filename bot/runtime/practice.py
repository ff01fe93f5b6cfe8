"""Puts the practice together, once a process: knowledge from the database, the reader of its lexicon, the texts."""

from functools import cache

from sqlalchemy import Engine

from bot.dialogue.practice import Practice
from bot.dialogue.texts import Texts
from bot.knowledge import queries
from bot.knowledge.model import Knowledge
from bot.language.lexicon import Lexicon
from bot.language.reader import Reader
from bot.runtime import settings
from bot.runtime.operator import operator
from bot.storage import database


@cache
def engine(url: str | None = None) -> Engine:
    """The database of this process. Raises `DatabaseUnavailable` when the address makes no sense."""
    return database.engine(url or settings.database_url())


@cache
def practice() -> Practice:
    """The practice of this process. Raises `KnowledgeMissing` before the base was built."""
    return practice_from(queries.load(engine()))


def practice_from(knowledge: Knowledge) -> Practice:
    """A practice that works from that knowledge."""
    entries = ((entry.concept, entry.phrases, entry.state.value) for entry in knowledge.lexicon)
    names = {*knowledge.conditions, *knowledge.measures}
    return Practice(knowledge, Reader(Lexicon.of(entries, names)), Texts.read(settings.TEXTS), operator())


def forget() -> None:
    """Closes the database and lets the next call put the practice together anew, after the address changed."""
    if engine.cache_info().currsize:
        engine().dispose()
    engine.cache_clear()
    practice.cache_clear()
