"""A generation's articles and passages, in one SQLite file that is written once and then only read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

from index.article import Article, ArticleCard, CitedSource, Heading
from index.articles.recalled import Recalled, text_digest
from index.generation.arrivals import Arrival
from index.machine.far import FarFile
from index.machine.readonly import LISTED, listed, readable
from index.passages.passage import Passage, Span

SCHEMA: Final = """
CREATE TABLE article (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL,
    text TEXT NOT NULL, title TEXT NOT NULL, date TEXT, publisher TEXT, url TEXT, lang TEXT NOT NULL,
    headings TEXT NOT NULL, sources TEXT NOT NULL, tags TEXT NOT NULL,
    version TEXT, withdrawn TEXT, expires TEXT
);
CREATE TABLE writing (article INTEGER PRIMARY KEY REFERENCES article (row), body TEXT NOT NULL);
CREATE TABLE passage (
    row INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article (row),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, section TEXT, sentences TEXT NOT NULL, key TEXT NOT NULL,
    names TEXT NOT NULL
);
CREATE VIRTUAL TABLE said USING fts5 (text, content = '', tokenize = "unicode61 remove_diacritics 2");
CREATE TABLE arrival (
    generation INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article (row), start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, PRIMARY KEY (generation, article, start)
) WITHOUT ROWID;
"""
BEGINNING: Final = 1000
INDEXES: Final = """
CREATE INDEX passage_article ON passage (article);
CREATE INDEX passage_key ON passage (key);
CREATE INDEX article_origin ON article (id, path, digest);
"""
_WRITING: Final = "JOIN writing ON writing.article = article.row"
"""Bodies lie apart, so that what is known of all articles is read without them."""
_ABOVE: Final = "CASE headings WHEN '[]' THEN '' ELSE substr(body, 1, a) END"
"""What the headings above a slice stand in."""
_SPANS: Final = ", ".join(f"json_extract(value, '$[{place}]') AS {it}" for place, it in enumerate(("of_id", "a", "z")))
CARD: Final = "article.id, title, date, publisher, url, path, lang, sources, version, withdrawn, expires"


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article, the SHA-256 of the file it was read from, and when its parts came."""

    article: Article
    digest: str
    arrived: tuple[Arrival, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """A passage, its article's card, the key of its vector (a digest of what was encoded), and the names of the
    entities it mentions by other names."""

    passage: Passage
    card: ArticleCard
    key: str
    names: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``text`` is the article's body from ``start`` on; ``section`` the heading it stands under."""

    text: str
    start: int
    section: str | None
    card: ArticleCard


class ExcerptSource(Protocol):
    """Articles to be quoted from."""

    def excerpts(self, spans: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], Excerpt]:
        """As :meth:`Texts.excerpts`."""

    def articles_that_say(self, phrases: Iterable[Sequence[str]], most: int) -> list[str]:
        """As :meth:`Texts.articles_that_say`."""

    def articles_if_few(self, phrases: Iterable[Sequence[str]], most: int) -> list[str]:
        """As :meth:`Texts.articles_if_few`."""

    def article(self, article_id: str) -> Article | None:
        """As :meth:`Texts.article`."""


Passages = Iterable[tuple[Passage, str, str]]
"""Passages, each with the key of its vector and the names behind it."""


def write_texts(path: Path, articles: Sequence[IndexedArticle], passages: Passages) -> None:
    """Write ``articles`` and their ``passages``, in row order, into a new file."""
    with _written(path) as database:
        database.executescript(SCHEMA)
        _add(database, articles, passages)
        database.executescript(INDEXES)


