from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from small_base import Folder, line_of

from bot.knowledge import files
from bot.knowledge.files import KnowledgeError
from bot.knowledge.model import (
    AllOf,
    AnyOf,
    AtLeast,
    Between,
    Is,
    Knowledge,
    Level,
    OneOf,
    Provenance,
    State,
    Strength,
)


def test_entries_have_the_grounds_of_their_file_unless_they_have_their_own(knowledge: Knowledge) -> None:
    assert knowledge.findings["swelling"].provenance == Provenance(("judged",), Strength.JUDGEMENT, date(2026, 11, 22))
    assert knowledge.findings["deformity"].provenance == Provenance(
        ("studied", "judged"), Strength.GUIDELINE, date(2025, 2, 28)
    )


def test_evidence_has_the_grounds_of_its_condition_and_a_scale_word_is_judgement(knowledge: Knowledge) -> None:
    swelling, onset, hop = knowledge.conditions["lateral_ankle_sprain"].evidence
    assert (swelling.values, swelling.ratio, swelling.otherwise) == (("present",), 3.0, 0.5)
    assert (onset.values, onset.ratio, onset.otherwise) == (("sudden",), 4.0, 0.4)
    assert (swelling.provenance.strength, onset.provenance.strength) == (Strength.GUIDELINE, Strength.JUDGEMENT)
    assert (onset.provenance.sources, hop.provenance.sources) == (("studied",), ("judged",))
    assert hop.values == ("absent",)


def test_limits_of_a_number_are_a_range_of_evidence(knowledge: Knowledge) -> None:
    assert knowledge.conditions["calf_strain"].evidence[1].values == ("..21",)


def test_rules_are_read_with_their_clauses(knowledge: Knowledge) -> None:
    assert knowledge.rules["RF01"].level is Level.EMERGENCY
    assert knowledge.rules["RF01"].when == AnyOf((Is("deformity"), Is("open_wound")))
    assert knowledge.rules["floor_swollen"].when == AllOf(
        (
            AtLeast(2, (Is("swelling"), Is("hop", State.ABSENT), Between("severity", 7, None))),
            OneOf("onset", ("sudden",)),
        )
    )


def test_words_that_yaml_takes_for_numbers_or_truth_stay_as_they_are_written(knowledge: Knowledge) -> None:
    assert knowledge.help_lines["AU"].emergency == "000"
    assert knowledge.help_lines["NO"].urgent is None
    assert knowledge.questions["hop"].options[1].label == "No"


def test_phrases_that_deny_carry_their_state(knowledge: Knowledge) -> None:
    assert [entry.state for entry in knowledge.lexicon[:2]] == [State.PRESENT, State.ABSENT]


def test_the_first_question_about_something_is_found(knowledge: Knowledge) -> None:
    assert knowledge.question_about["deformity"] == "emergency_signs"


def test_the_version_does_not_depend_on_comments_formatting_or_place(folder: Folder, tmp_path: Path) -> None:
    before = folder.read().version
    folder.edit("findings.yml", "# Findings share", "# A comment\n\n# Findings share")
    folder.edit("red_flags.yml", "when: {any: [deformity, open_wound]}", "when:\n      any: [deformity, 'open_wound']")
    moved = shutil.copytree(folder.path, tmp_path / "somewhere else")
    assert files.read(moved).version == before
    assert len(before) == 12


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("findings.yml", "Something is irritated.", "Something is sore."),
        ("findings.yml", "2025-02-28", "2025-03-01"),
        ("decision_rules.yml", "count: 2", "count: 1"),
        ("decision_rules.yml", "{absent: hop}", "hop"),
        ("judgement.yml", "[4, 0.4]", "[4, 0.5]"),
        ("lexicon.yml", "puffed up", "puffy"),
        ("conditions/calf_strain.yml", "prior: 0.05", "prior: 0.06"),
    ],
)
def test_any_change_of_content_changes_the_version(folder: Folder, file: str, old: str, new: str) -> None:
    before = folder.read().version
    folder.edit(file, old, new)
    assert folder.read().version != before


