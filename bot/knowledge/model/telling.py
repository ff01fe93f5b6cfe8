"""What is said and done about it: advice, plans, articles, figures and numbers to call."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.model.clauses import Clause
from bot.knowledge.model.terms import Level, Provenance


@dataclass(frozen=True)
class Measure:
    """Something a runner can do or leave out: ice, rest, a brace, running, stretching.

    Advice recommends measures and rules forbid them, so that the two can be held against each other.

    Attributes:
        kind: `treatment`, `prevention` or `activity`.
        label: how a person would name it in a list.
    """

    id: str
    kind: str
    label: str


@dataclass(frozen=True)
class Advice:
    """A block of self-care.

    Attributes:
        levels: the levels at which it may be given.
        unless: never given while this holds (unknown counts as holding).
        instead: what is said in its place, if anything.
        recommends, forbids: ids of `Measure` that the text calls for and warns against; of no others does it speak.
    """

    id: str
    title: str
    text: str
    levels: tuple[Level, ...]
    unless: Clause | None
    instead: str | None
    provenance: Provenance
    recommends: tuple[str, ...] = ()
    forbids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tissue:
    """What is hurt, as far as it decides how much pain is fine in loading it.

    Attributes:
        name: plain name, for example "a tendon".
        text: the rule for loading it, for the runner.
        pain_fine, pain_most: pain from 0 to 10 while loading it that is safe, and that is the limit.
        pain_next_day: the most pain, 0–10, by the next morning.
        needs_clearance: running again needs the word of a clinician first.
    """

    id: str
    name: str
    text: str
    pain_fine: int
    pain_most: int
    pain_next_day: int
    needs_clearance: bool
    provenance: Provenance


@dataclass(frozen=True)
class Criterion:
    """Something that must be true, as a sentence that a runner can agree to.

    Attributes:
        level: of what stops a plan: how soon it has to be looked at. `None` is when stepping back is enough.
    """

    id: str
    text: str
    level: Level | None = None


@dataclass(frozen=True)
class Stage:
    """One step of a plan: a session as it is run until the next step.

    Attributes:
        text: the session in words.
        run_minutes, walk_minutes: one round, where rounds are timed. A stage without walking has no walk.
        run_km, walk_km: one round, where rounds are measured.
        total_minutes, total_km: the whole session.
    """

    id: str
    text: str
    run_minutes: float | None = None
    walk_minutes: float | None = None
    run_km: float | None = None
    walk_km: float | None = None
    total_minutes: float | None = None
    total_km: float | None = None


@dataclass(frozen=True)
class Plan:
    """A way back to running, by walking and running in turn.

    Attributes:
        plain: what it is and whom it suits, in two plain sentences.
        tissues: ids of `Tissue` that it is fit for.
        unless: never given while this holds (unknown counts as holding).
        gate: all of it must be true before the first session.
        sessions_before_next: clean sessions of a stage before the next one.
        rest_days: days without running after each session, at least.
        sessions_a_week: the most.
        progress: when to go on to the next stage. step_back: when to go back one. stop: when to stop, and get help.
        afterwards: how to go on when the last stage is done.
        days_before_next: days on a stage, at least, from its first day.
        long_break_days: after so many days without a run, one stage back.
        settle_days: so long may trouble take to settle without running; then a clinician has to look.
        bad_runs_before_stop: so many bad outings without a step forward between them end the plan.
        never_with: ids of `Condition` that forbid it while they are in view, however unlikely.
        halve_every_weeks, least_km: of a plan by distance: the usual distance is halved for each so many weeks missed,
            down to this least distance.
    """

    id: str
    name: str
    plain: str
    tissues: tuple[str, ...]
    unless: Clause | None
    gate: tuple[Criterion, ...]
    stages: tuple[Stage, ...]
    sessions_before_next: int
    rest_days: int
    sessions_a_week: int
    progress: tuple[Criterion, ...]
    step_back: tuple[Criterion, ...]
    stop: tuple[Criterion, ...]
    afterwards: str
    provenance: Provenance
    days_before_next: int = 0
    long_break_days: int = 0
    settle_days: int = 0
    bad_runs_before_stop: int = 0
    never_with: tuple[str, ...] = ()
    halve_every_weeks: int | None = None
    least_km: float | None = None


@dataclass(frozen=True)
class Article:
    """The answer to a general question.

    Attributes:
        kind: what is asked: see `bot.knowledge.entries.ARTICLE_KINDS`.
        about: ids of what it is asked about: conditions, findings, measures, plans, attributes. None is the ankle in
            general.
        text: the answer; short, for anybody who asks.
        differs: where common advice and the evidence differ, and what Malleo goes by.
    """

    id: str
    kind: str
    about: tuple[str, ...]
    title: str
    text: str
    differs: str | None
    provenance: Provenance


@dataclass(frozen=True)
class Figure:
    """A published result that entries rest on, in the words and numbers of the field. Clinicians read it, runners not.

    Attributes:
        about: ids of the entries that rest on it.
        says: the result, with its numbers.
    """

    id: str
    about: tuple[str, ...]
    says: str
    provenance: Provenance


@dataclass(frozen=True)
class HelpLine:
    """Numbers of a region.

    Attributes:
        emergency: dialled for life or limb.
        urgent: for same-day advice.
        crisis: for somebody who may hurt themselves.
    """

    region: str
    name: str
    emergency: str
    urgent: str | None
    crisis: str | None = None
    provenance: Provenance | None = None
