"""Plans: from the fields that were written to value objects."""

from __future__ import annotations

from bot.knowledge.fields import Fields, called
from bot.knowledge.marked import Block
from bot.knowledge.model import Criterion, Plan, Stage


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
    )


def _criteria(plan: Fields, key: str) -> tuple[Criterion, ...]:
    return tuple(_criterion(block, plan, key) for block in plan.blocks(key))


def _criterion(block: Block, plan: Fields, key: str) -> Criterion:
    fields = Fields(block, plan.report, f"{plan.name}, {called(key, block)}")
    criterion = Criterion(id=fields.id(), text=fields.text("text"))
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
