from __future__ import annotations

import json

import pytest
from generated import CLAUSES
from hypothesis import given

from bot.knowledge.clauses import ClauseError, attributes_of, findings_of, from_json, parse, to_json
from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Is, OneOf, State


@given(CLAUSES)
def test_a_clause_comes_back_from_json_as_it_went(clause: Clause) -> None:
    assert from_json(json.loads(json.dumps(to_json(clause)))) == clause


@given(CLAUSES)
def test_every_name_in_a_clause_is_a_finding_or_an_attribute_of_it(clause: Clause) -> None:
    written = json.dumps(to_json(clause))
    assert all(f'"{name}"' in written for name in (*findings_of(clause), *attributes_of(clause)))
    assert len(set(findings_of(clause))) == len(findings_of(clause))


@pytest.mark.parametrize(
    ("written", "clause"),
    [
        ("deformity", Is("deformity")),
        ({"present": "deformity"}, Is("deformity")),
        ({"absent": "hop"}, Is("hop", State.ABSENT)),
        ({"onset": "sudden"}, OneOf("onset", ("sudden",))),
        ({"location": ["lateral", "calf"]}, OneOf("location", ("lateral", "calf"))),
        ({"severity": {"at_least": 8}}, Between("severity", 8, None)),
        ({"duration_days": {"at_most": "10"}}, Between("duration_days", None, 10)),
        ({"age": {"at_least": 55, "at_most": 80}}, Between("age", 55, 80)),
        (["a", "b"], AllOf((Is("a"), Is("b")))),
        ({"all": ["a"]}, AllOf((Is("a"),))),
        ({"any": ["a", ["b", "c"]]}, AnyOf((Is("a"), AllOf((Is("b"), Is("c")))))),
        ({"at_least": {"count": 2, "of": ["a", "b", "c"]}}, AtLeast(2, (Is("a"), Is("b"), Is("c")))),
    ],
)
def test_each_form_of_a_clause_is_read(written: object, clause: Clause) -> None:
    assert parse(written) == clause


@pytest.mark.parametrize(
    "written",
    [
        "",
        None,
        7,
        {},
        [],
        {"all": []},
        {"any": "a"},
        {"present": ["a", "b"]},
        {"onset": []},
        {"onset": None},
        {"onset": "sudden", "side": "left"},
        {"severity": {}},
        {"severity": {"above": 3}},
        {"severity": {"at_least": "much"}},
        {"severity": {"at_least": None}},
        {"severity": {"at_least": 8, "at_most": 3}},
        {"at_least": ["a", "b"]},
        {"at_least": {"count": 0, "of": ["a"]}},
        {"at_least": {"count": 3, "of": ["a", "b"]}},
    ],
)
def test_what_is_no_clause_is_refused_with_a_mend(written: object) -> None:
    with pytest.raises(ClauseError) as refusal:
        parse(written)
    assert all(fault.what and fault.mend for fault in refusal.value.faults)


def test_all_that_is_wrong_in_a_clause_is_told_at_once() -> None:
    with pytest.raises(ClauseError) as refusal:
        parse({"all": [{"any": []}, "fine", {"severity": {"at_least": "x"}}]})
    assert len(refusal.value.faults) == 2


def test_findings_and_attributes_stand_in_the_order_of_the_clause() -> None:
    clause = parse(["b", {"any": ["a", {"onset": "sudden"}, "b"]}, {"age": {"at_least": 3}}])
    assert findings_of(clause) == ("b", "a")
    assert attributes_of(clause) == ("onset", "age")
