"""A conversation as plain text, to print or to keep."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue.texts import Texts
from bot.storage.people import Line


def as_text(lines: Iterable[Line], texts: Texts) -> str:
    """Who said what, and when (in UTC)."""
    said = (f"{line.at:%Y-%m-%d %H:%M} UTC  {texts(f'transcript.{line.who}')}:\n{line.text}\n" for line in lines)
    return "\n".join([texts("transcript.title") + "\n", *said])
