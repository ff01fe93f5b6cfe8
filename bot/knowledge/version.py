"""The version of a base: a hash of what it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from bot.knowledge.model import Knowledge

LENGTH = 12


def version_of(knowledge: Knowledge) -> str:
    """Twelve hexadecimal digits of the SHA-256 of the content, whatever version it carries.

    Comments, formatting and file dates do not count. The order of entries does: it is the order in which questions are
    asked.
    """
    content = {
        field.name: _plain(getattr(knowledge, field.name)) for field in fields(knowledge) if field.name != "version"
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:LENGTH]


def _plain(value: Any) -> Any:
    """The value in lists, text and numbers, with type names, so that nothing looks like another thing."""
    if isinstance(value, str | int | float) or value is None:
        return value
    if isinstance(value, Mapping):
        return [[key, _plain(one)] for key, one in value.items()]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return [type(value).__name__, *(_plain(getattr(value, field.name)) for field in fields(value))]
    raise TypeError(f"{type(value).__name__} cannot be part of a version.")
