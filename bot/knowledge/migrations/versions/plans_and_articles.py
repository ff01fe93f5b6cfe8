"""Measures, tissues, plans, articles and figures; what rules and advice forbid; grounds of regions and help lines.

A version that was stored before keeps what it said: the new columns are empty in it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "kb_0002"
down_revision = "kb_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("region", "help_line"):
        _add(table, _text("strength", nullable=True), sa.Column("reviewed", sa.Date))
    _add("help_line", _text("crisis", nullable=True))
    _add("rule", _text("until_help", nullable=True), _text("call", default="emergency"), _list("forbids"))
    _add("condition", _text("tissue", default=""), _list("plans"))
    _add("advice", _list("recommends"), _list("forbids"))
    _create("measure", _text("kind"), _text("label"))
    _create(
        "tissue",
        _text("name"),
        _text("text"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("pain_fine", "pain_most", "pain_next_day")),
        sa.Column("needs_clearance", sa.Boolean, nullable=False),
        *_grounds(),
    )
    _create(
        "plan",
        *(_text(name) for name in ("name", "plain", "afterwards")),
        *(_json(name) for name in ("tissues", "gate", "stages", "progress", "step_back", "stop")),
        _json("unless", nullable=True),
        *(sa.Column(name, sa.Integer, nullable=False) for name in _PLAN_NUMBERS),
        *_grounds(),
    )
    _create(
        "article",
        *(_text(name) for name in ("kind", "title", "text")),
        _text("differs", nullable=True),
        _json("about"),
        *_grounds(),
    )
    _create("figure", _json("about"), _text("says"), *_grounds())


_PLAN_NUMBERS = ("sessions_before_next", "rest_days", "sessions_a_week")


def _create(name: str, *items: SchemaItem) -> None:
    """A table of entries: `version_id` and `id` are its key."""
    op.create_table(
        f"kb_{name}",
        sa.Column("version_id", sa.Integer, nullable=False),
        _text("id"),
        sa.Column("position", sa.Integer, nullable=False),
        *items,
        sa.PrimaryKeyConstraint("version_id", "id", name=f"pk_kb_{name}"),
        sa.ForeignKeyConstraint(["version_id"], ["kb_version.id"], name=f"fk_kb_{name}_version"),
    )


def _add(table: str, *columns: sa.Column[object]) -> None:
    """New columns. Their defaults fill the rows that are there.

    The defaults stay: to take one away SQLite would have to drop the table, which the tables that point to it forbid.
    """
    for column in columns:
        op.add_column(f"kb_{table}", column)


def _text(name: str, nullable: bool = False, default: str | None = None) -> sa.Column[object]:
    return sa.Column(name, sa.Text, nullable=nullable, server_default=default)


def _list(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON, nullable=False, server_default="[]")


def _json(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.JSON, nullable=nullable)


def _grounds() -> tuple[sa.Column[object], sa.Column[object]]:
    return _text("strength"), sa.Column("reviewed", sa.Date, nullable=False)
