"""What an answer is worth: how much it is expected to tell the conditions apart.

The worth of asking is the expected fall of the weighted entropy H = - sum of w(c) p(c) ln p(c): the mean, over the
answers that a person may give, of H now less H after that answer (Lindley 1956, "On a measure of the information
provided by an experiment"; weights as in Guiasu 1971, "Weighted entropy"). The weight is 1 + urgency of the level
that a condition usually calls for, so doubt about something urgent counts up to four times as much: product judgement.

How often each answer comes follows from the two likelihood ratios r (the answer is one of the evidence's values) and
o (it is not). From r = s / q and o = (1 - s) / (1 - q), where s and q are the frequencies of these values with and
without the condition: q = (1 - o) / (r - o) and s = r q.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from bot.knowledge.model import Evidence, Knowledge, State
from bot.triage.differential import probabilities
from bot.triage.facts import Facts

# A finding may be rare or common, but a person in front of us is never certain to have it or not.
RAREST, COMMONEST = 0.01, 0.99

_Weighed = tuple[float, float, Evidence]  # probability and weight of a condition, what the answer says of it


def worth_of_asking(about: Collection[str], facts: Facts, knowledge: Knowledge) -> Mapping[str, float]:
    """For what is not known yet of the ids in `about`: expected fall of the weighted entropy, in nats.

    What no condition lists is left out; it is worth nothing. Only answers in words count; numbers are asked at the
    start in any case.
    """
    shares = probabilities(facts, knowledge)
    weights = {condition.id: 1 + condition.usual_level.urgency for condition in knowledge.conditions.values()}
    listed: dict[str, list[_Weighed]] = defaultdict(list)
    for condition in knowledge.conditions.values():
        for evidence in condition.evidence:
            if evidence.about in about and not facts.known(evidence.about) and evidence.ratio != evidence.otherwise:
                listed[evidence.about].append((shares[condition.id], weights[condition.id], evidence))
    mass = sum(weights[name] * share for name, share in shares.items())
    surprise = sum(weights[name] * share * math.log(share) for name, share in shares.items() if share)
    return {
        name: max(0.0, _fall(_answers(name, weighed, knowledge), weighed, mass, surprise))
        for name, weighed in listed.items()
    }


def _answers(name: str, weighed: Sequence[_Weighed], knowledge: Knowledge) -> Sequence[str]:
    """The answers that differ in what they say."""
    if name in knowledge.findings:
        return (State.PRESENT, State.ABSENT)
    values = dict.fromkeys(value for _, _, evidence in weighed for value in evidence.values)
    return [value for value in values if not value.replace("..", "").isdigit()]


def _fall(answers: Sequence[str], weighed: Sequence[_Weighed], mass: float, surprise: float) -> float:
    """Expected fall of H. `mass` is the sum of w p over all conditions, `surprise` that of w p ln p.

    After an answer with ratios L(c): Z = sum p L and H = (B ln Z - A) / Z with A = sum w p L (ln p + ln L) and
    B = sum w p L. Conditions that do not list the answer have L = 1, so only the others are summed anew.
    """
    if len(answers) < 2:
        return 0.0
    with_it = [_frequencies(evidence, answers, of_condition=True) for _, _, evidence in weighed]
    without = [_frequencies(evidence, answers, of_condition=False) for _, _, evidence in weighed]
    elsewhere = 1 - sum(share for share, _, _ in weighed)
    expected = 0.0
    for place, answer in enumerate(answers):
        chance = elsewhere * sum(row[place] for row in without) / len(without)
        total, a, b = 1.0, surprise, mass
        for (share, weight, evidence), row in zip(weighed, with_it, strict=True):
            if not share:
                continue
            chance += share * row[place]
            ratio = evidence.ratio if answer in evidence.values else evidence.otherwise
            total += share * (ratio - 1)
            a += weight * share * (ratio * (math.log(share) + math.log(ratio)) - math.log(share))
            b += weight * share * (ratio - 1)
        expected += chance * (b * math.log(total) - a) / total
    return -surprise - expected


def _frequencies(evidence: Evidence, answers: Sequence[str], *, of_condition: bool) -> list[float]:
    """How often each answer comes with the condition, or without it: spread evenly inside and outside `values`."""
    q = (1 - evidence.otherwise) / (evidence.ratio - evidence.otherwise)
    q = min(max(q, RAREST), COMMONEST)
    hit = min(max(evidence.ratio * q, RAREST), COMMONEST) if of_condition else q
    inside = sum(answer in evidence.values for answer in answers)
    if inside in (0, len(answers)):
        return [1 / len(answers)] * len(answers)
    return [hit / inside if answer in evidence.values else (1 - hit) / (len(answers) - inside) for answer in answers]
