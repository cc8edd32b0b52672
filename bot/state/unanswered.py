"""The questions that the base had no answer to, for those who choose the articles: without who asked."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sql

from bot.state.database import Database, upsert
from bot.state.tables import NO_GUILD, unanswered

ROOM: Final = 500
"""Characters kept of a question."""


_MARK: Final = re.compile(r"[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question, how often it was asked, and when last and first (seconds since 1970); ``answered`` says that the
    base answered it when it was last looked at."""

    question: str
    lang: str
    times: int
    last: int
    first: int = 0
    answered: bool = False
    guild_id: int = NO_GUILD


def digest_of(question: str) -> str:
    """Stands for what is asked, however it is typed: capitals, accents, spaces and punctuation aside."""
    folded = _MARK.sub("", unicodedata.normalize("NFKD", question[:ROOM].casefold()))
    words = " ".join(re.findall(r"\w+", folded)) or " ".join(question.split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class UnansweredQuestions:
    """The questions without an answer; with ``retention`` 0 (days) none is kept."""

    def __init__(self, database: Database, retention: int) -> None:
        self._database = database
        self._retention = retention

    def note(self, question: str, lang: str, guild_id: int | None) -> None:
        """Keep ``question``, or count it once more."""
        if self._retention == 0:
            return
        text = " ".join(question.split())[:ROOM]
        key = {"guild_id": guild_id or NO_GUILD, "digest": digest_of(text)}
        now = self._database.now()
        with self._database.writing() as connection:
            row = upsert(connection, unanswered).values(**key, question=text, lang=lang, times=1, last=now, first=now)
            again = {"times": unanswered.c.times + 1, "last": now, "answered": False}
            connection.execute(row.on_conflict_do_update(index_elements=list(key), set_=again))

    def latest(self, most: int, guild_id: int | None = None) -> tuple[Unanswered, ...]:
        """At most ``most`` questions of one server, or of all, the last asked first."""
        found = _ALL.order_by(unanswered.c.last.desc()).limit(most)
        if guild_id is not None:
            found = found.where(unanswered.c.guild_id == guild_id)
        with self._database.reading() as connection:
            return tuple(Unanswered(*row) for row in connection.execute(found))

    def get(self, digest: str, guild_id: int | None) -> Unanswered | None:
        """The question of that digest in one server, or (None) outside of servers."""
        one = _ALL.where(unanswered.c.guild_id == (guild_id or NO_GUILD), unanswered.c.digest == digest)
        with self._database.reading() as connection:
            row = connection.execute(one).first()
            return Unanswered(*row) if row is not None else None

    def set_answered(self, question: Unanswered, *, answered: bool) -> None:
        """Keep whether the base answers a question now."""
        one = sql.and_(unanswered.c.guild_id == question.guild_id, unanswered.c.digest == digest_of(question.question))
        with self._database.writing() as connection:
            connection.execute(sql.update(unanswered).where(one).values(answered=answered))


_ALL: Final = sql.select(
    *(unanswered.c[name] for name in ("question", "lang", "times", "last", "first", "answered", "guild_id"))
)
