"""Advice that a rule brings, whatever condition leads."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "kb_0004"
down_revision = "kb_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("kb_rule", sa.Column("advice", sa.JSON, nullable=False, server_default="[]"))
