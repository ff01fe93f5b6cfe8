"""Nothing stands in the base for nothing: whatever has an id is named by something else."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.clauses import attributes_of, findings_of
from bot.knowledge.model import Clause, Provenance

MENDS = {
    "source": "Name it in the sources: of what rests on it, or take it out.",
    "region": "Add it to the regions: of a condition that is felt there.",
    "measure": "Name it in advice, a rule or an article, or take it out.",
    "tissue": "Give it to a condition as its tissue:, or take it out.",
    "plan": "Add it to the plans: of a condition, or to the about: of an article, or take it out.",
    "finding": "Let a condition weigh it, or a rule, a question or a gate look at it.",
}


def nothing_is_unused(base: Base) -> Iterator[Fault]:
    used = {
        "source": set(_cited(base)),
        "region": {region for one in base.knowledge.conditions.values() for region in one.regions},
        "measure": set(_measures(base)),
        "tissue": {one.tissue for one in base.knowledge.conditions.values()},
        "plan": {plan for one in base.knowledge.conditions.values() for plan in one.plans},
        "finding": set(_looked_at(base)),
    }
    # A figure or an article may be the only one to speak of something.
    spoken_of = {
        id
        for entries in (base.knowledge.articles, base.knowledge.figures)
        for one in entries.values()
        for id in one.about
    }
    for kind, mend in MENDS.items():
        for id in base.entries()[kind]:
            if id not in used[kind] and not (id in spoken_of and kind != "finding"):
                yield Fault(kind, id, "id", f"Nothing uses the {kind} '{id}'.", mend)


def _cited(base: Base) -> Iterator[str]:
    for entries in base.entries().values():
        for entry in entries.values():
            for holder in (entry, *getattr(entry, "evidence", ())):
                provenance: Provenance | None = getattr(holder, "provenance", None)
                yield from provenance.sources if provenance else ()


def _measures(base: Base) -> Iterator[str]:
    for rule in base.knowledge.rules.values():
        yield from rule.forbids
    for advice in base.knowledge.advice.values():
        yield from (*advice.recommends, *advice.forbids)


def _looked_at(base: Base) -> Iterator[str]:
    """What decides something: an answer to it weighs, raises a level, opens a question or withholds advice."""
    for condition in base.knowledge.conditions.values():
        yield from (evidence.about for evidence in condition.evidence)
    for clause in _clauses(base):
        yield from (*findings_of(clause), *attributes_of(clause))


def _clauses(base: Base) -> Iterator[Clause]:
    known = base.knowledge
    for clause in (
        *(rule.when for rule in known.rules.values()),
        *(question.ask_when for question in known.questions.values()),
        *(advice.unless for advice in known.advice.values()),
        *(plan.unless for plan in known.plans.values()),
    ):
        if clause is not None:
            yield clause
