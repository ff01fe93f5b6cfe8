"""The places that a picture numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A place as the picture shows it: its number, and what people call it."""

    number: int
    label: str


def numbered(options: Mapping[str, str]) -> dict[str, Place]:
    """Places by id, numbered by their position among the options (id → label) of the question that is put.

    So the number in the picture, the number before the option and the number that a person may type are the same.
    """
    return {id: Place(number, label) for number, (id, label) in enumerate(options.items(), start=1)}
