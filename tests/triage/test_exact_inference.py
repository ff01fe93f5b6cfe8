"""The differential against exact inference in a Bayesian network, by a library of its own."""

from __future__ import annotations

from typing import Any

import pyagrum
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge.model import Evidence, Knowledge
from bot.triage.differential import probabilities
from bot.triage.facts import Facts
from bot.triage.weights import ratio_of

CLOSE = 1e-9


def exactly(facts: Facts, base: Knowledge) -> dict[str, float]:
    """The posterior of each condition: a cause with one child for every answered item that some condition lists.

    A child that was seen has, under each cause, a chance in proportion to the likelihood ratio of the answer; under
    causes that do not list the item, and under those that the base does not know, that of ratio 1.
    """
    conditions = list(base.conditions.values())
    priors = [condition.prior for condition in conditions]
    network = pyagrum.BayesNet("differential")
    cause = network.add(pyagrum.LabelizedVariable("cause", "", len(conditions) + 1))
    network.cpt(cause).fillWith([*priors, max(0.0, 1 - sum(priors))])
    seen: dict[str, int] = {}
    for fact in facts:
        listed = [[one for one in condition.evidence if one.about == fact.id] for condition in conditions]
        if any(listed):
            ratios = [_product(evidence, fact.value) for evidence in listed] + [1.0]
            child = network.add(pyagrum.LabelizedVariable(f"item_{len(seen)}", "", 2))
            network.addArc(cause, child)
            scale = 1 / (max(ratios) + 1)
            network.cpt(child).fillWith([share for one in ratios for share in (1 - one * scale, one * scale)])
            seen[f"item_{len(seen)}"] = 1
    inference = pyagrum.LazyPropagation(network)
    inference.setEvidence(seen)
    posterior = inference.posterior("cause").tolist()
    return {condition.id: posterior[place] for place, condition in enumerate(conditions)}


def _product(evidence: list[Evidence], value: Any) -> float:
    product = 1.0
    for one in evidence:
        product *= ratio_of(one, value)
    return product


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.data())
def test_the_differential_is_exact_inference(
    any_base: Knowledge, some_facts: st.SearchStrategy[Facts], drawn: st.DataObject
) -> None:
    facts = drawn.draw(some_facts)
    ours, exact = probabilities(facts, any_base), exactly(facts, any_base)
    assert ours == pytest.approx(exact, abs=CLOSE)
