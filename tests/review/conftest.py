from __future__ import annotations

import pytest

from bot.knowledge import files
from bot.knowledge.model import Knowledge
from bot.review.safety import floors
from bot.review.safety.case import FOLDER, SafetyCase, safety_case
from bot.review.safety.floors import Floors
from bot.review.safety.smallest import frozen
from bot.runtime import settings


@pytest.fixture(scope="session")
def real() -> Knowledge:
    return files.read(settings.KNOWLEDGE)


@pytest.fixture(scope="session")
def agreed() -> Floors:
    return floors.read(FOLDER / "floors.yml")


@pytest.fixture(scope="session")
def case(real: Knowledge, agreed: Floors) -> SafetyCase:
    return safety_case(real, agreed, frozen(FOLDER / "smallest_sets.yml"))
