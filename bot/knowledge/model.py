"""What the knowledge base is made of, as frozen value objects.

Everything here is data that a clinician wrote in `data/knowledge` and that `bot.knowledge.files` checked. Nothing here
decides anything: rules are evaluated in `bot.triage`, advice is chosen in `bot.care`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property


class Level(StrEnum):
    """Triage level: where to be seen, and by when."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    SOON = "soon"
    SELF_CARE = "self_care"

    @property
    def urgency(self) -> int:
        """3 for an emergency down to 0 for self-care; compare this, never the names."""
        return _URGENCY[self]


_URGENCY = {level: 3 - place for place, level in enumerate(Level)}


class State(StrEnum):
    """What is known of a finding. `UNKNOWN` is "asked, and the person is not sure"."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


class Strength(StrEnum):
    """How good the ground for a statement is."""

    TRIAL = "trial"
    GUIDELINE = "guideline"
    CONSENSUS = "consensus"
    JUDGEMENT = "judgement"


@dataclass(frozen=True)
class Provenance:
    """Where a statement comes from.

    Attributes:
        sources: ids of `Source`, at least one.
        strength: how good the ground is.
        reviewed: the day somebody last held the statement against its sources.
    """

    sources: tuple[str, ...]
    strength: Strength
    reviewed: date


@dataclass(frozen=True)
class Source:
    """A publication, a guideline, or the product's own recorded judgement.

    Attributes:
        read: how much of it was read: `full`, `abstract`, `page`, `title`, or `none` for what is still to be verified.
    """

    id: str
    title: str
    year: int
    read: str
    link: str | None = None


# --- Clauses: the condition language of rules, questions and advice -------------------------------------------------


@dataclass(frozen=True)
class Is:
    """A finding in a state. In a safety rule an unknown finding satisfies `PRESENT` and `ABSENT` alike."""

    finding: str
    state: State = State.PRESENT


@dataclass(frozen=True)
class OneOf:
    """An attribute (side, onset, mechanism, location, sex, subject) with one of these values."""

    attribute: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Between:
    """A number (severity, duration_days, age) from `low` to `high`, both included; `None` is open."""

    attribute: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class AllOf:
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class AnyOf:
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class AtLeast:
    """At least `count` of the clauses."""

    count: int
    clauses: tuple[Clause, ...]


Clause = Is | OneOf | Between | AllOf | AnyOf | AtLeast


# --- Entries ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Finding:
    """A symptom, an examination or a piece of history (ids of the vocabulary).

    Attributes:
        kind: `symptom`, `examination` or `history`.
        label: how a person would name it in a list, for example "swelling".
        present: completes "because you said …" when it is present, for example "your ankle is swollen".
        absent: the same when it is absent.
        meaning: what it tells us, for "what does this mean?".
    """

    id: str
    kind: str
    label: str
    present: str
    absent: str
    meaning: str
    provenance: Provenance


@dataclass(frozen=True)
class Region:
    """A place on the ankle. `area` is the coarser id that evaluation uses."""

    id: str
    area: str
    label: str
    provenance: Provenance | None = None


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
class Rule:
    """A safety rule: a red flag, a decision rule, a floor, or a modifier.

    Attributes:
        kind: `red_flag`, `decision_rule`, `floor` or `modifier`. A red flag at `emergency` ends the interview.
        level: the least level while the rule fires.
        when: the condition; never contains a negation of a rule, so that more danger never lowers a level.
        text: why, for the runner: one or two sentences.
        ask: id of the closed question that settles it.
        until_help: in an emergency, what to do and what to leave until help comes.
        call: whom to call in an emergency: `emergency`, or `crisis` for somebody who may hurt themselves.
        forbids: ids of `Measure` that could do harm while it fires.
    """

    id: str
    kind: str
    level: Level
    when: Clause
    text: str
    ask: str | None
    provenance: Provenance
    until_help: str | None = None
    call: str = "emergency"
    forbids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    """One answer to a question.

    Attributes:
        id: stable id, sent by front ends.
        label: what the person reads.
        settles: finding → state, or attribute → value (text or a list of region ids).
    """

    id: str
    label: str
    settles: Mapping[str, str | int | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """A question a runner can be asked.

    Attributes:
        about: the ids that an answer can settle.
        kind: `single`, `multiple`, `scale`, `regions`, `number` or `text`.
        stage: `intake` (always asked, in file order), `screen` (emergencies, in file order), `safety` (settles a
            rule), `detail` (tells conditions apart).
        wording: what is asked; one thing.
        why: one sentence: what the answer changes.
        help: how to check it, step by step.
        minimum, maximum: limits of a scale or number, both included.
        seconds: how long an answer takes a person.
        ask_when: asked only when this holds; `None` is always.
        never_when: never asked when this holds, because checking could do harm.
    """

    id: str
    about: tuple[str, ...]
    kind: str
    stage: str
    wording: str
    why: str
    options: tuple[Option, ...] = ()
    help: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    unit: str | None = None
    seconds: int = 5
    ask_when: Clause | None = None
    never_when: Clause | None = None
    provenance: Provenance | None = None


@dataclass(frozen=True)
class Evidence:
    """How much one answer speaks for or against a condition.

    Attributes:
        about: a finding or an attribute.
        values: finding states or attribute values for which `ratio` applies; of a number `7`, `3..10`, `43..` or `..3`,
            both ends included.
        ratio: likelihood ratio when the answer is one of `values` (> 1 speaks for, < 1 against).
        otherwise: likelihood ratio for any other known answer. Unknown and not asked count as 1.
    """

    about: str
    values: tuple[str, ...]
    ratio: float
    otherwise: float
    provenance: Provenance


@dataclass(frozen=True)
class Course:
    """What to expect of a condition.

    Attributes:
        days: first and last day by which most people are clearly better; a check-in later than the last is off course.
        recheck_days: when to look again under self-care.
        expect: the course in a sentence.
        get_help_if: what should make the person come back sooner.
    """

    days: tuple[int, int]
    recheck_days: int
    expect: str
    get_help_if: tuple[str, ...]


@dataclass(frozen=True)
class Condition:
    """Something the ankle may have.

    Attributes:
        name: plain name. plain: two plain sentences on what it is.
        icd10: ICD-10-CM stems.
        regions: where it is felt, main one first.
        prior: share among runners who come with ankle pain, before any answer (0–1, sums to about 1 over all).
        usual_level: the level it usually calls for.
        must_not_miss: kept in view even when unlikely.
        advice: ids of `Advice`, in order.
        contrasts: condition id → question id that tells the two apart.
        tissue: id of the `Tissue` that is hurt: how much pain is fine in loading it.
        plans: ids of `Plan` for the way back to running; none where a clinician has to say when.
    """

    id: str
    name: str
    plain: str
    icd10: tuple[str, ...]
    regions: tuple[str, ...]
    prior: float
    usual_level: Level
    must_not_miss: bool
    evidence: tuple[Evidence, ...]
    advice: tuple[str, ...]
    course: Course
    escalate: str
    contrasts: Mapping[str, str]
    provenance: Provenance
    tissue: str = ""
    plans: tuple[str, ...] = ()


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
    """Something that must be true, as a sentence that a runner can agree to."""

    id: str
    text: str


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


@dataclass(frozen=True)
class Article:
    """The answer to a general question.

    Attributes:
        kind: what is asked: see `bot.knowledge.entries.ARTICLE_KINDS`.
        about: ids of what it is asked about: conditions, findings, measures. None is the ankle in general.
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


