"""A base as rows of the tables, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from sqlalchemy import Table

from bot.knowledge import schema
from bot.knowledge.clauses import from_json, to_json
from bot.knowledge.model import (
    Advice,
    AllOf,
    AnyOf,
    Article,
    AtLeast,
    Between,
    Clause,
    Condition,
    Course,
    Criterion,
    Evidence,
    Figure,
    Finding,
    HelpLine,
    Is,
    Knowledge,
    Level,
    LexiconEntry,
    Measure,
    OneOf,
    Option,
    Plan,
    Provenance,
    Question,
    Region,
    Rule,
    Source,
    Stage,
    State,
    Strength,
    Tissue,
)

Row = Mapping[str, Any]

WHOLE = -1
"""`part` of a citation that is about an entry as a whole."""


def rows_of(knowledge: Knowledge) -> dict[Table, list[dict[str, Any]]]:
    """The rows of every table, without the version they belong to."""
    rows: dict[Table, list[dict[str, Any]]] = {table: [] for table in schema.CONTENT}
    for table, entries in (
        (schema.source, knowledge.sources),
        (schema.region, knowledge.regions),
        (schema.measure, knowledge.measures),
        (schema.finding, knowledge.findings),
        (schema.question, knowledge.questions),
        (schema.rule, knowledge.rules),
        (schema.condition, knowledge.conditions),
        (schema.advice, knowledge.advice),
        (schema.tissue, knowledge.tissues),
        (schema.plan, knowledge.plans),
        (schema.article, knowledge.articles),
        (schema.figure, knowledge.figures),
        (schema.help_line, knowledge.help_lines),
    ):
        for position, (id, entry) in enumerate(entries.items()):
            rows[table].append(_row(table, entry, position=position))
            rows[schema.citation] += _citations(table, id, WHOLE, entry)
    for question in knowledge.questions.values():
        for position, option in enumerate(question.options):
            rows[schema.question_option].append(
                _row(schema.question_option, option, question_id=question.id, position=position)
            )
    for condition in knowledge.conditions.values():
        for position, evidence in enumerate(condition.evidence):
            rows[schema.condition_evidence].append(
                _row(schema.condition_evidence, evidence, condition_id=condition.id, position=position)
            )
            rows[schema.citation] += _citations(schema.condition, condition.id, position, evidence)
    rows[schema.lexicon] = [
        _row(schema.lexicon, entry, position=position) for position, entry in enumerate(knowledge.lexicon)
    ]
    return rows


def knowledge_of(version: str, rows: Mapping[Table, Sequence[Row]]) -> Knowledge:
    """The base that those rows were made from; each table's rows in order of their positions."""
    cited = _Cited(rows[schema.citation])
    options = _by(rows[schema.question_option], "question_id")
    evidence = _by(rows[schema.condition_evidence], "condition_id")
    return Knowledge(
        version=version,
        sources={row["id"]: Source(**_fields(row)) for row in rows[schema.source]},
        findings={row["id"]: _finding(row, cited) for row in rows[schema.finding]},
        regions={row["id"]: _region(row, cited) for row in rows[schema.region]},
        rules={row["id"]: _rule(row, cited) for row in rows[schema.rule]},
        questions={row["id"]: _question(row, options[row["id"]], cited) for row in rows[schema.question]},
        conditions={row["id"]: _condition(row, evidence[row["id"]], cited) for row in rows[schema.condition]},
        advice={row["id"]: _advice(row, cited) for row in rows[schema.advice]},
        help_lines={row["region"]: _help_line(row, cited) for row in rows[schema.help_line]},
        lexicon=tuple(_lexicon_entry(row) for row in rows[schema.lexicon]),
        measures={row["id"]: Measure(**_fields(row)) for row in rows[schema.measure]},
        tissues={row["id"]: _tissue(row, cited) for row in rows[schema.tissue]},
        plans={row["id"]: _plan(row, cited) for row in rows[schema.plan]},
        articles={row["id"]: _article(row, cited) for row in rows[schema.article]},
        figures={row["id"]: _figure(row, cited) for row in rows[schema.figure]},
    )


def _row(table: Table, entry: object, **place: object) -> dict[str, Any]:
    """The columns of an entry: its fields, those of its grounds and its course, and its place."""
    row = dict(place)
    provenance = getattr(entry, "provenance", None)
    names = [column.name for column in table.columns]
    for holder in (entry, getattr(entry, "course", None)):
        row |= {name: _stored(getattr(holder, name)) for name in names if hasattr(holder, name)}
    if "strength" in table.columns:
        row["strength"] = provenance.strength.value if provenance else None
        row["reviewed"] = provenance.reviewed if provenance else None
    if isinstance(entry, Condition):
        row["first_day"], row["last_day"] = entry.course.days
    return row


