"""Every statement of a result rests on facts with their words, and on dated sources."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.case import Case
from bot.dialogue.result import result_message
from bot.knowledge.model import Knowledge, Level
from bot.runtime.practice import practice
from bot.triage.assessment import assess
from bot.triage.facts import Facts
from bot.triage.trace import trace
from tests.triage.conftest import facts_about

YEARS = range(1900, 2100)


def drawn(data: st.DataObject) -> tuple[Knowledge, Facts]:
    base = practice().knowledge
    return base, data.draw(facts_about(base))


@given(st.data())
def test_every_statement_leads_to_words_and_dated_sources(data) -> None:
    base, facts = drawn(data)
    for one in trace(assess(facts, base), facts, base):
        assert one.facts
        assert all(fact.said and fact.turn for fact in one.facts)
        assert one.sources
        assert all(source.year in YEARS for source in one.sources)
        assert (one.level is None) is (one.likelihood is not None)


@given(st.data())
def test_every_reason_and_every_weighed_condition_is_traced(data) -> None:
    base, facts = drawn(data)
    found = assess(facts, base)
    statements = trace(found, facts, base)
    assert [one.about for one in statements if one.level] == [reason.rule for reason in found.reasons]
    weighed = [one.condition.id for one in found.conditions if one.supports or one.against]
    assert [one.about for one in statements if one.likelihood] == weighed


@given(st.data())
def test_the_three_readings_say_the_same(data) -> None:
    _, facts = drawn(data)
    message = result_message(Case(facts=facts, consent="given", turn=3), "conversation", practice())
    payload = dict(message.payload or {})
    levels = [Level(one["level"]) for one in payload["trace"] if one["level"]]
    highest = max(levels, key=lambda level: level.urgency, default=Level.SELF_CARE)
    assert payload["triage"]["level"] == str(highest)
    assert practice().texts(f"result.level.{highest}") in message.text
    assert len(payload["clinician"]) == len(payload["trace"])
    for line, one in zip(payload["clinician"], payload["trace"], strict=True):
        assert all(fact["said"] in line for fact in one["facts"])
        assert all(str(source["year"]) in line for source in one["sources"])
