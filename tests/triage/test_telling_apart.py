"""When two conditions stay close."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, State
from bot.triage.differential import differential
from bot.triage.facts import Fact, Facts
from bot.triage.telling_apart import CLOSE, TELLING, undecided


def told(**values: object) -> Facts:
    return Facts.of(Fact(id, value, "words", 1) for id, value in values.items())  # type: ignore[arg-type]


def found(facts: Facts, base: Knowledge):
    return undecided(differential(facts, base), facts, base)


def test_two_that_stay_close_are_named_with_what_would_part_them(base: Knowledge) -> None:
    close = found(told(swelling=State.UNKNOWN), base)
    assert close is not None
    assert {close.one, close.other} == {"sprain", "tendinopathy"}
    assert close.would_tell[0] == "morning_stiffness"


def test_one_that_leads_clearly_is_not_doubted(base: Knowledge) -> None:
    facts = told(location=("achilles_mid",), onset="gradual", morning_stiffness=State.PRESENT, duration_days=30)
    assert found(facts, base) is None


def test_what_is_known_or_would_do_harm_is_not_named(base: Knowledge) -> None:
    close = found(told(morning_stiffness=State.PRESENT, swelling=State.PRESENT), base)
    assert close is None or not {"morning_stiffness", "swelling"} & set(close.would_tell)


@given(st.data())
def test_each_answer_named_moves_the_odds_between_the_two(any_base: Knowledge, some_facts, data) -> None:
    facts = data.draw(some_facts)
    candidates = differential(facts, any_base)
    close = undecided(candidates, facts, any_base)
    if close is None:
        return
    assert candidates[1].probability >= CLOSE * candidates[0].probability
    for id in close.would_tell:
        odds = [_odds(facts.supposing(id, state), close, any_base) for state in (State.PRESENT, State.ABSENT)]
        now = _odds(facts, close, any_base)
        assert max(abs(one - now) for one in odds) >= TELLING - 1e-9


def _odds(facts: Facts, close, base: Knowledge) -> float:
    from bot.triage.differential import probabilities

    shares = probabilities(facts, base)
    return math.log(shares[close.one] / shares[close.other])
