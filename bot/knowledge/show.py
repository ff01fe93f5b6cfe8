"""Everything the base says under an id, for people who look after it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from bot.knowledge.clauses import attributes_of, findings_of
from bot.knowledge.model import (
    Advice,
    AllOf,
    AnyOf,
    AtLeast,
    Between,
    Clause,
    Condition,
    Evidence,
    Finding,
    Is,
    Knowledge,
    OneOf,
    Provenance,
    Question,
    Region,
    Rule,
    Source,
    State,
)

Line = tuple[str, str]
"""A heading and what stands under it."""


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
        UnknownId: it is no condition, finding, question, rule, advice, region or source.
    """
    lines: list[Line] = []
    for kind, lines_of in _KINDS.items():
        entry = _entries(knowledge)[kind].get(id)
        if entry is not None:
            lines += [(kind, id), *((heading, text) for heading, text in lines_of(entry, knowledge) if text)]
    if not lines:
        known = dict.fromkeys(name for entries in _entries(knowledge).values() for name in entries)
        raise UnknownId(id, difflib.get_close_matches(id, known, 3, cutoff=0.5))
    return lines


def in_words(clause: Clause) -> str:
    """A clause in words and brackets."""
    match clause:
        case Is(finding, State.PRESENT):
            return finding
        case Is(finding, state):
            return f"{finding} is {state}"
        case OneOf(attribute, values):
            return f"{attribute} is {' or '.join(values)}"
        case Between(attribute, low, None):
            return f"{attribute} is {low} or more"
        case Between(attribute, None, high):
            return f"{attribute} is {high} or less"
        case Between(attribute, low, high):
            return f"{attribute} is {low} to {high}"
        case AllOf(clauses):
            return f"({' and '.join(map(in_words, clauses))})"
        case AnyOf(clauses):
            return f"({' or '.join(map(in_words, clauses))})"
        case AtLeast(count, clauses):
            return f"at least {count} of ({', '.join(map(in_words, clauses))})"


def _entries(knowledge: Knowledge) -> Mapping[str, Mapping[str, object]]:
    return {
        "condition": knowledge.conditions,
        "finding": knowledge.findings,
        "question": knowledge.questions,
        "rule": knowledge.rules,
        "advice": knowledge.advice,
        "region": knowledge.regions,
        "source": knowledge.sources,
    }


def _condition(condition: Condition, knowledge: Knowledge) -> Iterator[Line]:
    first, last = condition.course.days
    yield "name", condition.name
    yield "plain", condition.plain
    yield "ICD-10", ", ".join(condition.icd10)
    yield "regions", ", ".join(condition.regions)
    yield "prior", f"{condition.prior:g}"
    yield "usual level", condition.usual_level
    yield "must not be missed", "yes" if condition.must_not_miss else ""
    for evidence in condition.evidence:
        yield f"evidence {evidence.about}", _weight(evidence)
    yield "advice", ", ".join(condition.advice)
    yield "course", f"clearly better from day {first} to {last}, looked at again on day {condition.course.recheck_days}"
    yield "expect", condition.course.expect
    for sign in condition.course.get_help_if:
        yield "get help if", sign
    yield "escalate", condition.escalate
    for other, question in condition.contrasts.items():
        yield f"unlike {other}", f"ask {question}"
    yield from _grounds(condition.provenance, knowledge)


def _finding(finding: Finding, knowledge: Knowledge) -> Iterator[Line]:
    yield "kind", finding.kind
    yield "label", finding.label
    yield "present", finding.present
    yield "absent", finding.absent
    yield "meaning", finding.meaning
    yield "asked by", _ids(question for question in knowledge.questions.values() if finding.id in question.about)
    yield "looked at by", _ids(rule for rule in knowledge.rules.values() if finding.id in findings_of(rule.when))
    for condition in knowledge.conditions.values():
        for evidence in condition.evidence:
            if evidence.about == finding.id:
                yield f"weighs for {condition.id}", _weight(evidence)
    for entry in knowledge.lexicon:
        if entry.concept == finding.id:
            yield f"said as ({entry.state})", "; ".join(entry.phrases)
    yield from _grounds(finding.provenance, knowledge)


