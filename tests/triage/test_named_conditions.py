"""The conditions of the evidence, one by one: a typical case of each comes first, and look-alikes can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from telling import told

from bot.knowledge import files
from bot.knowledge.model import Knowledge, Level
from bot.knowledge.vocabulary import vocabulary
from bot.runtime import settings
from bot.triage.assessment import assess
from bot.triage.differential import differential
from bot.triage.facts import Facts
from bot.triage.level import level

CASES = Path(__file__).with_name("typical_cases.yml")

CONTRASTS = [
    ("navicular_stress_fracture", "posterior_tibial_tendinopathy"),
    ("calcaneal_stress_fracture", "plantar_fasciitis"),
    ("achilles_rupture", "calf_strain"),
    ("dvt", "calf_strain"),
    ("high_ankle_sprain", "lateral_ankle_sprain"),
    ("fibula_stress_fracture", "peroneal_tendinopathy"),
    ("tibia_stress_fracture", "tibialis_anterior_tendinopathy"),
    ("peroneal_tendon_subluxation", "peroneal_tendinopathy"),
    ("tarsal_tunnel_syndrome", "plantar_fasciitis"),
    ("inflammatory_arthritis", "achilles_tendinopathy"),
    ("inflammatory_arthritis", "achilles_tendinopathy_insertional"),
    ("charcot_foot", "lateral_ankle_sprain"),
]
"""What is often taken for something else, and the something else."""


@dataclass(frozen=True)
class Case:
    """A typical case. `number` is that of the condition in the evidence; empty when it has none of its own."""

    condition: str
    number: str
    level: Level
    facts: Facts

    def __str__(self) -> str:
        return f"{self.number}-{self.condition}"


def cases() -> list[Case]:
    return [
        Case(
            written["condition"],
            written.get("number", ""),
            Level(written["level"]),
            told(written["findings"], **written["attributes"]),
        )
        for written in yaml.safe_load(CASES.read_text(encoding="utf-8"))
    ]


@pytest.fixture(scope="module")
def real() -> Knowledge:
    return files.read(settings.KNOWLEDGE)


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_typical_case_comes_first(real: Knowledge, case: Case) -> None:
    ranked = [(one.condition.id, round(one.probability, 3)) for one in differential(case.facts, real)]
    assert ranked[0][0] == case.condition, ranked[:4]


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_typical_case_gets_its_level(real: Knowledge, case: Case) -> None:
    found, reasons = level(case.facts, real)
    assert found is case.level, [(reason.rule, reason.level) for reason in reasons]


@pytest.mark.parametrize(("one", "other"), CONTRASTS)
def test_look_alikes_name_the_question_that_tells_them_apart(real: Knowledge, one: str, other: str) -> None:
    first, second = real.conditions[one], real.conditions[other]
    asked = first.contrasts.get(other) or second.contrasts.get(one)
    assert asked
    weighed = {evidence.about for condition in (first, second) for evidence in condition.evidence}
    assert not weighed.isdisjoint(real.questions[asked].about)


def test_all_43_are_here() -> None:
    assert {case.number for case in cases() if case.number} == {f"C{number:02}" for number in range(1, 44)}


def test_every_condition_of_the_vocabulary_is_here() -> None:
    assert {case.condition for case in cases()} == set(vocabulary().conditions)


def test_dangerous_conditions_stay_in_view_behind_a_harmless_one(real: Knowledge) -> None:
    """A plain sprain still names the break that it may be."""
    sprain = next(case for case in cases() if case.number == "C01")
    assert "ankle_fracture" in [one.condition.id for one in assess(sprain.facts, real).conditions]
