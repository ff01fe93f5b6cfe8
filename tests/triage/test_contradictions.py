"""Facts that cannot both be so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, State
from bot.triage.contradictions import CONTRARY, contradictions, resolved
from bot.triage.facts import Fact, Facts
from bot.triage.rules import rule_level


def facts_with(one: tuple[str, State, bool], other: tuple[str, State, bool]) -> Facts:
    return Facts.of(Fact(id, state, "words", 1, asked) for id, state, asked in (one, other))


@pytest.mark.parametrize("contrary", CONTRARY, ids=lambda one: f"{one.asked}-{one.other}")
def test_what_excludes_each_other_is_noticed(contrary) -> None:
    facts = facts_with((contrary.asked, contrary.state, False), (contrary.other, contrary.other_state, False))
    assert contrary in contradictions(facts)
    assert resolved(facts) == facts, "free text alone decides nothing"


@pytest.mark.parametrize("contrary", CONTRARY, ids=lambda one: f"{one.asked}-{one.other}")
def test_the_closed_question_decides(contrary) -> None:
    facts = facts_with((contrary.asked, contrary.state, True), (contrary.other, contrary.other_state, False))
    assert set(resolved(facts).by_id) == {contrary.asked}


@given(st.data())
def test_while_it_stands_the_level_is_that_of_the_worse(any_base: Knowledge, some_facts, data) -> None:
    facts = data.draw(some_facts)
    for one in contradictions(facts):
        for spare in (one.asked, one.other):
            assert rule_level(facts, any_base).urgency >= rule_level(facts.without(spare), any_base).urgency


def test_every_id_is_one_of_the_base(any_base: Knowledge) -> None:
    if len(any_base.findings) > 50:
        assert {id for one in CONTRARY for id in (one.asked, one.other)} <= any_base.findings.keys()
