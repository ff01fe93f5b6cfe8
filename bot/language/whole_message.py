"""What stands of the mentions of a message once the whole of it was read."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.language import other_times
from bot.language.implications import implied
from bot.language.reading import ABILITIES, ATTRIBUTES, Mention
from bot.language.scope import FOOT
from bot.language.words import Word

ONE_VALUE = frozenset(("side", "onset", "mechanism", "age", "sex", "severity", "duration_days", "subject"))
"""Attributes of which a repair ("left, sorry, right") leaves only the last."""


OWN = frozenset(
    f"{subject} {verb}"
    for subject in ("i", "ive")
    for verb in (
        "rolled twisted sprained broke fell tripped slipped landed injured hurt went tore "
        "hobbled limped crumpled collapsed ran run"
    ).split()
)
"""After these a person speaks of an injury of their own."""

QUALIFIERS = frozenset("left right own bad good inner outer other poor stupid bloody sore dodgy whole".split())
"""One of these may stand between "my" and the ankle."""

NOT_LEGS = frozenset(
    "wrist wrists elbow elbows shoulder shoulders hand hands finger fingers thumb rib ribs arm".split()
)
"""What else is hurt by a fall or a knock."""

INJURIES = frozenset(("rolled_in", "rolled_out", "twist", "fall", "impact"))
"""Mechanisms that are an injury: who tells of one has not said that there was none."""


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
    mentions = _superseded(_not_within_the_worse(told.mentions), told.stressed)
    mentions, told_denied = _unable(mentions, told.denied, told.healthy)
    mentions, well = _unhealthy(mentions, told.healthy)
    mentions, empty = _with_a_complaint(mentions, words)
    mentions = _claimed_by_patient(mentions, words)
    mentions, taken = _repaired(mentions, repairs)
    mentions = _corrected(mentions, words, repairs)
    mentions = other_times.left_out(_injured(_of_this_ankle(mentions, words)), words)
    denied = [*told_denied, *well, *empty, *taken]
    return Told([*mentions, *implied(mentions)], denied, told.healthy, names=told.names)


def _not_within_the_worse(mentions: list[Mention]) -> list[Mention]:
    """Less what lies within longer words for the worse: "couldn't walk on it after" has "walk on it after" in it."""
    furthest: dict[str, int] = {}
    within = set[Mention]()
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.value == ("absent" if mention.concept in ABILITIES else "present"):
            furthest[mention.concept] = max(mention.end, furthest.get(mention.concept, 0))
        elif mention.end <= furthest.get(mention.concept, 0):
            within.add(mention)
    return [mention for mention in mentions if mention.concept in ATTRIBUTES or mention not in within]


def _superseded(mentions: list[Mention], stressed: Iterable[Mention]) -> list[Mention]:
    """What was said before of a finding is past where the person goes on to say how it is now."""
    latest = {mention.concept: mention for mention in stressed if mention.concept not in ATTRIBUTES}

    def told(mention: Mention) -> Mention:
        now = latest.get(mention.concept)
        over = now is not None and mention.start < now.start and mention.value != now.value and mention.current
        return replace(mention, time="past") if over else mention

    return [told(mention) for mention in mentions]


def _unable(
    mentions: list[Mention], denied: list[Mention], healthy: Iterable[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Mentions and denials: where one side is well, the side that "can't" or has "none" is the bad one.

    "Can do ten raises on the right, none on the left" denies the raises, not the left ankle.
    """
    well = {mention.value for mention in healthy if mention.concept == "side" and mention.current}
    if not well or any(mention.concept == "side" and mention.current for mention in mentions):
        return mentions, denied
    bad = [mention for mention in denied if mention.concept == "side" and mention.value not in well]
    return [*mentions, *bad], [mention for mention in denied if mention not in bad]


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
        one.text + " " + two.text in OWN
        or (one.text == "my" and (two.text in FOOT or (two.text in QUALIFIERS and three.text in FOOT)))
        for one, two, three in zip(read, read[1:], [*read[2:], *read[-1:]], strict=False)
    ) or any(two.text == "mine" and one.text != "of" for one, two in itertools.pairwise([*read[:1], *read]))
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


def _of_this_ankle(mentions: list[Mention], read: Sequence[Word]) -> list[Mention]:
    """A fall that hurt a wrist, with no word of a foot, is no injury of the ankle."""
    texts = {word.text for word in read}
    if not texts & NOT_LEGS or texts & FOOT or any(mention.concept == "location" for mention in mentions):
        return mentions
    return [replace(m, whose="other") if m.concept in ("mechanism", "onset") else m for m in mentions]


def _injured(mentions: list[Mention]) -> list[Mention]:
    """Without "no injury" where one is told: "I didn't twist it, I got kicked".

    The words of the denial itself tell of none: "never rolled it".
    """
    none = [mention for mention in mentions if mention.concept == "mechanism" and mention.value == "none"]
    injuries = [mention for mention in mentions if mention.concept == "mechanism" and mention.value in INJURIES]
    denied = {injury for injury in injuries if any(m.start <= injury.start < m.end for m in none)}
    if any(injury.current and injury not in denied for injury in injuries):
        denied.update(none)
    return [mention for mention in mentions if mention not in denied]
