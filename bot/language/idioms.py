"""Everyday phrases that use a finding's words for something else: "cold shower", "pop to the shops"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.language.phrase_book import PhraseBook
from bot.language.phrases import parse

FILE = Path(__file__).with_name("idioms.txt")


@cache
def idioms() -> PhraseBook[None]:
    """The phrases of `idioms.txt`. Raises `PhraseError` when one cannot be read."""
    lines = (line.strip() for line in FILE.read_text(encoding="utf-8").splitlines())
    return PhraseBook((variant, None) for line in lines if line and line[0] != "#" for variant in parse(line))
