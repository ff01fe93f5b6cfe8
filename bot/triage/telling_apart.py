"""When two conditions stay close: that they do, and which answer or examination would part them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.model import Condition, Knowledge, Question, State
from bot.triage.clauses import holds
from bot.triage.differential import Candidate
from bot.triage.facts import Facts
from bot.triage.weights import ratio_of

CLOSE = 0.5
"""From this share of the leader's probability a second condition counts as close; product judgement."""

TELLING = math.log(2)
"""Least difference of two log likelihood ratios with which an answer is worth naming: the odds double."""


@dataclass(frozen=True)
class Undecided:
    """Two conditions that what is known does not part.

    Attributes:
        one, other: their ids, the likelier first.
        would_tell: findings whose answer would part them best, the best first and at most two; empty when only an
            examination or a picture can.
    """

    one: str
    other: str
    would_tell: tuple[str, ...]


def undecided(candidates: Sequence[Candidate], facts: Facts, knowledge: Knowledge) -> Undecided | None:
    """The two leading conditions, where the second is close; `None` where one leads clearly or there is only one."""
    if len(candidates) < 2 or candidates[1].probability < CLOSE * candidates[0].probability:
        return None
    one, other = (candidate.condition for candidate in candidates[:2])
    harmful = {id for question in knowledge.questions.values() if _is_harmful(question, facts) for id in question.about}
    gain = {id: _parting(id, one, other) for id in knowledge.findings if not facts.known(id) and id not in harmful}
    best = sorted((id for id, parts in gain.items() if parts >= TELLING), key=lambda id: -gain[id])
    return Undecided(one.id, other.id, tuple(best[:2]))


def _is_harmful(question: Question, facts: Facts) -> bool:
    """Whether trying it now could do harm."""
    return question.never_when is not None and holds(question.never_when, facts)


def _parting(finding: str, one: Condition, other: Condition) -> float:
    """How far the better of the two answers about a finding would move the odds between two conditions, in nats."""
    return max(abs(_log_ratio(finding, one, state) - _log_ratio(finding, other, state)) for state in _ANSWERS)


def _log_ratio(finding: str, condition: Condition, state: State) -> float:
    return sum(math.log(ratio_of(evidence, state)) for evidence in condition.evidence if evidence.about == finding)


_ANSWERS = (State.PRESENT, State.ABSENT)