# Each: file, what is written, what is written instead, what the message says, what stands in the line it points at.
MISTAKES = {
    "a field is missing": ("regions.yml", ", label: the calf", "", "Region 'calf' has no 'label'", "id: calf"),
    "a field is unknown": ("regions.yml", "label: the calf", "lable: the calf", "'lable' is no field of it", "lable"),
    "a field is empty": ("questions.yml", "wording: Is it swollen?", "wording:", "has no 'wording'", "wording:"),
    "a field stands twice": ("findings.yml", "kind: symptom\n", "kind: symptom\n    kind: history\n", "twice", "kind"),
    "a word is not known": ("red_flags.yml", "level: emergency", "level: urgent", "'level' is 'urgent'", "urgent"),
    "a text is a list": ("questions.yml", "help: Compare both ankles.", "help: [a, b]", "must be text", "help"),
    "a number is a word": ("sources.yml", "year: 1993", "year: long ago", "must be a whole number", "long ago"),
    "a share is a word": ("conditions/calf_strain.yml", "prior: 0.05", "prior: few", "must be a number", "few"),
    "a day is no day": ("findings.yml", "2025-02-28", "2025-02-30", "which is no day", "2025-02-30"),
    "a level is not known": ("advice/moving.yml", "[self_care, soon]\n", "[later]\n", "has 'later'", "later"),
    "a list is a text": (
        "questions.yml", "[{id: deformity, label: It looks bent}, {id: open_wound}, {id: none}]", "all",
        "must be a list", "options",
    ),
    "an item has no fields": ("questions.yml", "{id: none}", "none", "has no fields", "options"),
    "a clause is wrong": ("decision_rules.yml", "count: 2", "count: 9", "'count: 9' does not fit", "count: 9"),
    "a word is not on the scale": (
        "conditions/calf_strain.yml", "scale: strong", "scale: stronk", "'stronk' is not on the scale", "stronk",
    ),
    "the weight is given twice": (
        "conditions/calf_strain.yml", "scale: strong", "scale: strong, ratio: 2", "a ratio and a word", "ratio: 2",
    ),
    "it is not clear what speaks for it": (
        "conditions/calf_strain.yml", "at_most: 21", "at_most: 21, value: 7", "not clear what speaks", "value: 7",
    ),
    "the scale cannot be read": ("judgement.yml", "[4, 0.4]", "[4]", "'strong' of the judgement scale", "strong"),
    "the course has one day": ("conditions/calf_strain.yml", "[10, 42]", "[10]", "two whole numbers", "days"),
    "a contrast names no question": (
        "conditions/lateral_ankle_sprain.yml", "calf_strain: swelling", "calf_strain: [a]", "names no question", "[a]",
    ),
    "an option settles nothing": (
        "questions.yml", "{id: sudden, label: All at once}", "{id: fast, label: Fast}", "not clear what it settles",
        "id: fast",
    ),
    "a settled value is empty": (
        "questions.yml", "{id: sudden, label: All at once}", "{id: sudden, label: a, settles: {onset: }}",
        "has no value for 'onset'", "settles",
    ),
    "an id cannot be one": ("regions.yml", "id: calf", "id: the calf", "'the calf' cannot be an id", "the calf"),
    "an id is taken": ("regions.yml", "id: calf", "id: lateral", "is there already", "label: the calf"),
    "a condition stands in another's file": (
        "conditions/calf_strain.yml", "id: calf_strain", "id: strained_calf", "stands in conditions/calf_strain.yml",
        "strained_calf",
    ),
    "the day of review is missing": (
        "decision_rules.yml", "reviewed: 2026-11-22\n", "", "Rule 'floor_swollen' has no 'reviewed'", "floor_swollen",
    ),
    "the header has a stranger": ("regions.yml", "entries:", "author: me\nentries:", "'author' cannot stand", "author"),
    "it is not YAML": ("lexicon.yml", "[swollen, puffed up]", "[swollen, puffed up", "This is not YAML", "concept"),
    "there are no entries": ("lexicon.yml", "entries:", "entrees:", "has no entries", "entrees"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "what", "line"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_line_and_a_mend(
    folder: Folder, file: str, old: str, new: str, what: str, line: str
) -> None:
    folder.edit(file, old, new)
    problem = next(problem for problem in folder.written_wrong() if what in problem.what)
    assert problem.file == folder.path / file
    assert line in line_of(problem)
    assert problem.mend.endswith((".", "?", "'?"))
    assert str(problem).startswith(f"{folder.path / file}:{problem.line}: ")


def test_one_mistake_is_told_once(folder: Folder) -> None:
    folder.edit("sources.yml", "year: 1993", "year: long ago")
    assert len(folder.written_wrong()) == 1


def test_all_mistakes_are_told_at_once_by_file_and_line(folder: Folder) -> None:
    folder.edit("regions.yml", "label: the calf", "lable: the calf")
    folder.edit("findings.yml", "kind: history", "kind: past")
    folder.edit("conditions/calf_strain.yml", "prior: 0.05", "prior: few")
    with pytest.raises(KnowledgeError) as refusal:
        folder.read()
    problems = refusal.value.problems
    assert [problem.file.name for problem in problems] == [
        "calf_strain.yml",
        "findings.yml",
        "regions.yml",
        "regions.yml",
    ]
    assert list(problems) == sorted(problems)
    assert all(str(problem) in str(refusal.value) for problem in problems)


def test_a_missing_file_is_named(folder: Folder) -> None:
    (folder.path / "help_lines.yml").unlink()
    assert [str(problem) for problem in folder.written_wrong()] == [
        f"{folder.path / 'help_lines.yml'}:1: This file is missing. Write it, with reviewed: and entries:."
    ]


@pytest.mark.parametrize("name", ["red_flag.yml", "findings.yaml", "conditions/gout.yaml"])
def test_a_file_that_would_not_be_read_is_named(folder: Folder, name: str) -> None:
    folder.write(name, "entries: []\n")
    assert [problem.file for problem in folder.written_wrong()] == [folder.path / name]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"- a list\n", b"a: 1\n---\nb: 2\n", b"a: \x00"])
def test_a_file_that_is_no_mapping_is_one_problem(folder: Folder, content: bytes) -> None:
    (folder.path / "conditions" / "calf_strain.yml").write_bytes(content)
    assert [problem.file.name for problem in folder.written_wrong()] == ["calf_strain.yml"]
