"""Applies the triggers: is what was said so, now, and of this person?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.language.phrase_book import BLOCKING, SMALL, Match, PhraseBook
from bot.language.phrases import parse
from bot.language.reading import Certainty, Time, Whose
from bot.language.trigger import Category, Direction, Scope, Trigger
from bot.language.triggers import TRIGGERS
from bot.language.words import Word

OVERRIDING = frozenset((Category.NOTHING, Category.UNKNOWN))
"""A longer trigger of these takes its words from shorter ones of any category."""

SELF = frozenset("my i me mine we our".split())
"""Where one of these follows, talk of another person has ended; a sentence with one is about the person."""

OWN = SELF | frozenset("it this these".split())
"""A question with one of these is about the person's own ankle."""

ENDED = frozenset((Category.ABSENT, Category.UNKNOWN, Category.HEDGED))
"""What an `END` ends."""

SUBJECTS = frozenset("i im it its he she they we there theres my the".split())
"""After something was denied, one of these starts a new statement: "not swollen it just hurts"."""

FILLERS = frozenset(
    "any or nor and of the a in on my either even no at all there is it was are what about as for to foot ankle leg "
    "around area much real visible obvious".split()
)
"""Words that may stand beside the findings of a list or of a bare question ("any swelling?")."""

NOUN_ENDINGS = ("ing", "ness", "ity", "ion", "ache", "ain", "ever", "needles", "deformity", "bruise", "bruises")
"""A list after "no" goes on with nouns; an adjective starts something new ("no swelling, stiff though")."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the surroundings of a match say about it.

    Attributes:
        denied: it is said not to be so. unknown: the person does not know. healthy: it is said to be well.
    """

    denied: bool = False
    unknown: bool = False
    healthy: bool = False
    whose: Whose = "self"
    time: Time = "now"
    certainty: Certainty = "sure"


@dataclass(frozen=True)
class Surroundings:
    """The triggers of one text, laid over its words.

    Attributes:
        bearing: for each word the triggers that bear on it.
        owners: concepts whose phrases have a trigger in them; it bears on these concepts alone.
        repairs: indices of the words at which the person takes back what came before.
    """

    bearing: dict[int, list[Match[Trigger]]] = field(default_factory=dict)
    owners: dict[Match[Trigger], frozenset[str]] = field(default_factory=dict)
    repairs: tuple[int, ...] = ()

    def assertion(self, indices: Sequence[int], concept: str | None = None) -> Assertion:
        """What is asserted of a match at these words, of this concept if it has one.

        A trigger counts when it bears on every word of the match on its side: "no pain in my foot, and it is cold"
        does not deny a cold foot. Nor does "no feeling in my cold foot", where the "no" is part of numbness.
        """
        own = frozenset(indices)
        counted: set[Category] = set()
        near = dict.fromkeys(match for index in indices for match in self.bearing.get(index, ()))
        for match in near:
            owners = self.owners.get(match)
            if own.issuperset(match.indices) or (owners and concept not in owners):
                continue
            side = [index for index in indices if self._on_side(match, index)]
            if side and all(match in self.bearing.get(index, ()) for index in side):
                counted.add(match.meaning.category)
        return _judged(counted)

    @staticmethod
    def _on_side(match: Match[Trigger], index: int) -> bool:
        if index in match.indices:
            return False
        direction = match.meaning.direction
        if direction is Direction.FORWARD:
            return index > match.first
        if direction is Direction.BACKWARD:
            return index < match.last
        return True


def surroundings(words: Sequence[Word], concepts: Iterable[tuple[str, Sequence[int]]]) -> Surroundings:
    """Lays the triggers over the words of a text.

    Args:
        concepts: what was found, each with its word indices.
    """
    named = [(concept, frozenset(indices)) for concept, indices in concepts]
    found = _standing(trigger_book().find(words), words)
    ends = {match.first for match in found if match.meaning.category is Category.END}
    layout = _Layout(
        words,
        frozenset(index for _, indices in named for index in indices),
        frozenset(index for _, indices in named for index in range(min(indices), max(indices))),
        frozenset(ends),
    )
    bearing: dict[int, list[Match[Trigger]]] = defaultdict(list)
    for match in found:
        for index in layout.reached(match):
            bearing[index].append(match)
    repairs = tuple(sorted(match.first for match in found if match.meaning.category is Category.REPAIR))
    return Surroundings(bearing, _owners(found, named), repairs)


