"""Plans: from the fields that were written to value objects."""

from __future__ import annotations

from bot.knowledge.fields import Fields, called
from bot.knowledge.marked import Block
from bot.knowledge.model import Criterion, Level, Plan, Stage


def plan(fields: Fields) -> Plan:
    return Plan(
        id=fields.id(),
        name=fields.text("name"),
        plain=fields.text("plain"),
        tissues=fields.texts("tissues"),
        unless=fields.optional_clause("unless"),
        gate=_criteria(fields, "gate"),
        stages=tuple(_stage(block, fields) for block in fields.blocks("stages")),
        sessions_before_next=fields.integer("sessions_before_next"),
        rest_days=fields.integer("rest_days"),
        sessions_a_week=fields.integer("sessions_a_week"),
        progress=_criteria(fields, "progress"),
        step_back=_criteria(fields, "step_back"),
        stop=_criteria(fields, "stop"),
        afterwards=fields.text("afterwards"),
        provenance=fields.provenance(),
        days_before_next=fields.integer("days_before_next", 0),
        long_break_days=fields.integer("long_break_days"),
        settle_days=fields.integer("settle_days"),
        bad_runs_before_stop=fields.integer("bad_runs_before_stop"),
        never_with=fields.texts("never_with", required=False),
        halve_every_weeks=fields.optional_integer("halve_every_weeks"),
        least_km=fields.optional_number("least_km"),
    )


def _criteria(plan: Fields, key: str) -> tuple[Criterion, ...]:
    return tuple(_criterion(block, plan, key) for block in plan.blocks(key))


def _criterion(block: Block, plan: Fields, key: str) -> Criterion:
    fields = Fields(block, plan.report, f"{plan.name}, {called(key, block)}")
    level = fields.enum("level", Level) if fields.optional_text("level") else None
    criterion = Criterion(id=fields.id(), text=fields.text("text"), level=level)
    fields.finish()
    return criterion


def _stage(block: Block, plan: Fields) -> Stage:
    fields = Fields(block, plan.report, f"{plan.name}, {called('stage', block)}")
    stage = Stage(
        id=fields.id(),
        text=fields.text("text"),
        run_minutes=fields.optional_number("run_minutes"),
        walk_minutes=fields.optional_number("walk_minutes"),
        run_km=fields.optional_number("run_km"),
        walk_km=fields.optional_number("walk_km"),
        total_minutes=fields.optional_number("total_minutes"),
        total_km=fields.optional_number("total_km"),
    )
    fields.finish()
    return stage
