"""Questions handed to people, who waits for an answer, and messages that became articles."""

import sqlalchemy as sql
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nothing was handed on so far; a question was first asked when it was last asked, as far as is known."""
    op.add_column("guild", sql.Column("team_channel", sql.BigInteger))
    op.add_column("guild", sql.Column("team_role", sql.BigInteger))
    op.add_column("guild", sql.Column("team_weak", sql.Boolean, nullable=False, server_default=sql.false()))
    op.add_column("unanswered", sql.Column("first", sql.BigInteger, nullable=False, server_default="0"))
    op.add_column("unanswered", sql.Column("answered", sql.Boolean, nullable=False, server_default=sql.false()))
    op.execute("UPDATE unanswered SET first = last")
    op.create_table(
        "team_question",
        sql.Column("guild_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("digest", sql.String(32), nullable=False),
        sql.Column("question", sql.Text, nullable=False),
        sql.Column("channel_id", sql.BigInteger, nullable=False),
        sql.Column("message_id", sql.BigInteger),
        sql.Column("opened", sql.BigInteger, nullable=False),
        sql.Column("answered", sql.BigInteger),
        sql.PrimaryKeyConstraint("guild_id", "digest", name="pk_team_question"),
    )
    op.create_index("ix_team_question_message_id", "team_question", ["message_id"])
    op.create_table(
        "team_asker",
        sql.Column("guild_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("digest", sql.String(32), nullable=False),
        sql.Column("user_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("channel_id", sql.BigInteger),
        sql.Column("message_id", sql.BigInteger),
        sql.Column("lang", sql.String(8), nullable=False),
        sql.Column("at", sql.BigInteger, nullable=False),
        sql.PrimaryKeyConstraint("guild_id", "digest", "user_id", name="pk_team_asker"),
    )
    op.create_index("ix_team_asker_user_id", "team_asker", ["user_id"])
    op.create_table(
        "awaited",
        sql.Column("guild_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("digest", sql.String(32), nullable=False),
        sql.Column("user_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("question", sql.Text, nullable=False),
        sql.Column("lang", sql.String(8), nullable=False),
        sql.Column("at", sql.BigInteger, nullable=False),
        sql.PrimaryKeyConstraint("guild_id", "digest", "user_id", name="pk_awaited"),
    )
    op.create_index("ix_awaited_user_id", "awaited", ["user_id"])
    op.create_table(
        "member_answer",
        sql.Column("guild_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("message_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("channel_id", sql.BigInteger, nullable=False),
        sql.Column("author_id", sql.BigInteger, nullable=False),
        sql.Column("article_id", sql.String(128), nullable=False),
        sql.PrimaryKeyConstraint("guild_id", "message_id", name="pk_member_answer"),
    )
    op.create_index("ix_member_answer_author_id", "member_answer", ["author_id"])
    op.create_table(
        "byline",
        sql.Column("guild_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("author_id", sql.BigInteger, autoincrement=False, nullable=False),
        sql.Column("name", sql.Text),
        sql.PrimaryKeyConstraint("guild_id", "author_id", name="pk_byline"),
    )
    op.create_index("ix_byline_author_id", "byline", ["author_id"])


def downgrade() -> None:
    """Forget all of it."""
    for table in ("byline", "member_answer", "awaited", "team_asker", "team_question"):
        op.drop_table(table)
    with op.batch_alter_table("unanswered") as unanswered:
        unanswered.drop_column("answered")
        unanswered.drop_column("first")
    with op.batch_alter_table("guild") as guild:
        for column in ("team_weak", "team_role", "team_channel"):
            guild.drop_column(column)
