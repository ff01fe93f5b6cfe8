"""What a message tells, in a few words for telling kinds of message apart: who names a place and a day reports."""

from __future__ import annotations

from collections.abc import Iterable

from bot.language.reading import ATTRIBUTES, Mention


def told(mentions: Iterable[Mention], names: Iterable[Mention]) -> tuple[str, ...]:
    """Which sorts of thing are mentioned, sorted: whatever the symptom, "present" is one sort, and so is any place.

    Args:
        names: what is only spoken of.
    """
    sorts = {_sort(mention) for mention in mentions} | {"named" for _ in names}
    return tuple(sorted(sorts)) or ("nothing",)


def _sort(mention: Mention) -> str:
    if mention.whose == "other":
        return "of another"
    if mention.concept in ATTRIBUTES:
        return mention.concept
    return str(mention.value) if mention.current else mention.time
