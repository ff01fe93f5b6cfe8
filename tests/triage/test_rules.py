from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.clauses import Atom, atoms
from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Is, Knowledge, Level, OneOf, Rule, State
from bot.triage.clauses import subject
from bot.triage.facts import Fact, Facts, Value
from bot.triage.rules import fired, red_flags, rule_level

SUDDEN = Fact("onset", "sudden", "rolled it", 1)


def test_unknown_counts_as_present_for_ottawa(base: Knowledge) -> None:
    unsure = Facts.of(
        [SUDDEN, Fact("bone_tender_lateral_malleolus", State.UNKNOWN, "too sore to press", 2, asked=True)]
    )
    assert [one.rule.id for one in fired(unsure, base)] == ["ottawa_lateral"]
    assert rule_level(unsure, base) is Level.SAME_DAY


def test_unknown_counts_as_not_able_for_the_four_steps(base: Knowledge) -> None:
    unsure = Facts.of([SUDDEN, *(Fact(name, State.UNKNOWN, "haven't tried", 2) for name in FOUR_STEPS)])
    assert rule_level(unsure, base) is Level.SAME_DAY


FOUR_STEPS = ("four_steps_after_injury", "four_steps_now")


def test_an_ottawa_rule_that_is_all_negative_leaves_other_rules_standing(base: Knowledge) -> None:
    facts = Facts.of(
        [
            SUDDEN,
            *(Fact(name, State.PRESENT, "yes", 2, asked=True) for name in FOUR_STEPS),
            Fact("bone_tender_lateral_malleolus", State.ABSENT, "no", 3, asked=True),
            Fact("bruising", State.PRESENT, "bruised", 1),
        ]
    )
    assert rule_level(facts, base) is Level.SOON


def test_the_most_urgent_rule_comes_first_and_names_its_findings(base: Knowledge) -> None:
    facts = Facts.of(
        [Fact(name, State.PRESENT, "yes", 1) for name in ("bruising", "calf_swelling", "cold_or_pale_foot")]
    )
    assert [(one.rule.id, one.findings) for one in fired(facts, base)] == [
        ("cold", ("cold_or_pale_foot",)),
        ("clot", ("calf_swelling",)),
        ("bruise", ("bruising",)),
    ]
    assert [one.rule.id for one in red_flags(facts, base)] == ["cold", "clot"]


def test_nothing_known_is_no_danger_reported(base: Knowledge) -> None:
    assert fired(Facts.of(), base) == ()
    assert rule_level(Facts.of(), base) is Level.SELF_CARE


