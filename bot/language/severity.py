"""How bad the pain is, 0 to 10: "8/10", "a seven", "six or seven". Words such as "bad" are no number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.language.numerals import Number
from bot.language.phrase_book import Match, PhraseBook, longest
from bot.language.phrases import parse
from bot.language.words import Word

LOWEST, HIGHEST = 0, 10

OUT_OF_TEN = """
# =/ =10
# out of [possible] =10|ten
# of =10|ten
# on pain|vas|nrs [scale]
# on [=the] scale
scale of =10|ten [it|pain|about|=is] #
"""
"""Ways that make any number a score."""

RATED = """
<rated> [level|score|rating|scale] #
<rated> [level|score|rating|scale] of|at|on|about|around|roughly|probably|maybe|say|currently|approximately #
<rated> at|of|probably|maybe|currently about|around|roughly #
level|score|rating|scale|intensity .. #
^ <rated> [level|score] $ && ^ # $
i would say|rate|give|call [it|pain|about|around|like] #
say|rate|call|score [it|about|around|like] #
would say|give|rate|call .. #
=a|=an [solid|good|strong|hard|steady|proper|constant|dull] # $
=a|=an # when|after|if|on|by|during|most|some|while
# [at|when|it] worst
worst .. #
# for pain
# pain
# when|if|while i <act>
# at rest
# resting|walking|running
# on stairs
hits|hit|reached|peaks|peaked|spikes|spiked|shot [up] [at|to|about] #
# now
now [it|pain] [at|about|around|like|maybe|probably] #
=was|=were [at|about|like|around] #
put [it|=this|pain] [at|as|down as|about|around] #
i would go #
touching|pushing|nudging =a|=an #
touching|pushing|nudging|hovering|hovers|sits|sitting|stays [at|around|about] =a|=an|about|around|at #
easily|solid|definitely =a|=an #
solid|touching #
=went|=gone|=jumped|=crept|=climbed|=risen [up] from =a|=an # to =a|=an #
=went|=gone|=jumped|=crept|=climbed|=risen [up] from # to #
=went|=gone|=jumped|=crept|=climbed|=risen [up] from #
=gone|=went|=up to =a|=an #
(gets|get|got|goes|go) [up] to =a|=an #
more like =a|=an #
like =an|=a # rn|now|right|atm|today|tbh
# on|upon|with movement|moving|walking|standing|stairs|steps
# going|coming|climbing|walking up|down stairs|steps|hills
nrs|vas|pain #
tops|most of #
=a|=an # tops|max|easy|easily|if|(at most)|(at max)|(at best)|(at worst)
"""
"""Ways that make a number a score when it fits the scale and counts nothing else."""

NO_PAIN = """
no|zero|nil pain|discomfort [at all] $
pain free $
"""
"""Ways of saying that the score is 0."""

SCALES = (Number(0, HIGHEST), Number(1, HIGHEST))
"""Ranges that name the scale: "7 on a scale of 1 to 10"."""

COUNTABLE = frozenset(
    "mile miles kilometres kilometre metre metres m minute minutes hour hours h second seconds day days d night nights "
    "week weeks w month months year years y times time x am pm degrees percent % mg ml mm cm inch inches kg stone lb "
    "pounds steps step spots places toes toe o'clock runs run races sets reps marathons sessions stairs flights weeks' "
    "tablets paracetamol ibuprofen st nd rd th grade of people sprains sprain operations surgeries children kids feet "
    "foot ankles ankle legs leg sides side bones tendons hundred thousand quid pounds laps k".split()
)
"""What follows a number that counts something."""

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
    for match in sorted(longest(_book().find(words)), key=lambda match: (not match.meaning, -len(match.indices))):
        at = _score_in(match, words)
        value = score_at(words, at)
        if at in taken or value is None or not (match.meaning or _stands_alone(match, words, at)):
            continue
        taken.update(match.indices)
        yield Score(value, match.indices)
    yield from (Score(LOWEST, match.indices, sure=False) for match in _no_pain().find(words))


def score_at(words: Sequence[Word], at: int) -> int | None:
    """The score that the number at `at` gives, or `None` when it is no number from 0 to 10."""
    number = words[at].number
    if number is None or not LOWEST <= number.high <= HIGHEST or number in SCALES:
        return None
    return int(number.high + 0.5)


def _score_in(match: Match[bool], words: Sequence[Word]) -> int:
    """The index of the score: the number before "out of ten", the highest of "from a 2 to a 6"."""
    numbers = [index for index in match.indices if words[index].number is not None]
    scores = [index for index in numbers if not _ends_scale(words, index)] or numbers
    if match.meaning:
        return scores[0]
    return max(scores, key=lambda index: number.high if (number := words[index].number) else 0)


def _ends_scale(words: Sequence[Word], at: int) -> bool:
    """Whether the number is the "ten" of "on a scale of ten"."""
    return at >= 2 and words[at - 1].text == "of" and words[at - 2].text == "scale"


def _stands_alone(match: Match[bool], words: Sequence[Word], at: int) -> bool:
    """Whether the number counts nothing."""
    following = words[at + 1].text if at + 1 < len(words) and words[at + 1].clause == words[at].clause else ""
    before = words[at - 1].text if at > 0 and words[at - 1].clause == words[at].clause else ""
    pronoun = words[at].text == "one" and not match.meaning
    return following not in COUNTABLE and before not in COUNTING and following != "/" and not pronoun


@cache
def _no_pain() -> PhraseBook[int]:
    return PhraseBook((variant, LOWEST) for line in NO_PAIN.split("\n") if line for variant in parse(line))


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
