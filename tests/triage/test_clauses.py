import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Is, OneOf, State
from bot.triage.clauses import could_hold, holds, mentioned, open_in, surely, witnesses
from bot.triage.facts import Fact, Facts, Value

STATES = st.sampled_from([State.PRESENT, State.ABSENT, State.UNKNOWN, State.NOT_ASKED])
NAMES = st.sampled_from(["a", "b", "c", "d"])
ATOMS = (
    st.builds(Is, NAMES, st.sampled_from([State.PRESENT, State.ABSENT]))
    | st.builds(OneOf, st.just("onset"), st.sampled_from([("sudden",), ("gradual",), ("sudden", "gradual")]))
    | st.builds(Between, st.just("severity"), st.none() | st.integers(0, 10), st.none() | st.integers(0, 10))
)


def nested(inner: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return (
        st.builds(AllOf, several)
        | st.builds(AnyOf, several)
        | several.flatmap(lambda parts: st.builds(AtLeast, st.integers(1, len(parts)), st.just(parts)))
    )


CLAUSES: st.SearchStrategy[Clause] = st.recursive(ATOMS, nested, max_leaves=8)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys("abcd", STATES),
        "onset": st.sampled_from(["sudden", "gradual", State.UNKNOWN]),
        "severity": st.integers(0, 10) | st.just(State.UNKNOWN),
    },
).map(lambda values: told(**values))


def told(**values: Value) -> Facts:
    return Facts.of(Fact(name, value, "words", 1) for name, value in values.items())


@pytest.mark.parametrize("wanted", [State.PRESENT, State.ABSENT])
def test_an_unknown_finding_satisfies_present_and_absent_alike(wanted: State) -> None:
    assert holds(Is("a", wanted), told(a=State.UNKNOWN))
    assert not surely(Is("a", wanted), told(a=State.UNKNOWN))


@pytest.mark.parametrize("wanted", [OneOf("onset", ("sudden",)), Between("severity", low=8), Between("age", high=17)])
def test_an_unknown_attribute_satisfies_any_value(wanted: Clause) -> None:
    unsure = told(onset=State.UNKNOWN, severity=State.UNKNOWN, age=State.UNKNOWN)
    assert holds(wanted, unsure)
    assert not surely(wanted, unsure)


@given(clause=CLAUSES)
def test_what_was_not_asked_satisfies_nothing_and_leaves_everything_open(clause: Clause) -> None:
    assert not holds(clause, told())
    assert not surely(clause, told())
    assert could_hold(clause, told())


def test_one_of_several_places_is_enough() -> None:
    assert holds(OneOf("location", ("calf", "shin")), told(location=("lateral", "calf")))
    assert not holds(OneOf("location", ("calf", "shin")), told(location=("lateral",)))


@pytest.mark.parametrize(("number", "within"), [(4, False), (5, True), (7, True), (8, False)])
def test_both_ends_of_a_range_are_included(number: int, within: bool) -> None:
    assert holds(Between("severity", 5, 7), told(severity=number)) is within


def test_at_least_counts_its_clauses() -> None:
    two_of = AtLeast(2, (Is("a"), Is("b"), Is("c")))
    assert not holds(two_of, told(a=State.PRESENT, b=State.ABSENT))
    assert holds(two_of, told(a=State.PRESENT, c=State.UNKNOWN))


@given(clause=CLAUSES, facts=FACTS)
def test_what_surely_holds_holds_and_what_holds_could_hold(clause: Clause, facts: Facts) -> None:
    assert holds(clause, facts) or not surely(clause, facts)
    assert could_hold(clause, facts) or not holds(clause, facts)


@given(clause=CLAUSES, facts=FACTS, name=NAMES, state=STATES)
def test_a_further_answer_never_undoes_a_clause(clause: Clause, facts: Facts, name: str, state: State) -> None:
    more = facts if name in facts else facts.having(Fact(name, state, "words", 2))
    assert holds(clause, more) or not holds(clause, facts)


@given(clause=CLAUSES, facts=FACTS)
def test_witnesses_are_enough_and_none_is_spare(clause: Clause, facts: Facts) -> None:
    found = witnesses(clause, facts)
    if not holds(clause, facts):
        assert found == ()
        return
    alone = Facts.of(facts.by_id[name] for name in found)
    assert holds(clause, alone)
    assert set(found) <= set(mentioned(clause))
    for name in found:
        assert not holds(clause, alone.without(name))


def test_witnesses_are_known_answers_where_there_are_some() -> None:
    clause = AnyOf((Is("a"), Is("b"), Is("c")))
    assert witnesses(clause, told(a=State.UNKNOWN, b=State.PRESENT, c=State.PRESENT)) == ("b",)
    assert witnesses(clause, told(a=State.UNKNOWN, b=State.ABSENT)) == ("a",)


@given(clause=CLAUSES, facts=FACTS)
def test_without_the_open_answers_a_clause_that_does_not_hold_never_will(clause: Clause, facts: Facts) -> None:
    open_ids = open_in(clause, facts)
    assert not any(name in facts and facts.by_id[name].value is not State.NOT_ASKED for name in open_ids)
    if not holds(clause, facts) and not open_ids:
        assert not could_hold(clause, facts)


def test_nothing_is_open_in_a_branch_that_cannot_hold_any_more() -> None:
    clause = AnyOf((AllOf((OneOf("onset", ("sudden",)), Is("a"))), Is("b")))
    assert open_in(clause, told(onset="gradual")) == {"b"}
    assert open_in(clause, told()) == {"onset", "a", "b"}