@given(drawn=st.data())
def test_a_further_answer_never_lowers_the_level_of_the_rules(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts, more = drawn.draw(some_facts), drawn.draw(some_facts)
    grown = Facts({**more.by_id, **facts.by_id})
    assert rule_level(grown, any_base).urgency >= rule_level(facts, any_base).urgency


@given(drawn=st.data())
def test_a_present_finding_never_lowers_the_level_of_the_rules(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    name = drawn.draw(st.sampled_from(sorted(any_base.findings.keys() - wanted_absent(any_base))))
    worse = facts.having(Fact(name, State.PRESENT, "yes", 9))
    assert rule_level(worse, any_base).urgency >= rule_level(facts, any_base).urgency


@given(drawn=st.data())
def test_not_sure_never_gives_less_care_than_either_answer(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    name = drawn.draw(st.sampled_from(list(any_base.findings)))
    unsure = rule_level(facts.supposing(name, State.UNKNOWN), any_base)
    for state in (State.PRESENT, State.ABSENT, State.NOT_ASKED):
        assert unsure.urgency >= rule_level(facts.supposing(name, state), any_base).urgency


def test_no_combination_of_answers_ends_below_an_emergency_floor(any_base: Knowledge) -> None:
    for rule in emergencies(any_base):
        for answers in combinations_of(rule):
            if may_be_true(rule.when, answers):
                assert rule_level(facts_from(answers), any_base) is Level.EMERGENCY, (rule.id, answers)


def test_the_enumeration_notices_a_rule_that_was_taken_out(any_base: Knowledge) -> None:
    for rule in emergencies(any_base):
        broken = replace(any_base, rules={name: one for name, one in any_base.rules.items() if name != rule.id})
        assert any(
            may_be_true(rule.when, answers) and rule_level(facts_from(answers), broken) is not Level.EMERGENCY
            for answers in combinations_of(rule)
        ), rule.id


@pytest.mark.parametrize("name", ["hot_joint", "tight_leg"])
def test_the_enumeration_notices_a_rule_that_asks_for_more(base: Knowledge, name: str) -> None:
    rule = base.rules[name]
    stricter = replace(rule, when=AllOf(tuple(atoms(rule.when))))
    broken = replace(base, rules={**base.rules, name: stricter})
    assert any(
        may_be_true(rule.when, answers) and rule_level(facts_from(answers), broken) is not Level.EMERGENCY
        for answers in combinations_of(rule)
    )


def emergencies(base: Knowledge) -> list[Rule]:
    return [rule for rule in base.rules.values() if rule.level is Level.EMERGENCY]


def wanted_absent(base: Knowledge) -> set[str]:
    """Findings that are good news when present, such as being able to take four steps."""
    return {
        atom.finding
        for rule in base.rules.values()
        for atom in atoms(rule.when)
        if isinstance(atom, Is) and atom.state is State.ABSENT
    }


Answers = dict[str, Value]


def combinations_of(rule: Rule) -> Iterator[Answers]:
    """Every combination of yes, no, not sure and not asked over what the rule is about."""
    about: dict[str, list[Value]] = {}
    for atom in atoms(rule.when):
        about.setdefault(subject(atom), [State.NOT_ASKED, State.UNKNOWN])
        about[subject(atom)] += [value for value in known_values(atom) if value not in about[subject(atom)]]
    for values in product(*about.values()):
        yield dict(zip(about, values, strict=True))


def known_values(atom: Atom) -> list[Value]:
    if isinstance(atom, Is):
        return [State.PRESENT, State.ABSENT]
    if isinstance(atom, OneOf):
        values: list[Value] = [*atom.values, "something else"]
        return [(value,) for value in values if isinstance(value, str)] if atom.attribute == "location" else values
    low, high = atom.low, atom.high
    return [*([low, low - 1] if low is not None else []), *([high, high + 1] if high is not None else [])]


def facts_from(answers: Answers) -> Facts:
    return Facts.of(Fact(name, value, "answer", 1, asked=True) for name, value in answers.items())


def may_be_true(clause: Clause, answers: Answers) -> bool:
    """A reading written apart from the product's: true for one way in which "not sure" may really be."""
    unsure = [name for name, value in answers.items() if value is State.UNKNOWN]
    possible = [possible_values(clause, name) for name in unsure]
    return any(is_true(clause, {**answers, **dict(zip(unsure, way, strict=True))}) for way in product(*possible))


def possible_values(clause: Clause, name: str) -> list[Value]:
    return list(dict.fromkeys(value for atom in atoms(clause) if subject(atom) == name for value in known_values(atom)))


def is_true(clause: Clause, answers: Answers) -> bool:
    match clause:
        case Is(name, state):
            return answers[name] == state
        case OneOf(name, values):
            value = answers[name]
            return bool(set(value if isinstance(value, tuple) else (value,)) & set(values))
        case Between(name, low, high):
            value = answers[name]
            return isinstance(value, int) and value in range(low or 0, (10_000 if high is None else high) + 1)
        case AllOf(parts):
            return sum(is_true(part, answers) for part in parts) == len(parts)
        case AnyOf(parts):
            return sum(is_true(part, answers) for part in parts) > 0
        case AtLeast(count, parts):
            return sum(is_true(part, answers) for part in parts) >= count
