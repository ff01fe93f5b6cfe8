"""What people say is understood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.knowledge import files
from bot.knowledge.checks.fault import Base
from bot.knowledge.clauses import parse
from bot.knowledge.model import Knowledge, LexiconEntry
from bot.knowledge.vocabulary import vocabulary
from bot.review.wording import phrases_can_be_read, red_flags_can_be_said
from bot.runtime import settings


@pytest.fixture(scope="module")
def real() -> Knowledge:
    return files.read(settings.KNOWLEDGE)


def without_phrases(knowledge: Knowledge, *concepts: str) -> Base:
    kept = tuple(entry for entry in knowledge.lexicon if entry.concept not in concepts)
    return Base(replace(knowledge, lexicon=kept), vocabulary())


def with_flag(knowledge: Knowledge, when: object) -> Base:
    flag = replace(knowledge.rules["RF04"], when=parse(when))
    return Base(replace(knowledge, rules={"RF04": flag}), vocabulary())


def test_a_flag_without_words_is_found(real: Knowledge) -> None:
    faults = list(red_flags_can_be_said(without_phrases(real, "chest_pain_or_breathless")))
    assert [fault.id for fault in faults if fault.id == "RF04"] == ["RF04"]
    assert "nothing that the reader understands says chest_pain_or_breathless" in faults[0].what


@pytest.mark.parametrize(
    "when",
    [
        {"severity": {"at_least": 8}},
        {"duration_days": {"at_most": 14}},
        {"age": {"at_least": 55}},
        {"age": {"at_most": 17}},
        {"subject": "child"},
        {"side": "both"},
        {"onset": "sudden"},
        {"mechanism": ["twist"]},
        {"location": ["calf"]},
        {"absent": "four_steps_now"},
    ],
)
def test_attributes_and_denials_can_be_said(real: Knowledge, when: object) -> None:
    assert list(red_flags_can_be_said(with_flag(real, when))) == []


def test_of_alternatives_one_that_can_be_said_is_enough(real: Knowledge) -> None:
    base = without_phrases(real, "fever")
    flag = replace(real.rules["RF04"], when=parse({"any": ["fever", "swelling"]}))
    assert list(red_flags_can_be_said(Base(replace(base.knowledge, rules={"RF04": flag}), vocabulary()))) == []


def test_a_phrase_that_cannot_be_read_is_found_where_it_stands(real: Knowledge) -> None:
    broken = LexiconEntry("swelling", ("puffed (up",))
    base = Base(replace(real, lexicon=(broken, *real.lexicon)), vocabulary())
    (fault,) = phrases_can_be_read(base)
    assert (fault.kind, fault.id, fault.part) == ("lexicon", "0", "phrases")
    assert "puffed (up" in fault.what
