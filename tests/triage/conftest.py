"""A small knowledge base by hand, and strategies that answer it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from bot.knowledge import files
from bot.knowledge.model import (
    AllOf,
    AnyOf,
    AtLeast,
    Between,
    Clause,
    Condition,
    Course,
    Evidence,
    Finding,
    Is,
    Knowledge,
    Level,
    OneOf,
    Option,
    Provenance,
    Question,
    Region,
    Rule,
    State,
    Strength,
)
from bot.triage.facts import Fact, Facts, Value

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

REAL = Path(__file__).parents[2] / "data" / "knowledge"

GROUND = Provenance(("judgement",), Strength.JUDGEMENT, date(2026, 11, 22))
ABSENT = State.ABSENT


def finding(name: str, kind: str = "symptom") -> Finding:
    return Finding(name, kind, name, f"you have {name}", f"you do not have {name}", f"what {name} means", GROUND)


def rule(name: str, kind: str, level: Level, when: Clause, ask: str | None = None) -> Rule:
    return Rule(name, kind, level, when, f"why {name}", ask, GROUND)


def yes_no(name: str, stage: str, **more: Any) -> Question:
    states = (State.PRESENT, State.ABSENT, State.UNKNOWN)
    options = tuple(Option(state, state, {name: state}) for state in states)
    return Question(name, (name,), "single", stage, f"{name}?", "why", options, **more)


def group(name: str, stage: str, *about: str) -> Question:
    none = Option("none", "none", dict.fromkeys(about, State.ABSENT))
    options = (*(Option(one, one, {one: State.PRESENT}) for one in about), none)
    return Question(name, about, "multiple", stage, f"{name}?", "why", options)


def choice(name: str, about: str, *values: str) -> Question:
    return Question(
        name, (about,), "single", "intake", f"{name}?", "why", tuple(Option(v, v, {about: v}) for v in values)
    )


def number(name: str, about: str, maximum: int) -> Question:
    return Question(name, (about,), "number", "intake", f"{name}?", "why", minimum=0, maximum=maximum)


def speaks(about: str, ratio: float, otherwise: float, *values: str) -> Evidence:
    return Evidence(about, values or (State.PRESENT,), ratio, otherwise, GROUND)


def condition(name: str, prior: float, usual: Level, *evidence: Evidence, must_not_miss: bool = False) -> Condition:
    course = Course((7, 21), 5, f"how {name} goes", (f"{name} gets worse",))
    return Condition(
        name, name, f"what {name} is", (), (), prior, usual, must_not_miss, evidence, (), course, "", {}, GROUND
    )


def knowledge(
    findings: list[Finding], rules: list[Rule], questions: list[Question], conditions: list[Condition]
) -> Knowledge:
    return Knowledge(
        version="small",
        sources={},
        findings={one.id: one for one in findings},
        regions={name: Region(name, name, name) for name in REGIONS},
        rules={one.id: one for one in rules},
        questions={one.id: one for one in questions},
        conditions={one.id: one for one in conditions},
        advice={},
        help_lines={},
        lexicon=(),
    )


REGIONS = ("lateral", "medial", "achilles_mid", "calf")

FINDINGS = [
    *(
        finding(name)
        for name in (
            "deformity",
            "cold_or_pale_foot",
            "chest_pain_or_breathless",
            "calf_swelling",
            "redness_warmth",
            "fever",
            "swelling",
            "bruising",
            "rest_pain",
            "night_pain",
            "worsening",
            "numbness",
            "pop_heard",
            "morning_stiffness",
            "clicking",
        )
    ),
    *(
        finding(name, "examination")
        for name in ("four_steps_after_injury", "four_steps_now", "bone_tender_lateral_malleolus", "hop")
    ),
    *(finding(name, "history") for name in ("immunosuppressed", "recent_long_travel", "fluoroquinolone")),
]

INJURY = OneOf("onset", ("sudden",))

RULES = [
    rule("crooked", "red_flag", Level.EMERGENCY, Is("deformity"), "foot"),
    rule("cold", "red_flag", Level.EMERGENCY, Is("cold_or_pale_foot"), "foot"),
    rule("lung_clot", "red_flag", Level.EMERGENCY, Is("chest_pain_or_breathless"), "chest_pain_or_breathless"),
    rule(
        "hot_joint",
        "red_flag",
        Level.EMERGENCY,
        AllOf((Is("redness_warmth"), AnyOf((Is("fever"), Is("immunosuppressed"))))),
        "fever",
    ),
    rule(
        "tight_leg",
        "red_flag",
        Level.EMERGENCY,
        AtLeast(3, (Is("rest_pain"), Is("worsening"), Is("numbness"), Between("severity", low=8))),
    ),
    rule("clot", "red_flag", Level.SAME_DAY, Is("calf_swelling"), "calf_swelling"),
    rule(
        "ottawa_steps",
        "decision_rule",
        Level.SAME_DAY,
        AllOf((INJURY, Is("four_steps_after_injury", ABSENT), Is("four_steps_now", ABSENT))),
        "four_steps_now",
    ),
    rule(
        "ottawa_lateral",
        "decision_rule",
        Level.SAME_DAY,
        AllOf((INJURY, Is("bone_tender_lateral_malleolus"))),
        "bone_tender_lateral_malleolus",
    ),
    rule("tendon_drug", "modifier", Level.SAME_DAY, Is("fluoroquinolone"), "fluoroquinolone"),
    rule("severe", "floor", Level.SAME_DAY, Between("severity", low=8)),
    rule("bruise", "floor", Level.SOON, Is("bruising"), "bruising"),
    rule("old", "floor", Level.SOON, AllOf((Is("swelling"), Between("duration_days", low=5)))),
]

BONE_MAY_BE_BROKEN = AnyOf((Is("bone_tender_lateral_malleolus"), Between("duration_days", high=3)))

QUESTIONS = [
    group("foot", "screen", "deformity", "cold_or_pale_foot"),
    yes_no("chest_pain_or_breathless", "screen"),
    choice("side", "side", "left", "right"),
    Question("location", ("location",), "regions", "intake", "where?", "why"),
    choice("onset", "onset", "sudden", "gradual"),
    number("duration", "duration_days", 3650),
    number("severity", "severity", 10),
    yes_no("four_steps_after_injury", "safety", ask_when=INJURY),
    yes_no("four_steps_now", "safety", ask_when=INJURY),
    yes_no("bone_tender_lateral_malleolus", "safety", ask_when=INJURY),
    yes_no("calf_swelling", "safety"),
    yes_no("redness_warmth", "safety"),
    yes_no("fever", "safety", ask_when=Is("redness_warmth")),
    yes_no("fluoroquinolone", "safety"),
    yes_no("bruising", "safety"),
    yes_no("swelling", "detail"),
    yes_no("morning_stiffness", "detail"),
    yes_no("pop_heard", "detail", seconds=3),
    yes_no("clicking", "detail"),
    yes_no("hop", "detail", seconds=40, never_when=BONE_MAY_BE_BROKEN),
]

CONDITIONS = [
    condition(
        "sprain",
        0.35,
        Level.SELF_CARE,
        speaks("location", 4, 0.4, "lateral"),
        speaks("onset", 4, 0.2, "sudden"),
        speaks("swelling", 2.5, 0.6),
        speaks("morning_stiffness", 0.4, 1.5),
    ),
    condition(
        "tendinopathy",
        0.35,
        Level.SELF_CARE,
        speaks("location", 10, 0.1, "achilles_mid"),
        speaks("onset", 2.5, 0.4, "gradual"),
        speaks("morning_stiffness", 10, 0.2),
        speaks("duration_days", 2, 0.5, "14.."),
    ),
    condition(
        "stress_fracture",
        0.15,
        Level.SOON,
        speaks("location", 2.5, 0.6, "lateral", "medial"),
        speaks("onset", 2.5, 0.4, "gradual"),
        speaks("hop", 0.2, 4),
        speaks("night_pain", 4, 0.7),
    ),
    condition(
        "rupture",
        0.05,
        Level.SAME_DAY,
        speaks("location", 4, 0.2, "achilles_mid", "calf"),
        speaks("onset", 4, 0.05, "sudden"),
        speaks("pop_heard", 10, 0.4),
        must_not_miss=True,
    ),
    condition(
        "dvt",
        0.01,
        Level.SAME_DAY,
        speaks("location", 4, 0.4, "calf"),
        speaks("calf_swelling", 10, 0.2),
        speaks("recent_long_travel", 2.5, 0.8),
        must_not_miss=True,
    ),
]


SMALL = knowledge(FINDINGS, RULES, QUESTIONS, CONDITIONS)


@pytest.fixture(scope="session")
def base() -> Knowledge:
    """The small base."""
    return SMALL


@pytest.fixture(scope="session", params=["small", "real"])
def any_base(request: pytest.FixtureRequest) -> Knowledge:
    """The small base, then the one that people get."""
    return SMALL if request.param == "small" else files.read(REAL)


@pytest.fixture(scope="session")
def some_facts(any_base: Knowledge) -> st.SearchStrategy[Facts]:
    """Any answers to anything, asked or volunteered, known or not."""
    return facts_about(any_base)


@pytest.fixture(scope="session")
def answers_to(any_base: Knowledge) -> Callable[[str], st.SearchStrategy[tuple[Fact, ...]]]:
    """Any answer to a question: an option, several, a number, places, "not sure", or nothing at all."""
    return lambda name: answers(any_base, any_base.questions[name])


def facts_about(base: Knowledge) -> st.SearchStrategy[Facts]:
    told = st.one_of([a_fact(name, st.sampled_from(STATES)) for name in base.findings])
    attributes = st.one_of([a_fact(name, st.just(State.UNKNOWN) | values) for name, values in attribute_values(base)])
    return st.lists(told | attributes, max_size=12).map(Facts.of)


STATES = (State.PRESENT, State.ABSENT, State.UNKNOWN)


def a_fact(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Fact]:
    return st.builds(Fact, st.just(name), values, said=st.just("words"), turn=st.just(1), asked=st.booleans())


def attribute_values(base: Knowledge) -> list[tuple[str, st.SearchStrategy[Any]]]:
    regions = st.lists(st.sampled_from(list(base.regions)), min_size=1, max_size=3, unique=True)
    return [
        ("side", st.sampled_from(["left", "right", "both"])),
        ("location", regions.map(tuple)),
        ("onset", st.sampled_from(["sudden", "gradual"])),
        (
            "mechanism",
            st.sampled_from(["rolled_in", "rolled_out", "twist", "fall", "impact", "push_off", "overuse", "none"]),
        ),
        ("subject", st.sampled_from(["self", "child", "other"])),
        ("sex", st.sampled_from(["f", "m", "other"])),
        ("severity", st.integers(0, 10)),
        ("duration_days", st.integers(0, 400)),
        ("age", st.integers(5, 90)),
    ]


def answers(base: Knowledge, question: Question) -> st.SearchStrategy[tuple[Fact, ...]]:
    unsure = dict.fromkeys(question.about, State.UNKNOWN)
    ways: list[st.SearchStrategy[dict[str, Any]]] = [st.just({}), st.just(unsure)]
    if question.options:
        settled = [{about: as_value(value) for about, value in option.settles.items()} for option in question.options]
        ways.append(st.sampled_from(settled))
    attributes = dict(attribute_values(base))
    if question.kind in ("regions", "scale", "number") and question.about[0] in attributes:
        ways.append(st.fixed_dictionaries({question.about[0]: attributes[question.about[0]]}))
    return st.one_of(ways).map(
        lambda settled: tuple(Fact(about, value, "answer", 2, asked=True) for about, value in settled.items())
    )


def as_value(written: str | int | tuple[str, ...]) -> Value:
    """Options name states in words."""
    return State(written) if isinstance(written, str) and written in STATES else written
