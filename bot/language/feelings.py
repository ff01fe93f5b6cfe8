"""Fear in a message: it deserves a word before the next question."""

from __future__ import annotations

import re

_AFRAID = re.compile(
    r"\b(?<!not )(?<!no longer )(?<!n't )(?<!n’t )"
    r"((i'?m|i am|im|i feel|getting|feeling|so|really|very|bit|super|proper|dead|genuinely|a little|kinda|pretty|just)"
    r"\s+){1,4}(scared|afraid|frightened|terrified|petrified|panicking|panicked|freaking out|freaked out|desperate"
    r"|worried( sick)?|anxious)\b"
    r"|\b(scares|terrifies|frightens|worries) me\b|\b(i'?m|i am|im|i've been|been|can'?t stop) (crying|in tears)\b"
    r"|\bscared (stiff|to death|out of my)\b",
    re.IGNORECASE,
)


def is_afraid(text: str) -> bool:
    """Whether the writer says that they are afraid, worried or in tears."""
    return bool(_AFRAID.search(text))
