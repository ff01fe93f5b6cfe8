import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, State
from bot.triage.differential import likelihood_ratio, probabilities
from bot.triage.facts import Fact, Facts
from bot.triage.information import worth_of_asking


@given(drawn=st.data())
def test_an_answer_is_never_worth_less_than_nothing_nor_more_than_all_doubt(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    for worth in worth_of_asking(any_base.findings, facts, any_base).values():
        assert 0 <= worth <= doubt(facts, any_base) + 1e-9


@given(drawn=st.data())
def test_what_is_known_is_not_worth_asking(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    asked = [*any_base.findings, "location", "onset", "mechanism", "severity"]
    assert not [name for name in worth_of_asking(asked, facts, any_base) if facts.known(name)]


def test_the_worth_is_the_mean_fall_of_doubt_over_the_answers(base: Knowledge) -> None:
    """The pop is listed by the rupture alone, so the frequencies can be worked out by hand."""
    facts = Facts.of([Fact("location", ("achilles_mid",), "back of the ankle", 1)])
    (evidence,) = [one for one in base.conditions["rupture"].evidence if one.about == "pop_heard"]
    without = (1 - evidence.otherwise) / (evidence.ratio - evidence.otherwise)
    share = probabilities(facts, base)["rupture"]
    chance = share * evidence.ratio * without + (1 - share) * without
    heard, silent = (facts.having(Fact("pop_heard", state, "answer", 2)) for state in (State.PRESENT, State.ABSENT))
    assert likelihood_ratio(evidence, silent) == evidence.otherwise
    left = chance * doubt(heard, base) + (1 - chance) * doubt(silent, base)
    assert worth_of_asking(base.findings, facts, base)["pop_heard"] == pytest.approx(doubt(facts, base) - left)


def test_what_separates_the_leading_conditions_is_worth_most(base: Knowledge) -> None:
    facts = Facts.of([Fact("location", ("achilles_mid",), "the tendon", 1)])
    worth = worth_of_asking(base.findings, facts, base)
    assert worth["pop_heard"] > worth["recent_long_travel"]
    assert "clicking" not in worth


def doubt(facts: Facts, base: Knowledge) -> float:
    shares = probabilities(facts, base)
    return -sum(
        (1 + base.conditions[name].usual_level.urgency) * share * math.log(share) for name, share in shares.items()
    )
