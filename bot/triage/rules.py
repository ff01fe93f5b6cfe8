"""Which safety rules fire. More danger can only raise a level, because no rule asks for another one not to fire."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.model import Knowledge, Level, Rule
from bot.triage.clauses import holds, witnesses
from bot.triage.facts import Facts


@dataclass(frozen=True)
class Fired:
    """A rule whose condition holds, and the ids of the facts that make it hold."""

    rule: Rule
    findings: tuple[str, ...]


def fired(facts: Facts, knowledge: Knowledge) -> tuple[Fired, ...]:
    """The rules that fire, most urgent first, else in file order. Unknown counts as present."""
    standing = [
        Fired(rule, witnesses(rule.when, facts)) for rule in knowledge.rules.values() if holds(rule.when, facts)
    ]
    return tuple(sorted(standing, key=lambda one: -one.rule.level.urgency))


def red_flags(facts: Facts, knowledge: Knowledge) -> tuple[Fired, ...]:
    """The red flags that fire and call for care now or today, most urgent first."""
    return tuple(
        one
        for one in fired(facts, knowledge)
        if one.rule.kind == "red_flag" and one.rule.level.urgency >= Level.SAME_DAY.urgency
    )


def rule_level(facts: Facts, knowledge: Knowledge) -> Level:
    """The highest level of the rules that fire; self-care when none does. A further answer never lowers it."""
    standing = (rule.level for rule in knowledge.rules.values() if holds(rule.when, facts))
    return max(standing, key=lambda level: level.urgency, default=Level.SELF_CARE)
