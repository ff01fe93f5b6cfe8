"""What is said along with something else: who is stiff in the morning has said that it is stiff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.language.reading import Mention, Value

SAYS: Mapping[tuple[str, object], tuple[tuple[str, Value], ...]] = {
    ("morning_stiffness", "present"): (("stiffness", "present"),),
    ("long_morning_stiffness", "present"): (("morning_stiffness", "present"), ("stiffness", "present")),
    ("swelling_not_settling", "present"): (("swelling", "present"),),
    ("swelling_not_settling", "absent"): (("swelling", "present"),),
    ("sole_bruise", "present"): (("bruising", "present"),),
    ("spreading_redness", "present"): (("redness_warmth", "present"), ("worsening", "present")),
    ("black_skin", "present"): (
        ("redness_warmth", "present"),
        ("spreading_redness", "present"),
        ("worsening", "present"),
    ),
    ("touch_unbearable", "present"): (("tenderness", "present"),),
    ("night_pain", "present"): (("rest_pain", "present"),),
    ("cannot_bear_weight", "present"): (("four_steps_now", "absent"),),
    ("cannot_bear_weight", "absent"): (("four_steps_now", "present"),),
    ("four_steps_now", "absent"): (("cannot_bear_weight", "present"),),
    ("single_leg_heel_raise", "absent"): (("weakness_push_off", "present"),),
    ("single_leg_heel_raise", "present"): (("weakness_push_off", "absent"),),
    ("mechanism", "rolled_in"): (("onset", "sudden"),),
    ("mechanism", "rolled_out"): (("onset", "sudden"),),
    ("mechanism", "twist"): (("onset", "sudden"),),
    ("mechanism", "fall"): (("onset", "sudden"),),
    ("mechanism", "impact"): (("onset", "sudden"),),
    ("mechanism", "push_off"): (("onset", "sudden"),),
    ("pop_heard", "present"): (("onset", "sudden"),),
    ("bite_or_sting", "present"): (("onset", "sudden"),),
    ("snake_bite", "present"): (("bite_or_sting", "present"), ("onset", "sudden")),
    ("bone_tender_lateral_malleolus", "present"): (("tenderness", "present"),),
    ("bone_tender_medial_malleolus", "present"): (("tenderness", "present"),),
    ("bone_tender_fifth_metatarsal", "present"): (("tenderness", "present"),),
    ("bone_tender_navicular", "present"): (("tenderness", "present"),),
    ("bone_tender_proximal_fibula", "present"): (("tenderness", "present"),),
    ("bone_tender_other", "present"): (("tenderness", "present"),),
}
"""What the words of one mention say besides. Never against what the person said in so many words."""

RULES_OUT: dict[str, tuple[str, ...]] = {
    "swelling": ("swelling_not_settling",),
    "stiffness": ("morning_stiffness", "long_morning_stiffness"),
    "morning_stiffness": ("long_morning_stiffness",),
    "bite_or_sting": ("snake_bite",),
}
"""What cannot be where a finding is absent. Nobody said it, so it is no mention: it only need not be asked any more."""


def implied(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Mentions that others carry with them, where nothing was said of those concepts.

    An injury that is told before "it gradually got worse" began all the same when it happened.
    """
    mentions = list(mentions)
    said = {mention.concept for mention in mentions}
    onset = min((mention.start for mention in mentions if mention.concept == "onset"), default=0)
    for mention in mentions:
        for concept, value in SAYS.get((mention.concept, mention.value), ()):
            if concept not in said or (concept == "onset" and mention.current and mention.start < onset):
                yield replace(mention, concept=concept, value=value)
