"""Which options a message picks, by number or by the words of their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.language.answer_words import CHOOSING, ORDINALS
from bot.language.cleaning import clean
from bot.language.phrase_book import BLOCKING, SMALL
from bot.language.short_forms import spell_out
from bot.language.words import Word, words

MOST_LABELS = 2048
"""So many labels and ids are kept as words."""

LONGEST_PICK = 12
"""Words of the longest message that does no more than pick."""

_NUMBERS = re.compile(
    r"(?:(?:options?|numbers?|nos?|nr)\b[\s.:]*)?#?\d{1,3}[.)]?"
    r"(?:(?:\s*(?:[,;/&+]|\band\b)\s*|\s+)+#?\d{1,3}[.)]?)*",
    re.IGNORECASE,
)


def only_numbers(text: str) -> tuple[int, ...]:
    """The numbers of a message that is nothing but numbers: "1,3", "1 & 3", "2)"; empty for any other."""
    typed = text.strip()
    return tuple(int(digits) for digits in re.findall(r"\d+", typed)) if _NUMBERS.fullmatch(typed) else ()


def by_number(read: Sequence[Word], count: int) -> tuple[int, ...]:
    """Indices of options picked as "2", "the second one", "1 and 3", "last"; empty when the message says more."""
    if len(read) > LONGEST_PICK:
        return ()
    picked: list[int] = []
    for at, word in enumerate(read):
        ordinal = ORDINALS.get(word.text)
        if ordinal is not None:
            picked.append(ordinal if ordinal > 0 else count)
        elif word.number is not None and not (word.text == "one" and at > 0 and read[at - 1].text in ORDINALS):
            picked.extend(range(int(word.number.low), min(int(word.number.high), count + 1) + 1))
        elif word.text not in CHOOSING:
            return ()
    valid = all(1 <= number <= count for number in picked)
    return tuple(dict.fromkeys(number - 1 for number in picked)) if valid else ()


def by_name(read: Sequence[Word], options: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Ids of the options that the words name.

    An option is named when the message has all the telling words of its label or of its id, or when all the telling
    words of the message stand in its label and in no other.
    """
    if len(read) == 1 and len(read[0].text) == 1:
        return _by_initial(read[0].text, options)
    said = [_telling(word) for word in read if _is_telling(word.text)]
    if not said or any(word.text in BLOCKING for word in read):
        return ()
    everything = frozenset().union(*said)
    labels = {option: (_words_of(label), _words_of(option.replace("_", " "))) for option, label in options}
    full = [
        option
        for option, ways in labels.items()
        if any(way and all(not key.isdisjoint(everything) for key in way) for way in ways)
    ]
    if full:
        return tuple(full)
    within = [
        option
        for option, (label, name) in labels.items()
        if all(any(not word.isdisjoint(key) for key in (*label, *name)) for word in said)
    ]
    return tuple(within) if len(within) == 1 else ()


def _by_initial(letter: str, options: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The one option whose label begins with a letter: "R" for "Right"."""
    named = tuple(option for option, label in options if label.lower().startswith(letter))
    return named if len(named) == 1 else ()


@lru_cache(maxsize=MOST_LABELS)
def _words_of(text: str) -> tuple[frozenset[str], ...]:
    """The telling words of a label or an id, which come from the base and not from people."""
    read = words(spell_out(clean(text)), lambda word: None)
    return tuple(_telling(word) for word in read if _is_telling(word.text))


def _telling(word: Word) -> frozenset[str]:
    return frozenset(key for key in word.keys if not key.startswith("="))


def _is_telling(text: str) -> bool:
    return text not in SMALL and text not in UNTELLING


UNTELLING = frozenset(
    "yes no i and or on in at of to with for by from about one you can there is are was were be been it its this that "
    "these those my do does did have has had just so then".split()
)
"""Words that stand in many labels and name no option by themselves: "is it there?" is no cut."""
