"""The simple entries: from the fields that were written to value objects."""

from __future__ import annotations

from bot.knowledge.fields import Fields
from bot.knowledge.model import (
    Advice,
    Article,
    Figure,
    Finding,
    HelpLine,
    Level,
    LexiconEntry,
    Measure,
    Region,
    Rule,
    Source,
    State,
    Tissue,
)

READ = ("full", "abstract", "page", "title", "none")
FINDING_KINDS = ("symptom", "examination", "history")
RULE_KINDS = ("red_flag", "decision_rule", "floor", "modifier")
CALLS = ("emergency", "crisis")
MEASURE_KINDS = ("treatment", "prevention", "activity")
ARTICLE_KINDS = (
    "what_it_is",
    "how_common",
    "symptoms",
    "cause",
    "risk_factor",
    "treatment",
    "prevention",
    "recovery_time",
    "when_to_see_a_doctor",
    "first_steps",
    "racing",
)
"""What is asked in a general question."""


def source(fields: Fields) -> Source:
    return Source(
        id=fields.id(),
        title=fields.text("title"),
        year=fields.integer("year"),
        read=fields.word("read", READ),
        link=fields.optional_text("link"),
    )


def region(fields: Fields) -> Region:
    return Region(id=fields.id(), area=fields.text("area"), label=fields.text("label"), provenance=fields.provenance())


def measure(fields: Fields) -> Measure:
    return Measure(id=fields.id(), kind=fields.word("kind", MEASURE_KINDS), label=fields.text("label"))


def finding(fields: Fields) -> Finding:
    return Finding(
        id=fields.id(),
        kind=fields.word("kind", FINDING_KINDS),
        label=fields.text("label"),
        present=fields.text("present"),
        absent=fields.text("absent"),
        meaning=fields.text("meaning"),
        provenance=fields.provenance(),
    )


def rule(fields: Fields) -> Rule:
    return Rule(
        id=fields.id(),
        kind=fields.word("kind", RULE_KINDS),
        level=fields.enum("level", Level),
        when=fields.clause("when"),
        text=fields.text("text"),
        ask=fields.optional_text("ask"),
        provenance=fields.provenance(),
        until_help=fields.optional_text("until_help"),
        call=fields.word("call", CALLS, CALLS[0]),
        forbids=fields.texts("forbids", required=False),
        advice=fields.texts("advice", required=False),
    )


def advice(fields: Fields) -> Advice:
    return Advice(
        id=fields.id(),
        title=fields.text("title"),
        text=fields.text("text"),
        levels=fields.enums("levels", Level),
        unless=fields.optional_clause("unless"),
        instead=fields.optional_text("instead"),
        provenance=fields.provenance(),
        recommends=fields.texts("recommends", required=False),
        forbids=fields.texts("forbids", required=False),
    )


def tissue(fields: Fields) -> Tissue:
    return Tissue(
        id=fields.id(),
        name=fields.text("name"),
        text=fields.text("text"),
        pain_fine=fields.integer("pain_fine"),
        pain_most=fields.integer("pain_most"),
        pain_next_day=fields.integer("pain_next_day"),
        needs_clearance=fields.flag("needs_clearance"),
        provenance=fields.provenance(),
    )


def article(fields: Fields) -> Article:
    return Article(
        id=fields.id(),
        kind=fields.word("kind", ARTICLE_KINDS),
        about=fields.texts("about", required=False),
        title=fields.text("title"),
        text=fields.text("text"),
        differs=fields.optional_text("differs"),
        provenance=fields.provenance(),
    )


def figure(fields: Fields) -> Figure:
    return Figure(id=fields.id(), about=fields.texts("about"), says=fields.text("says"), provenance=fields.provenance())


def help_line(fields: Fields) -> HelpLine:
    return HelpLine(
        region=fields.text("region"),
        name=fields.text("name"),
        emergency=fields.text("emergency"),
        urgent=fields.optional_text("urgent"),
        crisis=fields.optional_text("crisis"),
        provenance=fields.provenance(),
    )


def lexicon_entry(fields: Fields) -> LexiconEntry:
    return LexiconEntry(
        concept=fields.text("concept"),
        phrases=fields.texts("phrases"),
        state=State(fields.word("state", list(State), State.PRESENT)),
    )
