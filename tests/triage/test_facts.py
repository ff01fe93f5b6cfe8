import json

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, State
from bot.triage.facts import Fact, Facts


@given(drawn=st.data())
def test_facts_survive_the_way_through_json(some_facts: st.SearchStrategy[Facts], drawn: st.DataObject) -> None:
    facts = drawn.draw(some_facts)
    assert Facts.from_json(json.loads(json.dumps(facts.to_json()))) == facts


def test_an_unknown_attribute_comes_back_as_unknown_not_as_text() -> None:
    facts = Facts.from_json(Facts.of([Fact("onset", State.UNKNOWN, "no idea", 1)]).to_json())
    assert facts.by_id["onset"].value is State.UNKNOWN
    assert facts.text("onset") is None


def test_not_sure_in_free_text_is_neither_known_nor_settled() -> None:
    facts = Facts.of([Fact("swelling", State.UNKNOWN, "maybe swollen", 1)])
    assert not facts.known("swelling")
    assert not facts.settled("swelling")


def test_not_sure_to_its_own_question_is_settled_but_not_known() -> None:
    facts = Facts.of([Fact("swelling", State.UNKNOWN, "Not sure", 2, asked=True)])
    assert not facts.known("swelling")
    assert facts.settled("swelling")


def test_a_correction_replaces_and_a_withdrawal_forgets(base: Knowledge) -> None:
    facts = Facts.of([Fact("swelling", State.PRESENT, "swollen", 1)])
    corrected = facts.having(Fact("swelling", State.ABSENT, "no, not swollen", 2))
    assert corrected.state("swelling") is State.ABSENT
    assert facts.state("swelling") is State.PRESENT
    assert corrected.without("swelling").state("swelling") is State.NOT_ASKED


def test_supposing_keeps_the_words() -> None:
    facts = Facts.of([Fact("severity", 3, "about a three", 1, asked=True)])
    assert facts.supposing("severity", 8).by_id["severity"] == Fact("severity", 8, "about a three", 1, asked=True)
