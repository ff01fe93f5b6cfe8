"""Alembic's entry: runs on the connection, and in the transaction, that `bot.knowledge.migrations` opened."""

from alembic import context

from bot.knowledge import schema
from bot.knowledge.migrations import VERSION_TABLE, is_ours

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    version_table=VERSION_TABLE,
    include_name=is_ours,
    transactional_ddl=True,
)
context.run_migrations()
