"""One spelling for what people type in many, before features are taken from it.

Only for telling kinds of message apart: "7" and "70" become one, which nothing that reads symptoms may do.
"""

from __future__ import annotations

import re

from bot.language.cleaning import clean
from bot.language.short_forms import spell_out

_NEGATED = (
    "are",
    "ca",
    "could",
    "did",
    "does",
    "do",
    "had",
    "has",
    "have",
    "is",
    "should",
    "was",
    "were",
    "wo",
    "would",
)
_CONTRACTIONS = {f"{verb}nt": f"{verb}n't" for verb in _NEGATED}
_WORD = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d+")
_STRETCHED = re.compile(r"(\D)\1{2,}")
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Plain lower case with short forms spelt out, contractions mended, and every number as `0`.

    Letters typed three or more times in a row are typed twice. Empty for text without anything but space.
    """
    plain = _STRETCHED.sub(r"\1\1", spell_out(clean(text)).text)
    plain = _WORD.sub(lambda word: _CONTRACTIONS.get(word.group(), word.group()), plain)
    return _SPACE.sub(" ", _DIGITS.sub("0", plain)).strip()
