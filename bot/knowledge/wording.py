"""How the base speaks to people: the usual words for answers, and what no text may say (`wording.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("wording.yml")
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;]?")


@dataclass(frozen=True)
class Ban:
    """Words that no text may have.

    Attributes:
        unless_after: fine when this stands before them in the sentence.
        fine_in: fields in which they are fine, such as `option.label`.
        mend: what to say instead.
    """

    pattern: re.Pattern[str]
    unless_after: re.Pattern[str] | None
    fine_in: frozenset[str]
    mend: str

    def found_in(self, text: str) -> str | None:
        """The first such words of a text; `None` when there are none."""
        for sentence in _SENTENCE.findall(text.replace("’", "'")):
            for match in self.pattern.finditer(sentence):
                if self.unless_after is None or not self.unless_after.search(sentence, 0, match.start()):
                    return match.group()
        return None


@cache
def usual_labels() -> Mapping[str, str]:
    """Option id → what the person reads when the question does not say."""
    labels: Mapping[str, str] = _written()["labels"]
    return labels


@cache
def bans() -> tuple[Ban, ...]:
    return tuple(_bans())


def _bans() -> Iterator[Ban]:
    for written in _written()["never"]:
        after = written.get("unless_after")
        yield Ban(
            re.compile(written["pattern"], re.IGNORECASE),
            re.compile(after, re.IGNORECASE) if after else None,
            frozenset(written.get("fine_in", ())),
            written["mend"],
        )


@cache
def _written() -> Mapping[str, Any]:
    with _FILE.open(encoding="utf-8") as file:
        written: Mapping[str, Any] = yaml.safe_load(file)
    return written
