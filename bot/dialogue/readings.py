"""A result as a clinician and as a machine read it; what the runner reads is in `bot.dialogue.result`.

All three come from one trace: each line leads to facts with the words they came from, a rule or ratios, and sources.
"""

from __future__ import annotations

from typing import Any

from bot.dialogue.in_words import in_words, label_of
from bot.dialogue.practice import Practice
from bot.knowledge.model import Source, State
from bot.triage.facts import Fact
from bot.triage.trace import Statement


def for_clinician(statements: tuple[Statement, ...], practice: Practice) -> tuple[str, ...]:
    """One line a statement."""
    return tuple(_line(statement, practice) for statement in statements)


def for_machine(statements: tuple[Statement, ...]) -> list[dict[str, Any]]:
    """The statements as JSON values."""
    return [
        {
            "about": one.about,
            "kind": one.kind,
            "level": str(one.level) if one.level else None,
            "likelihood": one.likelihood,
            "facts": [
                {"id": fact.id, "value": _value(fact), "said": fact.said, "turn": fact.turn} for fact in one.facts
            ],
            "ratios": {id: round(ratio, 4) for id, ratio in one.ratios.items()},
            "sources": [{"id": source.id, "year": source.year} for source in one.sources],
        }
        for one in statements
    ]


def in_clinical_words(fact: Fact, practice: Practice) -> str:
    """A fact with its value and the words it came from."""
    known = practice.knowledge.findings.get(fact.id)
    if known is None and not isinstance(fact.value, State):
        return practice.texts("clinician.attribute", what=in_words(fact, practice), said=fact.said, turn=fact.turn)
    label = known.label if known else label_of(fact, practice)
    return practice.texts("clinician.fact", label=label, value=_value(fact), said=fact.said, turn=fact.turn)


def _line(one: Statement, practice: Practice) -> str:
    texts = practice.texts
    facts = "; ".join(_told(fact, one, practice) for fact in one.facts)
    sources = "; ".join(_cited(source) for source in one.sources)
    if one.level is not None:
        level = texts(f"result.level.{one.level}")
        return texts("clinician.level", about=one.about, level=level, facts=facts, sources=sources)
    name = practice.knowledge.conditions[one.about].name
    word = texts(f"result.likelihood.{one.likelihood}")
    return texts("clinician.condition", name=name, likelihood=word, facts=facts, sources=sources)


def _told(fact: Fact, one: Statement, practice: Practice) -> str:
    """A fact as above, and for a condition its likelihood ratio."""
    told = in_clinical_words(fact, practice)
    ratio = one.ratios.get(fact.id)
    return told if ratio is None else f"{told} {practice.texts('clinician.ratio', ratio=f'{ratio:.2g}')}"


def _value(fact: Fact) -> str:
    if isinstance(fact.value, State):
        return str(fact.value)
    return ", ".join(fact.value) if isinstance(fact.value, tuple) else str(fact.value)


def _cited(source: Source) -> str:
    return f"{source.title} ({source.year})"
