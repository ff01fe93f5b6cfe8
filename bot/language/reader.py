"""Reads a message: from words to mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from bot.language.cleaning import LONGEST, clean
from bot.language.lexicon import Lexicon
from bot.language.reading import Mention, Reading
from bot.language.short_forms import spell_out

LETTERS = re.compile(r"[a-z']+")


class Reader:
    """Reads messages with a lexicon. Holds nothing of what it has read."""

    def __init__(self, lexicon: Lexicon, *, corrects_spelling: bool = True) -> None:
        from bot.language.pipeline import pipeline  # spaCy takes a second: only who reads waits for it

        self.lexicon = lexicon
        self._pipeline = pipeline(lexicon, lexicon.words if corrects_spelling else ())
        self.read("")  # builds the other phrase books, so that the first message waits no longer than the next

    def read(self, text: str, *, today: date | None = None) -> Reading:
        """What a message says.

        Args:
            text: as typed, anything at all; the first 4000 characters are read.
            today: the day from which "since Tuesday" is counted; the present day when left out.
        """
        # What a person typed does not stay in spaCy's vocabulary.
        with self._pipeline.memory_zone():
            doc = self._pipeline.make_doc(text[:LONGEST])
            doc._.today = today or datetime.now().astimezone().date()
            doc = self._pipeline(doc)
            told, words = doc._.told, doc._.words
        parts = (told.mentions, told.denied, told.names, told.healthy)
        mentions, denied, names, well = (_in_order(part) for part in parts)
        return Reading(text, mentions, denied, words, names, well)

    def respelt(self, text: str) -> str:
        """The text as it is understood: plain and lower case, short forms spelt out, slips corrected."""
        speller = self._pipeline.get_pipe("malleo_words").speller  # type: ignore[attr-defined]
        return LETTERS.sub(lambda word: speller.correct(word[0]) or word[0], spell_out(clean(text)).text)


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.concept))))
