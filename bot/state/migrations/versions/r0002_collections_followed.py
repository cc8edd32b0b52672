"""How far a follow has seen its server's own collection."""

import sqlalchemy as sql
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Nothing is known yet of how far: it is looked up at the next start."""
    op.add_column("follow", sql.Column("seen_own", sql.Integer))


def downgrade() -> None:
    """Forget it."""
    with op.batch_alter_table("follow") as table:
        table.drop_column("seen_own")
