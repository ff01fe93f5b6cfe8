"""No text promises, frightens or diagnoses."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.texts import texts
from bot.knowledge.wording import bans


def no_text_says_what_none_may(base: Base) -> Iterator[Fault]:
    for text in texts(base.knowledge):
        for ban in bans():
            field = text.field if "." in text.field else f"{text.kind}.{text.field}"
            found = None if field in ban.fine_in else ban.found_in(text.words)
            if found:
                what = f"{text.kind.capitalize()} '{text.id}', '{text.field}' says \"{found.strip()}\"."
                yield Fault(text.kind, text.id, text.part, what, ban.mend)
