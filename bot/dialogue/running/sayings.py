"""Which sayings about running a message has. The sayings stand in `sayings.yml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.language.phrase_book import PhraseBook
from bot.language.phrases import parse
from bot.language.words import Word

FILE = Path(__file__).with_name("sayings.yml")
SIGNS, DENIED, FINDINGS = "signs", "denied", "findings"
"""Parts of the file that are not kinds of saying."""


def said(words: Sequence[Word]) -> frozenset[str]:
    """The kinds of saying in a message: `plan`, `race`, `ran` … One that shares a word with its `not_` is not said."""
    matches = [(match.meaning, frozenset(match.indices)) for match in _book().find(words)]
    against = [(kind.removeprefix("not_"), indices) for kind, indices in matches if kind.startswith("not_")]
    return frozenset(
        kind
        for kind, indices in matches
        if not any(kind == other and indices & taken and len(taken) >= len(indices) for other, taken in against)
    )


def signs(words: Sequence[Word]) -> tuple[str, ...]:
    """Ids of what went wrong, less what was denied."""
    matches = _signs().find(words)
    denied = frozenset(index for match in matches if match.meaning == DENIED for index in match.indices)
    kinds = (match.meaning for match in matches if match.meaning != DENIED and denied.isdisjoint(match.indices))
    return tuple(dict.fromkeys(sorted(kinds)))


@cache
def findings() -> Mapping[str, str]:
    """Finding → the sign that it is of an outing."""
    return dict(_written()[FINDINGS])


@cache
def _book() -> PhraseBook[str]:
    return _phrase_book({kind: ways for kind, ways in _written().items() if kind not in (SIGNS, DENIED, FINDINGS)})


@cache
def _signs() -> PhraseBook[str]:
    return _phrase_book({**_written()[SIGNS], DENIED: _written()[DENIED]})


def _phrase_book(kinds: Mapping[str, list[str]]) -> PhraseBook[str]:
    return PhraseBook((variant, kind) for kind, ways in kinds.items() for way in ways for variant in parse(way))


@cache
def _written() -> Mapping[str, Any]:
    written: Mapping[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return written
