"""Whether a typed answer is plain enough to decide about an emergency.

Reading free text is sometimes wrong. Where a wrong reading could close an emergency, only an answer that says nothing
else counts: a bare yes or no, an option's own words, a number. Everything else is asked again in other words.
"""

from __future__ import annotations

import re

from bot.dialogue.utterance import Choice
from bot.knowledge.model import Question

_NO = re.compile(
    r"(no+|n|nope|nah|non|none|nothing|neither|negative|not? at all|absent)"
    r"([\s,.!]+(no+|nope|nah|none|nothing|neither|thanks?|thank you|not? at all|mate|sorry))*"
    r"([\s,.!]+(it (is|does)n'?t|i (do|have)n'?t))*"
    r"([\s,.!]+(of|any of|to any of|to all of)?\s*(these|those|them|that|it|all|the above|this))*"
)
_YES = re.compile(
    r"(y|ye|yes+|yeah|yea|yep|yup|sure is|it is|it does|i do|i have|correct|right|true|present|definitely|absolutely)"
    r"([\s,.!]+(yes|yeah|it (is|does|has)|i (do|have|am)|please|sadly|afraid so|definitely))*"
    r"([\s,.!]+(a (bit|little)|very|really|much so))*"
)
_EDGES = " \t\n.,!;:()'\""


def is_plain(text: str, choice: Choice, question: Question) -> bool:
    """Whether the text says the choice and nothing else."""
    if choice.number is not None:
        return True
    words = _tidy(text)
    if names_an_option(text, question) or re.fullmatch(r"[\d\s,]+(and \d+)?", words):
        return True
    if choice.options in (("none",), ("absent",), ("no",)):
        return denies_plainly(text)
    if choice.options in (("present",), ("yes",)):
        return bool(_YES.fullmatch(words))
    return question.kind == "multiple"  # a sign that is named raises the level; that needs no proof


def names_an_option(text: str, question: Question) -> bool:
    """Whether the text is the label or the id of an option."""
    return _tidy(text) in {_tidy(option.label) for option in question.options} | {
        option.id for option in question.options
    }


def denies_plainly(text: str) -> bool:
    """Whether the text is a no and nothing else."""
    return bool(_NO.fullmatch(_tidy(text)))


def _tidy(text: str) -> str:
    return text.lower().replace("’", "'").strip(_EDGES)
