"""All tables."""

import sqlalchemy as sql
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """To the tables of this version."""
    op.create_table(
        "guild",
        sql.Column("id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("lang", sql.String(8)),
        sql.Column("private", sql.Boolean, nullable=False),
        sql.Column("quotes", sql.Integer, nullable=False),
        sql.Column("feedback", sql.Boolean, nullable=False),
        sql.Column("open_channels", sql.JSON, nullable=False),
        sql.Column("reindex_roles", sql.JSON, nullable=False),
        sql.PrimaryKeyConstraint("id", name="pk_guild"),
    )
    op.create_table(
        "follow",
        sql.Column("id", sql.Integer, nullable=False),
        sql.Column("place", sql.String(16), nullable=False),
        sql.Column("place_id", sql.BigInteger, nullable=False),
        sql.Column("guild_id", sql.BigInteger, nullable=False),
        sql.Column("follower_id", sql.BigInteger),
        sql.Column("subject", sql.Text, nullable=False),
        sql.Column("subject_key", sql.Text, nullable=False),
        sql.Column("lang", sql.String(8), nullable=False),
        sql.Column("seen", sql.Integer, nullable=False),
        sql.Column("paused", sql.Boolean, nullable=False),
        sql.Column("created", sql.BigInteger, nullable=False),
        sql.PrimaryKeyConstraint("id", name="pk_follow"),
        sql.UniqueConstraint("place", "place_id", "subject_key", name="uq_follow_place_place_id_subject_key"),
    )
    op.create_index("ix_follow_follower_id", "follow", ["follower_id"])
    op.create_table(
        "told",
        sql.Column("follow_id", sql.Integer, nullable=False),
        sql.Column("digest", sql.String(32), nullable=False),
        sql.PrimaryKeyConstraint("follow_id", "digest", name="pk_told"),
        sql.ForeignKeyConstraint(["follow_id"], ["follow.id"], name="fk_told_follow_id", ondelete="CASCADE"),
    )
    op.create_table(
        "alert",
        sql.Column("id", sql.Integer, nullable=False),
        sql.Column("place", sql.String(16), nullable=False),
        sql.Column("place_id", sql.BigInteger, nullable=False),
        sql.Column("generation", sql.Integer, nullable=False),
        sql.Column("quotes", sql.Integer, nullable=False),
        sql.Column("sent", sql.BigInteger, nullable=False),
        sql.PrimaryKeyConstraint("id", name="pk_alert"),
    )
    op.create_index("ix_alert_place_place_id_sent", "alert", ["place", "place_id", "sent"])
    op.create_table(
        "vote",
        sql.Column("message_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("voter", sql.String(32), nullable=False),
        sql.Column("guild_id", sql.BigInteger, nullable=False),
        sql.Column("channel_id", sql.BigInteger),
        sql.Column("helpful", sql.Boolean, nullable=False),
        sql.Column("verdict", sql.String(8), nullable=False),
        sql.Column("article_id", sql.String(128)),
        sql.Column("start", sql.Integer),
        sql.Column("length", sql.Integer),
        sql.Column("at", sql.BigInteger, nullable=False),
        sql.PrimaryKeyConstraint("message_id", "voter", name="pk_vote"),
    )
    op.create_index("ix_vote_voter", "vote", ["voter"])
    op.create_table(
        "unanswered",
        sql.Column("guild_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("digest", sql.String(32), nullable=False),
        sql.Column("question", sql.Text, nullable=False),
        sql.Column("lang", sql.String(8), nullable=False),
        sql.Column("times", sql.Integer, nullable=False),
        sql.Column("last", sql.BigInteger, nullable=False),
        sql.PrimaryKeyConstraint("guild_id", "digest", name="pk_unanswered"),
    )
    op.create_index("ix_unanswered_last", "unanswered", ["last"])
    op.create_table(
        "audit",
        sql.Column("id", sql.Integer, nullable=False),
        sql.Column("at", sql.BigInteger, nullable=False),
        sql.Column("user_id", sql.BigInteger),
        sql.Column("guild_id", sql.BigInteger, nullable=False),
        sql.Column("action", sql.String(32), nullable=False),
        sql.Column("detail", sql.Text, nullable=False),
        sql.Column("result", sql.Text, nullable=False),
        sql.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_user_id", "audit", ["user_id"])


def downgrade() -> None:
    """Back to no tables."""
    for table in ("audit", "unanswered", "vote", "alert", "told", "follow", "guild"):
        op.drop_table(table)
