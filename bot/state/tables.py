"""The tables. They change by migrations only (:mod:`bot.state.migrations`); a test holds the two together.

Ids of Discord are 64-bit integers; moments are whole seconds since 1970, UTC. NO_GUILD stands where there is no server,
since NULLs are never equal and would not keep a row unique.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

NO_GUILD: Final = 0

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

guild = Table(
    "guild",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("lang", String(8)),
    Column("private", Boolean, nullable=False),
    Column("quotes", Integer, nullable=False),
    Column("feedback", Boolean, nullable=False),
    Column("open_channels", JSON, nullable=False),
    Column("reindex_roles", JSON, nullable=False),
    Column("team_channel", BigInteger),
    Column("team_role", BigInteger),
    Column("team_weak", Boolean, nullable=False, server_default=false()),
)

follow = Table(
    "follow",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("place", String(16), nullable=False),
    Column("place_id", BigInteger, nullable=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("follower_id", BigInteger),
    Column("subject", Text, nullable=False),
    Column("subject_key", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("seen", Integer, nullable=False),
    Column("seen_own", Integer),
    Column("paused", Boolean, nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("digest", BigInteger),
    UniqueConstraint("place", "place_id", "subject_key"),
    Index(None, "follower_id"),
)

told = Table(
    "told",
    metadata,
    Column("follow_id", Integer, ForeignKey("follow.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(32), primary_key=True),
)

alert = Table(
    "alert",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("place", String(16), nullable=False),
    Column("place_id", BigInteger, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("quotes", Integer, nullable=False),
    Column("sent", BigInteger, nullable=False),
    Index(None, "place", "place_id", "sent"),
)

vote = Table(
    "vote",
    metadata,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("voter", String(32), primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger),
    Column("helpful", Boolean, nullable=False),
    Column("verdict", String(8), nullable=False),
    Column("article_id", String(128)),
    Column("start", Integer),
    Column("length", Integer),
    Column("at", BigInteger, nullable=False),
    Index(None, "voter"),
)

unanswered = Table(
    "unanswered",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(32), primary_key=True),
    Column("question", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("times", Integer, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("first", BigInteger, nullable=False, server_default="0"),
    Column("answered", Boolean, nullable=False, server_default=false()),
    Index(None, "last"),
)

team_question = Table(
    "team_question",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(32), primary_key=True),
    Column("question", Text, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    Column("opened", BigInteger, nullable=False),
    Column("answered", BigInteger),
    Index(None, "message_id"),
)

team_asker = Table(
    "team_asker",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(32), primary_key=True),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger),
    Column("message_id", BigInteger),
    Column("lang", String(8), nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "user_id"),
)

awaited = Table(
    "awaited",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(32), primary_key=True),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("question", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "user_id"),
)

member_answer = Table(
    "member_answer",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("author_id", BigInteger, nullable=False),
    Column("article_id", String(128), nullable=False),
    Index(None, "author_id"),
)

byline = Table(
    "byline",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("author_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text),
    Index(None, "author_id"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("user_id", BigInteger),
    Column("guild_id", BigInteger, nullable=False),
    Column("action", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("result", Text, nullable=False),
    Index(None, "at"),
    Index(None, "user_id"),
)

lease = Table(
    "lease",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("holder", String(255), nullable=False),
    Column("token", String(32), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
)
