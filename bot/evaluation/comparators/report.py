"""The simple ways beside the assistant, on the same cases and by the same measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.evaluation.case_facts import facts_of
from bot.evaluation.case_scores import PROBABILITIES, SHARES, Played, score
from bot.evaluation.cases import LabelledCase
from bot.evaluation.comparators import form, guesses
from bot.evaluation.comparators.tree import Tree
from bot.evaluation.scores import Report
from bot.knowledge.model import Knowledge, Level
from bot.triage.assessment import assess


def compare(
    cases: Sequence[LabelledCase], knowledge: Knowledge, aliases: Mapping[str, tuple[str, ...]]
) -> dict[str, Report]:
    """Name of a way → its report. `all_facts` is the assistant's own judgement without its interview."""
    ways = {
        "everyone_emergency": _guessed(cases, guesses.everybody(Level.EMERGENCY, cases)),
        "everyone_home": _guessed(cases, guesses.everybody(Level.SELF_CARE, cases)),
        "random": _guessed(cases, guesses.by_lot(cases)),
        "form": [_by_form(case, knowledge) for case in cases],
        "tree": _by_tree(cases, knowledge),
        "all_facts": [_by_all_facts(case, knowledge) for case in cases],
    }
    known = frozenset(knowledge.conditions)
    return {name: _comparable(score(played, known, aliases)) for name, played in ways.items()}


def _comparable(report: Report) -> Report:
    """Without what only a conversation has, and without misses: nobody learns from those."""
    return Report({name: one for name, one in report.scores.items() if name in (*SHARES, *PROBABILITIES)})


def _guessed(cases: Sequence[LabelledCase], levels: Sequence[str]) -> list[Played]:
    return [Played(case, level, (), 0, 1, "") for case, level in zip(cases, levels, strict=True)]


def _by_form(case: LabelledCase, knowledge: Knowledge) -> Played:
    return Played(case, form.level(facts_of(case, knowledge)), (), form.QUESTIONS, form.QUESTIONS, "")


def _by_tree(cases: Sequence[LabelledCase], knowledge: Knowledge) -> list[Played]:
    tree = Tree(knowledge)
    played = []
    for case in cases:
        level, shares = tree.judge(facts_of(case, knowledge))
        played.append(Played(case, level, tuple(shares), 0, 1, "", shares))
    return played


def _by_all_facts(case: LabelledCase, knowledge: Knowledge) -> Played:
    found = assess(facts_of(case, knowledge), knowledge)
    shares = {one.condition.id: one.probability for one in found.conditions}
    return Played(case, found.level, tuple(shares), 0, 1, "", shares)
