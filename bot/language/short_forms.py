"""Short forms and slips that have one meaning, spelt out: "w/" → "with", "dosent" → "doesn't"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bot.language.cleaning import CleanText

FILE = Path(__file__).with_name("short_forms.txt")
FORM = re.compile(r"[a-z0-9]+(?:['/&][a-z0-9]+)*/?|(?<![0-9])[&+](?![0-9])")


def spell_out(text: CleanText) -> CleanText:
    """The text with every short form of `short_forms.txt` spelt out. Spans still lead to what was typed."""
    known = short_forms()
    return text.replaced(
        [
            (form.start(), form.end(), known[form.group()])
            for form in FORM.finditer(text.text)
            if form.group() in known and known[form.group()] != form.group()
        ]
    )


@cache
def short_forms() -> dict[str, str]:
    """Form → what it stands for.

    Raises:
        ValueError: a line that is not `form = meaning`.
    """
    forms: dict[str, str] = {}
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        form, equals, meaning = (part.strip() for part in line.partition(" = "))
        if not equals or not form or not meaning:
            raise ValueError(f"{FILE.name}, line {number}: {line!r} is not of the form 'short = long'")
        forms[form] = meaning if form.isalnum() or len(form) > 1 else f" {meaning} "
    return forms