def _question(question: Question, knowledge: Knowledge) -> Iterator[Line]:
    yield "about", ", ".join(question.about)
    yield "asked", f"{question.kind}, {question.stage}, {question.seconds} seconds"
    yield "wording", question.wording
    yield "why", question.why
    yield "help", question.help or ""
    if question.minimum is not None or question.maximum is not None:
        yield "limits", f"{question.minimum} to {question.maximum} {question.unit or ''}".rstrip()
    for option in question.options:
        settles = ", ".join(f"{about} = {_value(value)}" for about, value in option.settles.items())
        yield f"option {option.id}", f"{option.label} → {settles or 'nothing'}"
    yield "only when", in_words(question.ask_when) if question.ask_when else ""
    yield "never when", in_words(question.never_when) if question.never_when else ""
    yield "settles rules", _ids(rule for rule in knowledge.rules.values() if _concerns(rule.when, question.about))
    if question.provenance is not None:
        yield from _grounds(question.provenance, knowledge)


def _rule(rule: Rule, knowledge: Knowledge) -> Iterator[Line]:
    yield "kind", rule.kind
    yield "level", rule.level
    yield "when", in_words(rule.when)
    yield "text", rule.text
    yield "ask", rule.ask or ""
    yield from _grounds(rule.provenance, knowledge)


def _advice(advice: Advice, knowledge: Knowledge) -> Iterator[Line]:
    yield "title", advice.title
    yield "text", advice.text
    yield "levels", ", ".join(advice.levels)
    yield "unless", in_words(advice.unless) if advice.unless else ""
    yield "instead", advice.instead or ""
    yield "given for", _ids(one for one in knowledge.conditions.values() if advice.id in one.advice)
    yield from _grounds(advice.provenance, knowledge)


def _region(region: Region, knowledge: Knowledge) -> Iterator[Line]:
    yield "area", region.area
    yield "label", region.label
    yield "felt there", _ids(one for one in knowledge.conditions.values() if region.id in one.regions)


def _source(source: Source, knowledge: Knowledge) -> Iterator[Line]:
    yield "title", source.title
    yield "year", str(source.year)
    yield "read", source.read
    yield "link", source.link or ""
    for kind, entries in _entries(knowledge).items():
        yield f"carries {kind}", ", ".join(id for id, entry in entries.items() if source.id in _cited(entry))


def _grounds(provenance: Provenance, knowledge: Knowledge) -> Iterator[Line]:
    yield "strength", f"{provenance.strength}, reviewed {provenance.reviewed.isoformat()}"
    for id in provenance.sources:
        source = knowledge.sources.get(id)
        yield "source", f"{id}: {source.title} ({source.year}), read: {source.read}" if source else id


def _cited(entry: object) -> Iterator[str]:
    """Sources of an entry, and of the evidence inside it."""
    for holder in (entry, *getattr(entry, "evidence", ())):
        provenance: Provenance | None = getattr(holder, "provenance", None)
        yield from provenance.sources if provenance else ()


def _weight(evidence: Evidence) -> str:
    values = " or ".join(evidence.values)
    return f"{values}: {evidence.ratio:g}, otherwise {evidence.otherwise:g} ({evidence.provenance.strength})"


def _concerns(clause: Clause, ids: Iterable[str]) -> bool:
    return not set(ids).isdisjoint((*findings_of(clause), *attributes_of(clause)))


def _value(value: object) -> str:
    return " and ".join(value) if isinstance(value, tuple) else str(value)


def _ids(entries: Iterable[Condition | Question | Rule]) -> str:
    return ", ".join(entry.id for entry in entries)


# The kinds in the order in which they are shown; each function takes an entry of that kind.
_KINDS: Mapping[str, Callable[..., Iterator[Line]]] = MappingProxyType(
    {
        "condition": _condition,
        "finding": _finding,
        "question": _question,
        "rule": _rule,
        "advice": _advice,
        "region": _region,
        "source": _source,
    }
)
