"""Why a result is what it is, as one list of statements that can be read in several ways.

Each statement rests on facts, with the words they came from, and on a rule or on likelihood ratios with their sources.
What a runner, a clinician and a machine read comes from these and from nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.knowledge.model import Condition, Knowledge, Level, Source
from bot.triage.assessment import Assessment
from bot.triage.differential import Candidate, likelihood_ratio
from bot.triage.facts import Fact, Facts
from bot.triage.level import Reason


@dataclass(frozen=True)
class Statement:
    """One thing that is claimed, and what it rests on.

    Attributes:
        about: id of the rule or of the condition.
        kind: `rule` calls for a level; `condition` speaks for or against a condition.
        facts: what it rests on, the weightiest first; each has the words it came from.
        level: what a rule calls for; `None` for a condition.
        likelihood: the word for a condition; `None` for a rule.
        ratios: fact id → likelihood ratio of the answer, for a condition.
        sources: dated publications, guidelines and recorded judgements.
    """

    about: str
    kind: str
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    level: Level | None = None
    likelihood: str | None = None
    ratios: Mapping[str, float] = field(default_factory=dict)


def trace(found: Assessment, facts: Facts, knowledge: Knowledge) -> tuple[Statement, ...]:
    """The statements of a result: its reasons, most urgent first, then its conditions, most probable first.

    A condition that no answer speaks for or against says nothing of this person and is left out.
    """
    reasons = [_of_reason(reason, facts, knowledge) for reason in found.reasons]
    conditions = [
        _of_condition(candidate, facts, knowledge)
        for candidate in found.conditions
        if candidate.supports or candidate.against
    ]
    return (*reasons, *conditions)


def _of_reason(reason: Reason, facts: Facts, knowledge: Knowledge) -> Statement:
    return Statement(
        about=reason.rule,
        kind="condition" if reason.kind == "condition" else "rule",
        facts=tuple(facts.by_id[id] for id in reason.findings if id in facts.by_id),
        sources=_dated(reason.sources, knowledge),
        level=reason.level,
    )


def _of_condition(candidate: Candidate, facts: Facts, knowledge: Knowledge) -> Statement:
    condition = candidate.condition
    weighed = (*candidate.supports, *candidate.against)
    return Statement(
        about=condition.id,
        kind="condition",
        facts=tuple(facts.by_id[id] for id in weighed),
        sources=_dated(_sources_of(condition, weighed), knowledge),
        likelihood=candidate.likelihood,
        ratios={id: _ratio(condition, id, facts) for id in weighed},
    )


def _ratio(condition: Condition, about: str, facts: Facts) -> float:
    ratio = 1.0
    for evidence in condition.evidence:
        if evidence.about == about:
            ratio *= likelihood_ratio(evidence, facts)
    return ratio


def _sources_of(condition: Condition, weighed: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the condition and of the ratios that count here."""
    of_ratios = (
        source for evidence in condition.evidence if evidence.about in weighed for source in evidence.provenance.sources
    )
    return tuple(dict.fromkeys((*condition.provenance.sources, *of_ratios)))


def _dated(ids: tuple[str, ...], knowledge: Knowledge) -> tuple[Source, ...]:
    return tuple(knowledge.sources[id] for id in ids)
