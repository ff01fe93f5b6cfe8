"""What fills the slots of templates: the tables beside the templates, and what the lexicon adds to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from random import Random
from typing import Any

PLAIN = re.compile(r"[a-z |]+")
"""A phrase of the lexicon that is words in order, some of them one of several."""

LONGEST_NOUN = 3
"""Words of a phrase that still fits after "no"."""

MOST_WAYS = 24
"""Ways in which one phrase of the lexicon is taken up."""


@dataclass(frozen=True)
class Labels:
    """What a filler or a text says, in the terms of labelled messages."""

    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    values: Mapping[str, Any] = field(default_factory=dict)

    def with_(self, other: Labels) -> Labels:
        return Labels(
            self.present | other.present,
            self.absent | other.absent,
            self.ignored | other.ignored,
            self.areas | other.areas,
            {**self.values, **other.values},
        )


@dataclass(frozen=True)
class Filler:
    """Something that fills a slot.

    Attributes:
        forms: the words for each form of the slot.
        labels: what it says where the text tells it; of a finding, where it is present.
        finding: the finding that it names.
    """

    forms: Mapping[str, str]
    labels: Labels = Labels()
    finding: str = ""

    def denied(self) -> Labels:
        """What it says where the text denies it."""
        return (
            Labels(absent=frozenset((self.finding,)), ignored=self.labels.ignored | self.labels.present)
            if (self.finding)
            else Labels()
        )


@dataclass(frozen=True)
class Findings:
    """Words for each finding, by finding and form."""

    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    carried: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, tables: Mapping[str, Any], lexicon: Iterable[tuple[str, Sequence[str], str]]) -> Findings:
        """The findings of the table, with the phrases of the lexicon that have a form they may add.

        Args:
            lexicon: (concept, phrases, state) entries.
        """
        rows: Mapping[str, Mapping[str, Any]] = tables["findings"]
        words: dict[str, dict[str, dict[str, None]]] = {
            finding: {form: dict.fromkeys(row.get(form, ())) for form in ("noun", "adjective", "verb")}
            for finding, row in rows.items()
        }
        said_by = defaultdict(set)
        for concept, phrases, state in lexicon:
            for phrase in phrases:
                for way in _ways(str(phrase)):
                    said_by[way].add((concept, state))
        for way, meanings in said_by.items():
            (concept, state), *others = sorted(meanings)
            form = _form(way, tables)
            row = rows.get(concept, {})
            if (
                not others
                and state == "present"
                and form in row.get("lexicon", ())
                and way not in row.get("but_not", ())
            ):
                words[concept][form][way] = None
        return cls(
            {finding: {form: tuple(ways) for form, ways in forms.items()} for finding, forms in words.items()},
            {finding: frozenset(row.get("carries", ())) for finding, row in rows.items()},
            {finding: frozenset(row.get("beside", ())) for finding, row in rows.items()},
        )

    def having(self, forms: Iterable[str]) -> list[str]:
        """The findings that have words in all these forms."""
        needed = {_base(form) for form in forms}
        return [finding for finding, words in self.words.items() if all(words[form] for form in needed)]

    def clash(self, one: str, other: str) -> bool:
        """Whether the two are too near for a text to tell one and not the other."""
        near = {one, *self.beside[one], *self.carried[one]} & {other, *self.beside[other], *self.carried[other]}
        return bool(near)

    def filler(self, finding: str, random: Random) -> Filler:
        """Words for the finding, one in each form that it has."""
        forms = {form: random.choice(ways) for form, ways in self.words[finding].items() if ways}
        if "verb" in forms:
            forms["verbs"] = _third_person(forms["verb"])
        carried = self.carried[finding]
        return Filler(forms, Labels(frozenset((finding, *carried)), ignored=self.beside[finding] - carried), finding)


def _base(form: str) -> str:
    return "verb" if form == "verbs" else form


def _third_person(verb: str) -> str:
    first, space, rest = verb.partition(" ")
    return f"{first}{'es' if first.endswith(('ch', 'sh', 's', 'x')) else 's'}{space}{rest}"


def _ways(phrase: str) -> list[str]:
    """The ways of saying a plain phrase, each word one of its alternatives; none of a phrase that is not plain."""
    if not PLAIN.fullmatch(phrase):
        return []
    ways = product(*(word.split("|") for word in phrase.split()))
    return [" ".join(way) for _, way in zip(range(MOST_WAYS), ways, strict=False)]


def _form(way: str, tables: Mapping[str, Any]) -> str:
    """How a phrase can be used, by the ending of its last word."""
    length = len(way.split())
    if length <= LONGEST_NOUN and way.endswith(tuple(tables["noun_endings"])):
        return "noun"
    return "adjective" if length == 1 and way.endswith(tuple(tables["adjective_endings"])) else ""
