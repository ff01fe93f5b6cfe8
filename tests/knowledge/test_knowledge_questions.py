"""What a question may leave out."""

from __future__ import annotations

import pytest
from small_base import Folder

from bot.knowledge.model import Knowledge


def options(knowledge: Knowledge, question: str) -> list[tuple[str, str, object]]:
    return [(option.id, option.label, dict(option.settles)) for option in knowledge.questions[question].options]


def test_a_question_that_carries_the_id_of_a_finding_is_about_it(knowledge: Knowledge) -> None:
    assert knowledge.questions["swelling"].about == ("swelling",)


@pytest.mark.parametrize(
    ("question", "about"), [("onset", "onset"), ("location", "location"), ("severity", "severity")]
)
def test_a_reserved_question_is_about_its_attribute(knowledge: Knowledge, question: str, about: str) -> None:
    assert knowledge.questions[question].about == (about,)


def test_a_question_about_one_finding_can_be_answered_yes_no_or_not_sure(knowledge: Knowledge) -> None:
    assert options(knowledge, "swelling") == [
        ("present", "Yes", {"swelling": "present"}),
        ("absent", "No", {"swelling": "absent"}),
        ("unknown", "Not sure", {"swelling": "unknown"}),
    ]


def test_options_that_are_given_stay_as_they_are(knowledge: Knowledge) -> None:
    assert options(knowledge, "hop") == [
        ("present", "Yes, I can", {"hop": "present"}),
        ("absent", "No", {"hop": "absent"}),
    ]


def test_an_option_of_a_group_says_that_its_finding_is_present_and_none_that_all_are_absent(
    knowledge: Knowledge,
) -> None:
    assert options(knowledge, "emergency_signs") == [
        ("deformity", "It looks bent", {"deformity": "present"}),
        ("open_wound", "a deep wound", {"open_wound": "present"}),
        ("none", "None of these", {"deformity": "absent", "open_wound": "absent"}),
    ]


def test_an_option_called_after_a_value_settles_it(knowledge: Knowledge) -> None:
    assert [settles for _, _, settles in options(knowledge, "onset")] == [
        {"onset": "sudden"},
        {"onset": "gradual"},
        {"onset": "unknown"},
    ]


def test_none_is_a_value_where_the_attribute_has_it(folder: Folder) -> None:
    folder.edit(
        "questions.yml",
        "  - {id: anything_else",
        "  - {id: mechanism, kind: single, stage: intake, wording: What happened?, why: It tells what is hurt.,\n"
        "     options: [{id: twist, label: It twisted}, {id: none, label: Nothing}]}\n"
        "  - {id: anything_else",
    )
    assert options(folder.read(), "mechanism") == [
        ("twist", "It twisted", {"mechanism": "twist"}),
        ("none", "Nothing", {"mechanism": "none"}),
    ]


def test_a_question_about_the_place_offers_all_regions(knowledge: Knowledge) -> None:
    assert options(knowledge, "location") == [
        ("lateral", "the outer side", {"location": ("lateral",)}),
        ("calf", "the calf", {"location": ("calf",)}),
    ]


def test_what_an_option_settles_may_be_said_outright(folder: Folder) -> None:
    folder.edit(
        "questions.yml",
        "{id: sudden, label: All at once}",
        "{id: today, label: Today, settles: {onset: sudden, duration_days: 0, location: [lateral, calf]}}",
    )
    assert options(folder.read(), "onset")[0] == (
        "today",
        "Today",
        {"onset": "sudden", "duration_days": 0, "location": ("lateral", "calf")},
    )


def test_a_question_has_grounds_of_its_own_or_those_of_its_file(knowledge: Knowledge) -> None:
    grounds = knowledge.questions["emergency_signs"].provenance
    assert grounds is not None
    assert grounds.sources == ("studied",)
    shared = knowledge.questions["swelling"].provenance
    assert shared is not None
    assert shared.sources == ("judged",)
