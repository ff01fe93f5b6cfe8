from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_base import SMALL, Folder, line_of, small_vocabulary
from spoiled import SPRAIN, STRAIN, WRONG, Wrong

from bot.knowledge import check, files
from bot.knowledge.check import CHECKS, COMPLETE, check_directory, read_checked
from bot.knowledge.checks import identity, references
from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.files import KnowledgeError
from bot.review.review import review_directory


def test_the_small_base_is_right(folder: Folder) -> None:
    assert folder.check() == []


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.check.__name__}: {wrong.what}")
def test_what_is_wrong_is_named_with_its_line_and_a_mend(folder: Folder, wrong: Wrong) -> None:
    folder.edit(wrong.file, wrong.old, wrong.new)
    (folder.path / STRAIN).rename(folder.path / STRAIN.replace("calf_strain", _id(folder)))
    problem = next(problem for problem in folder.check([wrong.check]) if wrong.what in problem.what)
    assert folder.path in problem.file.parents
    assert wrong.line in line_of(problem)
    assert problem.mend.endswith((".", "?"))


def test_each_check_is_seen_to_notice_something() -> None:
    assert {wrong.check for wrong in WRONG} | {identity.conditions_are_written} == {*CHECKS, *COMPLETE}


def test_a_condition_that_is_missing_is_looked_for_in_a_file_of_its_own(folder: Folder) -> None:
    folder.edit(STRAIN, "id: calf_strain", "id: calf_tear")
    (folder.path / STRAIN).rename(folder.path / "conditions" / "calf_tear.yml")
    problem = folder.check([identity.conditions_are_written])[0]
    assert (problem.file, problem.line) == (folder.path / STRAIN, 1)
    assert problem.what == "There is no condition 'calf_strain'."


def test_nearest_ids_are_offered(folder: Folder) -> None:
    folder.edit("red_flags.yml", "[deformity, open_wound]", "[deformitty, open_wound]")
    assert [problem.mend for problem in folder.check([references.clauses_name_known_things])] == [
        "Did you mean deformity?"
    ]


def test_several_things_that_are_wrong_are_told_together_in_order(folder: Folder) -> None:
    folder.edit("red_flags.yml", "ask: emergency_signs", "ask: emergency_sings")
    folder.edit(STRAIN, "advice: [get_help]", "advice: [get_helped]")
    problems = folder.check()
    assert {problem.file.name for problem in problems} == {"red_flags.yml", "calf_strain.yml"}
    assert problems == sorted(problems)


def test_a_base_without_places_is_checked_all_the_same() -> None:
    problems = check.check(files.read(SMALL), ids=small_vocabulary(), checks=[_dislikes_red_flags])
    assert [(problem.file, problem.line) for problem in problems] == [(Path("red_flags.yml"), 1)]


def test_a_folder_that_cannot_be_read_is_told_as_such(folder: Folder) -> None:
    folder.edit("regions.yml", ", label: the calf", "")
    assert [problem.what for problem in check_directory(folder.path)] == ["Region 'calf' has no 'label'."]


def test_a_folder_is_held_against_the_whole_vocabulary(folder: Folder) -> None:
    problems = review_directory(folder.path)
    assert any(problem.what == "There is no finding 'fever'." for problem in problems)


def test_a_base_that_does_not_make_sense_is_not_handed_out(folder: Folder) -> None:
    folder.edit(SPRAIN, "plans: [step_by_step]", "plans: [one_jump]")
    with pytest.raises(KnowledgeError) as refusal:
        read_checked(folder.path)
    assert list(refusal.value.problems) == check_directory(folder.path)


def _dislikes_red_flags(base: Base) -> Iterator[Fault]:
    for rule in base.knowledge.rules.values():
        if rule.kind == "red_flag":
            yield Fault("rule", rule.id, "when", f"'{rule.id}' is a red flag.", "Make it something else.")


def _id(folder: Folder) -> str:
    """The id in the file of the calf strain, which an edit may have changed."""
    lines = (folder.path / STRAIN).read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("id: ") for line in lines if line.startswith("id: "))
