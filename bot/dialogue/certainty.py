"""Whether a typed answer is plain enough to decide about an emergency.

Reading free text is sometimes wrong. Where a wrong reading could close an emergency, only an answer that says nothing
else counts: a bare yes or no, an option's own words, a number. Everything else is asked again in other words.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from bot.dialogue.utterance import Choice
from bot.knowledge.model import Question
from bot.language.options import only_numbers
from bot.language.spelling import POLAR, common_words

_NO = re.compile(
    r"(no+|n|nope|nah|non|none|nothing|neither|negative|not? at all|absent|nothing like that|not that i know( of)?"
    r"|naw|nay|nil|nada|zilch|nowt"
    r"|no (problems?|issues?|conditions?|health problems?|emergency)|all (fine|good|clear)|0|zero"
    r"|((all|definitely|absolutely|certainly|god|hell|thankfully)[\s,]+)(no|none|not)"
    r"|(not|none of) (these|those|them|that)( things?| stuff| shit)?|not any( of (these|those|them))?"
    r"|(no,? )?i (don'?t|do not) have any( of (these|those|them))?|(i )?have none( of (these|those|them))?"
    r"|none (of (these|those|them) )?(apply|applies|fit|fits)( to me)?"
    r"|(i'?m |i am )?(healthy|fit and well|all good))"
    r"([\s,.!]+(no+|nope|nah|none|nothing|neither|thanks?|thank you|not? at all|mate|sorry))*"
    r"([\s,.!]+(definitely|absolutely|certainly|really|sure(ly)?) not)?"
    r"([\s,.!]+(it (is|does)n'?t|i (do|have)n'?t|to (all|any|everything)))*"
    r"([\s,.!]+none of (these|those|them))?([\s,.!]+(apply|applies|fit|fits)( to me)?)?"
    r"([\s,.!]+(of|any of|to any of|to all( of)?)?\s*(these|those|them|that|it|all|the above|this))*"
)
_YES = re.compile(
    r"(y|ye|yes+|yeah|yea|yep|yup|sure is|it is|it does|i do|i have|correct|right|true|present|definitely|absolutely)"
    r"([\s,.!]+(yes|yeah|it (is|does|has)|i (do|have|am)|please|sadly|afraid so|definitely))*"
    r"([\s,.!]+(a (bit|little)|very|really|much so))*"
)
_BEFORE = re.compile(
    r"((um+|er+|hm+|oh|well|ok(ay)?|right|so|luckily|thankfully|thank god|honestly|lol|haha|bro|mate)[\s,.!]+"
    r"|(let me (think|see)|i('d| would) say)[\s,.!]+)+"
)
_FEELING = (
    r"(awful|horrible|terrible|painful|sore|annoying|agony|scary|frustrating|not (a|that) (big deal|bad)|no big deal)"
)
_AFTER = re.compile(
    rf"([\s,.!]+(but |and )?(it('?s| is)( just| really| so| very| still)* {_FEELING}"
    r"|it( just| really| still)* hurts( a lot| so much)?"
    r"|thank(s| you)( so| very)?( much)?|thank god|luckily|thankfully|phew|honestly|mate|bro|lol|haha"
    r"|(it'?s |its )?(just|only) (a bit |a little |really |very )?(sore|swollen|painful|stiff|puffy|achy)"
    r"|so far|dear|for (fuck'?s|god'?s|goodness) sake|(you )?(idiot|stupid bot|robot)"
    r"|(just )?limping|with a limp|just about|slowly|but (it|that) hurts"
    r"|as far as i (can )?(tell|see|know)|i'?m( so| really| just)* (scared|worried)))+"
)
"""Asides: what people say beside an answer that neither adds to it nor takes from it."""

_DOUBTS = re.compile(
    r"\b(maybe|perhaps|possibly|but|except|only|apart|besides|wait|well|everything|all over|can'?t|cannot|could ?n'?t"
    r"|sort of|kind of|a bit|a little|sometimes|though|hard to|reach|actually|idea|sure)\b"
)
"""Words that may turn a "no" with more behind it into something else."""

_REFUSES = re.compile(
    r"\b((do ?n'?t|do not|not|never) (agree|consent|accept|want|ok|okay|store|save|keep)"
    r"|refuse|disagree|rather not|no way|no deal|absolutely not|not happy with)\b"
)
_NO_MATTER = re.compile(r"\bno (problem|problems|worries|objections?|bother)\b")

MOST_SLIPS = 2
"""In one word: letters that are wrong, missing, added or swapped."""

SHORTEST = 4
"""Letters of a word that may be a slip: with fewer, one letter makes another word."""

_EDGES = " \t\n.,!;:()'\""


def is_plain(text: str, choice: Choice, question: Question) -> bool:
    """Whether the text says the choice and nothing else."""
    if choice.number is not None:
        return True
    words = _tidy(text)
    named = option_named(text, question)
    if named is not None:
        return named in choice.options
    if only_numbers(words):
        return True
    if choice.options in (("none",), ("absent",), ("no",)):
        return denies_plainly(text) or repeats_the_denial(text, question)
    if choice.options in (("present",), ("yes",)):
        return bool(_YES.fullmatch(words))
    if re.search(r"\bno[t]?\b", words) and re.search(r"\d", words):
        return False  # "no, it is 9" corrects something and picks nothing
    return question.kind == "multiple"  # a sign that is named raises the level; that needs no proof


def repeats_the_denial(text: str, question: Question) -> bool:
    """Whether it is a no that repeats the word asked about: "no, it is not swollen" to "is the calf swollen?"."""
    said = _REPEATED.fullmatch(_tidy(text))
    return (
        said is not None
        and question.kind == "single"
        and said.group("word") in re.findall(r"[a-z]+", question.wording.lower())
    )


_REPEATED = re.compile(
    r"(no+|nope|nah)[\s,.!]+(it|they|(the|my) (foot|calf|ankle|leg))('s| is|s| are) not"
    r"( at all| really)? (?P<word>[a-z]+)"
)


def names_an_option(text: str, question: Question) -> bool:
    """Whether the text is the label of one option, with a slip or two, or its id."""
    return option_named(text, question) is not None


def option_named(text: str, question: Question) -> str | None:
    """Id of the option that the text names; `None` when it is none, or may be several."""
    words = _tidy(text)
    for option in question.options:
        if words in (_tidy(option.label), option.id):
            return option.id
    close = [option.id for option in question.options if _is_misspelt(words, _tidy(option.label))]
    return close[0] if len(close) == 1 else None


def is_an_option(text: str, question: Question) -> bool:
    """Whether the text is the label of an option and not one word more."""
    return text.strip(_EDGES).casefold() in {option.label.strip(_EDGES).casefold() for option in question.options}


def _is_misspelt(text: str, label: str) -> bool:
    """Whether the text is the label with slips.

    An English word is no slip: "one of these" is not "none of these".
    """
    typed, meant = text.split(), label.split()
    return len(typed) == len(meant) and all(
        one == other or (_is_no_word(one) and OSA.distance(one, other) <= MOST_SLIPS)
        for one, other in zip(typed, meant, strict=True)
    )


def _is_no_word(word: str) -> bool:
    return len(word) >= SHORTEST and word not in common_words() | POLAR


def denies_plainly(text: str) -> bool:
    """Whether the text is a no and nothing else."""
    return bool(_NO.fullmatch(_tidy(text)))


def may_mean_more(text: str) -> bool:
    """Whether a no has words beside it that may take something of it back."""
    return not denies_plainly(text) and bool(_DOUBTS.search(text.lower().replace("’", "'")))


def without_asides(text: str) -> str:
    """The text in lower case without what people say beside an answer: "yes, but it's no big deal" is "yes"."""
    return _tidy(text)


def refuses(text: str) -> bool:
    """Whether the text says no to carrying on, plainly or in many words."""
    words = text.lower().replace("’", "'")
    return not _NO_MATTER.search(words) and (denies_plainly(text) or bool(_REFUSES.search(words)))


def _tidy(text: str) -> str:
    """The text in lower case, without asides and without signs at its ends."""
    words = text.lower().replace("’", "'").strip(_EDGES)
    before = _BEFORE.match(words)
    words = words[before.end() :] if before else words
    for after in _AFTER.finditer(words):
        if after.end() == len(words):
            words = words[: after.start()]
    return words.strip(_EDGES)
