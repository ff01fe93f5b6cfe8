"""Entries are called after the vocabulary, and nothing that a person may say is left out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from bot.knowledge.checks.fault import Base, Fault, choose_from


def findings_are_of_the_vocabulary(base: Base) -> Iterator[Fault]:
    known = base.vocabulary.findings
    for finding in base.knowledge.findings.values():
        if finding.id not in known:
            mend = choose_from(finding.id, known)
            yield Fault("finding", finding.id, "id", f"'{finding.id}' is no finding of the vocabulary.", mend)
        elif finding.kind != known[finding.id]:
            what = f"Finding '{finding.id}' is a {finding.kind} here."
            yield Fault("finding", finding.id, "kind", what, f"In the vocabulary it is: {known[finding.id]}.")


def regions_are_of_the_vocabulary(base: Base) -> Iterator[Fault]:
    known = base.vocabulary.regions
    for region in base.knowledge.regions.values():
        if region.id not in known:
            mend = choose_from(region.id, known)
            yield Fault("region", region.id, "id", f"'{region.id}' is no region of the vocabulary.", mend)
        elif region.area != known[region.id]:
            what = f"Region '{region.id}' is in area '{region.area}' here."
            yield Fault("region", region.id, "area", what, f"In the vocabulary it is in: {known[region.id]}.")


def conditions_are_of_the_vocabulary(base: Base) -> Iterator[Fault]:
    known = base.vocabulary.conditions
    for id in base.knowledge.conditions:
        if id not in known:
            what = f"'{id}' is no condition of the vocabulary."
            yield Fault("condition", id, "id", what, choose_from(id, known))


def the_vocabulary_is_covered(base: Base) -> Iterator[Fault]:
    """Every finding and region of the vocabulary has an entry: each may come up in a conversation."""
    yield from _missing("finding", base.vocabulary.findings, base.knowledge.findings)
    yield from _missing("region", base.vocabulary.regions, base.knowledge.regions)


def conditions_are_written(base: Base) -> Iterator[Fault]:
    """Every condition of the vocabulary has an entry. Until it has, its share of the priors goes to unknown causes."""
    yield from _missing("condition", base.vocabulary.conditions, base.knowledge.conditions)


def conditions_are_explained(base: Base) -> Iterator[Fault]:
    """Whoever reads the name of a condition can ask what that is."""
    explained = {id for one in base.knowledge.articles.values() if one.kind == "what_it_is" for id in one.about}
    for id in base.knowledge.conditions:
        if id not in explained:
            what = f"No article says what '{id}' is."
            yield Fault("condition", id, "id", what, f"Write one of kind what_it_is, with about: [{id}].")


def _missing(kind: str, ids: Iterable[str], entries: Container[str]) -> Iterator[Fault]:
    for id in ids:
        if id not in entries:
            yield Fault(kind, id, "", f"There is no {kind} '{id}'.", "The vocabulary has it: write one.")
