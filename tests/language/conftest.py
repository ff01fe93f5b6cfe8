"""The reader with the product's own lexicon."""

from pathlib import Path

import pytest
import yaml

from bot.knowledge.vocabulary import vocabulary
from bot.language import Lexicon, Reader

KNOWLEDGE = Path(__file__).parents[2] / "data" / "knowledge"
LEXICON = KNOWLEDGE / "lexicon.yml"


@pytest.fixture(scope="session")
def entries() -> list[tuple[str, list[str], str]]:
    content = yaml.safe_load(LEXICON.read_text(encoding="utf-8"))
    return [(entry["concept"], entry["phrases"], entry.get("state", "present")) for entry in content["entries"]]


@pytest.fixture(scope="session")
def spoken_of() -> set[str]:
    """What is spoken of and not told: conditions, and what a runner can do or leave out."""
    measures = yaml.safe_load((KNOWLEDGE / "measures.yml").read_text(encoding="utf-8"))["entries"]
    return {*vocabulary().conditions, *(measure["id"] for measure in measures)}


@pytest.fixture(scope="session")
def reader(entries, spoken_of) -> Reader:
    return Reader(Lexicon.of(entries, spoken_of))
