from __future__ import annotations

import pytest

from bot.knowledge.clauses import parse
from bot.knowledge.in_words import in_words
from bot.knowledge.model import Knowledge
from bot.knowledge.show import UnknownId, describe


def said(knowledge: Knowledge, id: str, heading: str) -> list[str]:
    return [text for name, text in describe(knowledge, id) if name == heading]


def test_a_condition_is_shown_with_its_evidence_and_its_sources(knowledge: Knowledge) -> None:
    assert said(knowledge, "lateral_ankle_sprain", "evidence onset") == ["sudden: 4, otherwise 0.4 (judgement)"]
    assert said(knowledge, "lateral_ankle_sprain", "source") == ["studied: A study: all of it (1993), read: abstract"]
    assert said(knowledge, "lateral_ankle_sprain", "unlike calf_strain") == ["ask swelling"]


def test_a_finding_is_shown_with_everything_that_uses_it(knowledge: Knowledge) -> None:
    assert said(knowledge, "swelling", "asked by") == ["swelling"]
    assert said(knowledge, "swelling", "looked at by") == ["floor_swollen"]
    assert said(knowledge, "swelling", "weighs for lateral_ankle_sprain") == ["present: 3, otherwise 0.5 (guideline)"]
    assert said(knowledge, "swelling", "said as (absent)") == ["not swollen"]


def test_an_id_that_two_kinds_share_shows_both(knowledge: Knowledge) -> None:
    kinds = [(heading, text) for heading, text in describe(knowledge, "swelling") if text == "swelling"]
    assert ("finding", "swelling") in kinds
    assert ("question", "swelling") in kinds


def test_a_rule_is_shown_with_its_condition_in_words(knowledge: Knowledge) -> None:
    assert said(knowledge, "floor_swollen", "when") == [
        "(at least 2 of (swelling, hop is absent, severity is 7 or more) and onset is sudden)"
    ]


def test_a_question_is_shown_with_what_its_answers_settle(knowledge: Knowledge) -> None:
    assert said(knowledge, "emergency_signs", "option none") == [
        "None of these → deformity = absent, open_wound = absent"
    ]
    assert said(knowledge, "emergency_signs", "settles rules") == ["RF01"]
    assert said(knowledge, "severity", "limits") == ["0 to 10"]
    assert said(knowledge, "hop", "never when") == ["(deformity or duration_days is 3 or less)"]


def test_advice_is_shown_with_who_gets_it_and_when_not(knowledge: Knowledge) -> None:
    assert said(knowledge, "ease_in", "given for") == ["lateral_ankle_sprain"]
    assert said(knowledge, "ease_in", "unless") == ["(diabetes or age is 80 or more)"]


def test_a_region_is_shown_with_what_is_felt_there(knowledge: Knowledge) -> None:
    assert said(knowledge, "lateral", "felt there") == ["calf_strain, lateral_ankle_sprain"]


def test_a_source_is_shown_with_what_rests_on_it(knowledge: Knowledge) -> None:
    assert said(knowledge, "studied", "carries finding") == ["deformity"]
    assert said(knowledge, "judged", "carries condition") == ["calf_strain, lateral_ankle_sprain"]


def test_every_id_of_the_base_can_be_shown(knowledge: Knowledge) -> None:
    for entries in (
        knowledge.conditions,
        knowledge.findings,
        knowledge.questions,
        knowledge.rules,
        knowledge.advice,
        knowledge.regions,
        knowledge.sources,
    ):
        for id in entries:
            assert all(heading and text for heading, text in describe(knowledge, id))


def test_an_unknown_id_is_answered_with_the_nearest_ones(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownId) as unknown:
        describe(knowledge, "sweling")
    assert unknown.value.close[0] == "swelling"
    assert str(unknown.value) == "There is no 'sweling' in the base. Did you mean swelling or walking or stretching?"
    assert isinstance(unknown.value, KeyError)


def test_an_id_like_no_other_is_answered_plainly(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownId, match=r"There is no 'zzz' in the base\.$"):
        describe(knowledge, "zzz")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"location": ["lateral", "calf"]}, "location is lateral or calf"),
        ({"age": {"at_least": 55, "at_most": 80}}, "age is 55 to 80"),
        ({"any": ["a", ["b", "c"]]}, "(a or (b and c))"),
    ],
)
def test_a_clause_is_put_in_words(written: object, words: str) -> None:
    assert in_words(parse(written)) == words
