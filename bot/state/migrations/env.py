"""Runs the migrations over the connection that :mod:`bot.state.database` opened."""

from alembic import context

from bot.state.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # SQLite's too, since the transaction is begun by ourselves
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
