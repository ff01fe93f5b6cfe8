"""The catalogue of texts: every sentence of the conversation that is not clinical content stands in `data/texts`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


class TextsError(ValueError):
    """A catalogue file is missing or not of the right form."""


@dataclass(frozen=True)
class Texts:
    """Message id → template, with `{name}` for what is filled in."""

    templates: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> Texts:
        """Reads a catalogue: a YAML mapping of ids (nested with dots) to sentences.

        Raises:
            TextsError: the file is not there, or holds something else than sentences.
        """
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise TextsError(f"{path}: cannot be read ({error.strerror}).") from error
        return cls(dict(_flat(content, path)))

    def __call__(self, id: str, /, **values: object) -> str:
        """The text of `id`. Raises `KeyError` for an id or a value that is missing."""
        return self.templates[id].format(**values)

    def first(self, *ids: str) -> str:
        """The first of these ids that the catalogue has; the last one has to be there."""
        return next((id for id in ids[:-1] if id in self.templates), ids[-1])

    def __contains__(self, id: str) -> bool:
        return id in self.templates


def _flat(content: Any, path: Path, prefix: str = "") -> list[tuple[str, str]]:
    if not isinstance(content, dict):
        raise TextsError(f"{path}: expected ids with sentences under '{prefix}', found {type(content).__name__}.")
    found: list[tuple[str, str]] = []
    for key, value in content.items():
        id = f"{prefix}{key}"
        found += [(id, value.strip())] if isinstance(value, str) else _flat(value, path, f"{id}.")
    return found
