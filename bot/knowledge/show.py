"""Everything the base says under an id, and what else speaks of it, for people who look after it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from bot.knowledge.clauses import attributes_of, findings_of
from bot.knowledge.entry_lines import Line, entries_by_kind, lines_of, provenance_of, weight
from bot.knowledge.model import Clause, Knowledge


class UnknownId(KeyError):
    """No entry has this id. `close` are the most similar ids there are."""

    def __init__(self, id: str, close: Iterable[str]) -> None:
        super().__init__(id)
        self.id = id
        self.close = tuple(close)

    def __str__(self) -> str:
        near = f" Did you mean {' or '.join(self.close)}?" if self.close else ""
        return f"There is no '{self.id}' in the base.{near}"


def describe(knowledge: Knowledge, id: str) -> list[Line]:
    """What the entries with this id say, line by line; a finding and the question about it may share one.

    Raises:
        UnknownId: no entry of any kind has it.
    """
    kinds = entries_by_kind(knowledge)
    lines = [
        line
        for kind, entries in kinds.items()
        if id in entries
        for line in ((kind, id), *lines_of_entry(knowledge, kind, entries[id], id))
    ]
    if not lines:
        known = dict.fromkeys(name for entries in kinds.values() for name in entries)
        raise UnknownId(id, difflib.get_close_matches(id, known, 3, cutoff=0.5))
    return lines


def lines_of_entry(knowledge: Knowledge, kind: str, entry: object, id: str) -> list[Line]:
    """What one entry says, what it rests on, and which entries name it."""
    links = (*_links(knowledge, kind, id), *_spoken_of(knowledge, id), *_grounds(knowledge, entry))
    return [*lines_of(kind, entry), *((heading, text) for heading, text in links if text)]


def _links(knowledge: Knowledge, kind: str, id: str) -> Iterator[Line]:
    """Entries that an entry of this kind is used by."""
    conditions = knowledge.conditions.values()
    match kind:
        case "finding":
            yield "asked by", _ids(one for one in knowledge.questions.values() if id in one.about)
            yield "looked at by", _ids(one for one in knowledge.rules.values() if _concerns(one.when, [id]))
            for condition in conditions:
                for evidence in condition.evidence:
                    if evidence.about == id:
                        yield f"weighs for {condition.id}", weight(evidence)
        case "question":
            about = knowledge.questions[id].about
            yield "settles rules", _ids(one for one in knowledge.rules.values() if _concerns(one.when, about))
        case "advice":
            yield "given for", _ids(one for one in conditions if id in one.advice)
        case "plan":
            yield "given for", _ids(one for one in conditions if id in one.plans)
        case "tissue":
            yield "hurt in", _ids(one for one in conditions if one.tissue == id)
        case "region":
            yield "felt there", _ids(one for one in conditions if id in one.regions)
        case "measure":
            yield "recommended by", _ids(one for one in knowledge.advice.values() if id in one.recommends)
            yield "forbidden by advice", _ids(one for one in knowledge.advice.values() if id in one.forbids)
            yield "forbidden by rules", _ids(one for one in knowledge.rules.values() if id in one.forbids)
        case "source":
            for other, entries in entries_by_kind(knowledge).items():
                yield f"carries {other}", ", ".join(one for one, entry in entries.items() if id in _cited(entry))
    for entry in knowledge.lexicon if kind in ("finding", "condition", "region") else ():
        if entry.concept == id:
            yield f"said as ({entry.state})", "; ".join(entry.phrases)


def _spoken_of(knowledge: Knowledge, id: str) -> Iterator[Line]:
    yield "articles", _ids(one for one in knowledge.articles.values() if id in one.about)
    for figure in knowledge.figures.values():
        if id in figure.about:
            yield "figure", f"{figure.id}: {figure.says}"


def _grounds(knowledge: Knowledge, entry: object) -> Iterator[Line]:
    provenance = provenance_of(entry)
    if provenance is None:
        return
    yield "strength", f"{provenance.strength}, reviewed {provenance.reviewed.isoformat()}"
    for id in provenance.sources:
        source = knowledge.sources.get(id)
        yield "source", f"{id}: {source.title} ({source.year}), read: {source.read}" if source else id


def _cited(entry: object) -> Iterator[str]:
    """Sources of an entry, and of the evidence inside it."""
    for holder in (entry, *getattr(entry, "evidence", ())):
        provenance = provenance_of(holder)
        yield from provenance.sources if provenance else ()


def _concerns(clause: Clause, ids: Iterable[str]) -> bool:
    return not set(ids).isdisjoint((*findings_of(clause), *attributes_of(clause)))


def _ids(entries: Iterable[object]) -> str:
    return ", ".join(str(getattr(entry, "id", "")) for entry in entries)
