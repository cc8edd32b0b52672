"""The events of a generation, in one SQLite file that is written once and then only read."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from index.events.event import ArticleEvent, Level, Mark, Participant, StandIn
from index.machine.far import FarFile
from index.machine.readonly import LISTED, listed, readable
from index.tellings.comparable import Dated, dated
from index.tellings.entries import Entry

SCHEMA: Final = """
CREATE TABLE event (
    row INTEGER PRIMARY KEY, article TEXT NOT NULL, lang TEXT NOT NULL, date TEXT NOT NULL,
    spans TEXT NOT NULL, mark TEXT NOT NULL, by_article INTEGER NOT NULL,
     in_figures INTEGER NOT NULL, says_which INTEGER NOT NULL,
     numbers TEXT NOT NULL, actions TEXT NOT NULL, words TEXT NOT NULL,
     said TEXT NOT NULL, stand_ins TEXT NOT NULL
);
CREATE TABLE participant (
    key TEXT NOT NULL, event INTEGER NOT NULL REFERENCES event (row), place INTEGER NOT NULL,
    level INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, sureness REAL NOT NULL,
    PRIMARY KEY (key, event)
) WITHOUT ROWID;
CREATE TABLE entry (
    subject TEXT NOT NULL, place INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    rank INTEGER NOT NULL, events TEXT NOT NULL, disputed TEXT NOT NULL, weight REAL NOT NULL,
    is_dated INTEGER NOT NULL,
    PRIMARY KEY (subject, place)
) WITHOUT ROWID;
CREATE TABLE possible (subject TEXT PRIMARY KEY, events INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE said USING fts5 (stems, content = '', tokenize = "unicode61 remove_diacritics 0");
"""
INDEXES: Final = """
CREATE INDEX event_article ON event (article);
CREATE INDEX participant_event ON participant (event);
"""
_BATCH: Final = 500


def write_events(path: Path, events: Iterable[ArticleEvent]) -> None:
    """Write ``events`` into a new file."""
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCHEMA)
        _add(database, events)
        database.executescript(INDEXES)


def count_events(path: Path) -> int:
    """How many events the file has."""
    with closing(Events(path)) as events:
        return events.count()


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed: who takes part in events that went or came, and the rows of those that came."""

    keys: frozenset[str] = frozenset()
    rows: frozenset[int] = frozenset()

    def then(self, other: Changed) -> Changed:
        """Both changes, one after the other."""
        return Changed(self.keys | other.keys, self.rows | other.rows)


def change_events(path: Path, gone: Iterable[str], events: Iterable[ArticleEvent]) -> Changed:
    """Take the events of the articles ``gone`` out of a file of :func:`write_events`, and put ``events`` behind the
    others, which keep their rows; a row that became free may be taken again."""
    with closing(sqlite3.connect(path)) as database, database:
        left: set[str] = set()
        for article in gone:
            for row, said in database.execute("SELECT row, said FROM event WHERE article = ?", (article,)).fetchall():
                database.execute("INSERT INTO said (said, rowid, stems) VALUES ('delete', ?, ?)", (row, said))
                left.update(key for (key,) in database.execute("SELECT key FROM participant WHERE event = ?", (row,)))
                database.execute("DELETE FROM participant WHERE event = ?", (row,))
            database.execute("DELETE FROM event WHERE article = ?", (article,))
        return Changed(frozenset(left)).then(_add(database, events))


def _add(database: sqlite3.Connection, events: Iterable[ArticleEvent]) -> Changed:
    """Put ``events`` behind those that there are."""
    (first,) = database.execute("SELECT coalesce(max(row), 0) + 1 FROM event").fetchone()
    keys, rows = set[str](), set[int]()
    for row, event in enumerate(events, first):
        database.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _event_row(row, event))
        database.execute("INSERT INTO said (rowid, stems) VALUES (?, ?)", (row, " ".join(event.said)))
        database.executemany(
            "INSERT INTO participant VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(p.key, row, place, p.level, *p.quote, p.sureness) for place, p in enumerate(event.participants)],
        )
        keys.update(one.key for one in event.participants)
        rows.add(row)
    return Changed(frozenset(keys), frozenset(rows))


@dataclass(frozen=True, slots=True)
class Ready:
    """What is ready of a subject's timeline: its ``entries`` in date order, and how many more events are possibly the
    subject's."""

    entries: tuple[Entry, ...]
    possible: int


