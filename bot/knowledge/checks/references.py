"""Whatever an entry names exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.knowledge.checks.fault import Base, Fault, choose_from
from bot.knowledge.clauses import Atom, atoms
from bot.knowledge.model import Between, Clause, Is, OneOf, Provenance, State

# Where an attribute is expected, these words of the clause language may have been meant.
_CLAUSE_WORDS = ("present", "absent", "all", "any", "at_least")


def clauses_name_known_things(base: Base) -> Iterator[Fault]:
    for kind, id, part, clause in _clauses(base):
        for atom in atoms(clause):
            wrong = _wrong_in(atom, base)
            if wrong:
                yield Fault(kind, id, part, f"{kind.capitalize()} '{id}', '{part}': {wrong[0]}", wrong[1])


def rules_ask_known_questions(base: Base) -> Iterator[Fault]:
    questions = base.knowledge.questions
    for rule in base.knowledge.rules.values():
        if rule.ask is not None and rule.ask not in questions:
            what = f"Rule '{rule.id}' asks '{rule.ask}', which is no question."
            yield Fault("rule", rule.id, "ask", what, choose_from(rule.ask, questions))


def questions_settle_known_things(base: Base) -> Iterator[Fault]:
    for question in base.knowledge.questions.values():
        for about in question.about:
            if not _is_known(about, base):
                what = f"Question '{question.id}' is about '{about}', which is no finding and no attribute."
                yield Fault("question", question.id, "about", what, choose_from(about, _known(base)))
        for index, option in enumerate(question.options):
            for about, value in option.settles.items():
                wrong = _wrong_value(about, value, base) if _is_known(about, base) else None
                if wrong:
                    what = f"Question '{question.id}', option '{option.id}': {wrong[0]}"
                    yield Fault("question", question.id, f"options[{index}]", what, wrong[1])


def conditions_name_known_things(base: Base) -> Iterator[Fault]:
    knowledge = base.knowledge
    for condition in knowledge.conditions.values():
        for part, ids, known in (
            ("regions", condition.regions, knowledge.regions),
            ("advice", condition.advice, knowledge.advice),
            ("contrasts", condition.contrasts.keys(), knowledge.conditions),
            ("contrasts", condition.contrasts.values(), knowledge.questions),
            ("tissue", [condition.tissue], knowledge.tissues),
            ("plans", condition.plans, knowledge.plans),
        ):
            yield from _unknown("condition", condition.id, part, ids, known)
        if condition.id in condition.contrasts:
            what = f"Condition '{condition.id}' is contrasted with itself."
            yield Fault("condition", condition.id, "contrasts", what, "Name the condition it is mistaken for.")


def measures_are_known(base: Base) -> Iterator[Fault]:
    """What rules forbid and advice recommends or forbids is a measure; the advice that rules bring is there."""
    for rule in base.knowledge.rules.values():
        yield from _unknown("rule", rule.id, "forbids", rule.forbids, base.knowledge.measures)
        yield from _unknown("rule", rule.id, "advice", rule.advice, base.knowledge.advice)
    for advice in base.knowledge.advice.values():
        for part, ids in (("recommends", advice.recommends), ("forbids", advice.forbids)):
            yield from _unknown("advice", advice.id, part, ids, base.knowledge.measures)


def plans_articles_and_figures_name_known_things(base: Base) -> Iterator[Fault]:
    knowledge = base.knowledge
    for plan in knowledge.plans.values():
        yield from _unknown("plan", plan.id, "tissues", plan.tissues, knowledge.tissues)
        yield from _unknown("plan", plan.id, "never_with", plan.never_with, knowledge.conditions)
    asked_about = [
        *knowledge.conditions,
        *knowledge.findings,
        *knowledge.measures,
        *knowledge.plans,
        *base.vocabulary.attributes,
    ]
    for article in knowledge.articles.values():
        yield from _unknown("article", article.id, "about", article.about, asked_about)
    resting = [id for kind in _BEARING for id in getattr(knowledge, kind)]
    for figure in knowledge.figures.values():
        yield from _unknown("figure", figure.id, "about", figure.about, resting)


_BEARING = ("conditions", "findings", "rules", "questions", "advice", "measures", "tissues", "plans", "articles")
"""Kinds of entries that may rest on a figure."""


def evidence_names_known_things(base: Base) -> Iterator[Fault]:
    for condition in base.knowledge.conditions.values():
        for index, evidence in enumerate(condition.evidence):
            part, where = f"findings[{index}]", f"Condition '{condition.id}', finding '{evidence.about}':"
            if not _is_known(evidence.about, base):
                what = f"{where} that is no finding and no attribute."
                yield Fault("condition", condition.id, part, what, choose_from(evidence.about, _known(base)))
                continue
            for value in evidence.values:
                wrong = _wrong_evidence(evidence.about, value, base)
                if wrong:
                    yield Fault("condition", condition.id, part, f"{where} {wrong[0]}", wrong[1])


def sources_exist(base: Base) -> Iterator[Fault]:
    """Every statement names a source, and one that is listed."""
    sources = base.knowledge.sources
    for kind, id, part, provenance in _statements(base):
        if not provenance.sources:
            mend = "Add sources: [id], at least the product's own recorded judgement."
            yield Fault(kind, id, part, f"{kind.capitalize()} '{id}' has no source.", mend)
        for source in provenance.sources:
            if source not in sources:
                what = f"{kind.capitalize()} '{id}' names the source '{source}', which is not listed."
                yield Fault(kind, id, part or "sources", what, choose_from(source, sources))


def the_lexicon_speaks_of_known_things(base: Base) -> Iterator[Fault]:
    known = base.knowledge
    attributes = base.vocabulary.attributes
    pairs = [f"{attribute.id}:{value}" for attribute in attributes.values() for value in attribute.values]
    for number, entry in enumerate(known.lexicon):
        attribute, colon, value = entry.concept.partition(":")
        if colon and attribute in attributes:
            fits = _wrong_value(attribute, int(value) if value.isdecimal() else value, base) is None
        else:
            fits = any(
                entry.concept in ids for ids in (known.findings, known.regions, known.conditions, known.measures)
            )
        if not fits:
            what = f"The lexicon has phrases for '{entry.concept}', which nothing else knows."
            mend = choose_from(entry.concept, [*known.findings, *known.regions, *pairs])
            yield Fault("lexicon", str(number), "concept", what, mend)


def _clauses(base: Base) -> Iterator[tuple[str, str, str, Clause]]:
    """Kind, id and field of every clause of the base."""
    for rule in base.knowledge.rules.values():
        yield "rule", rule.id, "when", rule.when
    for question in base.knowledge.questions.values():
        for part, clause in (("ask_when", question.ask_when), ("never_when", question.never_when)):
            if clause is not None:
                yield "question", question.id, part, clause
    for advice in base.knowledge.advice.values():
        if advice.unless is not None:
            yield "advice", advice.id, "unless", advice.unless
    for plan in base.knowledge.plans.values():
        if plan.unless is not None:
            yield "plan", plan.id, "unless", plan.unless


def _statements(base: Base) -> Iterator[tuple[str, str, str, Provenance]]:
    """Kind, id, part and provenance of everything that has one."""
    for kind, entries in base.entries().items():
        for id, entry in entries.items():
            provenance: Provenance | None = getattr(entry, "provenance", None)
            if provenance is not None:
                yield kind, id, "", provenance
    for condition in base.knowledge.conditions.values():
        for index, evidence in enumerate(condition.evidence):
            if evidence.provenance.sources != condition.provenance.sources:
                yield "condition", condition.id, f"findings[{index}]", evidence.provenance


def _unknown(kind: str, id: str, part: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[Fault]:
    """A fault for each id that is not among the known ones."""
    for one in ids:
        if one not in known:
            what = f"{kind.capitalize()} '{id}', '{part}': there is no '{one}'."
            yield Fault(kind, id, part, what, choose_from(one, known))


def _wrong_in(atom: Atom, base: Base) -> tuple[str, str] | None:
    """What is wrong with a part of a clause, and the mend; `None` when it is fine."""
    attributes = base.vocabulary.attributes
    match atom:
        case Is(finding, state):
            if finding not in base.knowledge.findings:
                return f"'{finding}' is no finding.", choose_from(finding, base.knowledge.findings)
            if state not in (State.PRESENT, State.ABSENT):
                return f"it waits for '{finding}' to be {state.value}.", "A condition can ask for present or absent."
        case OneOf(name, values):
            if name not in attributes:
                return f"'{name}' is no attribute.", choose_from(name, [*attributes, *_CLAUSE_WORDS])
            return next(filter(None, (_wrong_value(name, value, base) for value in values)), None)
        case Between(name, low, high):
            if name not in attributes or not attributes[name].is_number:
                numbers = [one.id for one in attributes.values() if one.is_number]
                return f"'{name}' is no number.", choose_from(name, numbers)
            for limit in (low, high):
                if limit is not None and not attributes[name].within(limit):
                    return _out_of_range(name, limit, base)
    return None


def _wrong_value(about: str, value: object, base: Base) -> tuple[str, str] | None:
    """What is wrong with a value for a finding or an attribute that is known."""
    attribute = base.vocabulary.attributes.get(about)
    if value == State.UNKNOWN:
        return None
    if attribute is None:
        accepted: Iterable[str] = (State.PRESENT.value, State.ABSENT.value, State.UNKNOWN.value)
    elif attribute.is_number:
        if not isinstance(value, int):
            return f"'{value}' is no whole number for '{about}'.", "Write a whole number."
        return None if attribute.within(value) else _out_of_range(about, value, base)
    else:
        accepted = attribute.values
    values = value if isinstance(value, tuple) else (value,)
    wrong = next((str(one) for one in values if one not in accepted), None)
    return None if wrong is None else (f"'{wrong}' is no value of '{about}'.", choose_from(wrong, accepted))


def _wrong_evidence(about: str, value: str, base: Base) -> tuple[str, str] | None:
    """The same for evidence, where a number may be a range such as `3..10`, `43..` or `..3`."""
    if value == State.UNKNOWN:
        return f"that '{about}' is unknown weighs nothing.", "Name the answers that speak for it or against it."
    attribute = base.vocabulary.attributes.get(about)
    if attribute is None or not attribute.is_number:
        return _wrong_value(about, value, base)
    limits = [limit for limit in value.split("..") if limit]
    if not limits or len(limits) > 2 or not all(limit.isdecimal() for limit in limits):
        return f"'{value}' is no range for '{about}'.", "Write 3..10, 43.. or ..3, or give at_least and at_most."
    return next(filter(None, (_wrong_value(about, int(limit), base) for limit in limits)), None)


def _out_of_range(name: str, number: int, base: Base) -> tuple[str, str]:
    attribute = base.vocabulary.attributes[name]
    high = "" if attribute.high is None else f" to {attribute.high}"
    return f"{number} is out of range for '{name}'.", f"It goes from {attribute.low}{high}."


def _known(base: Base) -> list[str]:
    return [*base.knowledge.findings, *base.vocabulary.attributes]


def _is_known(about: str, base: Base) -> bool:
    return about in base.knowledge.findings or about in base.vocabulary.attributes
