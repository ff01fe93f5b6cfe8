"""Yes, no, don't know, skip, why, back, none, all: recognised at the start of a message or as the whole of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Literal

from bot.language import answer_words
from bot.language.cleaning import clean
from bot.language.phrase_book import Match, PhraseBook
from bot.language.phrases import parse
from bot.language.words import Word, words

Polarity = Literal["yes", "no", "able", "unable"]
Control = Literal["dont_know", "skip", "why", "back"]

STRONG: dict[str, str] = {
    "yes": answer_words.YES,
    "no": answer_words.NO,
    "able": answer_words.ABLE,
    "unable": answer_words.UNABLE,
}
WHOLE: dict[str, str] = {
    "dont_know": answer_words.DONT_KNOW,
    "skip": answer_words.SKIP,
    "why": answer_words.WHY,
    "back": answer_words.BACK,
    "none": answer_words.NONE,
    "all": answer_words.ALL,
    "yes": answer_words.WEAK_YES,
    "no": answer_words.WEAK_NO,
    "able": answer_words.WEAK_ABLE,
    "unable": answer_words.WEAK_UNABLE,
    "long_ago": answer_words.LONG_AGO,
    "no_pain": "no|zero pain|hurt|discomfort\nnot hurt|painful|sore\npain free",
}
POLARITIES: tuple[Polarity, ...] = ("yes", "no", "able", "unable")
CONTROLS: tuple[Control, ...] = ("dont_know", "skip", "why", "back")


def polarity(read: Sequence[Word], claimed: Collection[int]) -> Polarity | None:
    """Whether a message says yes or no, or that the person is able or unable.

    Args:
        claimed: starts, in the text, of mentions of other findings: in "no bruising" the "no" is theirs.
    """
    read = _after_own_question(read)
    whole = _whole_meaning(read, POLARITIES)
    leading = None if whole in ("able", "unable") else _leading(read, _strong())
    meaning = leading.meaning if leading else whole or _aside(read)
    if leading is not None and meaning == "no" and _belongs_to(leading, read, claimed):
        return None
    if leading is not None and meaning in ("yes", "able") and _turned_round(read[leading.last + 1 :]):
        return None
    return next((known for known in POLARITIES if known == meaning), None)


def control(read: Sequence[Word]) -> Control | None:
    """Whether the whole message is "don't know", "skip", "why?" or "back"."""
    meaning = _whole_meaning(read, CONTROLS)
    return next((known for known in CONTROLS if known == meaning), None)


def is_none(read: Sequence[Word]) -> bool:
    """Whether the whole message is "none of these"."""
    return _whole_meaning(read, ("none",)) is not None


def is_all(read: Sequence[Word]) -> bool:
    """Whether the whole message is "all of them"."""
    return _whole_meaning(read, ("all",)) is not None


def is_no_pain(read: Sequence[Word]) -> bool:
    """Whether the whole message is "no pain"."""
    return _whole_meaning(read, ("no_pain",)) is not None


def is_long_ago(read: Sequence[Word]) -> bool:
    """Whether the whole message is a time longer ago than can be counted."""
    return _whole_meaning(read, ("long_ago",)) is not None


def label_polarity(label: str) -> Polarity | None:
    """`yes` or `no` when the label of an option begins so."""
    first = words(clean(label), lambda word: None)[:1]
    return {"yes": "yes", "no": "no"}.get(first[0].text) if first else None  # type: ignore[return-value]


def _leading(read: Sequence[Word], book: PhraseBook[str]) -> Match[str] | None:
    """The longest phrase that starts the message, after no more than interjections."""
    start = _start(read)
    matches = [match for match in book.find(read[: start + LONGEST_PHRASE]) if match.first == start]
    return max(matches, key=lambda match: len(match.indices), default=None)


def _after_own_question(read: Sequence[Word]) -> Sequence[Word]:
    """What follows when the message repeats the question first: "Tiptoe? Not a chance"."""
    asked = sum(word.question for word in read)
    repeated = 0 < asked < len(read) and all(word.question for word in read[:asked])
    return read[asked:] if repeated else read


def _start(read: Sequence[Word]) -> int:
    start = 0
    while start + 1 < len(read) and read[start].text in answer_words.INTERJECTIONS:
        start += 1
    return start


def _whole_meaning(read: Sequence[Word], wanted: Iterable[str]) -> str | None:
    """The meaning, among `wanted`, of a phrase that is all the message says but for courtesies."""
    best = _whole_match(read, _whole())
    return best.meaning if best and best.meaning in set(wanted) else None


def _whole_match(read: Sequence[Word], book: PhraseBook[str]) -> Match[str] | None:
    """The longest phrase that is all the message says but for courtesies."""
    if len(read) > LONGEST_PHRASE + LONGEST_PHRASE:
        return None
    best: Match[str] | None = None
    for match in book.find(read):
        around = (
            all(word.text in answer_words.LEAD_INS for word in read[: match.first]),
            all(word.text in answer_words.CLOSERS for word in read[match.last + 1 :]),
        )
        if all(around) and (best is None or len(match.indices) > len(best.indices)):
            best = match
    return best


def _belongs_to(leading: Match[str], read: Sequence[Word], claimed: Collection[int]) -> bool:
    """Whether a "no" denies something else in its clause."""
    clause = read[leading.last].clause
    following = [word for word in read[leading.last + 1 : leading.last + 1 + LONGEST_PHRASE] if word.clause == clause]
    return bool(following) and following[0].text not in PRONOUNS and any(word.start in claimed for word in following)


def _aside(read: Sequence[Word]) -> str | None:
    """`yes` where a clause begins or ends with one: "I've stood on it eight hours, so yes"."""
    for at, word in enumerate(read):
        ends = at + 1 == len(read) or read[at + 1].clause != word.clause
        begins = at == 0 or read[at - 1].clause != word.clause
        if word.text in answer_words.PLAIN_YES and (ends or begins) and not _turned_round(read[at + 1 :]):
            return "yes"
    return None


def _turned_round(rest: Sequence[Word]) -> bool:
    """Whether a yes is taken back later on: "I could at first, but not now"."""
    return bool(_taken_back().find(rest[: 4 * LONGEST_PHRASE]))


LONGEST_PHRASE = 8
PRONOUNS = frozenset("i it its it's my the there they he she this that we just only".split())


@cache
def _taken_back() -> PhraseBook[str]:
    return _book({"no": answer_words.TAKEN_BACK})


@cache
def _strong() -> PhraseBook[str]:
    return _book(STRONG)


@cache
def _whole() -> PhraseBook[str]:
    return _book(WHOLE)


def _book(ways: dict[str, str]) -> PhraseBook[str]:
    return PhraseBook(
        (variant, meaning)
        for meaning, text in ways.items()
        for line in text.split("\n")
        if line
        for variant in parse(line)
    )
