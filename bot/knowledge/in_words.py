"""A clause as a clinician reads it."""

from __future__ import annotations

from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Is, OneOf, State


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
