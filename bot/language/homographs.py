"""Words that are spelt like others that mean much: the month of May, "as well", a run over the fells."""

from __future__ import annotations

from collections.abc import Sequence

MONTH_AFTER = frozenset("in since from early mid late last until by of during around about next end this".split())
"""After one of these "may" is a month, and supposes nothing."""

FELL_BEFORE = frozenset("run runs running runner runners race races racing walk walks walking walkers".split())
"""Before one of these "fell" is a hill, unless somebody did: "I fell running"."""

SUBJECTS = frozenset("i he she we they it who and then just nearly almost when after because ankle".split())
"""After one of these it is a verb."""


def is_month(texts: Sequence[str], at: int) -> bool:
    """Whether the word is the month of May: found by its exact form alone."""
    before, after = _beside(texts, at)
    return texts[at] == "may" and (
        before in MONTH_AFTER or before.rstrip("stndrh").isdigit() or (after.isdigit() and before not in SUBJECTS)
    )


def says_nothing(texts: Sequence[str], at: int) -> bool:
    """Whether no phrase is meant by the word: "sore as well" does not say that it is well."""
    return texts[at] == "well" and _beside(texts, at)[0] == "as"


def is_hill(texts: Sequence[str], at: int) -> bool:
    """Whether the word is the hill of a "fell race"."""
    before, after = _beside(texts, at)
    return texts[at] == "fell" and bool(before) and after in FELL_BEFORE and before not in SUBJECTS


def _beside(texts: Sequence[str], at: int) -> tuple[str, str]:
    """The words before and after, empty at the ends of the text."""
    return texts[at - 1] if at else "", texts[at + 1] if at + 1 < len(texts) else ""
