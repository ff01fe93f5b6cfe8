"""What moves a plan forward and back: days on a stage, breaks, bad outings, and what it is never given with.

A plan that was stored before keeps what it said: it moves by its sessions alone.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "kb_0003"
down_revision = "kb_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("days_before_next", "long_break_days", "settle_days", "bad_runs_before_stop"):
        op.add_column("kb_plan", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    op.add_column("kb_plan", sa.Column("never_with", sa.JSON, nullable=False, server_default="[]"))
    op.add_column("kb_plan", sa.Column("halve_every_weeks", sa.Integer))
    op.add_column("kb_plan", sa.Column("least_km", sa.Double))
