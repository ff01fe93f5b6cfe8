"""Clauses: from YAML or JSON and back, and what they are about.

deformity                                    a finding that is present
{absent: deformity}                          a finding in another state
{onset: sudden}  {location: [lateral]}       an attribute with one of these values
{severity: {at_least: 8, at_most: 10}}       a number, both ends included, either may be left out
{all: [...]}  {any: [...]}                   a bare list means all
{at_least: {count: 2, of: [...]}}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Is, OneOf, State

Atom: TypeAlias = Is | OneOf | Between
"""A clause with no clause in it."""

Json: TypeAlias = "str | int | list[Json] | dict[str, Json]"


@dataclass(frozen=True)
class ClauseFault:
    """One thing wrong in a clause; `line` is `None` when it did not come from a file."""

    line: int | None
    what: str
    mend: str


class ClauseError(ValueError):
    """A clause that cannot be read, with everything that is wrong in it."""

    def __init__(self, faults: Iterable[ClauseFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(f"{fault.what} {fault.mend}" for fault in self.faults))


def parse(written: object) -> Clause:
    """The clause that is written there. Ids are not looked up.

    Raises:
        ClauseError: it is none of the forms above.
    """
    if isinstance(written, str) and written:
        return Is(written)
    if isinstance(written, list):
        return AllOf(_each(written, written))
    if isinstance(written, dict) and len(written) == 1:
        ((key, value),) = written.items()
        return _keyed(str(key), value, written)
    if isinstance(written, dict):
        raise _error(
            written,
            f"A condition with {_listed(written) or 'nothing in it'} is not clear.",
            "Write one thing in each, and join them with all: or any:.",
        )
    raise _error(written, f"'{written}' is no condition.", "Write a finding, or {all: [...]}, {any: [...]} and so on.")


def to_json(clause: Clause) -> Json:
    """The clause in the form that `parse` reads."""
    match clause:
        case Is(finding, State.PRESENT):
            return finding
        case Is(finding, state):
            return {state.value: finding}
        case OneOf(attribute, values):
            return {attribute: list(values)}
        case Between(attribute, low, high):
            limits = {"at_least": low, "at_most": high}
            return {attribute: {name: limit for name, limit in limits.items() if limit is not None}}
        case AllOf(clauses):
            return {"all": [to_json(part) for part in clauses]}
        case AnyOf(clauses):
            return {"any": [to_json(part) for part in clauses]}
        case AtLeast(count, clauses):
            return {"at_least": {"count": count, "of": [to_json(part) for part in clauses]}}


from_json = parse
"""The inverse of `to_json`."""


def atoms(clause: Clause) -> Iterator[Atom]:
    """The clauses that have no clause in them, in order."""
    if isinstance(clause, AllOf | AnyOf | AtLeast):
        for part in clause.clauses:
            yield from atoms(part)
    else:
        yield clause


def findings_of(clause: Clause) -> tuple[str, ...]:
    """The findings it looks at, in order, each once."""
    return tuple(dict.fromkeys(atom.finding for atom in atoms(clause) if isinstance(atom, Is)))


def attributes_of(clause: Clause) -> tuple[str, ...]:
    """The attributes it looks at, in order, each once."""
    return tuple(dict.fromkeys(atom.attribute for atom in atoms(clause) if not isinstance(atom, Is)))


def _keyed(key: str, value: object, written: object) -> Clause:
    if key in ("all", "any"):
        parts = _each(value, written)
        return AllOf(parts) if key == "all" else AnyOf(parts)
    if key == "at_least":
        return _at_least(value, written)
    if key in set(State):
        if isinstance(value, str) and value:
            return Is(value, State(key))
        raise _error(written, f"'{key}' takes one finding.", "For more than one, put them in all: or any:.")
    if isinstance(value, dict):
        return _between(key, value, written)
    values: list[object] = value if isinstance(value, list) else [value]
    named = tuple(one for one in values if isinstance(one, str) and one)
    if named and len(named) == len(values):
        return OneOf(key, named)
    raise _error(
        written, f"'{key}' has no value to compare with.", f"Write {{{key}: value}} or {{{key}: [one, other]}}."
    )


def _each(values: object, written: object) -> tuple[Clause, ...]:
    if not isinstance(values, list) or not values:
        raise _error(written, "There is no list of conditions here.", "Write at least one, in square brackets.")
    parts: list[Clause] = []
    faults: list[ClauseFault] = []
    for value in values:
        try:
            parts.append(parse(value))
        except ClauseError as error:
            faults += error.faults
    if faults:
        raise ClauseError(faults)
    return tuple(parts)


def _at_least(value: object, written: object) -> AtLeast:
    if not isinstance(value, dict) or set(value) != {"count", "of"}:
        raise _error(written, "'at_least' needs a count and a list.", "Write {at_least: {count: 2, of: [...]}}.")
    parts = _each(value["of"], value)
    count = _integer(value["count"])
    if count is None or not 1 <= count <= len(parts):
        raise _error(value, f"'count: {value['count']}' does not fit.", f"Write a number from 1 to {len(parts)}.")
    return AtLeast(count, parts)


def _between(attribute: str, limits: dict[str, object], written: object) -> Between:
    low, high = _integer(limits.get("at_least")), _integer(limits.get("at_most"))
    if (
        not limits
        or set(limits) - {"at_least", "at_most"}
        or ("at_least" in limits and low is None)
        or ("at_most" in limits and high is None)
        or (low is not None and high is not None and low > high)
    ):
        raise _error(
            written,
            f"The limits of '{attribute}' cannot be read.",
            f"Write {{{attribute}: {{at_least: 2, at_most: 5}}}} with whole numbers, the smaller first; one is enough.",
        )
    return Between(attribute, low, high)


def _integer(value: object) -> int | None:
    """A whole number; files give it as text."""
    try:
        return int(value) if isinstance(value, str | int) else None
    except ValueError:
        return None


def _error(where: object, what: str, mend: str) -> ClauseError:
    return ClauseError([ClauseFault(getattr(where, "line", None), what, mend)])


def _listed(names: Iterable[object]) -> str:
    return " and ".join(f"'{name}'" for name in names)
