"""What a case tells in its own words only: findings for which the format of the facts has no place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

TOLD: dict[str, str] = {
    "alcohol_at_injury": r"pints at the time|i was drunk|had been drinking|after (a few|some) (beers|drinks|pints)",
    "allergic_reaction": r"hives|(lips|face|throat|tongue) .{0,20}swell|swollen (lips|face|throat)",
    "bleeding_disorder": r"h(a)?emophilia|von willebrand|bleeding disorder",
    "broken_skin": r"blisters?|grazed?|skinned|scraped|scratched|(small|little|tiny) (cut|hole|wound)s?",
    "dark_urine": r"(pee|wee|urine) .{0,25}(cola|coke|brown|dark|tea)|(dark|brown) (pee|wee|urine)",
    "first_step_pain": r"first steps",
    "headache_or_vision_change": r"head('s| is)? banging|(bad|pounding|splitting) headache|flashing lights|blurr",
    "metalwork": r"(the|my) plate|plate (and|in)|plated|screws|metalwork",
    "long_morning_stiffness": (r"((an|one|two) hours? (or more )?(to|before|until|till)|for (an|half an|two) hours?)"),
    "other_injury": (
        r"(it's my|my other|my) (wrist|knee|elbow|shoulder|hip|hand|ribs?)('s)?"
        r" .{0,12}(swollen|hurts|sore|agony|killing|bruised|as well|that)"
    ),
    "pain_moving_toes": r"(pull|move|bend)(s|ing)? (my |the |his |her )*(big )?toes? .{0,30}(roof|scream|agony|hurts)",
    "self_harm_thoughts": (
        r"end it all|kill myself|better off dead|end my life|(no|not|don't) .{0,20}point in"
        r" (being here|living|going on)|(don't|do not) want to be here"
    ),
    "sole_bruise": r"bruise? .{0,20}(sole|under(neath)? (my |the )?foot)|(sole|underside) .{0,20}(bruise|purple)",
    "spreading_redness": r"(red|pink) (bit|patch|area|part)('s| is)? .{0,10}bigger|redness .{0,20}spread|red streak",
    "stroke_signs": r"(face|mouth) .{0,20}droop|slurr",
    "tendon_gap": r"(gap|dip|dent) .{0,20}(tendon|achilles)",
    "touch_unbearable": r"(sock|sheet|duvet|blanket)s? (touching|hurts|is (murder|impossible))|stand the (sheet|duvet)",
}
"""Finding → how the authors of cases say it."""

SHALLOW = "broken_skin"
DEEP = re.compile(
    r"\b(deep|gash\w*|gaping|flap|stitch\w*|opened|sliced|split|laceration|keeps coming"
    r"|(white|see|to) (the )?bone|(bone|tendon) (is )?(showing|visible|sticking))\b"
)
"""A wound of the format is any wound; Malleo asks about a deep one and a shallow one apart."""

BEFORE, AFTER = (
    re.compile(r"\b(no|not|never|without|isn'?t|don'?t)\b[^.,;]{0,20}$"),
    re.compile(r"^ ?(was |were )?(removed|out)"),
)
"""What takes it back: words before it in the same breath, or just after it."""


def is_shallow(texts: Iterable[str]) -> bool:
    """Whether a wound that the texts tell of is a blister, a graze or a bite, and nothing speaks of a deep one."""
    words = " . ".join(texts).lower().replace("’", "'")
    return bool(re.search(rf"\b({TOLD[SHALLOW]}|nips?|nipped|bit|bite|bitten|holes?)\b", words)) and not DEEP.search(
        words
    )


def told_in_words(texts: Iterable[str]) -> Iterator[str]:
    """The findings that the texts tell of; a denial tells nothing."""
    words = " . ".join(texts).lower().replace("’", "'")
    for finding, pattern in TOLD.items():
        for found in re.finditer(rf"\b({pattern})", words):
            if not BEFORE.search(words[: found.start()]) and not AFTER.search(words[found.end() :]):
                yield finding
                break
