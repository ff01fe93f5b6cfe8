"""Age and sex of the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.language.phrase_book import PhraseBook
from bot.language.phrases import parse
from bot.language.words import Word

YOUNGEST, OLDEST = 1, 110
"""Years."""

AGE = """
# years|year old
# years of age
# y o
aged|age #
^ [=my] age|aged $ && ^ # $
at =my age $ && ^ # $
age is #
=my age #
[just] turned|turning #
i # $
i # and|with|ish|male|female|but|now|today
i of # year|years
i # year|years
i will # years
# years young
at # [i|years] should|know|=my|you|feel
at age of #
at =my age [of] #
=lad|=son|=daughter|=boy|=girl|=kid|=mum|=mom|=dad|=husband|=wife|=gran|=nan|=mother|=father|=partner|=child =is|=are # $
=lad|=son|=daughter|=boy|=girl|=kid|=mum|=mom|=dad|=husband|=wife|=gran|=nan|=mother|=father|=partner|=child =is # and|who|but
<child>|<adult>|mother|gran $ && ^ # $
=husband|=wife|=mum|=mom|=dad|=son|=daughter|=gran|=nan|=partner|=mother|=father # rolled|fell|twisted|has|had|sprained|hurt|slipped|tripped
she|he [=is] # and|who|but|now|with
she|he [=is] # $
^ [hi|hello|hey] # $ && ^ male|female|man|woman|m|f $
^ # $ && ^ retired|pensioner
# [year|years|y] male|female
^ # [and] f|m|male|female
f|m|male|female # $
# male|female|woman|man|guy|bloke|lady|girl|boy
# =f|=m
<child> [who] # $
<adult> [who] # $
"""

AGE_OF_A_THING = """
shoe|trainer|sneaker|runners|boot|insole|orthotic|bike|injury|sprain|break|fracture|scar|dog|car|watch|splint|brace .. # year|years|month|months [old]
# year|years old .. =this|injury|sprain|break|shoe|trainer|sneaker|boot
like i|im|(i am) # [year|years] [old]
"""

SEX = {
    "f": """
        i female|woman|girl|lady
        i [# year old|# years old|# year|#] mum|mom|mother|grandmother|granny|wife|housewife|nan|gran
        =gal|=woman|=lady|=girl here
        =my [# year old|# years old] <woman> [just|has|=have] =twisted|=rolled|=sprained|=hurt|=fell|=fallen|=injured|=tripped|=slipped|(=went over)
        =my [# year old|# years old] <woman> has|got .. ankle|foot|heel|achilles|limp
        as woman|female
        # [year|years old] female|woman|girl|lady|lass
        # =f
        =f #
        f/ #
        =female runner|athlete|player|here
        ^ =female
        =female $
        ^ woman $
        """,
    "m": """
        i male|man|guy|bloke|lad|boy|fella|dude|chap
        i [# year old|# years old|# year|#] dad|father|grandfather|granda|grandad|husband
        =guy|=man|=lad|=dude|=bloke|=fella|=chap here
        =my [# year old|# years old] <man> [just|has|=have] =twisted|=rolled|=sprained|=hurt|=fell|=fallen|=injured|=tripped|=slipped|(=went over)
        =my [# year old|# years old] <man> has|got .. ankle|foot|heel|achilles|limp
        as man|male
        # [year|years old] male|man|guy|bloke|lad|boy|fella|dude|chap
        # =m
        =m #
        m/ #
        =male runner|athlete|player|here
        ^ =male
        =male $
        ^ man $
        """,
}


@dataclass(frozen=True, slots=True)
class PersonalFact:
    """An age in years or a sex, and the indices of the words that say it."""

    concept: str
    value: str | int
    indices: tuple[int, ...]


def personal_facts(words: Sequence[Word]) -> Iterator[PersonalFact]:
    """Ages and sexes that are named in a text."""
    aged = False
    found = sorted(_book().find(words), key=lambda match: match.indices)
    of_things = {index for match in found if match.meaning == "thing" for index in match.indices}
    for match in found:
        if match.meaning == "thing" or not of_things.isdisjoint(match.indices):
            continue
        if match.meaning != "age":
            yield PersonalFact("sex", match.meaning, match.indices)
            continue
        word = next(words[index] for index in match.indices if words[index].number is not None)
        number = word.number if word.text != "one" else None
        if not aged and number and number.low == number.high and YOUNGEST <= number.low <= OLDEST:
            aged = True
            yield PersonalFact("age", int(number.low), match.indices)


@cache
def _book() -> PhraseBook[str]:
    lines = [("age", AGE), ("thing", AGE_OF_A_THING), *SEX.items()]
    return PhraseBook(
        (variant, meaning)
        for meaning, text in lines
        for line in text.split("\n")
        if line.strip()
        for variant in parse(line)
    )
