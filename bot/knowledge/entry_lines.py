"""What an entry says, as headings with text: for showing, exporting and comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from bot.knowledge.in_words import in_words
from bot.knowledge.model import (
    Advice,
    Article,
    Condition,
    Criterion,
    Evidence,
    Figure,
    Finding,
    HelpLine,
    Knowledge,
    Measure,
    Plan,
    Provenance,
    Question,
    Region,
    Rule,
    Source,
    Stage,
    Tissue,
)

Line = tuple[str, str]
"""A heading and what stands under it."""


def lines_of(kind: str, entry: object) -> list[Line]:
    """The lines of an entry, without its grounds; those without text are left out."""
    return [(heading, text) for heading, text in _LINES[kind](entry) if text]


def entries_by_kind(knowledge: Knowledge) -> Mapping[str, Mapping[str, object]]:
    """Kind → id → entry, in the order in which a clinician reads them."""
    return {
        "condition": knowledge.conditions,
        "rule": knowledge.rules,
        "finding": knowledge.findings,
        "question": knowledge.questions,
        "advice": knowledge.advice,
        "plan": knowledge.plans,
        "tissue": knowledge.tissues,
        "article": knowledge.articles,
        "measure": knowledge.measures,
        "figure": knowledge.figures,
        "region": knowledge.regions,
        "help line": knowledge.help_lines,
        "source": knowledge.sources,
    }


def phrases_by_concept(knowledge: Knowledge) -> Mapping[str, list[Line]]:
    """Concept → how people say it, a line a phrase, headed by what the phrase asserts."""
    found: dict[str, list[Line]] = defaultdict(list)
    for entry in knowledge.lexicon:
        found[entry.concept] += [(f"said as ({entry.state})", phrase) for phrase in entry.phrases]
    return found


def provenance_of(entry: object) -> Provenance | None:
    """Where an entry comes from; `None` for a source or a measure."""
    found: Provenance | None = getattr(entry, "provenance", None)
    return found


def weight(evidence: Evidence) -> str:
    """The likelihood ratios of a piece of evidence."""
    values = " or ".join(evidence.values)
    return f"{values}: {evidence.ratio:g}, otherwise {evidence.otherwise:g} ({evidence.provenance.strength})"


def _condition(condition: Condition) -> Iterator[Line]:
    first, last = condition.course.days
    yield "name", condition.name
    yield "plain", condition.plain
    yield "ICD-10", ", ".join(condition.icd10)
    yield "regions", ", ".join(condition.regions)
    yield "prior", f"{condition.prior:g}"
    yield "usual level", condition.usual_level
    yield "must not be missed", "yes" if condition.must_not_miss else ""
    yield "tissue", condition.tissue
    for evidence in condition.evidence:
        yield f"evidence {evidence.about}", weight(evidence)
    yield "advice", ", ".join(condition.advice)
    yield "plans", ", ".join(condition.plans)
    yield "course", f"clearly better from day {first} to {last}, looked at again on day {condition.course.recheck_days}"
    yield "expect", condition.course.expect
    for sign in condition.course.get_help_if:
        yield "get help if", sign
    yield "escalate", condition.escalate
    for other, question in condition.contrasts.items():
        yield f"unlike {other}", f"ask {question}"


def _finding(finding: Finding) -> Iterator[Line]:
    yield "kind", finding.kind
    yield "label", finding.label
    yield "present", finding.present
    yield "absent", finding.absent
    yield "meaning", finding.meaning


def _question(question: Question) -> Iterator[Line]:
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


def _rule(rule: Rule) -> Iterator[Line]:
    yield "kind", rule.kind
    yield "level", rule.level
    yield "when", in_words(rule.when)
    yield "text", rule.text
    yield "until help comes", rule.until_help or ""
    yield "call", rule.call if rule.until_help else ""
    yield "ask", rule.ask or ""
    yield "forbids", ", ".join(rule.forbids)
    yield "brings advice", ", ".join(rule.advice)


def _advice(advice: Advice) -> Iterator[Line]:
    yield "title", advice.title
    yield "text", advice.text
    yield "levels", ", ".join(advice.levels)
    yield "unless", in_words(advice.unless) if advice.unless else ""
    yield "instead", advice.instead or ""
    yield "recommends", ", ".join(advice.recommends)
    yield "forbids", ", ".join(advice.forbids)


def _tissue(tissue: Tissue) -> Iterator[Line]:
    yield "name", tissue.name
    yield "text", tissue.text
    limits = f"fine up to {tissue.pain_fine}, at most {tissue.pain_most}, next day at most {tissue.pain_next_day}"
    yield "pain of 10", limits
    yield "needs a clinician's word", "yes" if tissue.needs_clearance else ""


def _plan(plan: Plan) -> Iterator[Line]:
    yield "name", plan.name
    yield "plain", plan.plain
    yield "tissues", ", ".join(plan.tissues)
    yield "unless", in_words(plan.unless) if plan.unless else ""
    yield from _items("gate", plan.gate)
    yield from _items("stage", plan.stages)
    yield (
        "sessions",
        (
            f"{plan.sessions_before_next} clean ones before the next stage, at most {plan.sessions_a_week} a week, "
            f"{plan.rest_days} days of rest after each, {plan.days_before_next} days on a stage at least"
        ),
    )
    yield "long break", f"one stage back after {plan.long_break_days} days without a run"
    yield (
        "ends",
        (
            f"after {plan.bad_runs_before_stop} bad outings without a step forward, or when trouble lasts for "
            f"{plan.settle_days} days without running"
        ),
    )
    yield "never with", ", ".join(plan.never_with)
    if plan.halve_every_weeks:
        yield "distance", f"halved for each {plan.halve_every_weeks} weeks missed, down to {plan.least_km} km"
    yield from _items("progress", plan.progress)
    yield from _items("step back", plan.step_back)
    yield from _items("stop", plan.stop)
    yield "afterwards", plan.afterwards


def _items(heading: str, items: tuple[Criterion, ...] | tuple[Stage, ...]) -> Iterator[Line]:
    for item in items:
        level = item.level if isinstance(item, Criterion) else None
        yield f"{heading} {item.id}", f"{item.text} ({level})" if level else item.text


def _article(article: Article) -> Iterator[Line]:
    yield "kind", article.kind
    yield "about", ", ".join(article.about)
    yield "title", article.title
    yield "text", article.text
    yield "differs", article.differs or ""


def _figure(figure: Figure) -> Iterator[Line]:
    yield "about", ", ".join(figure.about)
    yield "says", figure.says


def _measure(measure: Measure) -> Iterator[Line]:
    yield "kind", measure.kind
    yield "label", measure.label


def _region(region: Region) -> Iterator[Line]:
    yield "area", region.area
    yield "label", region.label


def _help_line(line: HelpLine) -> Iterator[Line]:
    yield "name", line.name
    yield "emergency", line.emergency
    yield "urgent", line.urgent or ""
    yield "crisis", line.crisis or ""


def _source(source: Source) -> Iterator[Line]:
    yield "title", source.title
    yield "year", str(source.year)
    yield "read", source.read
    yield "link", source.link or ""


def _value(value: object) -> str:
    return " and ".join(value) if isinstance(value, tuple) else str(value)


# Each function takes an entry of its kind.
_LINES: Mapping[str, Callable[[Any], Iterator[Line]]] = MappingProxyType(
    {
        "condition": _condition,
        "rule": _rule,
        "finding": _finding,
        "question": _question,
        "advice": _advice,
        "plan": _plan,
        "tissue": _tissue,
        "article": _article,
        "measure": _measure,
        "figure": _figure,
        "region": _region,
        "help line": _help_line,
        "source": _source,
    }
)
