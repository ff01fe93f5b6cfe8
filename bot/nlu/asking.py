"""Where a message asks something, whatever else it says: "swollen since Monday, can I run on it?"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

MOST_PARTS = 3
"""Parts of a message that are looked at."""

FEWEST_WORDS = 3
"""Words of the shortest part that is taken for a question of its own: fewer say too little of what is asked."""

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SUBJECT = r"(?:i|it|this|that|these|there|we|you|he|she|they|my|his|her|the|a|an|ice|heat|running|walking)"
_OPENING = re.compile(
    rf"\b(?:(?:can|could|should|shall|may|do|does|will|would|is|are|am|isn['’]?t|shouldn['’]?t) {_SUBJECT}\b"
    r"|how (?:long|soon|much|often|bad|many|do|can|should|will|would|come|serious)\b"
    r"|what(?: (?:should|can|do|does|is|are|about|could|would|causes|caused|happens|exercises?|kind)\b|['’]?s\b)"
    r"|when (?:can|should|do|will|is|would)\b|why (?:is|do|does|am|did|has|won['’]?t|are)\b"
    r"|wh(?:o|ere) (?:should|can|do)\b)",
    re.IGNORECASE,
)


def asking_parts(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a message that may each be a question, in order: from the words that open it to the sentence's end.

    A sentence that ends in a question mark and has no such words is one as a whole. A message that asks from its first
    word to its last gives nothing: then all of it is the question.
    """
    yield from itertools.islice(_asking_parts(text), MOST_PARTS)


def _asking_parts(text: str) -> Iterator[tuple[int, int]]:
    for sentence in _SENTENCE.finditer(text):
        opening = _OPENING.search(text, sentence.start(), sentence.end())
        if opening is None and "?" not in sentence.group():
            continue
        start, end = (opening or sentence).start(), sentence.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        words_outside = _WORD.search(text[:start]) or _WORD.search(text[end:])
        if words_outside and len(_WORD.findall(text[start:end])) >= FEWEST_WORDS:
            yield start, end
