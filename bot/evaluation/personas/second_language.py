"""Somebody who learnt English late: short, no articles, few tenses, and no idioms.

What is said stays the same: denials are kept, and the time of "was" and "had" too.
"""

from __future__ import annotations

import random
import re

from bot.evaluation.cases import LabelledCase

PLAIN = (
    (r"\b(went|gone|going|goes|go) over on\b", "turn"),
    (r"\brolled (over )?on\b", "turn"),
    (r"\b(came|come) off (a|the|my)\b", "fall from"),
    (r"\bout of (nowhere|the blue)\b", "suddenly"),
    (r"\b(killing me|agony|excruciating)\b", "very strong pain"),
    (r"\b(kills|killing)\b", "hurts very much"),
    (r"\b(the size of|like) an? (egg|golf ball|tennis ball|grapefruit|balloon|melon)\b", "very big"),
    (r"\b(ballooned|puffed up|blew up)\b", "swollen"),
    (r"\bpins and needles\b", "tingling"),
    (r"\b(gives way|giving way|gives out)\b", "is not stable"),
    (r"\b(first thing|first thing in the morning)\b", "in morning"),
    (r"\b(kind of|sort of|a bit|pretty much|basically|honestly|tbh|just)\b ?", ""),
    (r"\bcan barely\b", "almost no can"),
    (r"\b(niggle|niggly|niggling)\b", "small pain"),
)
"""Idioms, and what a learner knows instead."""

BROKEN = (
    (r"\b(can['’]?t|cannot|can not)\b", "no can"),
    (r"\b(couldn['’]?t)\b", "could not"),
    (r"\b(doesn['’]?t|don['’]?t)\b", "not"),
    (r"\b(didn['’]?t)\b", "not did"),
    (r"\b(isn['’]?t|aren['’]?t)\b", "is not"),
    (r"\b(wasn['’]?t|weren['’]?t)\b", "was not"),
    (r"\b([Ii])['’]ve\b", r"\1 have"),
    (r"\b([Ii])['’]m\b", r"\1 am"),
    (r"\b[Ii]t['’]s\b", "is"),
    (r"\b(\w+) (day|week|month|year|hour)s? ago\b", r"before \1 \2"),
    (r"\b(day|week|month|year|hour)s\b", r"\1"),
    (r"\b(rolled|twisted|turned|stepped|landed)\b", lambda found: re.sub(r"p?ed$", "", found[1])),
    (r"\bfell\b", "fall"),
    (r"\bheard\b", "hear"),
    (r"\b(the|an|a) ", ""),
    (r"\b(really|super|extremely) (?=\w)", "very "),
    (r",? (and|but) (?=(I|it|my|now|today)\b)", ". "),
    (r"  +", " "),
)
"""Typical errors, in this order."""


def second_language(text: str, case: LabelledCase, _: random.Random) -> str:
    """The text in broken English; the first message says hello and asks for help."""
    told = text
    for pattern, put in (*PLAIN, *BROKEN):
        told = re.sub(pattern, put, told, flags=re.IGNORECASE)
    told = told.strip()
    return f"Hello, sorry for my english. {told}" if text == case.opening else told
