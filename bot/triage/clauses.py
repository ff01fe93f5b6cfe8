"""Whether a clause holds for what is known of a person, in the three readings that triage needs.

`holds` is the reading of safety rules: an unknown finding counts for every clause about it, and a question that was not
asked counts for none. `surely` wants a known answer; `could_hold` also takes what was never asked as open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.knowledge.clauses import Atom, atoms
from bot.knowledge.model import AllOf, AnyOf, AtLeast, Clause, Is, OneOf, State
from bot.triage.facts import Facts, Value


def holds(clause: Clause, facts: Facts) -> bool:
    """The safe reading: unknown satisfies every clause about it, not asked satisfies none.

    Rules, `Question.ask_when`, `Question.never_when` and `Advice.unless` are read this way: when a person is not sure,
    the rule fires, the question is asked, the harmful check is left out and the advice is withheld.
    """
    return _evaluate(clause, facts, _safely)


def surely(clause: Clause, facts: Facts) -> bool:
    """Whether known answers alone make the clause hold; unknown and not asked satisfy nothing."""
    return _evaluate(clause, facts, _surely)


def could_hold(clause: Clause, facts: Facts) -> bool:
    """Whether some answer to what is unknown or was not asked would make the clause hold.

    Each place is judged by itself, so a clause that contradicts itself may be called possible, never the other way.
    """
    return _evaluate(clause, facts, _possibly)


def witnesses(clause: Clause, facts: Facts) -> tuple[str, ...]:
    """Ids of the facts that make the clause hold: enough by themselves, none to spare. Empty when it does not hold.

    Of several branches that hold, the first with known answers is taken, else the first.
    """
    if not holds(clause, facts):
        return ()
    found = list(dict.fromkeys(_branch(clause, facts)))
    for spare in reversed(found.copy()):
        fewer = [one for one in found if one != spare]
        if holds(clause, Facts({one: facts.by_id[one] for one in fewer})):
            found = fewer
    return tuple(found)


def open_in(clause: Clause, facts: Facts) -> frozenset[str]:
    """Ids not answered yet whose answer could still make the clause hold; empty when it cannot hold any more."""
    if not could_hold(clause, facts):
        return frozenset()
    if isinstance(clause, AllOf | AnyOf | AtLeast):
        return frozenset().union(*(open_in(part, facts) for part in clause.clauses))
    fact = facts.by_id.get(subject(clause))
    return frozenset({subject(clause)}) if fact is None or fact.value is State.NOT_ASKED else frozenset()


def mentioned(clause: Clause) -> tuple[str, ...]:
    """The findings and attributes that a clause is about, in order, each once."""
    return tuple(dict.fromkeys(subject(atom) for atom in atoms(clause)))


def subject(atom: Atom) -> str:
    """The finding or attribute that an innermost clause is about."""
    return atom.finding if isinstance(atom, Is) else atom.attribute


def _evaluate(clause: Clause, facts: Facts, reading: Callable[[Atom, Value | None], bool]) -> bool:
    if isinstance(clause, AllOf):
        return all(_evaluate(part, facts, reading) for part in clause.clauses)
    if isinstance(clause, AnyOf):
        return any(_evaluate(part, facts, reading) for part in clause.clauses)
    if isinstance(clause, AtLeast):
        return sum(_evaluate(part, facts, reading) for part in clause.clauses) >= clause.count
    fact = facts.by_id.get(subject(clause))
    return reading(clause, fact.value if fact else None)


def _safely(atom: Atom, value: Value | None) -> bool:
    return value is State.UNKNOWN or _surely(atom, value)


def _possibly(atom: Atom, value: Value | None) -> bool:
    return value is None or value is State.NOT_ASKED or _safely(atom, value)


def _surely(atom: Atom, value: Value | None) -> bool:
    if value is None or value is State.UNKNOWN or value is State.NOT_ASKED:
        return False
    if isinstance(atom, Is):
        return value is atom.state
    if isinstance(atom, OneOf):
        return any(one in atom.values for one in (value if isinstance(value, tuple) else (value,)))
    if not isinstance(value, int):
        return False
    return (atom.low is None or atom.low <= value) and (atom.high is None or value <= atom.high)


def _branch(clause: Clause, facts: Facts) -> Iterator[str]:
    """Subjects of one way in which a clause that holds does so."""
    if isinstance(clause, AllOf):
        taken: list[Clause] = list(clause.clauses)
    elif isinstance(clause, AnyOf | AtLeast):
        standing = [part for part in clause.clauses if holds(part, facts)]
        standing.sort(key=lambda part: not surely(part, facts))
        taken = standing[: clause.count if isinstance(clause, AtLeast) else 1]
    else:
        yield subject(clause)
        return
    for part in taken:
        yield from _branch(part, facts)
