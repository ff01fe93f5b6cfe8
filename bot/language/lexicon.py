"""How people say things, ready to be looked for in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.language import places
from bot.language.claims import longest, standing, unclaimed, without_overlap
from bot.language.idioms import idioms
from bot.language.phrase_book import Match, PhraseBook
from bot.language.phrases import Phrase, PhraseError, families, parse
from bot.language.reading import ATTRIBUTES, REGIONS
from bot.language.words import Word

State = Literal["present", "absent", "unknown"]
STATES = ("present", "absent", "unknown")
WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase says.

    Attributes:
        concept: a finding, an attribute such as `location` or `onset`, or what a name stands for.
        value: state of a finding or of what is named, or the value of the attribute.
        denied: the phrase says that the attribute does not have this value.
        name: the phrase only names its concept, as "gout" in "is it gout?"; it says nothing of the ankle.
        keeps_words: the phrase leaves its words to no other finding.
    """

    concept: str
    value: str
    denied: bool = False
    name: bool = False
    keeps_words: bool = False

    @property
    def kind(self) -> str:
        """Senses of one kind compete for words: the longer phrase has them. Names leave findings theirs."""
        if self.name:
            return "name"
        return self.concept if self.concept in ATTRIBUTES else "finding"


@dataclass(frozen=True)
class Lexicon:
    """Phrases and what they say.

    Attributes:
        words: words of four letters and more that occur in phrases; spelling is corrected towards these.
    """

    book: PhraseBook[Sense]
    words: frozenset[str]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, Iterable[str], str]], names: Collection[str] = ()) -> Lexicon:
        """A lexicon of (concept, phrases, state) entries.

        Args:
            entries: `concept` is a finding, a region, `attribute:value`, or one of `names`; phrases are in the language
                of `bot.language.phrases`; `state` is what they assert: `present`, `absent` or `unknown`.
            names: concepts that are spoken of and not told, such as conditions.

        Raises:
            PhraseError: a phrase cannot be read.
            ValueError: a state that is none of the three, or a region or attribute in the state `unknown`.

        >>> lexicon = Lexicon.of([("swelling", ["swollen", "puffed up"], "present")])
        """
        phrases: list[tuple[Phrase, Sense]] = []
        texts: list[str] = [member for members in families().values() for member in members]
        for concept, ways, state in entries:
            sense = _sense(concept, state, name=concept in names)
            for way in ways:
                try:
                    phrases.extend(
                        (variant, replace(sense, keeps_words=variant.keeps_words)) for variant in parse(str(way))
                    )
                except PhraseError as fault:
                    raise PhraseError(f"{concept}: {fault}") from fault
                texts.append(str(way))
        return cls(PhraseBook(phrases), frozenset(word for text in texts for word in WORD.findall(text.lower())))

    def find(self, words: Sequence[Word]) -> list[Match[Sense]]:
        """What is said, longest phrases first to claim their words, and idioms left out.

        Idioms take words from findings and attributes, not from names: "Haglund's deformity" names something, and is no
        deformity.
        """
        found = self.book.find(words)
        named = [match for match in found if match.meaning.name]
        told = [match for match in found if not match.meaning.name]
        kinds: dict[str, list[Match[Sense]]] = {}
        for match in (*named, *unclaimed(told, idioms().find(words))):
            kinds.setdefault(match.meaning.kind, []).append(match)
        kept: list[Match[Sense]] = []
        for kind, matches in kinds.items():
            if kind == "finding":
                kept.extend(standing(matches, words, {match.indices for match in matches if match.meaning.keeps_words}))
            elif kind == "location":
                kept.extend(places.where_it_hurts(without_overlap(longest(matches)), words))
            else:
                kept.extend(longest(matches))
        return sorted(kept, key=lambda match: match.indices)


def _sense(concept: str, state: str, *, name: bool) -> Sense:
    if state not in STATES:
        raise ValueError(f"{concept}: state {state!r} is not one of {', '.join(STATES)}")
    if name:
        return Sense(concept, state, name=True)
    attribute, colon, value = concept.partition(":")
    if not colon and concept in REGIONS:
        attribute, colon, value = "location", ":", concept
    if not colon:
        return Sense(concept, state)
    if state == "unknown":
        raise ValueError(f"{concept}: an attribute is said or denied; state 'unknown' is for findings")
    return Sense(attribute, value, denied=state == "absent")