def _stored(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Is | OneOf | Between | AllOf | AnyOf | AtLeast):
        return to_json(value)
    if isinstance(value, Criterion | Stage):
        return asdict(value)
    if isinstance(value, tuple):
        return [_stored(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _stored(one) for key, one in value.items()}
    return value


def _citations(table: Table, id: str, part: int, entry: object) -> Iterable[dict[str, Any]]:
    provenance: Provenance | None = getattr(entry, "provenance", None)
    for position, source in enumerate(provenance.sources if provenance else ()):
        yield {"kind": table.name, "entry": id, "part": part, "position": position, "source_id": source}


class _Cited:
    """The sources of every entry."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._sources: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        for row in rows:
            self._sources[row["kind"], row["entry"], row["part"]].append(row["source_id"])

    def provenance(self, row: Row, table: Table, id: str, part: int = WHOLE) -> Provenance:
        sources = tuple(self._sources.get((table.name, id, part), ()))
        return Provenance(sources, Strength(row["strength"]), row["reviewed"])


def _fields(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("position", "strength", "reviewed")}


def _by(rows: Sequence[Row], parent: str) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[parent]].append(row)
    return found


def _clause(stored: object) -> Clause | None:
    return None if stored is None else from_json(stored)


def _region(row: Row, cited: _Cited) -> Region:
    return Region(**_fields(row), provenance=_optional(row, schema.region, row["id"], cited))


def _help_line(row: Row, cited: _Cited) -> HelpLine:
    return HelpLine(**_fields(row), provenance=_optional(row, schema.help_line, row["region"], cited))


def _optional(row: Row, table: Table, id: str, cited: _Cited) -> Provenance | None:
    return cited.provenance(row, table, id) if row["strength"] else None


def _finding(row: Row, cited: _Cited) -> Finding:
    return Finding(**_fields(row), provenance=cited.provenance(row, schema.finding, row["id"]))


def _rule(row: Row, cited: _Cited) -> Rule:
    return Rule(
        id=row["id"],
        kind=row["kind"],
        level=Level(row["level"]),
        when=from_json(row["when"]),
        text=row["text"],
        ask=row["ask"],
        provenance=cited.provenance(row, schema.rule, row["id"]),
        until_help=row["until_help"],
        call=row["call"],
        forbids=tuple(row["forbids"]),
        advice=tuple(row["advice"]),
    )


def _question(row: Row, options: Iterable[Row], cited: _Cited) -> Question:
    changed = {
        "about": tuple(row["about"]),
        "options": tuple(_option(option) for option in options),
        "ask_when": _clause(row["ask_when"]),
        "never_when": _clause(row["never_when"]),
        "provenance": _optional(row, schema.question, row["id"], cited),
    }
    return Question(**{**_fields(row), **changed})


def _option(row: Row) -> Option:
    settles = {about: tuple(value) if isinstance(value, list) else value for about, value in row["settles"].items()}
    return Option(row["id"], row["label"], settles)


def _condition(row: Row, evidence: Iterable[Row], cited: _Cited) -> Condition:
    return Condition(
        id=row["id"],
        name=row["name"],
        plain=row["plain"],
        icd10=tuple(row["icd10"]),
        regions=tuple(row["regions"]),
        prior=row["prior"],
        usual_level=Level(row["usual_level"]),
        must_not_miss=row["must_not_miss"],
        evidence=tuple(_evidence(one, cited) for one in evidence),
        advice=tuple(row["advice"]),
        course=Course(
            days=(row["first_day"], row["last_day"]),
            recheck_days=row["recheck_days"],
            expect=row["expect"],
            get_help_if=tuple(row["get_help_if"]),
        ),
        escalate=row["escalate"],
        contrasts=row["contrasts"],
        provenance=cited.provenance(row, schema.condition, row["id"]),
        tissue=row["tissue"],
        plans=tuple(row["plans"]),
    )


def _evidence(row: Row, cited: _Cited) -> Evidence:
    return Evidence(
        about=row["about"],
        values=tuple(row["values"]),
        ratio=row["ratio"],
        otherwise=row["otherwise"],
        provenance=cited.provenance(row, schema.condition, row["condition_id"], row["position"]),
    )


def _advice(row: Row, cited: _Cited) -> Advice:
    return Advice(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        levels=tuple(Level(level) for level in row["levels"]),
        unless=_clause(row["unless"]),
        instead=row["instead"],
        provenance=cited.provenance(row, schema.advice, row["id"]),
        recommends=tuple(row["recommends"]),
        forbids=tuple(row["forbids"]),
    )


def _tissue(row: Row, cited: _Cited) -> Tissue:
    return Tissue(**_fields(row), provenance=cited.provenance(row, schema.tissue, row["id"]))


def _plan(row: Row, cited: _Cited) -> Plan:
    return Plan(
        id=row["id"],
        name=row["name"],
        plain=row["plain"],
        tissues=tuple(row["tissues"]),
        unless=_clause(row["unless"]),
        gate=_criteria(row["gate"]),
        stages=tuple(Stage(**stage) for stage in row["stages"]),
        sessions_before_next=row["sessions_before_next"],
        rest_days=row["rest_days"],
        sessions_a_week=row["sessions_a_week"],
        progress=_criteria(row["progress"]),
        step_back=_criteria(row["step_back"]),
        stop=_criteria(row["stop"]),
        afterwards=row["afterwards"],
        provenance=cited.provenance(row, schema.plan, row["id"]),
        days_before_next=row["days_before_next"],
        long_break_days=row["long_break_days"],
        settle_days=row["settle_days"],
        bad_runs_before_stop=row["bad_runs_before_stop"],
        never_with=tuple(row["never_with"]),
        halve_every_weeks=row["halve_every_weeks"],
        least_km=row["least_km"],
    )


def _criteria(stored: Iterable[Mapping[str, str | None]]) -> tuple[Criterion, ...]:
    """The criteria of a plan. One that was stored before levels were kept has none."""
    return tuple(
        Criterion(str(one["id"]), str(one["text"]), Level(level) if (level := one.get("level")) else None)
        for one in stored
    )


def _article(row: Row, cited: _Cited) -> Article:
    about = tuple(row["about"])
    return Article(**{**_fields(row), "about": about}, provenance=cited.provenance(row, schema.article, row["id"]))


def _figure(row: Row, cited: _Cited) -> Figure:
    about = tuple(row["about"])
    return Figure(**{**_fields(row), "about": about}, provenance=cited.provenance(row, schema.figure, row["id"]))


def _lexicon_entry(row: Row) -> LexiconEntry:
    return LexiconEntry(row["concept"], tuple(row["phrases"]), State(row["state"]))
