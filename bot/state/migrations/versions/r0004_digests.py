"""When a follow that is told of once a week is told of next."""

import sqlalchemy as sql
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """All are told of as news comes."""
    op.add_column("follow", sql.Column("digest", sql.BigInteger))


def downgrade() -> None:
    """All are told of as news comes again."""
    with op.batch_alter_table("follow") as table:
        table.drop_column("digest")
