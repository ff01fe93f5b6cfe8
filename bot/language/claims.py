"""Which of the phrases that were found have the words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from bot.language.phrase_book import Match, Meaning
from bot.language.words import Word

JOINING = frozenset("and or nor plus &".split())
"""One of these stands beside an item of a list."""

MOST = 3
"""Words of a phrase outside a claim that say enough by themselves."""


def without_overlap(matches: Iterable[Match[Meaning]]) -> list[Match[Meaning]]:
    """The matches that share no word with a longer one."""
    matches = list(matches)
    longest_at: dict[int, int] = defaultdict(int)
    for match in matches:
        for index in match.indices:
            longest_at[index] = max(longest_at[index], len(match.indices))
    return [match for match in matches if all(longest_at[index] <= len(match.indices) for index in match.indices)]


def unclaimed(matches: Iterable[Match[Meaning]], claims: Iterable[Match[None]]) -> list[Match[Meaning]]:
    """The matches that share no word with a claim, have all its words and more, or have most of theirs elsewhere.

    "Cold shower" leaves no cold of a foot in the shower, but "walk the dog" leaves that "it hurts when I walk" it.
    """
    claimed: dict[int, list[frozenset[int]]] = defaultdict(list)
    for claim in claims:
        for index in claim.indices:
            claimed[index].append(frozenset(claim.indices))
    return [
        match
        for match in matches
        if not any(_takes(claim, frozenset(match.indices)) for index in match.indices for claim in claimed[index])
    ]


def _takes(claim: frozenset[int], own: frozenset[int]) -> bool:
    elsewhere = len(own - claim)
    return not claim < own and not (elsewhere >= MOST and elsewhere > len(own & claim))


def longest(matches: Iterable[Match[Meaning]]) -> list[Match[Meaning]]:
    """The matches whose words are not all part of a longer one."""
    matches = list(matches)
    covering: dict[int, list[frozenset[int]]] = defaultdict(list)
    for rival in matches:
        whole = frozenset(rival.indices)
        for index in whole:
            covering[index].append(whole)
    return [match for match in matches if not any(frozenset(match.indices) < rival for rival in covering[match.first])]


def standing(
    matches: Iterable[Match[Meaning]], words: Sequence[Word], keeping: Collection[tuple[int, ...]] = ()
) -> list[Match[Meaning]]:
    """The longest matches, and items of a list inside them whose words they can do without.

    Args:
        keeping: indices of matches that leave no word to others.

    "My foot goes cold and numb" is a long phrase for a cold foot, but "foot goes cold" tells that too: the numbness
    keeps its word.
    """
    matches = list(matches)
    kept = longest(matches)
    told = {match.meaning for match in kept}
    wholes = [(match.meaning, frozenset(match.indices)) for match in matches]
    for match in matches:
        if match.meaning in told or not _is_listed(match, words):
            continue
        own = frozenset(match.indices)
        covering = [(meaning, whole) for meaning, whole in wholes if own < whole]
        if any(own < frozenset(indices) for indices in keeping):
            continue
        if all(
            any(other == meaning and own.isdisjoint(rest) and not whole.isdisjoint(rest) for other, rest in wholes)
            for meaning, whole in covering
        ):
            kept.append(match)
    return kept


def _is_listed(match: Match[Meaning], words: Sequence[Word]) -> bool:
    """Whether an "and" or "or" stands beside a match."""
    beside = (*words[max(match.first - 1, 0) : match.first], *words[match.last + 1 : match.last + 2])
    return any(word.text in JOINING for word in beside)
