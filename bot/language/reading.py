"""What a reader gives back: mentions of findings and attributes, each with the words it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.language.words import Word

ABILITIES = frozenset(("four_steps_now", "four_steps_after_injury", "single_leg_heel_raise", "hop"))
"""What a person can do: to be without it is the worse. "None" says nothing of it, where a "no" does."""

LASTING = frozenset(
    "four_steps_after_injury previous_ankle_sprain recurrent_sprains previous_fracture previous_stress_fracture "
    "known_ankle_arthritis inflammatory_arthritis_or_psoriasis known_gout diabetes neuropathy cancer_history "
    "osteoporosis recent_surgery_or_immobilised recent_long_travel previous_clot recent_infection fluoroquinolone "
    "steroid_use metalwork bleeding_disorder nsaid_caution cold_sensitivity alcohol_at_injury".split()
)
"""Findings that stay true when they are told in the past tense: "I had gout last year" is known gout."""

ANYWHERE = frozenset(
    "fever systemically_unwell chest_pain_or_breathless saddle_numbness_or_bladder_change back_pain "
    "head_injury_or_collapse high_energy_trauma self_harm_thoughts unsafe_at_home allergic_reaction stroke_signs "
    "headache_or_vision_change both_legs_weak other_injury several_joints weight_loss_or_lump".split()
)
"""Findings of the whole person: an arm or a knee named beside them takes nothing away ("chest pain and a numb arm")."""

Whose = Literal["self", "other"]
Time = Literal["now", "past", "resolved", "hypothetical"]
Certainty = Literal["sure", "hedged"]
Value = str | int

REGIONS = frozenset(
    "lateral medial anterior achilles_mid achilles_insertion posterior_deep heel_plantar deep_joint above_ankle "
    "midfoot_inner midfoot_outer calf shin whole_ankle".split()
)
"""Concepts that are places: they are mentioned as `location`, with the place as the value."""

ATTRIBUTES = frozenset(
    "side onset duration_days severity mechanism age sex subject location".split(),
)
"""Concepts with a value of their own; every other concept is a finding."""


TURNS = frozenset(("rolled_in", "rolled_out", "twist"))
"""Mechanisms that are of the ankle itself."""

CAUSES = frozenset(("fall", "impact"))
"""Mechanisms that may be what made the ankle turn: "slipped on ice and twisted it"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing that was said.

    Attributes:
        concept: a finding, or an attribute: `location`, `side`, `onset`, `mechanism`, `sex`, `subject` (text values),
            `severity` (0–10), `duration_days`, `age` (years).
        value: `present`, `absent` or `unknown` for a finding; the value of an attribute. A finding that has gone is
            `absent` with time `resolved`.
        said: the words of the person.
        start, end: where they stand in the original text, end excluded.
        whose: `other` when it is somebody else's or of another part of the body, not of the ankle this is about.
        time: `now`, `past` (over, before this complaint), `resolved` (of this complaint, gone), `hypothetical`.
        certainty: `hedged` when the person was not sure, or the words are weak ground for the value.
    """

    concept: str
    value: Value
    said: str
    start: int
    end: int
    whose: Whose = "self"
    time: Time = "now"
    certainty: Certainty = "sure"

    @property
    def current(self) -> bool:
        """Whether it tells how the person is now: theirs, and neither past nor imagined."""
        return self.whose == "self" and self.time in ("now", "resolved")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message says.

    Attributes:
        text: the message as typed.
        mentions: in the order of the text.
        denied: values of attributes that were said not to be so ("not the left", "I did not roll it").
        words: the words as understood, for readers that look for more.
        names: what the message speaks of by name, such as conditions. Apart from the mentions, because a name tells
            nothing of the ankle: in "is it gout?" and "no DVT" it is only the subject. Its value, whose and time are
            read as those of a finding.
        well: sides and places that are said to be well, whether or not they are among the mentions too.
    """

    text: str
    mentions: tuple[Mention, ...]
    denied: tuple[Mention, ...]
    words: tuple[Word, ...]
    names: tuple[Mention, ...] = ()
    well: tuple[Mention, ...] = ()

    def current(self, concept: str) -> Iterator[Mention]:
        """Mentions of one concept that tell how the person is now."""
        return (mention for mention in self.mentions if mention.concept == concept and mention.current)

    def state(self, finding: str) -> str | None:
        """`present`, `unknown` or `absent`, the first of these that was said; `None` when nothing was said."""
        said = {mention.value for mention in self.current(finding)}
        return next((state for state in ("present", "unknown", "absent") if state in said), None)

    def attribute(self, name: str) -> Value | None:
        """The value of an attribute: the surest, then the first. `None` when not said.

        Of several scores of pain it is the highest; of a slip and the turn of the ankle that came of it, the turn.
        """
        mentions = list(self.current(name))
        if not mentions:
            return None
        if name == "severity":
            return max(mention.value for mention in mentions if isinstance(mention.value, int))
        surest = min(mentions, key=lambda mention: (mention.certainty == "hedged", mention.start))
        if surest.value in CAUSES:
            turned = (m for m in mentions if m.value in TURNS and m.certainty == surest.certainty)
            surest = min(turned, key=lambda mention: mention.start, default=surest)
        return surest.value

    @property
    def location(self) -> tuple[str, ...]:
        """Regions that were named, in the order of the text, each once."""
        return tuple(dict.fromkeys(str(mention.value) for mention in self.current("location")))

    @property
    def findings(self) -> dict[str, str]:
        """State of every finding that was said to be so or not so now."""
        named = dict.fromkeys(m.concept for m in self.mentions if m.current and m.concept not in ATTRIBUTES)
        return {finding: state for finding in named if (state := self.state(finding))}
