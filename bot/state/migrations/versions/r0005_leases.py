"""Whose turn it is to make an index, among several machines."""

import sqlalchemy as sql
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nobody holds a turn yet."""
    op.create_table(
        "lease",
        sql.Column("name", sql.String(64), nullable=False),
        sql.Column("holder", sql.String(255), nullable=False),
        sql.Column("token", sql.String(32), nullable=False),
        sql.Column("since", sql.BigInteger, nullable=False),
        sql.Column("until", sql.BigInteger, nullable=False),
        sql.PrimaryKeyConstraint("name", name="pk_lease"),
    )


def downgrade() -> None:
    """Whoever makes an index does it unasked."""
    op.drop_table("lease")
