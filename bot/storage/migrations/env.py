"""Alembic's entry: runs in the transaction that `bot.storage.migrations` opened."""

from typing import Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from bot.storage.migrations import VERSION_TABLE, is_ours
from bot.storage.models import Base


def plain_type(kind: str, item: object, _autogenerate: object) -> str | Literal[False]:
    """A drafted revision names the database's types, not ours: it must stay true when ours change."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    include_name=is_ours,
    transactional_ddl=True,
    render_as_batch=True,
    render_item=plain_type,
)
context.run_migrations()