def change_texts(path: Path, gone: Sequence[str], articles: Sequence[IndexedArticle], passages: Passages) -> None:
    """Take the articles with the ids ``gone`` out of a file of :func:`write_texts`, their passages' rows being closed
    up, and put ``articles`` and their ``passages`` behind the others."""
    with _written(path) as database:
        rows = [row for (row,) in database.execute(f"SELECT row FROM article WHERE id IN {LISTED}", (listed(gone),))]  # noqa: S608
        query = f"SELECT min(row) FROM passage WHERE article IN {LISTED}"  # noqa: S608
        (first,) = database.execute(query, (listed(rows),)).fetchone()
        database.executemany(
            "INSERT INTO said (said, rowid, text) VALUES ('delete', ?, ?)",
            database.execute(
                f"SELECT row, title || char(10) || body FROM article {_WRITING} WHERE row IN {LISTED}",  # noqa: S608
                (listed(rows),),
            ).fetchall(),
        )
        for table, column in (
            ("passage", "article"),
            ("arrival", "article"),
            ("writing", "article"),
            ("article", "row"),
        ):
            database.execute(f"DELETE FROM {table} WHERE {column} IN {LISTED}", (listed(rows),))  # noqa: S608
        if first is not None:
            after = database.execute("SELECT row FROM passage WHERE row > ? ORDER BY row", (first,)).fetchall()
            moved = ((new, old) for new, (old,) in enumerate(after, first) if new != old)
            database.executemany("UPDATE passage SET row = ? WHERE row = ?", moved)
        _add(database, articles, passages)


