# /// script
# requires-python = ">=3.11,<3.12"
# dependencies = ["medspacy==1.3.1", "spacy==3.7.5"]
#
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""medspaCy's ConText with its stock rules, on the places that Malleo's lexicon found."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import medspacy
import spacy
from loguru import logger

sys.path[0] = str(Path(__file__).resolve().parents[3])  # the project's folder, instead of this one

from bot.evaluation.baselines.assertion import HISTORICAL, HYPOTHETICAL, OTHER, Place, main

NOT_NOW = {"FAMILY": OTHER, "HYPOTHETICAL": HYPOTHETICAL, "HISTORICAL": HISTORICAL}
"""Category of ConText → label."""


@cache
def engine() -> spacy.language.Language:
    """Tokeniser, sentences and ConText as they come."""
    logger.disable("PyRuSH")  # it logs every word
    language: spacy.language.Language = medspacy.load(
        medspacy_enable={"medspacy_tokenizer", "medspacy_pyrush", "medspacy_context"}
    )
    return language


def label(text: str, place: Place) -> str:
    with engine().select_pipes(disable=["medspacy_context"]):
        doc = engine()(text)
    span = doc.char_span(place.start, place.end, label=place.concept, alignment_mode="expand")
    if span is None:
        raise ValueError(f"{place.concept}: no words at {place.start}–{place.end}.")
    doc.ents = [span]
    modifiers = engine().get_pipe("medspacy_context")(doc).ents[0]._.modifiers
    outside = {one.category for one in modifiers if not _within(one.modifier_span, span)}
    for category, meant in NOT_NOW.items():
        if category in outside:
            return meant
    return place.told("NEGATED_EXISTENCE" in outside)


def _within(modifier: tuple[int, int], span: spacy.tokens.Span) -> bool:
    """The place's own words have had their say: the "can't" of "can't walk" denies nothing once more."""
    return modifier[0] < span.end and modifier[1] > span.start


if __name__ == "__main__":
    main("medspaCy, stock rules", label)
