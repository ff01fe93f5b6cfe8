"""Files of labelled messages and cases: a mapping with one list of entries."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import yaml


class UnreadableFile(ValueError):
    """The file is not in the format; says where and what is wrong."""


def entries(path: Path, of: str, needed: Collection[str]) -> list[Mapping[str, Any]]:
    """The entries of the list called `of`; each has at least the fields in `needed`.

    Raises:
        UnreadableFile: it is no YAML, has no such list, or an entry lacks a field.
    """
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableFile(f"{path}: cannot be read as YAML ({error}).") from error
    listed = written.get(of) if isinstance(written, dict) else None
    if not isinstance(listed, list):
        raise UnreadableFile(f"{path}: there is no list called '{of}'.")
    for place, entry in enumerate(listed, 1):
        if not isinstance(entry, dict) or not entry.keys() >= set(needed):
            raise UnreadableFile(f"{path}: entry {place} needs {', '.join(sorted(needed))}.")
    return listed
