"""The safety case as a page that a clinician reads; its prose stands in data/safety/safety_case.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.knowledge.model import Level
from bot.review.safety.case import FOLDER, SafetyCase
from bot.review.safety.floors import Difference, Part
from bot.review.safety.judged import Judged, Verdict
from bot.review.safety.short_form import short_form
from bot.review.safety.smallest import smallest_sets
from bot.review.safety.walk import LARGEST, Counts
from bot.review.safety.wording import AND, Wording

LEVEL_NAMES = {
    Level.EMERGENCY: "Emergency",
    Level.SAME_DAY: "Same day",
    Level.SOON: "Soon",
    Level.SELF_CARE: "Self-care",
}


def report(case: SafetyCase) -> str:
    """The page, in Markdown."""
    wording = Wording(case.knowledge)
    differences = case.floors.differences.values()
    same = [one for one in case.judged if one.verdict is Verdict.SAME]
    template = (FOLDER / "safety_case.md").read_text(encoding="utf-8")
    return template.format(
        version=case.knowledge.version,
        mark=case.mark,
        rules=len(case.knowledge.rules),
        floors=len(case.floors.floors),
        below="none ends below a floor" if not case.below else f"**{len(case.below)} FAILURES, SEE THE END**",
        mutants=len(case.judged),
        caught=len(case.judged) - len(same),
        same=len(same),
        open=sum(one.open for one in differences),
        abilities=_listed([f"“{wording.label(finding)}”" for finding in sorted(case.abilities)]),
        walked="\n".join(_walked(case)),
        pairs=case.pairs,
        cut=case.pairs_cut,
        largest=f"{LARGEST:,}",
        damage="\n".join(_damage(case)),
        equivalent=_equivalent(same),
        floor_tables="\n\n".join(_floor_table(case, level, wording) for level in list(Level)[:-1]),
        open_differences=_differences((one for one in differences if one.open), case, wording),
        decided_differences=_differences((one for one in differences if not one.open), case, wording),
        beyond="\n".join(f"- `{rule}`: {case.knowledge.rules[rule].text}" for rule in case.beyond),
        rule_tables="\n\n".join(_rule_table(case, level, wording) for level in list(Level)[:-1]),
    ) + _failures(case)


def _walked(case: SafetyCase) -> Iterator[str]:
    yield _count("rules, each by itself", len(case.knowledge.rules), case.of_rules)
    yield _count("floors, each by itself", len(case.floors.floors), case.of_floors)
    yield _count("pairs of rules that share a finding", case.pairs, case.of_pairs)


def _count(what: str, number: int, counts: Counts) -> str:
    return f"| {what} | {number:,} | {counts.walked:,} | {_rounded(counts.stand_for)} |"


def _rounded(number: int) -> str:
    """Large numbers in millions; nobody reads the digits."""
    return f"{number:,}" if number < 10_000_000 else f"{number // 1_000_000:,} million"


def _damage(case: SafetyCase) -> Iterator[str]:
    kinds = dict.fromkeys(kind for kind, _ in case.tally)
    for kind in sorted(kinds):
        yield _row(kind, [case.tally.get((kind, verdict), 0) for verdict in Verdict])
    total = [sum(one.verdict is verdict for one in case.judged) for verdict in Verdict]
    yield _row("**all**", total)


def _row(kind: str, numbers: list[int]) -> str:
    return "| " + " | ".join([kind, str(sum(numbers)), *map(str, numbers)]) + " |"


def _equivalent(same: list[Judged]) -> str:
    if not same:
        return "No damage changes nothing."
    listed = "\n".join(f"- `{one.mutant.of}`: {one.mutant.kind}, `{one.mutant.what}`" for one in same)
    return (
        "What changes nothing takes away a way to fire that another part of the same rule holds with less, so the rule "
        f"still fires for the same answers:\n\n{listed}"
    )


def _floor_table(case: SafetyCase, level: Level, wording: Wording) -> str:
    rows = [
        f"| {floor.plain} | {'<br>'.join(_set(one, case, wording) for one in floor.sets)} | {floor.source} |"
        for floor in case.floors.floors.values()
        if floor.level is level
    ]
    return "\n".join(
        [f"### {LEVEL_NAMES[level]}", "", "| floor | any of these calls for it | from |", "|---|---|---|", *rows]
    )


def _set(parts: tuple[Part, ...], case: SafetyCase, wording: Wording) -> str:
    return AND.join(case.floors.words[part.word].plain if part.word else wording.clause(part.clause) for part in parts)


def _differences(differences: Iterable[Difference], case: SafetyCase, wording: Wording) -> str:
    head = ["| what | asked for | given | why, and what is proposed | from |", "|---|---|---|---|---|"]
    rows = [
        "| " + " | ".join([one.plain, _level(one.asked), _level(one.given), one.why, one.source]) + " |"
        for one in differences
    ]
    return "\n".join([*head, *rows]) if rows else "None."


def _level(level: Level) -> str:
    return LEVEL_NAMES[level].lower()


def _rule_table(case: SafetyCase, level: Level, wording: Wording) -> str:
    rows = []
    for rule in case.knowledge.rules.values():
        if rule.level is level:
            sets = "<br>".join(wording.row(row) for row in short_form(smallest_sets(rule.when)))
            rows.append(f"| `{rule.id}` | {sets} |")
    return "\n".join([f"### {LEVEL_NAMES[level]}", "", "| rule | fires on any of these |", "|---|---|", *rows])


def _failures(case: SafetyCase) -> str:
    if case.holds:
        return ""
    lines = [f"- {one.what} ({one.level}): {dict(one.answers)}" for one in case.below]
    lines += [f"- the difference {one} is not as it is written down" for one in case.moved]
    lines += [f"- the rule {one} is not as it was agreed to" for one in case.changed]
    return "\n## Failures\n\n" + "\n".join(lines) + "\n"


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else "nothing"
