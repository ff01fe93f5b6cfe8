from __future__ import annotations

import pytest
from small_base import Folder

from bot.knowledge.checks.wording import no_text_says_what_none_may
from bot.knowledge.texts import texts
from bot.knowledge.wording import bans


def banned(text: str, field: str = "condition.plain") -> bool:
    return any(ban.found_in(text) for ban in bans() if field not in ban.fine_in)


@pytest.mark.parametrize(
    "text",
    [
        "About 30% get better.",
        "Ninety per cent get better.",
        "A large percentage gets better.",
        "You have a sprain.",
        "It looks like you have a sprain.",
        "You've got a sprain.",
        "You’ve got a sprain.",
        "If it hurts, rest. You have a sprain.",
        "It is definitely a sprain.",
        "It will get better for sure.",
        "It's not broken.",
        "Your ankle isn’t broken.",
        "This is not serious.",
        "There is no need to see anybody.",
        "You don't need to see a doctor.",
        "You can walk it off.",
        "You can run through it.",
        "Run through the pain.",
        "It is nothing to worry about.",
        "Don't worry.",
        "It is only a sprain.",
    ],
)
def test_no_text_may_promise_play_down_or_diagnose(text: str) -> None:
    assert banned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Most people are better in a week.",
        "If you have diabetes, ask first.",
        "Ask for help when you have a fever.",
        "Do you have diabetes?",
        "You have to keep it level.",
        "You have had it for some weeks.",
        "A break cannot be told from a sprain without an X-ray.",
        "See somebody if it is broken skin.",
        "This may be a sprain.",
        "Run when it feels fine.",
    ],
)
def test_plain_advice_is_left_alone(text: str) -> None:
    assert not banned(text)


@pytest.mark.parametrize("field", ["finding.present", "finding.absent", "option.label"])
def test_what_repeats_the_person_may_say_what_they_have(field: str) -> None:
    assert not banned("you have diabetes", field)
    assert banned("you have diabetes, definitely", field)


PLACES = {
    "findings.yml": ["label: diabetes", "you have diabetes", "you do not have diabetes", "Wounds heal slowly."],
    "regions.yml": ["label: the calf"],
    "red_flags.yml": ["A bone may be out of place."],
    "questions.yml": ["Is it swollen?", "Hopping loads the bone.", "Compare both ankles.", "It looks bent"],
    "conditions/calf_strain.yml": [
        "Pulled calf",
        "Some fibres of the calf were torn.",
        "See somebody in the next days.",
        "It takes some weeks.",
        "it gets hot",
    ],
    "advice/moving.yml": ["Move a little", "Walk as far as it feels fine.", "Ask somebody how much to move."],
    "help_lines.yml": ["name: Norway"],
}


@pytest.mark.parametrize(("file", "old"), [(file, old) for file, olds in PLACES.items() for old in olds])
def test_every_text_that_people_read_is_looked_at(folder: Folder, file: str, old: str) -> None:
    folder.edit(file, old, f"{old.rstrip('.')} definitely")
    assert folder.path / file in {problem.file for problem in folder.check([no_text_says_what_none_may])}


def test_titles_of_sources_and_phrases_of_people_are_not_ours_to_change(folder: Folder) -> None:
    folder.edit("sources.yml", "A study: all of it", "Definitely 100%")
    folder.edit("lexicon.yml", "puffed up", "definitely puffed up")
    assert folder.check([no_text_says_what_none_may]) == []


def test_a_text_knows_where_it_stands(folder: Folder) -> None:
    found = {(text.kind, text.id, text.field): text.part for text in texts(folder.read())}
    assert found["question", "onset", "option.label"] == "options[2]"
    assert found["condition", "calf_strain", "course.get_help_if"] == "course"