@dataclass(frozen=True)
class LexiconEntry:
    """How people say something (see `bot.language.lexicon` for the phrase syntax).

    Attributes:
        concept: a finding, region, condition or `attribute:value`.
        phrases: patterns; each is one way of saying it.
        state: what the phrases assert: `present` unless they deny by themselves ("could walk fine").
    """

    concept: str
    phrases: tuple[str, ...]
    state: State = State.PRESENT


@dataclass(frozen=True)
class Knowledge:
    """The whole base, in the order of its files.

    Attributes:
        version: hash of the content; stored with every assessment.
    """

    version: str
    sources: Mapping[str, Source]
    findings: Mapping[str, Finding]
    regions: Mapping[str, Region]
    rules: Mapping[str, Rule]
    questions: Mapping[str, Question]
    conditions: Mapping[str, Condition]
    advice: Mapping[str, Advice]
    help_lines: Mapping[str, HelpLine]
    lexicon: tuple[LexiconEntry, ...]
    measures: Mapping[str, Measure] = field(default_factory=dict)
    tissues: Mapping[str, Tissue] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def __hash__(self) -> int:
        """That of the version, which is one of the content: what is worked out from a base can be kept by it."""
        return hash(self.version)

    @cached_property
    def question_about(self) -> Mapping[str, str]:
        """Finding or attribute → id of the first question that settles it."""
        found: dict[str, str] = {}
        for question in self.questions.values():
            for about in question.about:
                found.setdefault(about, question.id)
        return found
