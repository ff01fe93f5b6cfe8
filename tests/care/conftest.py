"""Assessments by hand, and the little of a knowledge base that care reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from bot.knowledge import files
from bot.knowledge.model import (
    Advice,
    AnyOf,
    Clause,
    Condition,
    Course,
    Finding,
    Is,
    Knowledge,
    Level,
    Provenance,
    State,
    Strength,
)
from bot.triage.facts import Fact, Facts

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

REAL = Path(__file__).parents[2] / "data" / "knowledge"

GROUND = Provenance(("judgement",), Strength.JUDGEMENT, date(2026, 11, 22))


def block(name: str, *levels: Level, unless: Clause | None = None, instead: str | None = None) -> Advice:
    return Advice(name, name.title(), f"do {name}", levels, unless, instead, GROUND)


def condition(name: str, usual: Level, days: int, *advice: str) -> Condition:
    course = Course((7, 21), days, f"how {name} goes", (f"{name} is worse", "you are worried"))
    return Condition(name, name, f"what {name} is", (), (), 0.3, usual, False, (), advice, course, "", {}, GROUND)


ADVICE = [
    block("protect", Level.SELF_CARE, Level.SOON),
    block("ice", Level.SELF_CARE, unless=AnyOf((Is("neuropathy"), Is("numbness"))), instead="leave ice out"),
    block("tablets", Level.SELF_CARE, unless=Is("anticoagulant")),
    block("balance", Level.SELF_CARE),
    block("no_stretching", Level.SAME_DAY, Level.SOON),
]

CONDITIONS = [
    condition("sprain", Level.SELF_CARE, 5, "protect", "ice", "tablets", "balance"),
    condition("tendinopathy", Level.SELF_CARE, 14, "balance", "protect"),
    condition("rupture", Level.SAME_DAY, 2, "no_stretching"),
]


@pytest.fixture(scope="session")
def base() -> Knowledge:
    names = ("numbness", "neuropathy", "anticoagulant")
    return Knowledge(
        version="small",
        sources={},
        findings={name: Finding(name, "history", name, name, f"no {name}", name, GROUND) for name in names},
        regions={},
        rules={},
        questions={},
        conditions={one.id: one for one in CONDITIONS},
        advice={one.id: one for one in ADVICE},
        help_lines={},
        lexicon=(),
    )


@pytest.fixture(scope="session")
def real() -> Knowledge:
    """The base that people get."""
    return files.read(REAL)


@pytest.fixture(scope="session")
def real_facts(real: Knowledge) -> st.SearchStrategy[Facts]:
    """Any answers of an adult."""
    states = st.sampled_from([State.PRESENT, State.ABSENT, State.UNKNOWN])
    regions = st.lists(st.sampled_from(list(real.regions)), min_size=1, max_size=2, unique=True).map(tuple)
    attributes: dict[str, st.SearchStrategy[Any]] = {
        "location": regions,
        "onset": st.sampled_from(["sudden", "gradual"]),
        "mechanism": st.sampled_from(["rolled_in", "twist", "fall", "push_off", "overuse", "none"]),
        "severity": st.integers(0, 10),
        "duration_days": st.integers(0, 200),
        "age": st.integers(18, 80),
    }
    told = st.dictionaries(st.sampled_from(list(real.findings)), states, max_size=8)
    return st.builds(
        lambda findings, values: Facts.of(
            Fact(name, value, "answer", 1, asked=True) for name, value in {**findings, **values}.items()
        ),
        told,
        st.fixed_dictionaries({}, optional=attributes),
    )