@contextmanager
def _written(path: Path) -> Iterator[sqlite3.Connection]:
    """A file that nobody reads yet and that is thrown away when it isn't finished: no journal is needed."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA cache_size = -65536")
        yield database


def _add(database: sqlite3.Connection, articles: Sequence[IndexedArticle], passages: Passages) -> None:
    (first,) = database.execute("SELECT coalesce(max(row) + 1, 0) FROM article").fetchone()
    (first_passage,) = database.execute("SELECT coalesce(max(row) + 1, 0) FROM passage").fetchone()
    rows = {indexed.article.card.id: row for row, indexed in enumerate(articles, first)}
    database.executemany(
        f"INSERT INTO article VALUES ({', '.join('?' * 16)})",  # noqa: S608 - question marks alone
        (_article_row(row, indexed) for row, indexed in enumerate(articles, first)),
    )
    database.executemany(
        "INSERT INTO writing VALUES (?, ?)", ((row, one.article.body) for row, one in enumerate(articles, first))
    )
    database.executemany(
        "INSERT INTO said (rowid, text) VALUES (?, ?)",
        ((row, f"{one.article.card.title}\n{one.article.body}") for row, one in enumerate(articles, first)),
    )
    database.executemany(
        "INSERT INTO arrival VALUES (?, ?, ?, ?)",
        (
            (arrival.generation, row, arrival.start, arrival.end)
            for row, indexed in enumerate(articles, first)
            for arrival in indexed.arrived
        ),
    )
    database.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (row, rows[p.article_id], p.start, p.end, p.section, json.dumps(p.sentences), key, names)
            for row, (p, key, names) in enumerate(passages, first_passage)
        ),
    )


class Texts:
    """Reads what :func:`write_texts` wrote; safe to use from several threads."""

    def __init__(self, place: Path | FarFile) -> None:
        self._database = readable(place)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def cards(self) -> tuple[ArticleCard, ...]:
        """All articles' cards, in order of path."""
        return tuple(_card(*row) for row in self._database.all(f"SELECT {CARD} FROM article ORDER BY path"))  # noqa: S608

    def article(self, article_id: str) -> Article | None:
        """The article of that id."""
        for indexed in self._articles("WHERE article.id = ?", article_id):
            return indexed.article
        return None

    def beginning(self, article_id: str) -> str:
        """The first thousand characters of an article's body; nothing when there is no such article."""
        query = f"SELECT substr(body, 1, {BEGINNING}) FROM article {_WRITING} WHERE id = ?"  # noqa: S608
        for (text,) in self._database.all(query, article_id):
            return str(text)
        return ""

    def recalled(self) -> list[Recalled]:
        """What all articles are recognised by when their files are looked at again."""
        return [
            Recalled(*row)
            for row in self._database.all("SELECT id, path, digest, text, date, expires FROM article ORDER BY path")
        ]

    def languages(self) -> dict[str, int]:
        """How many articles there are in each language."""
        return dict(self._database.all("SELECT lang, count(*) FROM article GROUP BY lang ORDER BY lang"))

    def articles_that_say(self, phrases: Iterable[Sequence[str]], most: int) -> list[str]:
        """The ids, ``most`` at most, of the articles whose title or body holds any of ``phrases``, word after word, in
        order of path; case and accents don't matter."""
        said = _any_of(phrases)
        if not said:
            return []
        query = "SELECT id FROM article WHERE row IN (SELECT rowid FROM said WHERE said MATCH ?) ORDER BY path LIMIT ?"
        return [article for (article,) in self._database.all(query, said, most)]

    def articles_if_few(self, phrases: Iterable[Sequence[str]], most: int) -> list[str]:
        """As :meth:`articles_that_say`; none where there are more than ``most``, which are not even counted, so that a
        phrase that all articles hold costs as little in any base."""
        said = _any_of(phrases)
        rows = self._database.all("SELECT rowid FROM said WHERE said MATCH ? LIMIT ?", said, most + 1) if said else []
        if len(rows) > most:
            return []
        query = f"SELECT id FROM article WHERE row IN {LISTED} ORDER BY path"  # noqa: S608
        return [article for (article,) in self._database.all(query, listed([row for (row,) in rows]))]

    def ids_among(self, articles: Sequence[str]) -> frozenset[str]:
        """Those of the ids ``articles`` that there are."""
        query = f"SELECT id FROM article WHERE id IN {LISTED}"  # noqa: S608
        return frozenset(article for (article,) in self._database.all(query, listed(articles)))

    def ids_by_digest(self, digests: Sequence[str]) -> dict[str, str]:
        """The id of an article by the digest of its file, for those of ``digests`` that there are."""
        query = f"SELECT digest, id FROM article WHERE digest IN {LISTED} ORDER BY row"  # noqa: S608
        return dict(self._database.all(query, listed(digests)))

    def arrivals(self, articles: Sequence[str]) -> dict[str, tuple[Arrival, ...]]:
        """When the parts of the articles with these ids came, in order, by article id."""
        query = (
            'SELECT id, start, "end", generation FROM arrival JOIN article ON row = arrival.article '  # noqa: S608
            f"WHERE id IN {LISTED} ORDER BY start"
        )
        found: dict[str, list[Arrival]] = {}
        for article, *arrival in self._database.all(query, listed(articles)):
            found.setdefault(article, []).append(Arrival(*arrival))
        return {article: tuple(arrivals) for article, arrivals in found.items()}

    def arrived_after(self, generation: int) -> dict[str, list[Span]]:
        """The parts of articles that came with a later generation than ``generation``, by article id."""
        query = (
            'SELECT id, start, "end" FROM arrival JOIN article ON row = arrival.article '
            "WHERE generation > ? ORDER BY path, start"
        )
        found: dict[str, list[Span]] = {}
        for article, start, end in self._database.all(query, generation):
            found.setdefault(article, []).append((start, end))
        return found

    def rows_with(self, keys: Sequence[str]) -> dict[str, int]:
        """The row of a passage for each of the vectors' ``keys`` that there is."""
        query = f"SELECT key, min(row) FROM passage WHERE key IN {LISTED} GROUP BY key"  # noqa: S608
        return dict(self._database.all(query, listed(keys)))

    def keys_from(self, row: int, count: int) -> dict[str, int]:
        """The keys of the vectors of ``count`` passages from ``row`` on, and a row that has each."""
        query = "SELECT key, min(row) FROM passage WHERE row >= ? AND row < ? GROUP BY key ORDER BY min(row)"
        return dict(self._database.all(query, row, row + count))

    def rows_of(self, articles: Sequence[str]) -> list[int]:
        """The rows of the passages of the articles with these ids, in order."""
        query = (
            "SELECT passage.row FROM passage JOIN article ON article.row = passage.article "  # noqa: S608
            f"WHERE article.id IN {LISTED} ORDER BY passage.row"
        )
        return [row for (row,) in self._database.all(query, listed(articles))]

    def passages(self, rows: Sequence[int]) -> list[IndexedPassage]:
        """The passages at ``rows``, in that order."""
        blanks = ", ".join("?" * len(rows))
        query = (
            "SELECT passage.row, start, end, section, sentences, key, names, "  # noqa: S608 - question marks alone
            f"substr(body, start + 1, end - start), {CARD} "
            f"FROM passage JOIN article ON article.row = passage.article {_WRITING} WHERE passage.row IN ({blanks})"
        )
        found = {}
        for row, start, end, section, sentences, key, names, text, *card in self._database.all(query, *rows):
            spans = tuple((a, b) for a, b in json.loads(sentences))
            passage = Passage(card[0], start, end, text, section, spans)
            found[row] = IndexedPassage(passage, _card(*card), key, names)
        return [found[row] for row in rows]

    def excerpts(self, spans: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], Excerpt]:
        """The slices ``body[start:end]`` of articles, by article id, start and end."""
        query = f"SELECT a, z, substr(body, a + 1, z - a), {_ABOVE}, headings, {CARD} "
        query += f"FROM (SELECT {_SPANS} FROM json_each(?)) CROSS JOIN article ON article.id = of_id {_WRITING}"  # noqa: S608
        found = {}
        for a, z, text, before, headings, *card in self._database.all(query, json.dumps([*dict.fromkeys(spans)])):
            above = [before[low:high] for low, high, _ in json.loads(headings) if high <= a][-1:]
            found[card[0], a, z] = Excerpt(text, a, " ".join("".join(above).split()) or None, _card(*card))
        return found

    def _articles(self, where: str, *values: str) -> Iterable[IndexedArticle]:
        query = f"SELECT body, headings, tags, digest, {CARD} FROM article {_WRITING} {where}"  # noqa: S608
        for body, headings, tags, digest, *card in self._database.all(query, *values):
            article = Article(
                card=_card(*card),
                body=body,
                headings=tuple(Heading(*heading) for heading in json.loads(headings)),
                tags=tuple(json.loads(tags)),
            )
            yield IndexedArticle(article, digest)


