"""${message}."""

import sqlalchemy as sql
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """To the tables of this version."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Back to the tables before."""
    ${downgrades if downgrades else "pass"}
