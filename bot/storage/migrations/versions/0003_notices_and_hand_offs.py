"""What a notice needs on its way to the operator, and hand-offs beside warnings."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NEW = ("reference", "kind", "reached")


def upgrade() -> None:
    for name in (*NEW, "summary"):
        op.add_column("escalation", sa.Column(name, sa.Text() if name in ("reached", "summary") else sa.String()))
    _fill(op.get_bind())
    with op.batch_alter_table("escalation") as table:
        for name in NEW:
            table.alter_column(name, nullable=False)
        table.create_unique_constraint("uq_escalation_reference", ["reference"])


def downgrade() -> None:
    with op.batch_alter_table("escalation") as table:
        table.drop_constraint("uq_escalation_reference", type_="unique")
        for name in (*NEW, "summary"):
            table.drop_column(name)


def _fill(connection: sa.Connection) -> None:
    for (id,) in connection.execute(sa.text("SELECT id FROM escalation")).all():
        connection.execute(
            sa.text("UPDATE escalation SET reference = :reference, kind = 'warning', reached = '[]' WHERE id = :id"),
            {"reference": secrets.token_hex(5), "id": id},
        )
