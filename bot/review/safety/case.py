"""The whole safety case, worked out from a base and the floors."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.clauses import to_json
from bot.knowledge.model import Knowledge
from bot.review.safety.answers import answers_to
from bot.review.safety.floors import Floors
from bot.review.safety.judged import Judged, Verdict, judged
from bot.review.safety.short_form import LiteralSet
from bot.review.safety.smallest import Frozen, smallest_sets, told_by, written
from bot.review.safety.walk import Below, Counts, Walk, abilities
from bot.triage.facts import Fact, Facts
from bot.triage.rules import rule_level

FOLDER = Path(__file__).resolve().parents[3] / "data" / "safety"


@dataclass(frozen=True)
class SafetyCase:
    """What was walked and what came of it.

    Attributes:
        mark: changes whenever a rule or a floor does, and never otherwise.
        below: combinations that end below a floor, or after which a level falls; none in a sound base.
        moved: differences that are not as they are written down.
        changed: rules that are not as they were agreed to.
        abilities: findings that are good news when present.
    """

    knowledge: Knowledge
    floors: Floors
    mark: str
    of_rules: Counts
    of_floors: Counts
    of_pairs: Counts
    pairs: int
    pairs_cut: int
    below: Sequence[Below]
    moved: Sequence[str]
    changed: Sequence[str]
    judged: Sequence[Judged]
    abilities: frozenset[str]

    @property
    def holds(self) -> bool:
        return not (self.below or self.moved or self.changed)

    @property
    def tally(self) -> Mapping[tuple[str, Verdict], int]:
        """Kind of damage and how it is noticed → number of broken rules."""
        return Counter((one.mutant.kind, one.verdict) for one in self.judged)

    @property
    def beyond(self) -> tuple[str, ...]:
        """Rules that no floor needs: taken out, none is undercut."""
        return tuple(
            one.mutant.of for one in self.judged if one.mutant.rule is None and one.verdict is not Verdict.FLOOR
        )


def safety_case(knowledge: Knowledge, floors: Floors, kept: Frozen) -> SafetyCase:
    """Walks everything and breaks every rule; takes seconds.

    Args:
        kept: the smallest sets of each rule as they were agreed to.
    """
    answers = answers_to(
        [*(rule.when for rule in knowledge.rules.values()), *(floor.when for floor in floors.floors.values())]
    )
    walk = Walk(knowledge.rules, floors.floors, answers)
    of_rules, of_floors = walk.each_rule(), walk.each_floor()
    pairs, cut, of_pairs = walk.pairs()
    return SafetyCase(
        knowledge=knowledge,
        floors=floors,
        mark=mark(knowledge, floors),
        of_rules=of_rules,
        of_floors=of_floors,
        of_pairs=of_pairs,
        pairs=pairs,
        pairs_cut=cut,
        below=walk.below,
        moved=tuple(_moved(knowledge, floors)),
        changed=_changed(written(knowledge.rules.values()), kept),
        judged=tuple(judged(knowledge.rules, floors.floors, answers)),
        abilities=abilities(knowledge.rules.values()),
    )


def mark(knowledge: Knowledge, floors: Floors) -> str:
    """A short mark of the rules and floors: of their ids, levels and conditions."""
    rules = [(rule.id, rule.level, to_json(rule.when)) for rule in knowledge.rules.values()]
    asked = [(floor.id, floor.level, to_json(floor.when)) for floor in floors.floors.values()]
    return hashlib.sha256(json.dumps([rules, asked]).encode()).hexdigest()[:12]


def facts_of(one: LiteralSet) -> Facts:
    """The answers of a smallest set as facts."""
    return Facts.of(Fact(about, value, said="", turn=0) for about, value in told_by(one).items())


def _changed(now: Frozen, kept: Frozen) -> tuple[str, ...]:
    return tuple(sorted(rule for rule in {*now, *kept} if now.get(rule) != kept.get(rule)))


def _moved(knowledge: Knowledge, floors: Floors) -> list[str]:
    """Differences in which the rules do not give the level that is written down."""
    return [
        one.id
        for one in floors.differences.values()
        if {rule_level(facts_of(smallest), knowledge) for smallest in smallest_sets(one.when)} != {one.given}
    ]
