"""The report for a clinician: what the runner said, what was concluded from it and why, and what they were advised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.dialogue.in_words import FIRST, in_order
from bot.dialogue.practice import Practice
from bot.dialogue.readings import in_clinical_words
from bot.knowledge.model import State
from bot.triage.facts import Fact, Value

FEWEST_FOR_A_COURSE = 2
"""Scores from which on there is a course of the pain to show."""


@dataclass(frozen=True)
class Warning:
    """A warning that was given: its level, and the texts of its flags."""

    level: str
    flags: tuple[str, ...]
    at: datetime


@dataclass(frozen=True)
class Told:
    """What a report is made of.

    Attributes:
        facts: what holds now.
        result: the last assessment as it was sent; `None` when there was none.
        pain: moments and scores from 0 to 10, the first one first.
    """

    facts: tuple[Fact, ...]
    result: Mapping[str, Any] | None
    result_at: datetime | None
    warnings: tuple[Warning, ...]
    pain: tuple[tuple[datetime, int], ...]


@dataclass(frozen=True)
class Section:
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """A report in words; the course of the pain stands in its last section when `has_course`."""

    title: str
    made: str
    sections: tuple[Section, ...]
    has_course: bool


def fact(id: str, value: Any, said: str, turn: int, practice: Practice) -> Fact:
    """A fact from its value as plain JSON. Raises `ValueError` for a state that there is not."""
    return Fact(id, _value(id, value, practice), said, turn)


def report(told: Told, now: datetime, practice: Practice) -> Report | None:
    """The report as of now; `None` when nothing is known and nothing was said that it could hold."""
    if not (told.facts or told.result or told.warnings):
        return None
    has_course = len(told.pain) >= FEWEST_FOR_A_COURSE
    sections = [
        _section("urgency", _urgency(told, practice), practice),
        *_what_was_said(told.facts, practice),
        _section("may_be", _may_be(told.result, practice), practice),
        _section("advised", _advised(told.result, practice), practice),
        _section("why", (told.result or {}).get("clinician", ()), practice),
        _section("pain", _course(told.pain, practice) if has_course else (), practice),
    ]
    return Report(
        practice.texts("report.title"),
        practice.texts("report.made", when=moment(now), version=practice.knowledge.version),
        tuple(section for section in sections if section.lines),
        has_course,
    )


def moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _section(name: str, lines: Iterable[str], practice: Practice) -> Section:
    return Section(practice.texts(f"report.{name}"), tuple(lines))


def _urgency(told: Told, practice: Practice) -> Iterator[str]:
    """The level and its reasons, the warnings, and what was said too late to count."""
    texts, result = practice.texts, told.result
    if result and told.result_at:
        triage = result["triage"]
        level = texts(f"result.level.{triage['level']}")
        yield texts("report.level", level=level, when=moment(told.result_at))
        yield from dict.fromkeys(reason["text"] for reason in triage["reasons"])
        later = [one for one in told.facts if one.turn > int(result["turn"])]
        if later:
            what = "; ".join(in_clinical_words(one, practice) for one in in_order(later, practice))
            yield texts("report.later", facts=what)
    else:
        yield texts("report.no_result")
    for warning in told.warnings:
        level = texts(f"result.level.{warning.level}")
        yield texts("report.warning", when=moment(warning.at), level=level, flags=" ".join(warning.flags))


def _what_was_said(facts: Sequence[Fact], practice: Practice) -> Iterator[Section]:
    """Who and where, then what is so, what is not sure, and what was denied."""
    ordered = in_order(facts, practice)
    states = (("present", State.PRESENT), ("not_sure", State.UNKNOWN), ("absent", State.ABSENT))
    about = [one for one in ordered if one.id in FIRST or not isinstance(one.value, State)]
    yield _section("said", (in_clinical_words(one, practice) for one in about), practice)
    for name, state in states:
        those = (one for one in ordered if one not in about and one.value is state)
        yield _section(name, (in_clinical_words(one, practice) for one in those), practice)


def _may_be(result: Mapping[str, Any] | None, practice: Practice) -> Iterator[str]:
    for one in (result or {}).get("conditions", ()):
        likelihood = practice.texts(f"result.likelihood.{one['likelihood']}")
        yield practice.texts("result.condition", name=one["name"], likelihood=likelihood)


def _advised(result: Mapping[str, Any] | None, practice: Practice) -> Iterator[str]:
    if result is None:
        return
    yield from (one["title"] for one in result["advice"])
    again = result["recheck"]
    if again["in_days"]:
        yield practice.texts("result.recheck", days=again["in_days"], expect=again["expect"])


def _course(pain: Iterable[tuple[datetime, int]], practice: Practice) -> Iterator[str]:
    return (practice.texts("report.pain_at", when=moment(at), number=number) for at, number in pain)


def _value(id: str, value: Any, practice: Practice) -> Value:
    if isinstance(value, list):
        return tuple(value)
    is_state = id in practice.knowledge.findings or value == State.UNKNOWN
    return State(value) if is_state else value
