"""How far a trigger reaches among the words of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.language.phrase_book import BLOCKING, Match
from bot.language.trigger import Category, Direction, Scope, Trigger
from bot.language.words import Word

SELF = frozenset("my i me mine we our".split())
"""Where one of these follows, talk of another person has ended; a sentence with one is about the person."""

TOLD = SELF - {"me"} | {"this", "these"}
"""A sentence with one of these asks about what the person has: "what helps with this burning"."""

OWN = SELF | frozenset("it this these".split())
"""A question with one of these is about the person's own ankle."""

WERE = frozenset("was were had did used went got kept felt became broke gave came played danced lived ran".split())
"""Forms by which a clause is known to tell of the past."""

NOW = frozenset("now today still currently again is are has".split())
"""Words by which it is known not to."""

ENDED = frozenset((Category.ABSENT, Category.UNKNOWN, Category.HEDGED))
"""What an `END` ends."""

SUPPOSED = frozenset((Category.HYPOTHETICAL, Category.UNKNOWN))
"""What a name can be the whole of: "could it be a clot my calf is swollen" supposes a clot and tells of a calf."""

SUBJECTS = frozenset("i im it its he she they we there theres my the".split())
"""After what was denied or named, one of these starts a new statement: "not swollen it just hurts"."""

FOOT = frozenset(
    "ankle ankles foot feet heel heels toe toes leg legs calf calves shin achilles malleolus arch sole".split()
)
"""A clause with one of these is about the foot, whatever else it names."""

FILLERS = frozenset(
    "any or nor and of the a in on my either even no at all there is it was are what about as for to foot ankle leg "
    "around area much real visible obvious so hi hey hello well um er ok okay right but re regarding".split()
)
"""Words that may stand beside the findings of a list or of a bare question ("any swelling?")."""

NOUN_ENDINGS = ("ing", "ness", "ity", "ion", "ache", "ain", "ever", "needles", "deformity", "bruise", "bruises")
"""A list after "no" goes on with nouns; an adjective starts something new ("no swelling, stiff though")."""


