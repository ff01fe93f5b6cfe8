"""What changed between two bases, in words that a clinician can review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.entry_lines import Line, entries_by_kind, lines_of, phrases_by_concept, provenance_of
from bot.knowledge.model import Knowledge


@dataclass(frozen=True)
class Change:
    """One change to one entry.

    Attributes:
        heading: what of the entry changed; empty when the whole entry is new or gone.
        before, after: the texts under that heading, those that stayed left out.
    """

    kind: str
    id: str
    heading: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def __str__(self) -> str:
        name = f"{self.kind} {self.id}"
        if not self.heading:
            return f"{name} is {'new' if self.after else 'gone'}: {' '.join(self.after or self.before)}"
        if not self.before:
            return f"{name}, {self.heading}, now says: {_quoted(self.after)}"
        if not self.after:
            return f"{name}, {self.heading}, no longer says: {_quoted(self.before)}"
        return f"{name}, {self.heading}: {_quoted(self.before)} became {_quoted(self.after)}"


def changes(old: Knowledge, new: Knowledge) -> Iterator[Change]:
    """Every difference, by kind of entry and in the order of the new base, what is gone last.

    The order of entries within a kind is told where it decides something: it is the order in which questions are asked.
    """
    before, after = entries_by_kind(old), entries_by_kind(new)
    for kind in after:
        for id, entry in after[kind].items():
            if id not in before[kind]:
                yield Change(kind, id, after=(_gist(kind, entry),))
            else:
                yield from _changed(kind, id, _said(kind, before[kind][id]), _said(kind, entry))
        for id, entry in before[kind].items():
            if id not in after[kind]:
                yield Change(kind, id, before=(_gist(kind, entry),))
    kept = [[id for id in base.questions if id in old.questions and id in new.questions] for base in (old, new)]
    if kept[0] != kept[1]:
        yield Change("question", "order", "asked in this order", (", ".join(kept[0]),), (", ".join(kept[1]),))
    yield from _phrases(old, new)


def _changed(kind: str, id: str, before: Sequence[Line], after: Sequence[Line]) -> Iterator[Change]:
    old, new = _by_heading(before), _by_heading(after)
    for heading in dict.fromkeys((*new, *old)):
        was, now = old.get(heading, []), new.get(heading, [])
        if was != now:
            gone, come = _without(was, now), _without(now, was)
            # Nothing gone and nothing come: the same texts in another order.
            yield Change(kind, id, heading, *((gone, come) if gone or come else (tuple(was), tuple(now))))


def _phrases(old: Knowledge, new: Knowledge) -> Iterator[Change]:
    """How people say things: phrases that came and went, by concept and by what they assert."""
    before, after = phrases_by_concept(old), phrases_by_concept(new)
    for concept in dict.fromkeys((*after, *before)):
        yield from _changed("lexicon", concept, before.get(concept, ()), after.get(concept, ()))


def _said(kind: str, entry: object) -> list[Line]:
    """What an entry says, with its grounds and those of its evidence."""
    lines = lines_of(kind, entry)
    for part, holder in (("", entry), *((f" of {one.about}", one) for one in getattr(entry, "evidence", ()))):
        provenance = provenance_of(holder)
        if provenance is not None:
            lines.append((f"sources{part}", ", ".join(provenance.sources)))
            lines.append((f"strength{part}", provenance.strength.value))
            lines.append((f"reviewed{part}", provenance.reviewed.isoformat()))
    return lines


def _gist(kind: str, entry: object) -> str:
    """The first lines of an entry: enough to know what it is."""
    return "; ".join(text for _, text in lines_of(kind, entry)[:2])


def _by_heading(lines: Iterable[Line]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for heading, text in lines:
        found[heading].append(text)
    return found


def _without(these: Iterable[str], those: Iterable[str]) -> tuple[str, ...]:
    known = set(those)
    return tuple(one for one in these if one not in known)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)
