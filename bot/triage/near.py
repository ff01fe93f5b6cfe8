"""Which answers an emergency is one answer away from: what a person told decides which danger is asked about first."""

from __future__ import annotations

from functools import lru_cache

from bot.knowledge.clauses import Atom, atoms
from bot.knowledge.model import Between, Clause, Is, Knowledge, Level
from bot.triage.clauses import holds, subject
from bot.triage.facts import Facts, Value


def near_emergencies(facts: Facts, knowledge: Knowledge) -> dict[str, int]:
    """Ids not answered yet of which some answer alone would make an emergency of what is known.

    Each with how much of that emergency is known already: the number of conditions of its rule that hold, the most
    where several rules want that answer.
    """
    near: dict[str, int] = {}
    for clause, answers in _emergencies(knowledge):
        missing = [id for id, value in answers if id not in facts and holds(clause, facts.supposing(id, value))]
        known = sum(holds(atom, facts) for atom in atoms(clause)) if missing else 0
        near.update({id: max(known, near.get(id, 0)) for id in missing})
    return near


@lru_cache(maxsize=4)
def _emergencies(knowledge: Knowledge) -> tuple[tuple[Clause, tuple[tuple[str, Value], ...]], ...]:
    """The conditions of the emergency rules, each with the answers that its parts want."""
    clauses = (rule.when for rule in knowledge.rules.values() if rule.level is Level.EMERGENCY)
    return tuple((clause, tuple(dict.fromkeys(_wanted(atom) for atom in atoms(clause)))) for clause in clauses)


def _wanted(atom: Atom) -> tuple[str, Value]:
    if isinstance(atom, Is):
        return atom.finding, atom.state
    if isinstance(atom, Between):
        return atom.attribute, atom.low if atom.low is not None else atom.high or 0
    value = atom.values[0]
    return subject(atom), (value,) if atom.attribute == "location" else value
