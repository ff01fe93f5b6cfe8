"""How cases went, scored as their labels say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.evaluation.calibration import brier, calibration, calibration_error, told_of
from bot.evaluation.cases import LabelledCase
from bot.evaluation.scores import Miss, Report, Tally, percentile
from bot.knowledge.model import Level

LOWER_IS_BETTER = frozenset(
    {
        "under_triage",
        "over_triage",
        "unsafe_under_triage",
        "must_not_miss_missed",
        "questions_median",
        "questions_p90",
        "turns_to_emergency_p90",
        "brier",
        "calibration_error",
    }
)
"""Measures that are rates of errors, or costs."""

SHARES = (
    "exact_triage",
    "under_triage",
    "over_triage",
    "unsafe_under_triage",
    "must_not_miss_missed",
    "self_care_right",
    "condition_top1",
    "condition_top3",
    "coverage",
)


PROBABILITIES = ("brier", "calibration_error")


@dataclass(frozen=True)
class Played:
    """How a case went.

    Attributes:
        level: of the result or of an emergency warning; empty when there was neither.
        conditions: ids, most probable first; empty in an emergency.
        questions: that were put; consent and the summary to check are none.
        turns: messages of the patient until the end.
        conversation: all of it, for whoever looks into a miss.
        probabilities: condition → 0-1, of those that the result names.
        base: version of the knowledge base that the result names, empty when it names none; `None` without a result.
    """

    case: LabelledCase
    level: str
    conditions: tuple[str, ...]
    questions: int
    turns: int
    conversation: str
    probabilities: Mapping[str, float] = field(default_factory=dict)
    base: str | None = None


def score(played: Sequence[Played], known: frozenset[str], aliases: Mapping[str, tuple[str, ...]]) -> Report:
    """Scores of the cases of one persona.

    Args:
        known: ids of the conditions of the base.
        aliases: label → ids of the base that count as naming it.
    """
    tallies = {name: Tally() for name in SHARES}
    misses: list[Miss] = []

    def count(measure: str, one: Played, hit: bool, gold: str, got: str, bad: bool = False) -> None:
        tallies[measure].add(hit)
        if hit is bad:
            misses.append(Miss(one.case.id, measure, gold, got, one.conversation))

    for one in played:
        right = " or ".join(one.case.levels)
        urgency = Level(one.level).urgency if one.level else -1
        wanted = [Level(level).urgency for level in one.case.levels]
        count("coverage", one, bool(one.level), "a result", "none")
        count("exact_triage", one, one.level in one.case.levels, right, one.level)
        under = urgency < min(wanted)
        count("under_triage", one, under, right, one.level, bad=True)
        count("over_triage", one, urgency > max(wanted), right, one.level, bad=True)
        best = Level(one.case.levels[0])
        unsafe = under and (best is Level.EMERGENCY or (best is Level.SAME_DAY and urgency <= Level.SELF_CARE.urgency))
        count("unsafe_under_triage", one, unsafe, right, one.level, bad=True)
        if one.case.must_not_miss:
            count("must_not_miss_missed", one, under, right, one.level, bad=True)
        if best is Level.SELF_CARE:
            count("self_care_right", one, one.level == Level.SELF_CARE, right, one.level)
        gold = named(one.case.conditions, known, aliases)
        if gold and one.conditions:
            first, wanted_ids = ", ".join(one.conditions[:3]), ", ".join(sorted(gold))
            count("condition_top1", one, one.conditions[0] in gold, wanted_ids, first)
            count("condition_top3", one, not gold.isdisjoint(one.conditions[:3]), wanted_ids, first)
    told = told_of((one.probabilities, named(one.case.conditions, known, aliases)) for one in played)
    finished = [one for one in played if one.level]
    asked = [one.questions for one in finished if one.level != Level.EMERGENCY]
    emergencies = [one.turns for one in finished if one.level == one.case.levels[0] == Level.EMERGENCY]
    scores = {name: tally.score for name, tally in tallies.items()}
    scores |= {
        "questions_median": percentile(asked, 0.5),
        "questions_p90": percentile(asked, 0.9),
        "turns_to_emergency_p90": percentile(emergencies, 0.9),
        "brier": brier(told),
        "calibration_error": calibration_error(told),
    }
    table, bins = calibration(told)
    return Report(scores, [table] if told else [], misses, {"calibration": bins} if told else {})


def named(labels: Sequence[str], known: frozenset[str], aliases: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The ids of the base that count as right."""
    return frozenset(id for label in labels for id in (label, *aliases.get(label, ())) if id in known)
