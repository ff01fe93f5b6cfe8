"""Where people of Telegram and Slack are reached, and deliveries that wait for their answer."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contact",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("keyboard", sa.Text(), nullable=True),
        sa.Column("shut", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel", "id", name="pk_contact"),
        sa.UniqueConstraint("conversation_id", name="uq_contact_conversation_id"),
    )
    op.add_column("processed_update", sa.Column("place", sa.String(), nullable=True))
    op.add_column("processed_update", sa.Column("body", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("processed_update", "body")
    op.drop_column("processed_update", "place")
    op.drop_table("contact")
