"""What it may be: conditions by probability, with the answers that speak for and against each.

Naive Bayes in log space: ln P(c | answers) = ln prior(c) + sum of ln LR(answer, c) - ln Z, with one likelihood ratio
for each answered item that the condition lists. Answers are taken as independent, which overstates certainty when they
go together; people therefore see words, never the number.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from bot.knowledge.model import Condition, Evidence, Knowledge
from bot.triage.facts import Facts
from bot.triage.weights import ratio_of, weights_of

Likelihood = Literal["likely", "possible", "less_likely"]


@dataclass(frozen=True)
class Candidate:
    """A condition in view.

    Attributes:
        probability: 0-1 among all conditions of the base; for machines, never shown to a person as a number.
        supports, against: ids of the facts that speak for and against it, strongest first.
        balance: ln of all likelihood ratios together; above 0 the answers speak for it more than against it.
    """

    condition: Condition
    probability: float
    likelihood: Likelihood
    supports: tuple[str, ...]
    against: tuple[str, ...]
    balance: float = 0.0


@dataclass(frozen=True)
class Words:
    """Where the words begin, and what is listed. Source: product judgement, no study.

    Attributes:
        likely: from this probability a condition leads so clearly that at most one other can be called likely too.
        supports: a condition with fewer supporting answers is never likely: one answer settles nothing.
        possible: from this probability it deserves a name; ten such conditions at most.
        listed: below this probability it is left out, unless it must not be missed and more speaks for it than against.
        at_least: so many are listed in any case: a person should see that there are alternatives.
    """

    likely: float = 0.4
    supports: int = 2
    possible: float = 0.1
    listed: float = 0.03
    at_least: int = 3


WORDS = Words()


def differential(facts: Facts, knowledge: Knowledge, words: Words = WORDS) -> tuple[Candidate, ...]:
    """The conditions in view, most probable first.

    A condition that must not be missed stays in view, however improbable, while the answers together speak for it.
    """
    ranked = sorted(probabilities(facts, knowledge).items(), key=lambda item: -item[1])
    candidates = (_candidate(knowledge.conditions[name], share, facts, words) for name, share in ranked)
    return tuple(
        candidate
        for rank, candidate in enumerate(candidates)
        if rank < words.at_least
        or candidate.probability >= words.listed
        or (candidate.condition.must_not_miss and candidate.balance > 0)
    )


def likely(facts: Facts, knowledge: Knowledge, words: Words = WORDS) -> tuple[Candidate, ...]:
    """The conditions called likely, as `differential` has them; it costs less."""
    shares = probabilities(facts, knowledge).items()
    leading = sorted((item for item in shares if item[1] >= words.likely), key=lambda item: -item[1])
    candidates = (_candidate(knowledge.conditions[name], share, facts, words) for name, share in leading)
    return tuple(candidate for candidate in candidates if candidate.likelihood == "likely")


def probabilities(facts: Facts, knowledge: Knowledge) -> Mapping[str, float]:
    """Condition id → probability given the answers, in file order.

    What the priors leave to 1 is the share of causes that the base does not know. No answer speaks for or against
    those, so they keep their share, and a condition that fits badly is not "likely" for want of a better one.
    """
    weights = weights_of(knowledge)
    scores = weights.log_priors.copy()
    for about in weights.weighed:  # always in this order, so that the order of telling leaves no trace in rounding
        fact = facts.by_id.get(about)
        if fact is not None:
            scores += weights.row(about, fact.value)
    top = max(float(scores.max(initial=0.0)), 0.0)
    shares = np.exp(scores - top)
    shares /= shares.sum() + math.exp(weights.log_unknown - top)
    return dict(zip(weights.ids, shares.tolist(), strict=True))


def likelihood_ratio(evidence: Evidence, facts: Facts) -> float:
    """How much what is known speaks for the condition; 1 when it is unknown or was not asked."""
    fact = facts.by_id.get(evidence.about)
    return ratio_of(evidence, fact.value) if fact else 1.0


def _candidate(condition: Condition, probability: float, facts: Facts, words: Words) -> Candidate:
    ratios: dict[str, float] = {}
    for evidence in condition.evidence:
        ratios[evidence.about] = ratios.get(evidence.about, 1.0) * likelihood_ratio(evidence, facts)
    strongest = sorted(ratios, key=lambda about: -abs(math.log(ratios[about])))
    supports = tuple(about for about in strongest if ratios[about] > 1)
    against = tuple(about for about in strongest if ratios[about] < 1)
    balance = sum(math.log(ratio) for ratio in ratios.values())
    return Candidate(condition, probability, _word(probability, len(supports), words), supports, against, balance)


def _word(probability: float, supports: int, words: Words) -> Likelihood:
    if probability >= words.likely and supports >= words.supports:
        return "likely"
    return "possible" if probability >= words.possible else "less_likely"
