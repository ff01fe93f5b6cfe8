"""What decides: findings, rules, questions and conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.knowledge.model.clauses import Clause
from bot.knowledge.model.terms import Level, Provenance, State


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
        advice: ids of `Advice` that it brings, whatever condition leads.
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
    advice: tuple[str, ...] = ()


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
            rule; later on it may tell conditions apart), `detail` (only tells conditions apart).
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
