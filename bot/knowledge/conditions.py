"""Conditions with their evidence: from the fields that were written to value objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.fields import Fields, as_number, called
from bot.knowledge.marked import Block, Series
from bot.knowledge.model import Condition, Course, Evidence, Level, State, Strength


@dataclass(frozen=True)
class Weight:
    """Likelihood ratios: when the answer is one of the evidence's values, and when it is another."""

    ratio: float
    otherwise: float


def scale(fields: Fields) -> dict[str, Weight]:
    """The words of the judgement scale: `strong: [4, 0.4]`."""
    words: dict[str, Weight] = {}
    written = fields.mapping("scale")
    for word, pair in written.items():
        ratios = [as_number(one) for one in pair] if isinstance(pair, Series) else []
        match ratios:
            case [float(ratio), float(otherwise)]:
                words[word] = Weight(ratio, otherwise)
            case _:
                fields.report.add(
                    written.lines[word],
                    f"'{word}' of the judgement scale cannot be read.",
                    f"Write {word}: [2.5, 0.6], the ratio when it is so and when it is not.",
                )
    return words


def condition(fields: Fields, words: Mapping[str, Weight]) -> Condition:
    """A condition; `words` are those of the judgement scale."""
    return Condition(
        id=fields.id(),
        name=fields.text("name"),
        plain=fields.text("plain"),
        icd10=fields.texts("icd10"),
        regions=fields.texts("regions"),
        prior=fields.number("prior"),
        usual_level=fields.enum("usual_level", Level),
        must_not_miss=fields.flag("must_not_miss"),
        evidence=tuple(_evidence(block, fields, words) for block in fields.blocks("findings")),
        advice=fields.texts("advice", required=False),
        course=_course(fields),
        escalate=fields.text("escalate"),
        contrasts=_contrasts(fields),
        provenance=fields.provenance(),
        tissue=fields.text("tissue"),
        plans=fields.texts("plans", required=False),
    )


def _evidence(block: Block, condition: Fields, words: Mapping[str, Weight]) -> Evidence:
    fields = Fields(block, condition.report, f"{condition.name}, {called('finding', block)}", condition.block)
    word = fields.optional_text("scale")
    evidence = Evidence(
        about=fields.text("id"),
        values=_values(fields),
        ratio=_ratio(fields, word, words).ratio,
        otherwise=_ratio(fields, word, words).otherwise,
        provenance=fields.provenance(strength=Strength.JUDGEMENT if word else None),
    )
    fields.finish()
    return evidence


def _values(fields: Fields) -> tuple[str, ...]:
    """States of a finding, values of an attribute, or the range of a number as `3..10`, `43..`, `..3`."""
    low, high = fields.optional_integer("at_least"), fields.optional_integer("at_most")
    values = fields.texts("value", required=False)
    ways = [bool(values), low is not None or high is not None, "state" in fields.block]
    if sum(ways) > 1:
        fields.wrong("id", f"{fields.name}: it is not clear what speaks for it.", "Give a state, a value, or limits.")
    if values:
        return values
    if low is not None or high is not None:
        return (f"{'' if low is None else low}..{'' if high is None else high}",)
    return tuple(state.value for state in fields.enums("state", State, State.PRESENT))


def _ratio(fields: Fields, word: str | None, words: Mapping[str, Weight]) -> Weight:
    if word is None:
        return Weight(fields.number("ratio"), fields.number("otherwise"))
    if "ratio" in fields.block or "otherwise" in fields.block:
        fields.wrong("scale", f"{fields.name}: it has a ratio and a word of the scale.", "Keep one of them.")
    if word not in words:
        fields.wrong("scale", f"{fields.name}: '{word}' is not on the scale.", f"Use one of: {', '.join(words)}.")
    return words.get(word, Weight(1.0, 1.0))


def _course(condition: Fields) -> Course:
    block = condition.mapping("course")
    fields = Fields(block, condition.report, f"{condition.name}, course")
    days = [int(day) if day.isdecimal() else -1 for day in fields.texts("days")]
    if days and (len(days) != 2 or min(days) < 0):
        fields.wrong("days", f"{fields.name}: 'days' must be two whole numbers.", "Write days: [7, 21].")
    course = Course(
        days=(days[0], days[1]) if len(days) == 2 else (0, 0),
        recheck_days=fields.integer("recheck_days"),
        expect=fields.text("expect"),
        get_help_if=fields.texts("get_help_if"),
    )
    fields.finish()
    return course


def _contrasts(condition: Fields) -> dict[str, str]:
    block = condition.mapping("contrasts")
    for other, question in block.items():
        if not isinstance(question, str):
            condition.report.add(
                block.lines[other],
                f"{condition.name}: the contrast with '{other}' names no question.",
                f"Write {other}: and the id of the question that tells them apart.",
            )
    return {other: question for other, question in block.items() if isinstance(question, str)}
