"""How bad the pain is, 0 to 10: "8/10", "a seven", "six or seven". Words such as "bad" are no number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.language.claims import longest
from bot.language.numerals import Number
from bot.language.phrase_book import Match, PhraseBook
from bot.language.phrases import parse
from bot.language.severity_ways import ALONE, NO_PAIN, OUT_OF_TEN, RATED
from bot.language.words import Word

LOWEST, HIGHEST = 0, 10

SCALES = (Number(0, HIGHEST), Number(1, HIGHEST))
"""Ranges that name the scale: "7 on a scale of 1 to 10"."""

COUNTABLE = frozenset(
    "mile miles kilometres kilometre metre metres m minute minutes hour hours h second seconds day days d night nights "
    "week weeks w month months year years y times time x am pm degrees percent % mg ml mm cm inch inches kg stone lb "
    "pounds steps step spots places toes toe o'clock runs run races sets reps marathons sessions stairs flights weeks' "
    "tablets paracetamol ibuprofen st nd rd th grade way ways of people sprains sprain operations surgeries children kids feet "
    "foot ankles ankle legs leg sides side bones tendons hundred thousand quid pounds laps k".split()
)
"""What follows a number that counts something."""

BEFORE_PRONOUN = frozenset("the this that left right other same which any no good bad sore every each".split())
"""What stands before a "one" that is no number: "the left one"."""

COUNTING = frozenset("mile day week month year number stage grade km no size type zone bib".split())
"""What stands before a number that is a place in a row ("day 7", "mile 8")."""


@dataclass(frozen=True, slots=True)
class Score:
    """A pain score.

    Attributes:
        value: 0 to 10; the upper end of a range, rounded up from a half.
        indices: of the words that say it.
        sure: false for "no pain", which may be said of one moment.
    """

    value: int
    indices: tuple[int, ...]
    sure: bool = True


def scores(words: Sequence[Word]) -> Iterator[Score]:
    """Pain scores in a text, the surest ways first; each number is read once."""
    taken: set[int] = set()
    found: dict[int, Score] = {}
    for match in sorted(longest(_book().find(words)), key=lambda match: (not match.meaning, -len(match.indices))):
        at = _score_in(match, words)
        value = score_at(words, at)
        told = match.meaning or (_stands_alone(words, at) and not names_scale(words, at))
        if at in taken or value is None or not told:
            continue
        taken.update(match.indices)
        found[at] = Score(value, match.indices)
    found = found or _alone(words)
    ends = {min(found), max(found)} if found else set[int]()
    yield from (score for at, score in found.items() if not any(is_over(words, at, other) for other in ends))
    yield from (Score(LOWEST, match.indices, sure=False) for match in _no_pain().find(words))


def is_over(words: Sequence[Word], score: int, other: int) -> bool:
    """Whether the one score is of an earlier time and the other of now: "was a 9, is now a 3", "a 3 now, was a 9"."""
    if score == other:
        return False
    if score < other:
        once, beside = _beside(words, score), {word.text for word in words[max(other - NEAR, score + 1) : other + NEAR]}
    else:
        once, beside = _beside(words, score), _beside(words, other)
    return not once.isdisjoint(ONCE) and not beside.isdisjoint(NOW) and once.isdisjoint(RECENT)


def _beside(words: Sequence[Word], at: int) -> set[str]:
    """What stands near the number in its clause."""
    return {word.text for word in words[max(at - NEAR, 0) : at + NEAR] if word.clause == words[at].clause}


def _alone(words: Sequence[Word]) -> dict[int, Score]:
    """The score that is a bare number, in a message about pain with one such number: "sore when I land, 7"."""
    if not any(word.text in PAINFUL for word in words):
        return {}
    found = {
        at: Score(value, match.indices, sure=False)
        for match in _alone_book().find(words)
        if (value := score_at(words, at := _score_in(match, words))) is not None and _stands_alone(words, at)
    }
    return found if len(found) == 1 else {}


PAINFUL = frozenset(
    "hurt hurts hurting hurty pain painful pains sore sorer soreness ache aches aching achy ached throb throbs throbbing "
    "sharp stabbing stings burning tender agony niggle niggles niggly nags twinge twinges pinch pinches dull scale".split()
)
"""Words of a message about pain."""

NEAR = 4
"""Words from a score within which its time is told."""

ONCE = frozenset(
    "was were went gone started began initially originally first yesterday from had "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
NOW = frozenset("now today currently is to tonight".split())
RECENT = frozenset("now today currently tonight happened morning earlier".split())
"""What hurt so today counts: the score is of the last day."""


def score_at(words: Sequence[Word], at: int) -> int | None:
    """The score that the number at `at` gives, or `None` when it is no number from 0 to 10."""
    number = words[at].number
    if number is None or not LOWEST <= number.high <= HIGHEST or number in SCALES:
        return None
    return int(number.high + 0.5)


def _score_in(match: Match[bool], words: Sequence[Word]) -> int:
    """The index of the score: the number before "out of ten", the highest of "from a 2 to a 6"."""
    numbers = [index for index in match.indices if words[index].number is not None]
    scores = [index for index in numbers if not names_scale(words, index)] or numbers
    if match.meaning:
        return scores[0]
    return max(scores, key=lambda index: number.high if (number := words[index].number) else 0)


def names_scale(words: Sequence[Word], at: int) -> bool:
    """Whether the number is the end of the scale: the "ten" of "a scale of ten", "if 10 is childbirth"."""
    before = [word.text for word in words[max(at - 2, 0) : at]]
    after = words[at + 1].text if at + 1 < len(words) else ""
    if before == ["scale", "of"]:
        return True
    if before and before[-1] in OUT_OF and any(word.number for word in words[max(at - FAR, 0) : at]):
        return True
    return words[at].number in ENDS and (
        after in ("being", "meaning", "=") or (after in BE and not SUPPOSING.isdisjoint(before))
    )


ENDS = (Number(HIGHEST, HIGHEST), Number(LOWEST, LOWEST), Number(1, 1))
OUT_OF = frozenset("/ of outta outa outer outof oota".split())
FAR = 5
"""Words before the end of the scale within which the score stands."""

BE = frozenset("is are was be as means would equals".split())
SUPPOSING = frozenset("if with where when say saying assuming".split())


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Whether the number counts nothing and is no pronoun: "it's one of those"."""
    return words[at].text != "one" and counts_nothing(words, at)


def counts_nothing(words: Sequence[Word], at: int) -> bool:
    """Whether no unit follows the number, and nothing stands before it of which it is one in a row."""
    following = words[at + 1].text if at + 1 < len(words) and words[at + 1].clause == words[at].clause else ""
    before = words[at - 1].text if at > 0 and words[at - 1].clause == words[at].clause else ""
    pronoun = words[at].text == "one" and before in BEFORE_PRONOUN
    unit = following in COUNTABLE or following == "/" or words[at].text == "half"
    return not unit and not pronoun and before not in COUNTING


@cache
def _no_pain() -> PhraseBook[int]:
    return PhraseBook((variant, LOWEST) for line in NO_PAIN.split("\n") if line for variant in parse(line))


@cache
def _alone_book() -> PhraseBook[bool]:
    return PhraseBook((variant, False) for line in ALONE.split("\n") if line for variant in parse(line))


@cache
def _book() -> PhraseBook[bool]:
    """Phrases, true for those that make any number a score."""
    return PhraseBook(
        (variant, certain)
        for lines, certain in ((OUT_OF_TEN, True), (RATED, False))
        for line in lines.split("\n")
        if line
        for variant in parse(line)
    )
