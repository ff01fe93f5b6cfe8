"""The reader with the product's own lexicon."""

from pathlib import Path

import pytest
import yaml

from bot.knowledge.vocabulary import vocabulary
from bot.language import Lexicon, Reader

LEXICON = Path(__file__).parents[2] / "data" / "knowledge" / "lexicon.yml"


@pytest.fixture(scope="session")
def entries() -> list[tuple[str, list[str], str]]:
    content = yaml.safe_load(LEXICON.read_text(encoding="utf-8"))
    return [(entry["concept"], entry["phrases"], entry.get("state", "present")) for entry in content["entries"]]


@pytest.fixture(scope="session")
def reader(entries) -> Reader:
    return Reader(Lexicon.of(entries, vocabulary().conditions))