@dataclass(frozen=True)
class Layout:
    """Where the words of a text lie, for the reach of triggers.

    Attributes:
        concepts: indices of words that belong to a concept that can be listed after a "no": not to "feeling is normal".
        inside: indices of words within a concept, small words and gaps included.
        ends: indices of words that end a denial.
        names: indices of words that name a condition.
    """

    words: Sequence[Word]
    concepts: frozenset[int]
    inside: frozenset[int]
    ends: frozenset[int]
    names: frozenset[int] = frozenset()

    def reached(self, match: Match[Trigger]) -> Iterator[int]:
        """Indices of the words that a trigger bears on, those between its own words among them."""
        trigger = match.meaning
        if trigger.category is Category.QUESTION and not (
            self.words[match.first].question and self._without(OWN, match.first)
        ):
            return
        if trigger.category is Category.ELSEWHERE and self._names_foot(match.first):
            return
        if trigger.category is Category.DEFINITION and not self._without(TOLD, match.first):
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
        asks = trigger.category in (Category.QUESTION, Category.DEFINITION) and trigger.scope is Scope.SENTENCE
        here = self.words[match.first]
        frame = self._frames(match)
        denied_something = supposed_something = False
        for index in range(match.first + 1, min(match.last + 1 + trigger.reach, len(self.words))):
            word = self.words[index]
            if index in match.indices:
                continue
            if word.sentence != here.sentence:
                return
            if word.clause != here.clause and frame and self._goes_on_in_the_past(index):
                here = word
            elif word.clause != here.clause and trigger.scope is not Scope.SENTENCE:
                if trigger.scope is not Scope.LIST or not self._goes_on(index):
                    return
                here = word
            if trigger.category in ENDED and index in self.ends:
                return
            if trigger.category is Category.PRESENT and word.text in BLOCKING:
                return  # "other than bruising there's no swelling"
            if trigger.category is Category.ABSENT:
                if word.text == "no":
                    return  # what follows has a "no" of its own: "no pain no trouble walking"
                if denied_something and word.text in SUBJECTS and index not in self.inside:
                    return
                denied_something = denied_something or index in self.concepts
            if trigger.category in SUPPOSED:
                if supposed_something and word.text in SUBJECTS and index not in self.inside:
                    return
                supposed_something = supposed_something or index in self.names
            if trigger.category is Category.OTHER and word.text in SELF:
                return
            if asks and self.words[index - 1].text == "the":
                continue  # who asks when the swelling will go down has it
            yield index

    def _frames(self, match: Match[Trigger]) -> bool:
        """Whether a trigger of another time stands alone in its clause, to date the next: "as a lad, it was stiff"."""
        return match.meaning.category is Category.PAST and self.words[match.first].clause not in self._telling

    def _goes_on_in_the_past(self, index: int) -> bool:
        """Whether the clause at `index` has a verb in the past tense, or is itself no more than a date."""
        texts = {self.words[place].text for place in self._clauses[self.words[index].clause]}
        return bool(texts & WERE) and not texts & NOW

    def _backward(self, match: Match[Trigger]) -> Iterator[int]:
        trigger = match.meaning
        here = self.words[match.last]
        for index in range(match.last - 1, max(match.first - 1 - trigger.reach, -1), -1):
            word = self.words[index]
            if trigger.scope is Scope.PREVIOUS:
                other = word.clause != here.clause
                if word.clause < here.clause - 1 or (other and not self._bare(word.clause)):
                    return
                if other and trigger.category is Category.ABSENT and self._denies(word.clause):
                    return
            elif trigger.scope is Scope.BEFORE:
                if word.sentence < here.sentence - 1 or (word.sentence < here.sentence and self._tells_before(match)):
                    return
            elif word.clause == here.clause - 1 and self._shares_verb(word.clause, match):
                pass
            elif word.sentence != here.sentence or (word.clause != here.clause and trigger.scope is not Scope.SENTENCE):
                return
            if trigger.category is Category.HYPOTHETICAL and index > 0 and self.words[index - 1].text == "the":
                continue  # "the numbness would stop me" is there, "numbness would stop me" is not
            yield index

    def _tells_before(self, match: Match[Trigger]) -> bool:
        """Whether the sentence of a trigger itself names what it bears on: "it was hot but that's gone"."""
        return self._first_told.get(self.words[match.first].sentence, match.first) < match.first

    @cached_property
    def _first_told(self) -> dict[int, int]:
        """For each sentence that names something that can be denied, the first index where it does."""
        return {self.words[index].sentence: index for index in sorted(self.concepts, reverse=True)}

    def _shares_verb(self, number: int, match: Match[Trigger]) -> bool:
        """Whether a bare clause and the next have one verb: "the bruising and the swelling have gone"."""
        here = self._clauses[self.words[match.last].clause]
        there = self._clauses[number]
        if max(len(here), len(there)) > LONGEST_ITEM:
            return False
        texts = {self.words[place].text for place in there}
        return (
            self.words[there[0]].sentence == self.words[match.last].sentence
            and self.words[here[0]].text == "and"
            and any(self.words[place].text in ("have", "are", "were") for place in here)
            and not texts & (SUBJECTS - {"the", "my"} | WERE | NOW)
            and self._bare(number)
        )

    @cached_property
    def _clauses(self) -> dict[int, list[int]]:
        """Indices of the words of every clause."""
        clauses: dict[int, list[int]] = {}
        for index, word in enumerate(self.words):
            clauses.setdefault(word.clause, []).append(index)
        return clauses

    @cached_property
    def _telling(self) -> frozenset[int]:
        """Clauses with a concept that can be denied."""
        return frozenset(self.words[index].clause for index in self.concepts)

    def _bare(self, number: int) -> bool:
        """Whether a clause says no more than a concept, like "swelling" or "any bruising"."""
        indices = self._clauses[number]
        return len(indices) <= LONGEST_ITEM and all(
            index in self.concepts or self.words[index].text in FILLERS for index in indices
        )

    def _denies(self, number: int) -> bool:
        """Whether a clause has a "not" in it: a "no" after "can't feel my toes" agrees."""
        return any(self.words[index].text in BLOCKING - {"but", "except"} for index in self._clauses[number])

    def _goes_on(self, index: int) -> bool:
        """Whether the clause that starts at `index` is one more item of a denied list."""
        indices = self._clauses[self.words[index].clause]
        texts = [self.words[place].text for place in indices]
        if texts[0] in ("and", "or", "nor"):
            texts, indices = texts[1:], indices[1:]
        if not set(indices) & self.concepts or texts[0] in SUBJECTS:
            return False  # "no, there is swelling" is a correction
        if not self._bare(self.words[index].clause):
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

    def _names_foot(self, index: int) -> bool:
        return any(self.words[place].text in FOOT for place in self._clauses[self.words[index].clause])

    def _without(self, texts: frozenset[str], index: int) -> bool:
        """Whether the sentence at `index` has none of these words from there on."""
        sentence = self.words[index].sentence
        for word in self.words[index : index + LONGEST_QUESTION]:
            if word.sentence != sentence:
                break
            if word.text in texts:
                return False
        return True


LONGEST_ITEM = 8
"""Words of the longest list item or bare question."""

LONGEST_QUESTION = 40
"""Words of a question that are looked at."""