def _any_of(phrases: Iterable[Sequence[str]]) -> str:
    """What matches any of ``phrases``; empty without one."""
    return " OR ".join('"' + " ".join(word.replace('"', "") for word in phrase) + '"' for phrase in phrases if phrase)


def _card(
    article: str,
    title: str,
    date: str | None,
    publisher: str | None,
    url: str | None,
    path: str,
    lang: str,
    cited: str,
    *life: str | None,
) -> ArticleCard:
    """The card of the columns named in CARD."""
    return ArticleCard(article, title, date, publisher, url, path, lang, _sources(cited), *life)


@lru_cache(maxsize=1024)  # each question reads the cards of dozens of passages, mostly of the same articles
def _sources(cited: str) -> tuple[CitedSource, ...]:
    return tuple(CitedSource(**source) for source in json.loads(cited))


def _article_row(row: int, indexed: IndexedArticle) -> tuple[str | int | None, ...]:
    article, card = indexed.article, indexed.article.card
    return (
        *(row, card.id, card.path, indexed.digest, text_digest(article.body)),
        *(card.title, card.date, card.publisher, card.url, card.lang),
        json.dumps([(heading.start, heading.end, heading.level) for heading in article.headings]),
        json.dumps([asdict(source) for source in card.sources]),
        json.dumps(article.tags),
        *(card.version, card.withdrawn, card.expires),
    )
