"""What stands of the mentions of a message once the whole of it was read."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.language.implications import implied
from bot.language.reading import ATTRIBUTES, Mention
from bot.language.scope import FOOT
from bot.language.words import Word

ONE_VALUE = frozenset(("side", "onset", "mechanism", "age", "sex", "severity", "duration_days", "subject"))
"""Attributes of which a repair ("left, sorry, right") leaves only the last."""


@dataclass
class Told:
    """Mentions of one message while it is being read.

    Attributes:
        mentions: of findings and attributes.
        denied: attributes that are said not to have this value.
        healthy: sides and places that are said to be well.
        stressed: mentions that are said to be so at present, against what was said before.
        names: what is only spoken of.
    """

    mentions: list[Mention] = field(default_factory=list)
    denied: list[Mention] = field(default_factory=list)
    healthy: list[Mention] = field(default_factory=list)
    stressed: list[Mention] = field(default_factory=list)
    names: list[Mention] = field(default_factory=list)


def as_a_whole(told: Told, words: Sequence[Word], repairs: Sequence[int]) -> Told:
    """The mentions and denials that stand, what goes without saying included.

    Args:
        repairs: places in the text at which the person takes back what came before, rising.
    """
    mentions = _superseded(told.mentions, told.stressed)
    mentions, well = _unhealthy(mentions, told.healthy)
    mentions, empty = _with_a_complaint(mentions, words)
    mentions = _claimed_by_patient(mentions, words)
    mentions, taken = _repaired(mentions, repairs)
    mentions = _corrected(mentions, words, repairs)
    return Told([*mentions, *implied(mentions)], [*told.denied, *well, *empty, *taken], names=told.names)


def _superseded(mentions: list[Mention], stressed: Iterable[Mention]) -> list[Mention]:
    """What was said before of a finding is past where the person goes on to say how it is now."""
    latest = {mention.concept: mention for mention in stressed if mention.concept not in ATTRIBUTES}

    def told(mention: Mention) -> Mention:
        now = latest.get(mention.concept)
        over = now is not None and mention.start < now.start and mention.value != now.value and mention.current
        return replace(mention, time="past") if over else mention

    return [told(mention) for mention in mentions]


def _unhealthy(mentions: list[Mention], healthy: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Mentions, and the sides and places to leave out because they are well and another one is not.

    "My left ankle is fine at rest" still names the left one: there is no other.
    """
    others = {mention.concept for mention in mentions if mention.current}
    kept = [mention for mention in healthy if mention.concept not in others]
    return [*mentions, *kept], [mention for mention in healthy if mention.concept in others]


def _with_a_complaint(mentions: list[Mention], read: Sequence[Word]) -> tuple[list[Mention], list[Mention]]:
    """Mentions, and the places to leave out because all that is said of them is denied: "no swelling in my calf"."""
    clauses = {word.start: word.clause for word in read}
    denied: dict[int, bool] = {}
    for mention in mentions:
        if mention.concept not in ATTRIBUTES:
            clause = clauses[mention.start]
            denied[clause] = denied.get(clause, True) and mention.value == "absent"
    empty = {m: None for m in mentions if m.concept == "location" and denied.get(clauses[m.start], False)}
    return [mention for mention in mentions if mention not in empty], list(empty)


def _claimed_by_patient(mentions: list[Mention], read: Sequence[Word]) -> list[Mention]:
    """When the ankle is a child's or another's, what is said of that person is what the message is about.

    Another adult's ankle is not, where the person goes on to speak of an own one.
    """
    subjects = {mention.value for mention in mentions if mention.concept == "subject"}
    own = any(
        word.text == "mine" or (word.text == "my" and following.text in FOOT)
        for word, following in itertools.pairwise(read)
    )
    if "child" in subjects or ("other" in subjects and not own):
        return [replace(mention, whose="self") for mention in mentions]
    return [mention for mention in mentions if mention.concept != "subject" or mention.value != "other"]


def _corrected(mentions: list[Mention], read: Sequence[Word], repairs: Sequence[int]) -> list[Mention]:
    """What was said of a finding is past where the person takes it back: "It's swollen. No wait, it's not swollen".

    The correction comes in the sentence of the repair or, where the repair is all of it, in the next.
    """
    sentences = {word.start: word.sentence for word in read}
    lengths = Counter(word.sentence for word in read)
    findings: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.start):
        if mention.concept not in ATTRIBUTES and mention.current:
            findings.setdefault(mention.concept, []).append(mention)
    taken_back: set[Mention] = set()
    for said in findings.values():
        for earlier, later in itertools.pairwise(said):
            first = bisect_left(repairs, earlier.end)
            if earlier.value == later.value or first == len(repairs) or repairs[first] >= later.end:
                continue
            here = sentences[repairs[first]]
            alone = lengths[here] <= LONGEST_REPAIR
            if sentences[earlier.start] >= here - 1 and sentences[later.start] <= here + alone:
                taken_back.add(earlier)
    return [replace(mention, time="past") if mention in taken_back else mention for mention in mentions]


LONGEST_REPAIR = 4
"""Words of a sentence that only takes back what came before."""


def _repaired(mentions: list[Mention], repairs: Sequence[int]) -> tuple[list[Mention], set[Mention]]:
    """Mentions, and those that a later value replaces after a repair."""
    taken: set[Mention] = set()
    for concept in ONE_VALUE:
        named = [mention for mention in mentions if mention.concept == concept]
        last = max((mention.start for mention in named), default=0)
        repair = next((place for place in reversed(repairs) if place < last), 0)
        taken.update(mention for mention in named if mention.start < repair)
    return [mention for mention in mentions if mention not in taken], taken
