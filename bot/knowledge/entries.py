"""The simple entries: from the fields that were written to value objects."""

from __future__ import annotations

from bot.knowledge.fields import Fields
from bot.knowledge.model import Advice, Finding, HelpLine, Level, LexiconEntry, Region, Rule, Source, State

READ = ("full", "abstract", "page", "title", "none")
FINDING_KINDS = ("symptom", "examination", "history")
RULE_KINDS = ("red_flag", "decision_rule", "floor", "modifier")


def source(fields: Fields) -> Source:
    return Source(
        id=fields.id(),
        title=fields.text("title"),
        year=fields.integer("year"),
        read=fields.word("read", READ),
        link=fields.optional_text("link"),
    )


def region(fields: Fields) -> Region:
    return Region(id=fields.id(), area=fields.text("area"), label=fields.text("label"))


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
    )


def help_line(fields: Fields) -> HelpLine:
    return HelpLine(
        region=fields.text("region"),
        name=fields.text("name"),
        emergency=fields.text("emergency"),
        urgent=fields.optional_text("urgent"),
    )


def lexicon_entry(fields: Fields) -> LexiconEntry:
    return LexiconEntry(
        concept=fields.text("concept"),
        phrases=fields.texts("phrases"),
        state=State(fields.word("state", list(State), State.PRESENT)),
    )
