"""The phrase language: how the lexicon and the triggers write down ways of saying something.

    swollen                      a word, in any of its forms ("swelling", "swells")
    =left                        exactly this form, not "leave" or "leaving"
    put weight                   words in order; small words may stand between them ("put any of my weight")
    hurts|aches|sore             one of these words
    (give way|gives out)         one of these sequences
    [ankle] bone                 the words in brackets may be missing
    stiff .. morning             up to `GAP` other words between, none of them a denial
    foot|toes & cold|white       both, in any order, in one clause
    leg && chest pain            both, in any order, in one sentence
    <hurt> when i <run>          a family of `families.yml`
    # weeks                      a number, in words or figures
    temp #38-43                  a number from 38 to 43; `#38.0-43.0` is one that is written with a decimal point
    in =yyyy                     a year
    ^ no $                       `^` first and `$` last in its clause
    calf & hot !                 leaves its words to no other finding: "my calf is hot" says no heat of the ankle

Articles, "my", "this" and forms of "to be" in a phrase are left out of it, because they may be missing or different
in what people write. Contractions are taken apart: "can't" and "cannot" are `can not`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, product
from pathlib import Path
from typing import Any

import yaml

from bot.language.ranges import Range
from bot.language.stems import keys
from bot.language.words import NUMBER, english, plain_words

GAP = 4
"""Words that `..` may stand for."""

SMALL_GAP = 4
"""Small words that may stand between two words of a phrase."""

MOST_VARIANTS = 400
FAMILIES = Path(__file__).with_name("families.yml")
SIGN = re.compile(r"\s*(\.\.|&&|#\d+(?:\.\d+)?-\d+(?:\.\d+)?|[&^$\[\]()|#]|<[a-z_]+>|=?[^\s&^$\[\]()|<>#=]+)\s*")
OMITTED = frozenset("a an the my your his her our their this that its is are was were am be been being".split())


class PhraseError(ValueError):
    """A phrase that cannot be read; says which and why."""


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a phrase.

    Attributes:
        keys: any of these keys of a word will do.
        after_gap: whether other words may stand before it.
    """

    keys: frozenset[str]
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Words in order. `at_start` and `at_end` tie it to the ends of its clause."""

    elements: tuple[Element, ...]
    at_start: bool = False
    at_end: bool = False


@dataclass(frozen=True)
class Phrase:
    """One variant of a phrase: parts that must all be found, in any order.

    Attributes:
        across_clauses: whether the parts may stand in different clauses of a sentence.
        keeps_words: whether it leaves none of its words to other findings.
    """

    parts: tuple[Part, ...]
    across_clauses: bool = False
    keeps_words: bool = False

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        return tuple(chain.from_iterable(part.elements for part in self.parts))


def parse(text: str) -> tuple[Phrase, ...]:
    """The variants of a phrase.

    Raises:
        PhraseError: an unknown family, a bracket left open, an empty part, a gap at an end, or too many variants.
    """
    if text.strip().startswith("..") or text.strip().endswith(".."):
        raise PhraseError(
            f"phrase {text!r} has a gap at an end; is a '#' without quotes behind it, which YAML leaves out?"
        )
    bare = text.rstrip().removesuffix("!")
    keeps = bare != text.rstrip()
    parts = re.split(r"&&?", bare)
    across = "&&" in bare
    variants = [_Parser(part, text).part() for part in parts]
    count = 1
    for choices in variants:
        count *= len(choices)
    if count > MOST_VARIANTS:
        raise PhraseError(f"phrase {text!r} has {count} variants; at most {MOST_VARIANTS} are accepted: split it")
    return tuple(Phrase(tuple(combination), across, keeps) for combination in product(*variants))


_Variant = tuple[Element, ...]


class _Parser:
    """Reads one part of a phrase; `whole` is the phrase, for errors."""

    def __init__(self, part: str, whole: str) -> None:
        self.whole = whole
        self.signs = [sign.group(1) for sign in SIGN.finditer(part)]
        if "".join(self.signs) != "".join(part.split()):
            raise self._error("has a character that means nothing here")
        self.at = 0

    def part(self) -> list[Part]:
        at_start = self._take("^")
        variants = self._sequence(top=True)
        at_end = self._take("$")
        if self.at < len(self.signs):
            raise self._error(f"has {self.signs[self.at]!r} where it is not expected")
        if any(not variant for variant in variants):
            raise self._error("has a part that may be empty")
        return [Part(variant, at_start, at_end) for variant in variants]

    def _sequence(self, top: bool) -> list[_Variant]:
        variants: list[_Variant] = [()]
        gaps: list[bool] = [
            False
        ]  # whether a gap is open at the end of each variant: a word that is missing leaves it so
        while self.at < len(self.signs) and self.signs[self.at] not in ("|", ")", "]", "$"):
            if self._take(".."):
                gaps = [True] * len(gaps)
                continue
            grown = [
                (before + (_after_gap(choice) if gap else choice), gap and not choice)
                for choice in self._item(top)
                for before, gap in zip(variants, gaps, strict=True)
            ]
            if len(grown) > MOST_VARIANTS:
                raise self._error(f"has more than {MOST_VARIANTS} variants: split it")
            variants, gaps = [variant for variant, _ in grown], [gap for _, gap in grown]
        return variants

    def _item(self, top: bool) -> list[_Variant]:
        """A word, family or bracket; outside brackets also words joined by `|`."""
        choices = self._atom()
        while top and self._take("|"):
            choices = choices + self._atom()
            if () in choices:
                raise self._error("has a choice that may be nothing: write '=the' for exactly that small word")
        return _merged(choices)

    def _atom(self) -> list[_Variant]:
        if self.at >= len(self.signs):
            raise self._error("ends too early")
        sign = self.signs[self.at]
        self.at += 1
        if sign in ("(", "["):
            closing = ")" if sign == "(" else "]"
            choices = self._sequence(top=False)
            while self._take("|"):
                choices = choices + self._sequence(top=False)
            if not self._take(closing):
                raise self._error(f"lacks {closing!r}")
            if sign == "(" and () in choices:
                raise self._error("has a choice that may be nothing: use [ ] for words that may be missing")
            return [*_merged(choices), ()] if sign == "[" else _merged(choices)
        if sign.startswith(NUMBER) and sign != NUMBER:
            return [(Element(frozenset((str(Range.parse(sign)),))),)]
        if sign == NUMBER:
            return [(Element(frozenset((NUMBER,))),)]
        if sign.startswith("<"):
            if sign[1:-1] not in families():
                raise self._error(f"names an unknown family {sign}; known are {', '.join(families())}")
            return list(_family(sign[1:-1]))
        if sign in ("|", ")", "]", "^", "$"):
            raise self._error(f"has {sign!r} where a word is expected")
        return [_literal(sign)]

    def _take(self, sign: str) -> bool:
        if self.at < len(self.signs) and self.signs[self.at] == sign:
            self.at += 1
            return True
        return False

    def _error(self, fault: str) -> PhraseError:
        return PhraseError(f"phrase {self.whole!r} {fault}")


@cache
def _literal(word: str) -> _Variant:
    if word.startswith("="):
        return (Element(frozenset((word,))),)
    lower = word.lower()
    tokenizer: Any = english().tokenizer
    plain = lower.isalpha() and lower.isascii() and lower not in tokenizer.rules
    parts: Iterable[str] = (lower,) if plain else plain_words(lower)
    return tuple(_element(part) for part in parts if part not in OMITTED)


@cache
def _element(word: str) -> Element:
    return Element(frozenset(key for key in keys(word) if not key.startswith("=")))


def _after_gap(variant: _Variant) -> _Variant:
    return (_shared(variant[0].keys, after_gap=True), *variant[1:]) if variant else variant


@cache
def _shared(keys: frozenset[str], *, after_gap: bool = False) -> Element:
    """One element for all phrases that need it: families are large and stand in many of them."""
    return Element(keys, after_gap)


def _merged(choices: Sequence[_Variant]) -> list[_Variant]:
    """The choices, with all that are a single word made one."""
    single = [choice[0] for choice in choices if len(choice) == 1 and not choice[0].after_gap]
    others = [choice for choice in choices if len(choice) != 1 or choice[0].after_gap]
    merged = [(_shared(frozenset(chain.from_iterable(element.keys for element in single))),)] if single else []
    return list(dict.fromkeys([*merged, *others]))


@cache
def _family(name: str) -> tuple[_Variant, ...]:
    return tuple(_merged([part.elements for member in families()[name] for part in _Parser(member, member).part()]))


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """Families of words and phrases that are said alike in many places, from `families.yml`.

    Raises:
        ValueError: the file is not a mapping of names to lists of phrases.
    """
    content = yaml.safe_load(FAMILIES.read_text(encoding="utf-8"))
    if not isinstance(content, dict) or not all(isinstance(members, list) for members in content.values()):
        raise ValueError(f"{FAMILIES.name} must map each family to a list of phrases")
    return {str(name): tuple(map(str, members)) for name, members in content.items()}
