"""What would change the level: the smallest sets of other answers, each proved by working the level out again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.knowledge.clauses import Atom
from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Evidence, Is, Knowledge, Level, OneOf, State
from bot.triage.clauses import holds
from bot.triage.differential import Candidate, differential
from bot.triage.facts import Facts, Value
from bot.triage.level import Reason, level
from bot.triage.weights import ratio_of

# Product judgement: a person reads a few of these, and two things at once is as much as anybody will watch for.
MOST_PER_LEVEL = 3
MOST_CHANGES = 2

# What may become different while the person waits. Other attributes, and history, stay as they were told.
GROWING = ("severity", "duration_days")

# Who somebody is does not change, and is nothing to watch for.
PERSON = ("subject", "age", "sex", "side")


@dataclass(frozen=True)
class Change:
    """Another answer: a finding in another state, or an attribute with another value."""

    id: str
    value: Value


@dataclass(frozen=True)
class WouldChange:
    """If all of `changes` were so, the level would be exactly `level`.

    Attributes:
        rule: id of the rule that would then fire; `None` when the level would fall.
    """

    level: Level
    changes: tuple[Change, ...]
    rule: str | None = None

    def supposed(self, facts: Facts) -> Facts:
        """The facts if the changes were so."""
        for change in self.changes:
            facts = facts.supposing(change.id, change.value)
        return facts


def would_change(facts: Facts, knowledge: Knowledge) -> tuple[WouldChange, ...]:
    """What would raise the level, most urgent first and a few per level, then what would lower it.

    Raised by what is not settled or may still come: a symptom or examination that was denied, more pain, more days,
    another place. Lowered where one reported finding carries the level alone.
    """
    present, reasons = level(facts, knowledge)
    return (*_rises(facts, knowledge, present), *_falls(facts, knowledge, present, reasons))


def _rises(facts: Facts, knowledge: Knowledge, present: Level) -> Iterator[WouldChange]:
    candidates = differential(facts, knowledge)
    for wanted in Level:
        if wanted.urgency <= present.urgency:
            continue
        ways = [
            (rule.id, changes)
            for rule in knowledge.rules.values()
            if rule.level is wanted
            for changes in _ways(rule.when, facts, knowledge)
        ]
        telling = _telling({change for _, changes in ways for change in changes}, candidates, wanted)
        ways.sort(key=lambda way: (len(way[1]), -sum(telling[change] for change in way[1])))
        given: list[WouldChange] = []
        for rule, changes in ways:
            if len(given) < MOST_PER_LEVEL and not _shares(rule, changes, given):
                rise = WouldChange(wanted, changes, rule)
                given += [rise] if _exact(rise, facts, knowledge) else []
        yield from given


def _falls(facts: Facts, knowledge: Knowledge, present: Level, reasons: Sequence[Reason]) -> Iterator[WouldChange]:
    carried = (about for reason in reasons if reason.level is present for about in reason.findings)
    carrying = (about for about in carried if about in knowledge.findings)
    given = 0
    for about in dict.fromkeys(carrying):
        for state in _other_states(facts.state(about)):
            then, _ = level(facts.supposing(about, state), knowledge)
            if then.urgency < present.urgency and given < MOST_PER_LEVEL:
                yield WouldChange(then, (Change(about, state),))
                given += 1
                break


def _exact(rise: WouldChange, facts: Facts, knowledge: Knowledge) -> bool:
    """The level is as stated with all of the changes, and lower with fewer of them."""
    if level(rise.supposed(facts), knowledge)[0] is not rise.level:
        return False
    return len(rise.changes) == 1 or all(
        level(facts.supposing(change.id, change.value), knowledge)[0].urgency < rise.level.urgency
        for change in rise.changes
    )


def _shares(rule: str, changes: tuple[Change, ...], given: Iterable[WouldChange]) -> bool:
    """Whether a set adds nothing: its rule or one of its changes is there already."""
    return any(other.rule == rule or set(other.changes) & set(changes) for other in given)


def _telling(changes: Collection[Change], candidates: Sequence[Candidate], wanted: Level) -> Mapping[Change, float]:
    """Change → probability of the conditions in view, as urgent as the level, that it would speak for."""
    listed: dict[str, list[tuple[float, Evidence]]] = defaultdict(list)
    for candidate in candidates:
        if candidate.condition.usual_level.urgency >= wanted.urgency:
            for evidence in candidate.condition.evidence:
                listed[evidence.about].append((candidate.probability, evidence))
    return {
        change: sum(share for share, evidence in listed[change.id] if ratio_of(evidence, change.value) > 1)
        for change in changes
    }


def _ways(clause: Clause, facts: Facts, knowledge: Knowledge) -> list[tuple[Change, ...]]:
    """Sets of at most two changes with which the clause would hold; one empty set when it holds already."""
    if holds(clause, facts):
        return [()]
    if isinstance(clause, AnyOf):
        return _distinct(way for part in clause.clauses for way in _ways(part, facts, knowledge))
    if isinstance(clause, AllOf):
        return _together(clause.clauses, facts, knowledge)
    if isinstance(clause, AtLeast):
        standing = sum(holds(part, facts) for part in clause.clauses)
        lacking = [part for part in clause.clauses if not holds(part, facts)]
        missing = min(clause.count - standing, MOST_CHANGES + 1)
        return _distinct(way for some in combinations(lacking, missing) for way in _together(some, facts, knowledge))
    change = _change(clause, facts, knowledge)
    return [(change,)] if change else []


def _together(clauses: Sequence[Clause], facts: Facts, knowledge: Knowledge) -> list[tuple[Change, ...]]:
    """Sets of at most two changes with which all of the clauses would hold."""
    ways: list[tuple[Change, ...]] = [()]
    for part in clauses:
        joined = ((*way, *more) for more in _ways(part, facts, knowledge) for way in ways)
        ways = [way for way in _distinct(joined) if len(way) <= MOST_CHANGES]
    return ways


def _distinct(ways: Iterable[tuple[Change, ...]]) -> list[tuple[Change, ...]]:
    """The ways without repeats and without two answers to one question."""
    tidy = dict.fromkeys(tuple(dict.fromkeys(way)) for way in ways)
    return [way for way in tidy if len({change.id for change in way}) == len(way)]


def _change(atom: Atom, facts: Facts, knowledge: Knowledge) -> Change | None:
    """The other answer with which a clause that does not hold would, if such an answer may still come."""
    if isinstance(atom, Is):
        finding = knowledge.findings.get(atom.finding)
        told = facts.known(atom.finding) and finding is not None and finding.kind == "history"
        return None if told or atom.state is State.UNKNOWN else Change(atom.finding, atom.state)
    if atom.attribute in PERSON:
        return None
    if isinstance(atom, OneOf):
        if atom.attribute == "location":
            return Change("location", (*facts.location(), atom.values[0]))
        return None if facts.known(atom.attribute) else Change(atom.attribute, atom.values[0])
    return _growth(atom, facts)


def _growth(atom: Between, facts: Facts) -> Change | None:
    wanted = atom.low if atom.low is not None else atom.high
    now = facts.number(atom.attribute)
    if wanted is None or (now is not None and (atom.attribute not in GROWING or wanted <= now)):
        return None
    return Change(atom.attribute, wanted)


def _other_states(state: State) -> tuple[State, ...]:
    """What a reported finding might be instead; nothing for what was not reported."""
    return {
        State.PRESENT: (State.ABSENT,),
        State.ABSENT: (State.PRESENT,),
        State.UNKNOWN: (State.ABSENT, State.PRESENT),
    }.get(state, ())
