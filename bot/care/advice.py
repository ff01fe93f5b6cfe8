"""Self-care that is safe to give to this person at this level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.knowledge.model import Advice, Condition, Knowledge, Level, Rule
from bot.triage.assessment import Assessment
from bot.triage.clauses import holds, open_in
from bot.triage.facts import Facts
from bot.triage.rules import fired


@dataclass(frozen=True)
class Given:
    """A block of advice as it is given.

    Attributes:
        text: the block's text, or what is said in its place.
        instead: the block itself was withheld.
        not_if: ids of findings that would forbid the block and were never asked about. Whoever shows the block names
            them with it: a caution that nobody checked is the reader's to check.
    """

    id: str
    title: str
    text: str
    sources: tuple[str, ...]
    instead: bool = False
    not_if: tuple[str, ...] = ()


def advice_for(assessment: Assessment, facts: Facts, knowledge: Knowledge) -> tuple[Given, ...]:
    """The blocks that rules bring and those of the leading conditions, as the level allows, in order, each once.

    A block is withheld while its `unless` holds, and a "not sure" counts as holding; `instead` is then given, if there
    is one, but the same words only once. A block is not withheld for what was never asked: asking everybody about
    everything would wear them out, and withholding from everybody would help nobody. It carries those cautions in
    `not_if`. Nor is a block given that calls for what a rule that fires forbids, whatever its own gate says.
    """
    brought = (name for rule in _rules(assessment, knowledge) for name in rule.advice)
    usual = (name for condition in _advised(assessment) for name in condition.advice)
    wanted = dict.fromkeys((*brought, *usual))
    blocks = (knowledge.advice[name] for name in wanted)
    forbidden = _forbidden(assessment, knowledge)
    allowed = (
        one
        for block in blocks
        if assessment.level in block.levels
        for one in _gated(block, facts, knowledge, forbidden)
    )
    by_text: dict[str, Given] = {}
    for one in allowed:
        by_text.setdefault(one.text, one)
    return tuple(by_text.values())


@dataclass(frozen=True)
class Refused:
    """A measure that what was told speaks against.

    Attributes:
        instead: what to do in its place; empty when the base has nothing.
    """

    measure: str
    instead: str
    sources: tuple[str, ...]


def refused(measures: Iterable[str], facts: Facts, knowledge: Knowledge) -> Refused | None:
    """The first measure that a rule that fires forbids, or that every block which calls for it withholds."""
    fires = tuple(one.rule for one in fired(facts, knowledge))
    forbidden = frozenset(measure for rule in fires for measure in rule.forbids)
    for measure in measures:
        blocks = [block for block in knowledge.advice.values() if measure in block.recommends]
        given = [one for block in blocks for one in _gated(block, facts, knowledge, forbidden)]
        if (blocks or measure in forbidden) and all(one.instead for one in given):
            in_place = next(iter(given), None)
            by_rule = (source for rule in fires if measure in rule.forbids for source in rule.provenance.sources)
            sources = dict.fromkeys((*(in_place.sources if in_place else ()), *by_rule))
            return Refused(measure, in_place.text if in_place else "", tuple(sources))
    return None


def _advised(assessment: Assessment) -> Iterator[Condition]:
    """Whose advice is given: from same-day care up, first the conditions in view that call for that much care."""
    if assessment.level.urgency >= Level.SAME_DAY.urgency:
        for candidate in assessment.conditions:
            as_urgent = candidate.condition.usual_level.urgency >= assessment.level.urgency
            if as_urgent and candidate.likelihood != "less_likely":
                yield candidate.condition
    for candidate in assessment.leading:
        yield candidate.condition


def _forbidden(assessment: Assessment, knowledge: Knowledge) -> frozenset[str]:
    """The measures that a rule that fires warns against."""
    return frozenset(measure for rule in _rules(assessment, knowledge) for measure in rule.forbids)


def _rules(assessment: Assessment, knowledge: Knowledge) -> Iterator[Rule]:
    """The rules that fire."""
    return (knowledge.rules[reason.rule] for reason in assessment.reasons if reason.rule in knowledge.rules)


def _gated(block: Advice, facts: Facts, knowledge: Knowledge, forbidden: frozenset[str]) -> Iterator[Given]:
    sources = block.provenance.sources
    safe = forbidden.isdisjoint(block.recommends)
    if block.unless is None:
        if safe:
            yield Given(block.id, block.title, block.text, sources)
    elif safe and not holds(block.unless, facts):
        unchecked = open_in(block.unless, facts)
        not_if = tuple(name for name in knowledge.findings if name in unchecked)
        yield Given(block.id, block.title, block.text, sources, not_if=not_if)
    elif block.instead:
        yield Given(block.id, block.title, block.instead, sources, instead=True)
