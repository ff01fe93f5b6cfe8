"""Age and sex of the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.language.phrase_book import PhraseBook
from bot.language.phrases import parse
from bot.language.words import Word

YOUNGEST, OLDEST = 1, 110
"""Years."""

AGE = """
# years|year old
# years of age
# y o
aged|age #
age is #
[just] turned|turning #
i # $
i # and|with|ish|male|female
^ # [and] f|m|male|female
f|m|male|female # $
# male|female|woman|man|guy|bloke|lady|girl|boy
# =f|=m
<child> [who] # $
<adult> [who] # $
"""

SEX = {
    "f": """
        i female|woman|girl|lady
        as woman|female
        # [year|years old] female|woman|girl|lady|lass
        # =f
        =f #
        =female
        ^ woman $
        """,
    "m": """
        i male|man|guy|bloke|lad|boy
        as man|male
        # [year|years old] male|man|guy|bloke|lad|boy
        # =m
        =m #
        =male
        ^ man $
        """,
}


@dataclass(frozen=True, slots=True)
class PersonalFact:
    """An age in years or a sex, and the indices of the words that say it."""

    concept: str
    value: str | int
    indices: tuple[int, ...]


def personal_facts(words: Sequence[Word]) -> Iterator[PersonalFact]:
    """Ages and sexes that are named in a text."""
    aged = False
    for match in sorted(_book().find(words), key=lambda match: match.indices):
        if match.meaning != "age":
            yield PersonalFact("sex", match.meaning, match.indices)
            continue
        number = next(words[index].number for index in match.indices if words[index].number is not None)
        if not aged and number and number.low == number.high and YOUNGEST <= number.low <= OLDEST:
            aged = True
            yield PersonalFact("age", int(number.low), match.indices)


@cache
def _book() -> PhraseBook[str]:
    lines = [("age", AGE), *SEX.items()]
    return PhraseBook(
        (variant, meaning)
        for meaning, text in lines
        for line in text.split("\n")
        if line.strip()
        for variant in parse(line)
    )
