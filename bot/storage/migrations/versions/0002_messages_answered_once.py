"""A message is found by the id of its front end; an erased conversation leaves a mark."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INDEX = "ix_event_conversation_id_message_id"
KNOWN = sa.text("message_id IS NOT NULL")


def upgrade() -> None:
    op.add_column("event", sa.Column("message_id", sa.String(), nullable=True))
    columns = ["conversation_id", "message_id"]
    op.create_index(INDEX, "event", columns, unique=True, sqlite_where=KNOWN, postgresql_where=KNOWN)
    op.create_table(
        "erasure",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasure"),
    )
    op.create_index("ix_erasure_erased_at", "erasure", ["erased_at"])


def downgrade() -> None:
    op.drop_table("erasure")
    op.drop_index(INDEX, "event")
    op.drop_column("event", "message_id")
