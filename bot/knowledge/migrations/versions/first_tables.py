"""The first tables of the base."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "kb_0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "source",
    "region",
    "finding",
    "question",
    "question_option",
    "rule",
    "condition",
    "condition_evidence",
    "advice",
    "help_line",
    "lexicon",
    "citation",
)


def upgrade() -> None:
    op.create_table(
        "kb_version",
        sa.Column("id", sa.Integer),
        _text("hash", sa.String(12)),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("built_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kb_version"),
        sa.UniqueConstraint("hash", name="uq_kb_version_hash"),
    )
    active = sa.text("active")
    op.create_index(
        "ix_kb_version_active", "kb_version", ["active"], unique=True, sqlite_where=active, postgresql_where=active
    )
    _create("source", ["id"], *_texts("id", "title", "read"), _text("link", nullable=True), *_integers("year"))
    _create("region", ["id"], *_texts("id", "area", "label"))
    _create("finding", ["id"], *_texts("id", "kind", "label", "present", "absent", "meaning"), *_grounds())
    _create(
        "question",
        ["id"],
        *_texts("id", "kind", "stage", "wording", "why"),
        *_texts("help", "unit", nullable=True),
        *_integers("seconds"),
        *_integers("minimum", "maximum", nullable=True),
        *_jsons("about"),
        *_jsons("ask_when", "never_when", nullable=True),
        *_grounds(nullable=True),
    )
    _create(
        "question_option",
        ["question_id", "position"],
        *_texts("question_id", "id", "label"),
        *_jsons("settles"),
        _reference("question_option", "question_id", "question"),
    )
    _create(
        "rule",
        ["id"],
        *_texts("id", "kind", "level", "text"),
        _text("ask", nullable=True),
        *_jsons("when"),
        *_grounds(),
        _reference("rule", "ask", "question"),
    )
    _create(
        "condition",
        ["id"],
        *_texts("id", "name", "plain", "usual_level", "expect", "escalate"),
        *_jsons("icd10", "regions", "advice", "get_help_if", "contrasts"),
        sa.Column("prior", sa.Double, nullable=False),
        sa.Column("must_not_miss", sa.Boolean, nullable=False),
        *_integers("first_day", "last_day", "recheck_days"),
        *_grounds(),
    )
    _create(
        "condition_evidence",
        ["condition_id", "position"],
        *_texts("condition_id", "about"),
        *_jsons("values"),
        sa.Column("ratio", sa.Double, nullable=False),
        sa.Column("otherwise", sa.Double, nullable=False),
        *_grounds(),
        _reference("condition_evidence", "condition_id", "condition"),
    )
    _create(
        "advice",
        ["id"],
        *_texts("id", "title", "text"),
        _text("instead", nullable=True),
        *_jsons("levels"),
        *_jsons("unless", nullable=True),
        *_grounds(),
    )
    _create("help_line", ["region"], *_texts("region", "name", "emergency"), _text("urgent", nullable=True))
    _create("lexicon", ["position"], *_texts("concept", "state"), *_jsons("phrases"))
    _create(
        "citation",
        ["kind", "entry", "part", "position"],
        *_texts("kind", "entry", "source_id"),
        *_integers("part"),
        _reference("citation", "source_id", "source"),
    )


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(f"kb_{name}")
    op.drop_table("kb_version")


def _create(name: str, key: list[str], *items: SchemaItem) -> None:
    """A table whose rows belong to a version and have a position in it."""
    op.create_table(
        f"kb_{name}",
        *_integers("version_id", "position"),
        *items,
        sa.PrimaryKeyConstraint("version_id", *key, name=f"pk_kb_{name}"),
        sa.ForeignKeyConstraint(["version_id"], ["kb_version.id"], name=f"fk_kb_{name}_version"),
    )


def _text(name: str, kind: sa.types.TypeEngine[str] | None = None, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, kind or sa.Text(), nullable=nullable)


def _texts(*names: str, nullable: bool = False) -> Iterator[sa.Column[str]]:
    return (_text(name, nullable=nullable) for name in names)


def _integers(*names: str, nullable: bool = False) -> Iterator[sa.Column[int]]:
    return (sa.Column(name, sa.Integer, nullable=nullable, autoincrement=False) for name in names)


def _jsons(*names: str, nullable: bool = False) -> Iterator[sa.Column[object]]:
    return (sa.Column(name, sa.JSON, nullable=nullable) for name in names)


def _grounds(nullable: bool = False) -> tuple[SchemaItem, SchemaItem]:
    return _text("strength", nullable=nullable), sa.Column("reviewed", sa.Date, nullable=nullable)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["version_id", column], [f"kb_{to}.version_id", f"kb_{to}.id"], name=f"fk_kb_{table}_{column}"
    )
