"""Every fact of the article that the product starts from is carried by the base."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.knowledge import files
from bot.knowledge.entries import ARTICLE_KINDS
from bot.knowledge.model import Knowledge
from bot.knowledge.texts import texts
from bot.runtime import settings

WRITTEN = yaml.safe_load(Path(__file__).with_name("source_article.yml").read_text(encoding="utf-8"))

FACTS = [(part, fact, entries) for part, facts in WRITTEN.items() for fact, entries in facts.items()]

COUNTS = {
    "1 conditions": 12,  # nine kinds; stress fractures of three bones, impingement at two places
    "2 causes": 6,
    "3 symptoms": 11,
    "4 risk factors": 5,
    "5 treatment": 7,
    "6 prevention": 11,
    "7 recovery": 2,
    "8 see a doctor": 8,  # five at once, three more
    "9 first thing to do": 1,
    "10 a running plan": 1,
}


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    """All that people read of each entry, by id."""
    read: dict[str, str] = {}
    for text in texts(files.read(settings.KNOWLEDGE)):
        read[text.id] = f"{read.get(text.id, '')} {text.words}"
    return read


@pytest.fixture(scope="module")
def base() -> Knowledge:
    return files.read(settings.KNOWLEDGE)


@pytest.mark.parametrize(("part", "fact", "entries"), FACTS, ids=[f"{part}: {fact}" for part, fact, _ in FACTS])
def test_each_fact_has_entries_that_carry_it(
    said: dict[str, str], part: str, fact: str, entries: dict[str, str]
) -> None:
    for id, words in entries.items():
        assert id in said, id
        assert words.casefold() in said[id].casefold(), said[id]


def test_no_fact_is_left_out() -> None:
    assert {part: len(facts) for part, facts in WRITTEN.items() if part != "context"} == COUNTS


def test_what_can_be_asked_of_each_kind_has_an_answer(base: Knowledge) -> None:
    """Each part of the article is a kind of question, and of each kind there are articles."""
    kinds = {article.kind for article in base.articles.values()}
    assert kinds == set(ARTICLE_KINDS)


def test_where_it_differs_from_the_evidence_the_answer_says_so(base: Knowledge) -> None:
    """The rows of the comparison, each with an article that tells what many say and what studies show."""
    differing = {id for id, article in base.articles.items() if article.differs}
    assert differing >= {
        "treat_rest",
        "treat_ice",
        "treat_compression",
        "treat_medicine",
        "prevent_stretching",
        "prevent_warm_up",
        "prevent_strength",
        "prevent_stability_shoes",
        "prevent_running_shoes",
        "prevent_training_load",
        "prevent_even_ground",
        "prevent_healthy_weight",
        "recovery_mild_sprain",
        "recovery_severe_sprain",
        "doctor_overview",
    }