def write_ready(path: Path, ready: Mapping[str, Ready | None]) -> None:
    """Put what is ready of some subjects' timelines into the file that :func:`write_events` wrote, in the place of what
    was."""
    with closing(sqlite3.connect(path)) as database, database:
        for subject, its in ready.items():
            database.execute("DELETE FROM entry WHERE subject = ?", (subject,))
            database.execute("DELETE FROM possible WHERE subject = ?", (subject,))
            if its is not None:
                database.execute("INSERT INTO possible VALUES (?, ?)", (subject, its.possible))
                database.executemany(
                    "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (_entry_row(subject, place, one) for place, one in enumerate(its.entries)),
                )


class EventSource(Protocol):
    """Events to be looked through for a subject."""

    def rows_with(self, keys: Iterable[str], least: float = 0.0) -> list[int]:
        """As :meth:`Events.rows_with`."""

    def count_with(self, keys: Iterable[str], least: float, under: float) -> int:
        """As :meth:`Events.count_with`."""

    def keys_from(self, prefix: str) -> tuple[str, ...]:
        """As :meth:`Events.keys_from`."""

    def rows_that_say(self, phrases: Iterable[Sequence[str]]) -> list[int]:
        """As :meth:`Events.rows_that_say`."""

    def ready_of(self, subject: str) -> Ready | None:
        """As :meth:`Events.ready_of`."""

    def of_article(self, article_id: str) -> tuple[ArticleEvent, ...]:
        """As :meth:`Events.of_article`."""

    def read(self, rows: Sequence[int], of: Collection[str] | None = None) -> tuple[ArticleEvent, ...]:
        """As :meth:`Events.read`."""


class Events:
    """Reads what :func:`write_events` wrote; safe to use from several threads."""

    def __init__(self, place: Path | FarFile) -> None:
        self._database = readable(place)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def count(self) -> int:
        """How many events there are."""
        return int(self._database.all("SELECT count(*) FROM event")[0][0])

    def of_article(self, article_id: str) -> tuple[ArticleEvent, ...]:
        """The events that one article tells, in order."""
        return self.read([row for (row,) in self._database.all("SELECT row FROM event WHERE article = ?", article_id)])

    def rows_with(self, keys: Iterable[str], least: float = 0.0) -> list[int]:
        """The rows of the events in which any of ``keys`` takes part, ``least`` surely or more, in order of article
        and place."""
        rows: set[int] = set()
        for some in _batches(sorted(set(keys))):
            query = f"SELECT event FROM participant WHERE key IN ({_blanks(some)}) AND sureness >= ?"  # noqa: S608
            rows.update(row for (row,) in self._database.all(query, *some, least))
        return sorted(rows)

    def count_with(self, keys: Iterable[str], least: float, under: float) -> int:
        """How many events there are in which any of ``keys`` takes part, but none as surely as ``under``."""
        query = (
            "SELECT count(*) FROM (SELECT max(sureness) AS most FROM participant "  # noqa: S608 - question marks alone
            f"WHERE key IN {LISTED} GROUP BY event) WHERE most >= ? AND most < ?"
        )
        return int(self._database.all(query, listed(sorted(set(keys))), least, under)[0][0])

    def rows_dated(self, time: str) -> list[int]:
        """The rows of the events of a day, a month or a year (EDTF), or of a part of it, in the order of time."""
        query = "SELECT row FROM event WHERE date >= ? AND date < ? ORDER BY date, row"
        return [row for (row,) in self._database.all(query, time, f"{time}\U0010ffff")]

    def dates(self, rows: Sequence[int]) -> Iterator[Dated]:
        """Where and when the events at ``rows`` are, without all else."""
        for some in _batches(rows):
            query = f"SELECT row, date, article, spans FROM event WHERE row IN ({_blanks(some)})"  # noqa: S608
            for row, date, article, spans in self._database.all(query, *some):
                start, end = json.loads(spans)[0]
                yield dated(row, date, article, (start, end))

    def beside(self, rows: Sequence[int]) -> Counter[str]:
        """In how many of the events at ``rows`` the sentence names each key."""
        found: Counter[str] = Counter()
        for some in _batches(rows):
            query = (
                f"SELECT key, count(*) FROM participant WHERE event IN ({_blanks(some)}) "  # noqa: S608
                "AND level <= ? GROUP BY key"
            )
            found.update(dict(self._database.all(query, *some, int(Level.IN_SENTENCE))))
        return found

    def keys_from(self, prefix: str) -> tuple[str, ...]:
        """The keys of participants that begin with ``prefix``."""
        query = "SELECT DISTINCT key FROM participant WHERE key >= ? AND key < ?"
        return tuple(key for (key,) in self._database.all(query, prefix, prefix + "\U0010ffff"))

    def rows_that_say(self, phrases: Iterable[Sequence[str]]) -> list[int]:
        """The rows of the events whose clause holds the stems of any of ``phrases``, one after the other."""
        quoted = ['"' + " ".join(stem.replace('"', "") for stem in phrase) + '"' for phrase in phrases if phrase]
        if not quoted:
            return []
        found = self._database.all("SELECT rowid FROM said WHERE said MATCH ? ORDER BY rowid", " OR ".join(quoted))
        return [row for (row,) in found]

    def ready_of(self, subject: str) -> Ready | None:
        """What was made ready of a subject's timeline, if anything."""
        possible = self._database.all("SELECT events FROM possible WHERE subject = ?", subject)
        if not possible:
            return None
        query = (
            "SELECT first, last, rank, events, disputed, weight, is_dated FROM entry WHERE subject = ? ORDER BY place"
        )
        entries = (
            Entry(first, last, rank, tuple(json.loads(rows)), tuple(json.loads(disputed)), weight, bool(is_dated))
            for first, last, rank, rows, disputed, weight, is_dated in self._database.all(query, subject)
        )
        return Ready(tuple(entries), int(possible[0][0]))

    def read(self, rows: Sequence[int], of: Collection[str] | None = None) -> tuple[ArticleEvent, ...]:
        """The events at ``rows``, in that order; with those participants alone whose keys are among ``of``, where that
        is given."""
        events: dict[int, ArticleEvent] = {}
        for some in _batches(rows):
            taking_part = self._taking_part(some, of)
            for row, *columns in self._database.all(f"SELECT * FROM event WHERE row IN ({_blanks(some)})", *some):  # noqa: S608
                events[row] = _event(tuple(taking_part.get(row, ())), *columns)
        return tuple(events[row] for row in rows)

    def _taking_part(
        self, rows: Sequence[str] | Sequence[int], of: Collection[str] | None
    ) -> dict[int, list[Participant]]:
        found: dict[int, list[Participant]] = {}
        query = f"SELECT * FROM participant WHERE event IN ({_blanks(rows)})"  # noqa: S608 - question marks alone
        wanted: tuple[str, ...] = ()
        if of is not None:
            query, wanted = f"{query} AND key IN {LISTED}", (listed(sorted(of)),)
        for key, row, _, level, start, end, sure in self._database.all(
            f"{query} ORDER BY event, place", *rows, *wanted
        ):
            found.setdefault(row, []).append(Participant(key, _LEVELS[level], (start, end), sure))
        return found


