"""Somebody who writes for another: a parent of a child, or a husband or wife."""

from __future__ import annotations

import random
import re

from bot.evaluation.cases import LabelledCase

ADULT = 18
"""Years from which the person is no child."""

ALREADY_FOR_ANOTHER = re.compile(
    r"\bmy (\w+ )?(son|daughter|kid|child|boy|girl|lads?|lass|wife|husband|partner|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)

PRONOUNS = {"f": ("she", "her", "her"), "m": ("he", "him", "his")}
"""Subject, object, possessive."""

RELATIONS = {("f", True): "daughter", ("m", True): "son", ("f", False): "wife", ("m", False): "husband"}
"""Of whoever the case is about, by sex and by whether it is a child."""

WITH_S = (
    "run walk feel get think need want know take hop limp live play train work put keep hear see stand sit sleep say"
    " hobble guess reckon notice wake start stop press push lift bend wear smoke suppose"
).split()
"""Verbs that take an s after he or she; others are most often in the past."""

IRREGULAR = {
    "am": "is",
    "have": "has",
    "do": "does",
    "don't": "doesn't",
    "haven't": "hasn't",
    "go": "goes",
    "try": "tries",
}


def speaking_for(text: str, case: LabelledCase, _: random.Random) -> str:
    """The text about somebody else; as it is when it is about somebody else already."""
    if is_for_another(case):
        return text
    sex = case.truth.get("sex")
    subject, object_, possessive = PRONOUNS.get(str(sex), ("they", "them", "their"))
    told = _third_person(text, subject, object_, possessive)
    if text != case.opening:
        return told
    return f"I'm writing for my {_relation(case)}. {told[:1].upper()}{told[1:]}"


def is_for_another(case: LabelledCase) -> bool:
    """Whether the case itself is told by somebody else."""
    return case.truth.get("subject") in ("child", "other") or bool(ALREADY_FOR_ANOTHER.search(case.opening))


def is_child(case: LabelledCase) -> bool:
    return (case.truth.get("age") or ADULT) < ADULT


def _relation(case: LabelledCase) -> str:
    child = is_child(case)
    return RELATIONS.get((str(case.truth.get("sex")), child), "child" if child else "partner")


def _third_person(text: str, subject: str, object_: str, possessive: str) -> str:
    singular = subject != "they"

    def verb(found: re.Match[str]) -> str:
        word = found[1]
        if not singular:
            changed = {"am": "are"}.get(word, word)
        else:
            changed = IRREGULAR.get(word, f"{word}s" if word in WITH_S else word)
        return f"{subject} {changed}"

    be, have = ("'s", "'s") if singular else ("'re", "'ve")
    for pattern, put in (
        (r"\b[iI] ?['’]?m\b", f"{subject}{be}"),
        (r"\b[Ii]['’]?ve\b", f"{subject}{have}"),
        (r"\bI(?=['’](?:d|ll)\b)", subject),
    ):
        text = re.sub(pattern, put, text)
    text = re.sub(r"\b[Ii] ([a-z]+(?:'t)?)\b", verb, text)
    text = re.sub(r"\b[Ii]\b(?!\.)", subject, text)
    for pattern, put in (
        (r"\bmy\b", possessive),
        (r"\bmine\b", "hers" if possessive == "her" else possessive),
        (r"\bmyself\b", f"{object_}self"),
        (r"\bme\b", object_),
    ):
        text = re.sub(pattern, put, text, flags=re.IGNORECASE)
    return text
