"""Whole cases are played through the real dialogue and scored as their labels say."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import Reception
from bot.evaluation.case_scores import Played, score
from bot.evaluation.cases import LabelledCase, cases
from bot.evaluation.in_process import InProcess
from bot.evaluation.labels import UnreadableFile
from bot.evaluation.patient import Patient
from bot.evaluation.personas import PERSONAS
from bot.evaluation.vignettes import evaluate, play
from bot.knowledge.model import Level
from bot.runtime import settings

CASES = cases(Path(__file__).with_name("cases.yml"))
HOME, URGENT = CASES
ALIASES = {"ankle_sprain": ("lateral_ankle_sprain",)}


@pytest.fixture(scope="module")
def reception(assistant) -> Reception:
    agent, practice = assistant
    return Reception(agent, practice, "evaluation")


@pytest.fixture(scope="module")
def played(reception: Reception) -> list[Played]:
    async def plays() -> list[Played]:
        place = InProcess(reception)
        played = []
        for case in CASES:
            async with place.conversation() as door:
                played.append(await play(case, PERSONAS["plain"], door))
        return played

    return asyncio.run(plays())


def test_each_case_comes_to_its_result(played: list[Played]) -> None:
    assert [one.level for one in played] == ["self_care", "emergency"]
    assert played[0].conditions[0] == "lateral_ankle_sprain"
    assert 0 < played[0].questions <= 12
    assert played[1].turns == 1
    assert "> twisted it and now my foot is cold and white" in played[1].conversation


def test_right_cases_score_full(played: list[Played]) -> None:
    report = score(played, frozenset({"lateral_ankle_sprain"}), ALIASES)
    assert report.misses == []
    assert report.scores["exact_triage"].value == report.scores["condition_top1"].value == 1
    assert report.scores["condition_top1"].n == 1, "a label that no id stands for is not scored"
    assert report.scores["unsafe_under_triage"].value == 0


@pytest.mark.parametrize(
    ("level", "measures"),
    [
        ("same_day", {"exact_triage", "under_triage", "unsafe_under_triage", "must_not_miss_missed"}),
        ("", {"coverage", "exact_triage", "under_triage", "unsafe_under_triage", "must_not_miss_missed"}),
    ],
)
def test_too_little_care_is_counted_where_it_is_dangerous(played: list[Played], level: str, measures: set[str]) -> None:
    report = score([replace(played[1], level=level)], frozenset(), {})
    assert {miss.measure for miss in report.misses} == measures
    assert all(miss.text == played[1].conversation for miss in report.misses)


def test_too_much_care_is_counted_apart(played: list[Played]) -> None:
    report = score([replace(played[0], level="same_day")], frozenset(), {})
    assert {miss.measure for miss in report.misses} == {"exact_triage", "over_triage", "self_care_right"}


@pytest.mark.parametrize("persona", PERSONAS)
async def test_every_persona_comes_to_a_result(assistant: Any, reception: Reception, persona: str) -> None:
    knowledge = assistant[1].knowledge
    place = InProcess(reception)
    reports = await evaluate([URGENT, HOME], [PERSONAS[persona]], place, knowledge, {}, lambda line: None)
    assert reports[persona].notes == {"played": "in this process", "knowledge_base": knowledge.version}
    assert reports[persona].scores["coverage"].value == 1
    assert reports[persona].scores["unsafe_under_triage"].value == 0


def test_the_same_patient_answers_the_same() -> None:
    question = {"id": "fever", "kind": "single", "about": ["fever"], "options": [{"id": "absent", "label": "No, none"}]}
    first, second = (Patient(HOME, PERSONAS["typos"]) for _ in range(2))
    assert first.opens() == second.opens() != HOME.opening
    assert first.answers(question) == second.answers(question)


def test_the_truth_is_read_from_its_places() -> None:
    assert HOME.truth["four_steps_now"] is True
    assert HOME.truth["bone_tender_lateral_malleolus"] is False
    assert HOME.levels == ("self_care",)


@pytest.mark.parametrize(
    ("other", "below_knee", "elsewhere"),
    [(None, False, False), ("proximal fibula", True, False), ("shin", False, True)],
)
def test_another_sore_bone_is_the_one_below_the_knee_only_if_it_says_so(
    tmp_path: Path, other: str | None, below_knee: bool, elsewhere: bool
) -> None:
    case = case_with(tmp_path, f"bony_tenderness: {{other: {other or 'null'}}}")
    assert case.truth["bone_tender_proximal_fibula"] is below_knee
    assert case.truth["bone_tender_other"] is elsewhere


def case_with(folder: Path, facts: str) -> LabelledCase:
    file = folder / "cases.yml"
    entry = f"- {{id: X, opening_message: hello, acceptable_triage: [soon], facts: {{{facts}}}}}"
    file.write_text(f"vignettes:\n{entry}\n", encoding="utf-8")
    (case,) = cases(file)
    return case


def test_a_case_without_what_it_needs_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cases.yml"
    file.write_text("vignettes:\n- {id: X, opening_message: hello}\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="entry 1 needs acceptable_triage, facts, id, opening_message"):
        cases(file)


BONES = {
    "id": "bone_press",
    "kind": "multiple",
    "about": ["bone_tender_lateral_malleolus", "bone_tender_navicular"],
    "options": [
        {"id": id, "label": id} for id in ("bone_tender_lateral_malleolus", "bone_tender_navicular", "none", "unknown")
    ],
}


def single(id: str) -> dict[str, object]:
    offered = [{"id": state, "label": state} for state in ("present", "absent")]
    return {"id": id, "kind": "single", "about": [id], "options": offered}


@pytest.mark.parametrize(
    ("tender", "chosen"),
    [
        ("lateral_malleolus: null, navicular: false", "unknown"),
        ("lateral_malleolus: null, navicular: true", "bone_tender_navicular"),
        ("lateral_malleolus: false, navicular: false", "none"),
    ],
)
def test_a_bone_that_is_too_sore_to_tell_is_neither_sore_nor_sound(tmp_path: Path, tender: str, chosen: str) -> None:
    case = case_with(tmp_path, f"bony_tenderness: {{{tender}}}")
    assert Patient(case, PERSONAS["plain"]).answers(BONES).options == (chosen,)


def test_a_sore_spot_on_any_bone_is_one_when_asked_in_general(tmp_path: Path) -> None:
    sore = case_with(tmp_path, "bony_tenderness: {base_5th_metatarsal: true}")
    assert Patient(sore, PERSONAS["plain"]).answers(single("bone_tender_other")).options == ("present",)
    sound = case_with(tmp_path, "bony_tenderness: {base_5th_metatarsal: false}")
    assert Patient(sound, PERSONAS["plain"]).answers(single("bone_tender_other")).options == ("absent",)


def test_any_finding_may_stand_among_the_facts(tmp_path: Path) -> None:
    case = case_with(tmp_path, "tendon_gap: true, bone_tender_proximal_fibula: true, bony_tenderness: {other: fibula}")
    question = single("tendon_gap")
    assert Patient(case, PERSONAS["plain"]).answers(question).options == ("present",)
    assert case.truth["bone_tender_proximal_fibula"] is True


def test_what_stands_in_the_notes_only_is_told_when_asked(tmp_path: Path) -> None:
    with_plate = case_with(tmp_path, "conditions_note: plate and screws in that ankle")
    without = case_with(tmp_path, "conditions_note: metalwork removed in 1990")
    assert with_plate.truth["metalwork"] is True
    assert "metalwork" not in without.truth


def test_who_is_not_said_to_be_unable_can_hop(tmp_path: Path) -> None:
    question = single("hop")
    assert Patient(case_with(tmp_path, "age: 30"), PERSONAS["plain"]).answers(question).options == ("present",)
    lame = case_with(tmp_path, "cannot_bear_weight: true")
    assert Patient(lame, PERSONAS["plain"]).answers(question).options == ("absent",)


def test_the_cases_of_the_project_are_read_and_share_no_id() -> None:
    read = [cases(file) for file in (settings.ROOT / "data" / "evaluation").glob("cases_*.yml")]
    assert all({one.levels[0] for one in some} == {level.value for level in Level} for some in read)
    ids = [one.id for some in read for one in some]
    assert len(ids) == len(set(ids))