_NONE: Final = "[]"
"""Of most events; quicker told than read."""
_LEVELS: Final = {int(level): level for level in Level}
_MARKS: Final = {mark.value: mark for mark in Mark}
"""Looked up, which is quicker than calling the enumeration."""


def _batches(values: Sequence[str] | Sequence[int]) -> Iterator[Sequence[str] | Sequence[int]]:
    for at in range(0, len(values), _BATCH):
        yield values[at : at + _BATCH]


def _blanks(values: Sequence[str] | Sequence[int]) -> str:
    return ", ".join("?" * len(values))


def _entry_row(subject: str, place: int, one: Entry) -> tuple[str | int | float, ...]:
    told = (json.dumps(one.rows), json.dumps(one.disputed))
    return (subject, place, one.begin, one.end, one.rank, *told, one.weight, int(one.is_dated))


def _event_row(row: int, event: ArticleEvent) -> tuple[str | int, ...]:
    spans = [event.expression, event.sentence, *event.clause]
    return (
        *(row, event.article_id, event.lang, event.date, json.dumps(spans), event.mark.value),
        *(int(event.dated_by_article), int(event.is_dated_in_figures), int(event.says_which)),
        *(" ".join(event.numbers), " ".join(event.actions)),
        *(" ".join(event.words), " ".join(event.said)),
        json.dumps([(*one.span, one.name, one.is_pronoun) for one in event.stand_ins], ensure_ascii=False),
    )


def _event(
    participants: tuple[Participant, ...],
    article: str,
    lang: str,
    date: str,
    spans: str,
    mark: str,
    by_article: int,
    in_figures: int,
    which: int,
    numbers: str,
    actions: str,
    words: str,
    said: str,
    stand_ins: str,
) -> ArticleEvent:
    expression, sentence, *clause = ((start, end) for start, end in json.loads(spans))
    return ArticleEvent(
        article_id=article,
        lang=lang,
        date=date,
        expression=expression,
        clause=tuple(clause),
        sentence=sentence,
        mark=_MARKS[mark],
        dated_by_article=bool(by_article),
        is_dated_in_figures=bool(in_figures),
        says_which=bool(which),
        participants=participants,
        numbers=tuple(numbers.split()),
        actions=tuple(actions.split()),
        words=tuple(words.split()),
        said=tuple(said.split()),
        stand_ins=tuple(StandIn((first, last), *of) for first, last, *of in json.loads(stand_ins))
        if stand_ins != _NONE
        else (),
    )
