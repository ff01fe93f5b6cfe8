"""Applies the triggers: is what was said so, now, and of this person?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.language.lexicon import Sense
from bot.language.phrase_book import BLOCKING, SMALL, Match, PhraseBook
from bot.language.phrases import parse
from bot.language.reading import Certainty, Time, Whose
from bot.language.scope import Layout
from bot.language.trigger import Category, Direction, Trigger
from bot.language.triggers import TRIGGERS
from bot.language.words import Word

OVERRIDING = frozenset((Category.NOTHING, Category.UNKNOWN))
"""A longer trigger of these takes its words from shorter ones of any category."""

UNOWNED = frozenset((Category.HEALTHY, Category.OPPOSITE, Category.OTHER))
"""These bear on all around them, whatever their words are part of ("can hop on my right", "my gran has an ankle …")."""

DENYING = frozenset(("absent", "none"))
"""Values of phrases that deny: the "no" of "no bleeding or bruising" is in one of them, and denies both."""


EASING = frozenset(
    "gone went going settled eased improved improving healed reduced cleared faded resolved better subsided "
    "disappeared vanished stopped down".split()
)
"""What is denied after one of these, is that it too has eased."""

SUPPOSING = frozenset("if unless until till will would hope hoping wish".split())
"""After one of these nothing is over yet."""

NEAR = 8
"""Words within which one of them counts."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the surroundings of a match say about it.

    Attributes:
        denied: it is said not to be so. unknown: the person does not know. healthy: it is said to be well.
        opposite: it is the well one of two, named for comparison.
        elsewhere: it is said of another part of the body. stressed: it is said to be so at present.
    """

    denied: bool = False
    unknown: bool = False
    healthy: bool = False
    opposite: bool = False
    elsewhere: bool = False
    stressed: bool = False
    whose: Whose = "self"
    time: Time = "now"
    certainty: Certainty = "sure"


@dataclass(frozen=True)
class Surroundings:
    """The triggers of one text, laid over its words.

    Attributes:
        bearing: for each word the triggers that bear on it.
        owners: concepts that are told by phrases with a trigger in them; it bears on these concepts alone.
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
            if (
                match.meaning.category is Category.RESOLVED
                and match.first in own
                and match.meaning.phrase.startswith("no")
            ):
                continue  # "can't walk any more": the "not" is part of what is so
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


def surroundings(words: Sequence[Word], concepts: Iterable[Match[Sense]]) -> Surroundings:
    """Lays the triggers over the words of a text.

    Args:
        concepts: what was found.
    """
    concepts = list(concepts)
    named = [(match.meaning.concept, frozenset(match.indices)) for match in concepts]
    denying = {frozenset(match.indices) for match in concepts if match.meaning.value in DENYING}
    listed = [match.indices for match in concepts if match.meaning.value != "absent"]
    found = _standing(trigger_book().find(words), words)
    ends = {match.first for match in found if match.meaning.category is Category.END}
    layout = Layout(
        words,
        frozenset(index for indices in listed for index in indices),
        frozenset(index for _, indices in named for index in range(min(indices), max(indices) + 1)),
        frozenset(ends),
        frozenset(index for match in concepts if match.meaning.name for index in match.indices),
    )
    bearing: dict[int, list[Match[Trigger]]] = defaultdict(list)
    for match in found:
        for index in layout.reached(match):
            bearing[index].append(match)
    repairs = tuple(sorted(match.first for match in found if match.meaning.category is Category.REPAIR))
    return Surroundings(bearing, _owners(found, named, denying), repairs)


@cache
def trigger_book() -> PhraseBook[Trigger]:
    """All triggers, ready to be looked for."""
    return PhraseBook((variant, trigger) for trigger in TRIGGERS for variant in parse(trigger.phrase))


def _owners(
    found: Iterable[Match[Trigger]], concepts: Iterable[tuple[str, frozenset[int]]], denying: Container[frozenset[int]]
) -> dict[Match[Trigger], frozenset[str]]:
    """For each trigger the concepts that have all its words in one of their phrases, where there are any.

    Args:
        denying: phrases that deny; they own no denial.
    """
    covering: dict[int, list[tuple[str, frozenset[int]]]] = defaultdict(list)
    for concept, indices in concepts:
        for index in indices:
            covering[index].append((concept, indices))
    owners = {
        match: frozenset(
            concept
            for concept, indices in covering[match.first]
            if indices.issuperset(match.indices)
            and not (match.meaning.category is Category.ABSENT and indices in denying)
        )
        for match in found
        if match.meaning.category not in UNOWNED
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
    eased: dict[int, int] = {}
    for index, word in enumerate(words):
        if word.text in EASING:
            eased.setdefault(word.sentence, index)
    return [
        match
        for match in found
        if match.meaning.category is not Category.NOTHING
        and not _denies_resolution(match, words, eased)
        and not any(whole > frozenset(match.indices) for whole in overriding[match.first])
        and not (
            match.meaning.category is Category.RESOLVED
            and (_denied_before(words, match.first) or _supposed_before(words, match.first))
        )
    ]


def _denies_resolution(match: Match[Trigger], words: Sequence[Word], eased: dict[int, int]) -> bool:
    """Whether a denial at the end of a clause leaves out what went before: "the bruise has gone, the rest has not"."""
    last = match.last
    return (
        match.meaning.category is Category.ABSENT
        and words[last].text == "not"
        and words[last - 1].text in ("has", "have", "did")
        and (last + 1 == len(words) or words[last + 1].clause != words[last].clause)
        and eased.get(words[last].sentence, last) < last
    )


def _supposed_before(words: Sequence[Word], index: int) -> bool:
    """Whether what is over at `index` is only supposed to be: "until it has gone", "if it went down"."""
    before = words[max(index - NEAR, 0) : index]
    return any(word.text in SUPPOSING and word.clause == words[index].clause for word in before)


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
    # Who can't tell whether there is any has said so: "I couldn't tell you if I have swelling".
    supposed = Category.HYPOTHETICAL in counted and Category.UNKNOWN not in counted
    if supposed or counted & {Category.QUESTION, Category.DEFINITION}:
        time = "hypothetical"
    elif Category.SAME in counted:
        time = "now"
    elif Category.PAST in counted and not counted & {Category.NOW, Category.PRESENT}:
        time = "past"
    elif resolved:
        time = "resolved"
    elif Category.EARLIER in counted and Category.PRESENT not in counted:
        time = "past"
    other = Category.OTHER in counted and Category.SAME not in counted
    return Assertion(
        denied=denied,
        unknown=Category.UNKNOWN in counted,
        healthy=Category.HEALTHY in counted,
        opposite=Category.OPPOSITE in counted,
        elsewhere=Category.ELSEWHERE in counted,
        stressed=Category.NOW in counted,
        whose="other" if other else "self",
        time=time,
        certainty="hedged" if Category.HEDGED in counted or Category.PRESENT in counted else "sure",
    )
