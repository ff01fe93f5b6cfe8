import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, State
from bot.triage.differential import WORDS, Candidate, differential, likely, probabilities
from bot.triage.facts import Fact, Facts, Value


def told(**values: Value) -> Facts:
    return Facts.of(Fact(name, value, "words", 1) for name, value in values.items())


def candidate(name: str, facts: Facts, base: Knowledge) -> Candidate:
    return next(one for one in differential(facts, base) if one.condition.id == name)


def test_without_answers_the_priors_stand(base: Knowledge) -> None:
    total = sum(condition.prior for condition in base.conditions.values())
    expected = {name: condition.prior / max(total, 1) for name, condition in base.conditions.items()}
    assert probabilities(Facts.of(), base) == pytest.approx(expected)


@given(drawn=st.data())
def test_probabilities_leave_room_for_what_the_base_does_not_know(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    total = sum(probabilities(drawn.draw(some_facts), any_base).values())
    known = sum(condition.prior for condition in any_base.conditions.values())
    assert total <= 1 + 1e-9
    assert total == pytest.approx(1) or known < 1


@given(drawn=st.data())
def test_unknown_says_as_little_as_not_asked(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    name = drawn.draw(st.sampled_from([*any_base.findings, "location", "onset", "severity"]))
    assert probabilities(facts.supposing(name, State.UNKNOWN), any_base) == probabilities(facts.without(name), any_base)


def test_an_answer_multiplies_the_odds_by_its_likelihood_ratio(base: Knowledge) -> None:
    before = probabilities(Facts.of(), base)
    after = probabilities(told(pop_heard=State.PRESENT), base)
    assert after["rupture"] / after["sprain"] == pytest.approx(10 * before["rupture"] / before["sprain"])


def test_any_place_that_a_condition_is_felt_counts(base: Knowledge) -> None:
    assert probabilities(told(location=("calf", "lateral")), base)["sprain"] > probabilities(Facts.of(), base)["sprain"]


@pytest.mark.parametrize(("days", "supported"), [(13, False), (14, True), (200, True)])
def test_a_number_counts_when_it_is_in_the_range(base: Knowledge, days: int, supported: bool) -> None:
    found = candidate("tendinopathy", told(location=("achilles_mid",), duration_days=days), base)
    assert ("duration_days" in found.supports) is supported
    assert ("duration_days" in found.against) is not supported


def test_what_speaks_for_and_against_is_named_strongest_first(base: Knowledge) -> None:
    facts = told(location=("lateral",), onset="sudden", swelling=State.PRESENT, morning_stiffness=State.PRESENT)
    sprain = candidate("sprain", facts, base)
    assert sprain.supports == ("location", "onset", "swelling")
    assert sprain.against == ("morning_stiffness",)


def test_a_denial_can_speak_for_a_condition(base: Knowledge) -> None:
    assert "hop" in candidate("stress_fracture", told(hop=State.ABSENT, location=("medial",)), base).supports


def test_one_answer_never_makes_a_condition_likely(base: Knowledge) -> None:
    one = candidate("tendinopathy", told(morning_stiffness=State.PRESENT), base)
    assert one.probability >= WORDS.likely
    assert one.likelihood == "possible"
    two = candidate("tendinopathy", told(morning_stiffness=State.PRESENT, location=("achilles_mid",)), base)
    assert two.likelihood == "likely"


def test_what_must_not_be_missed_stays_in_view_while_more_speaks_for_it_than_against(base: Knowledge) -> None:
    """However improbable it is, beside something common that fits better."""
    facts = told(location=("achilles_mid",), morning_stiffness=State.PRESENT)
    rupture = candidate("rupture", facts, base)
    assert rupture.probability < WORDS.listed
    assert rupture.balance > 0
    assert rupture.likelihood == "less_likely"


def test_one_answer_for_it_and_others_against_do_not_keep_it_in_view(base: Knowledge) -> None:
    facts = told(location=("achilles_mid",), onset="gradual", morning_stiffness=State.PRESENT, pop_heard=State.ABSENT)
    assert "rupture" not in [one.condition.id for one in differential(facts, base)]


def test_what_nothing_speaks_for_is_left_out(base: Knowledge) -> None:
    facts = told(location=("achilles_mid",), onset="gradual", morning_stiffness=State.PRESENT, pop_heard=State.ABSENT)
    assert "dvt" not in [one.condition.id for one in differential(facts, base)]


@given(drawn=st.data())
def test_the_likely_ones_are_those_of_the_differential(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    assert likely(facts, any_base) == tuple(one for one in differential(facts, any_base) if one.likelihood == "likely")


@given(drawn=st.data())
def test_the_most_probable_comes_first_and_alternatives_are_always_named(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    found = differential(drawn.draw(some_facts), any_base)
    shares = [one.probability for one in found]
    assert shares == sorted(shares, reverse=True)
    assert len(found) >= min(WORDS.at_least, len(any_base.conditions))
