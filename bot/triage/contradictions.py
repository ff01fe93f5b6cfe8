"""Facts that cannot both be so. They are noticed and asked about; until then the worse of the two counts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.model import State
from bot.triage.facts import Facts


@dataclass(frozen=True)
class Contradiction:
    """Two facts that exclude each other.

    Attributes:
        asked: the finding whose closed question decides.
        state: its state that is at odds with the other fact.
        other, other_state: the fact that has to go if the closed question is answered with `state`.
    """

    asked: str
    state: State
    other: str
    other_state: State

    def stands(self, facts: Facts) -> bool:
        return facts.state(self.asked) is self.state and facts.state(self.other) is self.other_state


CONTRARY = (
    Contradiction("four_steps_now", State.PRESENT, "cannot_bear_weight", State.PRESENT),
    Contradiction("hop", State.PRESENT, "cannot_bear_weight", State.PRESENT),
    Contradiction("hop", State.PRESENT, "four_steps_now", State.ABSENT),
    Contradiction("single_leg_heel_raise", State.PRESENT, "weakness_push_off", State.PRESENT),
    Contradiction("swelling", State.ABSENT, "swelling_not_settling", State.PRESENT),
    Contradiction("stiffness", State.ABSENT, "long_morning_stiffness", State.PRESENT),
    Contradiction("open_wound", State.ABSENT, "heavy_bleeding", State.PRESENT),
)
"""By what the words mean; no source is needed to know that who hops can stand."""


def contradictions(facts: Facts) -> tuple[Contradiction, ...]:
    """Those that stand, in the order of `CONTRARY`."""
    return tuple(one for one in CONTRARY if one.stands(facts))


def resolved(facts: Facts) -> Facts:
    """The facts without what a closed question has decided against."""
    for one in contradictions(facts):
        if facts.by_id[one.asked].asked and not facts.by_id[one.other].asked:
            facts = facts.without(one.other)
    return facts
