# /// script
# requires-python = ">=3.11,<3.12"
# dependencies = ["click==8.1.8", "negspacy==1.0.4", "spacy==3.7.5"]
#
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""negspaCy with its stock English terms, on the places that Malleo's lexicon found. It knows denial only."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import spacy
from negspacy.negation import Negex
from negspacy.termsets import termset

sys.path[0] = str(Path(__file__).resolve().parents[3])  # the project's folder, instead of this one

from bot.evaluation.baselines.assertion import Place, main


@cache
def engine() -> tuple[spacy.language.Language, Negex]:
    """The pipeline up to sentences, and the part that judges."""
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    return language, Negex(language, "negex", termset("en_clinical").get_patterns(), [], "negex", [])


def label(text: str, place: Place) -> str:
    language, negex = engine()
    doc = language(text)
    span = doc.char_span(place.start, place.end, label=place.concept, alignment_mode="expand")
    if span is None:
        raise ValueError(f"{place.concept}: no words at {place.start}–{place.end}.")
    doc.ents = [span]
    return place.told(bool(negex(doc).ents[0]._.negex))


if __name__ == "__main__":
    main("negspaCy, stock terms", label)
