"""What changed, in words."""

from __future__ import annotations

import pytest
from small_base import Folder

from bot.knowledge.diff import changes

SPRAIN = "conditions/lateral_ankle_sprain.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            SPRAIN,
            "name: Rolled ankle",
            "name: Sprained ankle",
            "condition lateral_ankle_sprain, name: “Rolled ankle” became “Sprained ankle”",
        ),
        (
            SPRAIN,
            "ratio: 3, otherwise: 0.5",
            "ratio: 4, otherwise: 0.5",
            "condition lateral_ankle_sprain, evidence swelling: “present: 3, otherwise 0.5 (guideline)” became "
            "“present: 4, otherwise 0.5 (guideline)”",
        ),
        (
            "conditions/calf_strain.yml",
            "get_help_if: [it swells, it gets hot]",
            "get_help_if: [it swells]",
            "condition calf_strain, get help if, no longer says: “it gets hot”",
        ),
        (
            "decision_rules.yml",
            "level: soon",
            "level: same_day",
            "rule floor_swollen, level: “soon” became “same_day”",
        ),
        (
            "red_flags.yml",
            "    until_help: Keep the leg still.\n",
            "    until_help: Keep the leg still. Loosen the shoe.\n",
            "rule RF01, until help comes: “Keep the leg still.” became “Keep the leg still. Loosen the shoe.”",
        ),
        (
            "lexicon.yml",
            "[swollen, puffed up]",
            "[swollen, ballooned]",
            "lexicon swelling, said as (present): “puffed up” became “ballooned”",
        ),
        (
            "measures.yml",
            "  - {id: running",
            "  - {id: cycling, kind: activity, label: cycling}\n  - {id: running",
            "measure cycling is new: activity; cycling",
        ),
        (
            "articles/general.yml",
            "reviewed: 2026-11-22",
            "reviewed: 2026-11-23",
            "article what_is_a_sprain, reviewed: “2026-11-22” became “2026-11-23”",
        ),
    ],
)  # fmt: skip
def test_a_change_is_told_with_what_it_was_and_what_it_became(
    folder: Folder, file: str, old: str, new: str, said: str
) -> None:
    before = folder.read()
    folder.edit(file, old, new)
    assert said in [str(change) for change in changes(before, folder.read())]


def test_what_is_gone_is_told(folder: Folder) -> None:
    before = folder.read()
    (folder.path / "plans" / "step_by_step.yml").unlink()
    assert "plan step_by_step is gone: Step by step; You walk and run in turn. It suits a mild sprain." in [
        str(change) for change in changes(before, folder.read())
    ]


def test_another_order_of_questions_is_told_because_it_is_the_order_of_asking(folder: Folder) -> None:
    before = folder.read()
    text = (folder.path / "questions.yml").read_text(encoding="utf-8")
    first = next(line for line in text.splitlines(keepends=True) if "id: location" in line)
    folder.write("questions.yml", text.replace(first, "") + first)
    (change,) = changes(before, folder.read())
    assert (change.id, change.heading) == ("order", "asked in this order")
    assert change.after[0].endswith("location")


def test_the_same_base_written_otherwise_has_not_changed(folder: Folder) -> None:
    before = folder.read()
    folder.edit("regions.yml", "entries:", "# A remark.\nentries:")
    assert list(changes(before, folder.read())) == []