@cache
def trigger_book() -> PhraseBook[Trigger]:
    """All triggers, ready to be looked for."""
    return PhraseBook((variant, trigger) for trigger in TRIGGERS for variant in parse(trigger.phrase))


def _owners(
    found: Iterable[Match[Trigger]], concepts: Iterable[tuple[str, frozenset[int]]]
) -> dict[Match[Trigger], frozenset[str]]:
    """For each trigger the concepts that have all its words in one of their phrases, where there are any."""
    covering: dict[int, list[tuple[str, frozenset[int]]]] = defaultdict(list)
    for concept, indices in concepts:
        for index in indices:
            covering[index].append((concept, indices))
    owners = {
        match: frozenset(concept for concept, indices in covering[match.first] if indices.issuperset(match.indices))
        for match in found
    }
    return {match: concepts for match, concepts in owners.items() if concepts}


def _standing(found: list[Match[Trigger]], words: Sequence[Word]) -> list[Match[Trigger]]:
    """Triggers that are not part of a longer, overriding one, and resolutions that are not denied ("not gone")."""
    overriding: dict[int, list[frozenset[int]]] = defaultdict(list)
    for match in found:
        if match.meaning.category in OVERRIDING:
            whole = frozenset(match.indices)
            for index in whole:
                overriding[index].append(whole)
    return [
        match
        for match in found
        if match.meaning.category is not Category.NOTHING
        and not any(whole > frozenset(match.indices) for whole in overriding[match.first])
        and not (match.meaning.category is Category.RESOLVED and _denied_before(words, match.first))
    ]


def _denied_before(words: Sequence[Word], index: int) -> bool:
    """Whether the word at `index` follows a denial, small words aside."""
    while index > 0 and words[index - 1].clause == words[index].clause:
        index -= 1
        if words[index].text in BLOCKING:
            return True
        if words[index].text not in SMALL:
            return False
    return False


def _judged(counted: set[Category]) -> Assertion:
    denied = Category.ABSENT in counted and Category.PRESENT not in counted
    resolved = Category.RESOLVED in counted and Category.PRESENT not in counted
    time: Time = "now"
    if counted & {Category.HYPOTHETICAL, Category.QUESTION, Category.DEFINITION}:
        time = "hypothetical"
    elif Category.PAST in counted:
        time = "past"
    elif resolved:
        time = "resolved"
    return Assertion(
        denied=denied,
        unknown=Category.UNKNOWN in counted,
        healthy=Category.HEALTHY in counted,
        whose="other" if Category.OTHER in counted else "self",
        time=time,
        certainty="hedged" if Category.HEDGED in counted or Category.PRESENT in counted else "sure",
    )


