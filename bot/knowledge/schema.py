"""The tables of the base. Every row belongs to a version; several versions stand side by side.

Entries with parts of their own (options, evidence, citations) have a table for them; short lists and clauses are JSON.
`position` keeps the order of the files. A column is called after the field that it holds.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_1_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

version = Table(
    "kb_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", String(12), nullable=False, unique=True),
    Column("active", Boolean, nullable=False),
    Column("built_at", DateTime(timezone=True), nullable=False),  # UTC; when it last became the active one
)

_WHERE_ACTIVE = text("active")
Index("ix_kb_version_active", version.c.active, unique=True, sqlite_where=_WHERE_ACTIVE, postgresql_where=_WHERE_ACTIVE)


def _of_version(name: str, *items: SchemaItem) -> Table:
    """A table whose rows belong to a version."""
    owner = ForeignKey("kb_version.id", name=f"fk_kb_{name}_version")
    return Table(f"kb_{name}", metadata, Column("version_id", owner, primary_key=True), *items)


def _entries(name: str, *items: SchemaItem, key: str = "id") -> Table:
    """A table of entries that have an id."""
    return _of_version(name, Column(key, Text, primary_key=True), _integer("position"), *items)


def _parts(name: str, of: str, *items: SchemaItem) -> Table:
    """A table of the parts of entries of another table."""
    return _of_version(
        name,
        Column(f"{of}_id", Text, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *items,
        _reference(f"{of}_id", of),
    )


def _reference(column: str, table: str) -> ForeignKeyConstraint:
    """`column` names an entry of the same version."""
    return ForeignKeyConstraint(["version_id", column], [f"kb_{table}.version_id", f"kb_{table}.id"])


def _text(name: str, nullable: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=nullable)


def _integer(name: str, nullable: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=nullable)


def _json(name: str, nullable: bool = False) -> Column[Any]:
    return Column(name, JSON(none_as_null=True), nullable=nullable)


def _grounds(nullable: bool = False) -> tuple[Column[Any], Column[Any]]:
    """Strength and review of a statement; its sources are citations."""
    return Column("strength", Text, nullable=nullable), Column("reviewed", Date, nullable=nullable)


source = _entries("source", _text("title"), _integer("year"), _text("read"), _text("link", nullable=True))

region = _entries("region", _text("area"), _text("label"), *_grounds(nullable=True))

measure = _entries("measure", _text("kind"), _text("label"))

finding = _entries(
    "finding", _text("kind"), _text("label"), _text("present"), _text("absent"), _text("meaning"), *_grounds()
)

question = _entries(
    "question",
    _json("about"),
    _text("kind"),
    _text("stage"),
    _text("wording"),
    _text("why"),
    _text("help", nullable=True),
    _integer("minimum", nullable=True),
    _integer("maximum", nullable=True),
    _text("unit", nullable=True),
    _integer("seconds"),
    _json("ask_when", nullable=True),
    _json("never_when", nullable=True),
    *_grounds(nullable=True),
)

question_option = _parts("question_option", "question", _text("id"), _text("label"), _json("settles"))

rule = _entries(
    "rule",
    _text("kind"),
    _text("level"),
    _json("when"),
    _text("text"),
    _text("ask", nullable=True),
    _text("until_help", nullable=True),
    _text("call"),
    _json("forbids"),
    _json("advice"),
    *_grounds(),
    _reference("ask", "question"),
)

condition = _entries(
    "condition",
    _text("name"),
    _text("plain"),
    _json("icd10"),
    _json("regions"),
    Column("prior", Double, nullable=False),
    _text("usual_level"),
    Column("must_not_miss", Boolean, nullable=False),
    _json("advice"),
    _integer("first_day"),
    _integer("last_day"),
    _integer("recheck_days"),
    _text("expect"),
    _json("get_help_if"),
    _text("escalate"),
    _json("contrasts"),
    _text("tissue"),
    _json("plans"),
    *_grounds(),
)

condition_evidence = _parts(
    "condition_evidence",
    "condition",
    _text("about"),
    _json("values"),
    Column("ratio", Double, nullable=False),
    Column("otherwise", Double, nullable=False),
    *_grounds(),
)

advice = _entries(
    "advice",
    _text("title"),
    _text("text"),
    _json("levels"),
    _json("unless", nullable=True),
    _text("instead", nullable=True),
    _json("recommends"),
    _json("forbids"),
    *_grounds(),
)

tissue = _entries(
    "tissue",
    _text("name"),
    _text("text"),
    _integer("pain_fine"),
    _integer("pain_most"),
    _integer("pain_next_day"),
    Column("needs_clearance", Boolean, nullable=False),
    *_grounds(),
)

plan = _entries(
    "plan",
    _text("name"),
    _text("plain"),
    _json("tissues"),
    _json("unless", nullable=True),
    _json("gate"),
    _json("stages"),
    _integer("sessions_before_next"),
    _integer("rest_days"),
    _integer("sessions_a_week"),
    _json("progress"),
    _json("step_back"),
    _json("stop"),
    _text("afterwards"),
    _integer("days_before_next"),
    _integer("long_break_days"),
    _integer("settle_days"),
    _integer("bad_runs_before_stop"),
    _json("never_with"),
    Column("halve_every_weeks", Integer),
    Column("least_km", Double),
    *_grounds(),
)

article = _entries(
    "article",
    _text("kind"),
    _json("about"),
    _text("title"),
    _text("text"),
    _text("differs", nullable=True),
    *_grounds(),
)

figure = _entries("figure", _json("about"), _text("says"), *_grounds())

help_line = _entries(
    "help_line",
    _text("name"),
    _text("emergency"),
    _text("urgent", nullable=True),
    _text("crisis", nullable=True),
    *_grounds(nullable=True),
    key="region",
)

lexicon = _of_version(
    "lexicon",
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("concept"),
    _json("phrases"),
    _text("state"),
)

# What rests on which source. `part` is the position of a condition's evidence, -1 for the entry itself.
citation = _of_version(
    "citation",
    Column("kind", Text, primary_key=True),
    Column("entry", Text, primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("source_id"),
    _reference("source_id", "source"),
)

CONTENT: tuple[Table, ...] = (
    source,
    region,
    measure,
    finding,
    question,
    question_option,
    rule,
    condition,
    condition_evidence,
    advice,
    tissue,
    plan,
    article,
    figure,
    help_line,
    lexicon,
    citation,
)
"""The tables of a version's content; a table comes after those that it refers to."""
