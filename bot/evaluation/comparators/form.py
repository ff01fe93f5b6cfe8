"""A form in a fixed order: the Ottawa rules with "or" between all items, and the warnings of the source article.

Any sore Ottawa bone, or four steps not taken after the injury or now, is for today, and so is each sign for which the
article sends people to a doctor right away. Everybody else stays at home: like the article, the form has two levels.
Sources: Stiell et al. 1993; the article's list of when to see a doctor right away.
"""

from __future__ import annotations

from bot.knowledge.model import Level, State
from bot.triage.facts import Facts

OTTAWA_BONES = (
    "bone_tender_lateral_malleolus",
    "bone_tender_medial_malleolus",
    "bone_tender_fifth_metatarsal",
    "bone_tender_navicular",
)
STEPS = ("four_steps_after_injury", "four_steps_now")
ARTICLE = ("swelling_not_settling", "bruising", "cannot_bear_weight", "numbness", "tingling")
SEVERE = 8
"""Pain that the article calls severe, 0-10."""

QUESTIONS = len((*OTTAWA_BONES, *STEPS, *ARTICLE)) + 1


def level(facts: Facts) -> Level:
    """The level by the form. A bone that is too sore to tell counts as sore."""
    sore = any(facts.state(bone) in (State.PRESENT, State.UNKNOWN) for bone in OTTAWA_BONES)
    no_steps = any(facts.state(steps) is State.ABSENT for steps in STEPS)
    warned = any(facts.state(sign) is State.PRESENT for sign in ARTICLE) or (facts.number("severity") or 0) >= SEVERE
    return Level.SAME_DAY if sore or no_steps or warned else Level.SELF_CARE
