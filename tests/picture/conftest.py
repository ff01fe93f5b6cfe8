from __future__ import annotations

import pytest

from bot.knowledge.files import read as knowledge
from bot.knowledge.model import Question
from bot.picture.drawing import Drawing, read
from bot.picture.places import Place, numbered
from bot.runtime import settings


@pytest.fixture(scope="session")
def drawing() -> Drawing:
    return read(settings.PICTURE)


@pytest.fixture(scope="session")
def question() -> Question:
    return knowledge(settings.KNOWLEDGE).questions["location"]


@pytest.fixture(scope="session")
def places(question: Question) -> dict[str, Place]:
    return numbered({option.id: option.label for option in question.options})