@dataclass(frozen=True)
class _Layout:
    """Where the words of a text lie, for the reach of triggers.

    Attributes:
        concepts: indices of words that belong to a concept.
        inside: indices of words within a concept, small words and gaps included, its last word not.
        ends: indices of words that end a denial.
    """

    words: Sequence[Word]
    concepts: frozenset[int]
    inside: frozenset[int]
    ends: frozenset[int]

    def reached(self, match: Match[Trigger]) -> Iterator[int]:
        """Indices of the words that a trigger bears on, those between its own words among them."""
        trigger = match.meaning
        if trigger.category is Category.QUESTION and not (
            self.words[match.first].question and self._without(OWN, match.first)
        ):
            return
        if trigger.category is Category.DEFINITION and not self._without(SELF, match.first):
            return
        if trigger.direction is Direction.INSIDE:
            yield from (index for index in range(match.first, match.last) if index not in match.indices)
            return
        if trigger.direction in (Direction.FORWARD, Direction.BOTH):
            yield from self._forward(match)
        if trigger.direction in (Direction.BACKWARD, Direction.BOTH):
            yield from self._backward(match)

    def _forward(self, match: Match[Trigger]) -> Iterator[int]:
        trigger = match.meaning
        here = self.words[match.first]
        denied_something = False
        for index in range(match.first + 1, min(match.last + 1 + trigger.reach, len(self.words))):
            word = self.words[index]
            if word.sentence != here.sentence:
                return
            if word.clause != here.clause and trigger.scope is not Scope.SENTENCE:
                if trigger.scope is not Scope.LIST or not self._goes_on(index):
                    return
                here = word
            if trigger.category in ENDED and index in self.ends:
                return
            if trigger.category is Category.ABSENT:
                if denied_something and word.text in SUBJECTS and index not in self.inside:
                    return
                denied_something = denied_something or index in self.concepts
            if trigger.category is Category.OTHER and word.text in SELF:
                return
            yield index

    def _backward(self, match: Match[Trigger]) -> Iterator[int]:
        trigger = match.meaning
        here = self.words[match.last]
        for index in range(match.last - 1, max(match.first - 1 - trigger.reach, -1), -1):
            word = self.words[index]
            if trigger.scope is Scope.PREVIOUS:
                if word.clause < here.clause - 1 or (word.clause != here.clause and not self._bare(word.clause, index)):
                    return
            elif word.sentence != here.sentence or (word.clause != here.clause and trigger.scope is not Scope.SENTENCE):
                return
            yield index

    def _clause(self, number: int, around: int) -> list[int]:
        """Indices of the words of a clause, one of which is `around`."""
        first = around
        while first > 0 and self.words[first - 1].clause == number:
            first -= 1
        last = around
        while last + 1 < len(self.words) and self.words[last + 1].clause == number:
            last += 1
        return list(range(first, last + 1))

    def _bare(self, number: int, around: int) -> bool:
        """Whether a clause says no more than a concept, like "swelling" or "any bruising"."""
        indices = self._clause(number, around)
        return len(indices) <= LONGEST_ITEM and all(
            index in self.concepts or self.words[index].text in FILLERS for index in indices
        )

    def _goes_on(self, index: int) -> bool:
        """Whether the clause that starts at `index` is one more item of a denied list."""
        indices = self._clause(self.words[index].clause, index)
        texts = [self.words[place].text for place in indices]
        if texts[0] in ("and", "or", "nor"):
            texts, indices = texts[1:], indices[1:]
        if not self._bare(self.words[index].clause, index) or not set(indices) & self.concepts:
            return False
        if "or" in texts or "nor" in texts or self.words[index].text in ("or", "nor"):
            return True
        named = [self.words[place].text for place in indices if place in self.concepts]
        return any(text.endswith(NOUN_ENDINGS) for text in named) or self._list_has_or(indices[-1])

    def _list_has_or(self, last: int) -> bool:
        """Whether an "or" closes the list within the next items of the sentence."""
        sentence = self.words[last].sentence
        for index in range(last + 1, min(last + 1 + 2 * LONGEST_ITEM, len(self.words))):
            word = self.words[index]
            if word.sentence != sentence or (index not in self.concepts and word.text not in FILLERS):
                return False
            if word.text in ("or", "nor"):
                return True
        return False

    def _without(self, texts: frozenset[str], index: int) -> bool:
        """Whether the sentence at `index` has none of these words from there on."""
        sentence = self.words[index].sentence
        for word in self.words[index : index + LONGEST_QUESTION]:
            if word.sentence != sentence:
                break
            if word.text in texts:
                return False
        return True


LONGEST_ITEM = 6
"""Words of the longest list item or bare question."""

LONGEST_QUESTION = 40
"""Words of a question that are looked at."""
