"""The ids that the base, the messages and the test cases share (`vocabulary.yml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("vocabulary.yml")


@dataclass(frozen=True)
class Attribute:
    """Something about a person or the pain that is not yes or no.

    Attributes:
        values: what it can be; empty for a whole number.
        low, high: limits of a whole number, both included; `None` is open.
    """

    id: str
    values: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None

    @property
    def is_number(self) -> bool:
        return not self.values

    def within(self, number: int) -> bool:
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)


@dataclass(frozen=True)
class Vocabulary:
    """All ids.

    Attributes:
        regions: place → coarser area.
        questions: reserved question → attribute that it settles.
        findings: finding → `symptom`, `examination` or `history`.
    """

    levels: tuple[str, ...]
    states: tuple[str, ...]
    regions: Mapping[str, str]
    attributes: Mapping[str, Attribute]
    questions: Mapping[str, str]
    findings: Mapping[str, str]
    conditions: tuple[str, ...]
    intents: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of this release."""
    with _FILE.open(encoding="utf-8") as file:
        written: Mapping[str, Any] = yaml.safe_load(file)
    return Vocabulary(
        levels=tuple(written["levels"]),
        states=tuple(written["states"]),
        regions=written["regions"],
        attributes={attribute.id: attribute for attribute in _attributes(written)},
        questions=written["questions"],
        findings={id: kind for kind, ids in written["findings"].items() for id in ids},
        conditions=tuple(written["conditions"]),
        intents=tuple(written["intents"]),
    )


def _attributes(written: Mapping[str, Any]) -> Iterator[Attribute]:
    for id, form in written["attributes"].items():
        if form == "regions":
            yield Attribute(id, tuple(written["regions"]))
        elif isinstance(form, list):
            yield Attribute(id, tuple(form))
        else:
            yield Attribute(id, low=form.get("min"), high=form.get("max"))
