"""One spelling for what people type in many, before features are taken from it.

Only for telling kinds of message apart: it may merge spellings that mean different things to a clinician, so nothing
that reads symptoms uses it.
"""

from __future__ import annotations

import re
import unicodedata

SHORT_FORMS = {
    "abt": "about",
    "alot": "a lot",
    "atm": "at the moment",
    "b4": "before",
    "bc": "because",
    "bcos": "because",
    "bcs": "because",
    "bout": "about",
    "coz": "because",
    "cos": "because",
    "cus": "because",
    "cuz": "because",
    "cud": "could",
    "da": "the",
    "dnt": "don't",
    "dr": "doctor",
    "dunno": "don't know",
    "gd": "good",
    "gimme": "give me",
    "gonna": "going to",
    "gotta": "got to",
    "gp": "doctor",
    "hav": "have",
    "hrs": "hours",
    "hw": "how",
    "idk": "i don't know",
    "im": "i'm",
    "info": "information",
    "ive": "i've",
    "jus": "just",
    "kinda": "kind of",
    "lemme": "let me",
    "mins": "minutes",
    "ngl": "honestly",
    "nd": "and",
    "nite": "night",
    "nvm": "never mind",
    "outta": "out of",
    "pls": "please",
    "plz": "please",
    "r": "are",
    "rn": "right now",
    "shud": "should",
    "sry": "sorry",
    "tbh": "to be honest",
    "tho": "though",
    "thru": "through",
    "thx": "thanks",
    "tmrw": "tomorrow",
    "tnx": "thanks",
    "ty": "thank you",
    "u": "you",
    "ur": "your",
    "v": "very",
    "w": "with",
    "wanna": "want to",
    "wat": "what",
    "wen": "when",
    "whats": "what's",
    "wk": "week",
    "wks": "weeks",
    "wot": "what",
    "wud": "would",
    "yday": "yesterday",
    "yrs": "years",
}
"""What is typed for short → what is meant."""

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
_APOSTROPHES = str.maketrans("’‘`´ʼ", "'''''")
_DIGITS = re.compile(r"\d+")
_STRETCHED = re.compile(r"(.)\1{2,}")
_WORD = re.compile(r"[a-z0-9']+")
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Lower case, plain apostrophes, contractions mended, short forms written out, every number as `0`.

    Letters typed three or more times in a row are typed twice. Empty for text without anything but space.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).lower()
    plain = _STRETCHED.sub(r"\1\1", plain)
    plain = _WORD.sub(lambda word: _written_out(word.group()), plain)
    return _SPACE.sub(" ", _DIGITS.sub("0", plain)).strip()


def _written_out(word: str) -> str:
    return _CONTRACTIONS.get(word) or SHORT_FORMS.get(word, word)
