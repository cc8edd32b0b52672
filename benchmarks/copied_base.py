"""A base many times as large as one that was built, of copies of it: what a night of building would give, in minutes.

    python benchmarks/growth.py --passages 100000 --keep FOLDER
    python benchmarks/copied_base.py FOLDER --times 10 --log FILE

The copies are articles of their own, with files of their own, and every file of the index is as long as if they had
been indexed; only that all tell the same, so an answer is found ten times over, and a subject's timeline has each of
its entries ten times. Then what comes after a first build is measured as ``benchmarks/growth.py`` does, and printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from growth import after_the_build, print_growth

from index.entities.book.folder import FILE
from index.generation.generation import ENTITIES, EVENTS, PIECES, STRETCHES, TERMS, TEXTS, VECTORS, WORDS
from index.generation.manifest import read_manifest, stamp_files, write_manifest
from index.generation.store import GenerationStore
from index.generation.texts import INDEXES as TEXT_INDEXES
from index.generation.texts import SCHEMA as TEXT_SCHEMA
from index.machine.blocks import blocks_in
from index.tellings.stored import INDEXES as EVENT_INDEXES
from index.tellings.stored import SCHEMA as EVENT_SCHEMA


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base", type=Path, help="a folder with articles/ and data/, as growth.py keeps it")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--scratch", type=Path, help="where the copies are made; removed afterwards")
    parser.add_argument("--log", type=Path, help="what was measured, added as a line of JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.scratch) as scratch:
        articles, data = Path(scratch) / "articles", Path(scratch) / "data"
        passages = copy_base(arguments.base, articles, data, arguments.times)
        measured = {"passages": passages, **after_the_build(articles, data)}
        if arguments.log is not None:
            with arguments.log.open("a", encoding="utf-8") as log:
                log.write(f"{json.dumps(measured)}\n")
        print_growth([measured])


def copy_base(base: Path, articles: Path, data: Path, times: int) -> int:
    """Put ``times`` as many articles as ``base`` has, and their index, into the new folders; how many passages."""
    store, copied = GenerationStore(base / "data"), GenerationStore(data)
    (number,) = [each for each in store.numbers() if each == store.current_number()]
    before, after = store.path(number), copied.path(1)
    after.mkdir(parents=True)
    digests = copy_articles(base / "articles", articles, times)
    copy_texts(before / TEXTS, after / TEXTS, times, digests)
    copy_events(before / EVENTS, after / EVENTS, times)
    for rows in (VECTORS, PIECES, STRETCHES, TERMS):
        (after / rows).mkdir()
        for place, block in enumerate(blocks_in(before / rows) * times):
            shutil.copytree(block, after / rows / f"{place:05}")
    for file in (ENTITIES, WORDS):
        shutil.copy(before / file, after)
    was = read_manifest(before)
    more = {lang: count * times for lang, count in was.languages.items()}
    made = replace(was, number=1, articles=was.articles * times, passages=was.passages * times, languages=more)
    write_manifest(after, replace(made, events=was.events * times, rejected=(), files=stamp_files(after)))
    (copied.folder / "current").write_text("1", "ascii")
    return made.passages


def named(name: str, copy: int) -> str:
    return f"c{copy}-{name}" if copy else name


def copy_articles(before: Path, after: Path, times: int) -> dict[tuple[str, int], str]:
    """The digest of each file of the copies, by the name of the one copied and the number of the copy."""
    after.mkdir()
    shutil.copy(before / FILE, after)
    digests = {}
    for file in sorted(before.glob("*.md")):
        content = file.read_bytes()
        for copy in range(times):
            told = content + (f"\n\nExemplaire {copy}.\n".encode() if copy else b"")
            (after / named(file.name, copy)).write_bytes(told)
            digests[file.name, copy] = hashlib.sha256(told).hexdigest()
    return digests


@contextmanager
def filled(path: Path, schema: str, indexes: str, before: Path) -> Iterator[sqlite3.Connection]:
    """A new database, that of ``before`` beside it as ``b``."""
    with closing(sqlite3.connect(path)) as database, database:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -262144"):
            database.execute(f"PRAGMA {setting}")
        database.executescript(schema)
        database.create_function("named", 2, named, deterministic=True)
        database.execute("ATTACH ? AS b", (str(before),))
        yield database
        database.commit()
        database.executescript(indexes)


def copy_texts(before: Path, after: Path, times: int, digests: dict[tuple[str, int], str]) -> None:
    with filled(after, TEXT_SCHEMA, TEXT_INDEXES, before) as database:
        database.create_function("digest", 2, lambda path, copy: digests[path, copy])
        articles, passages = next_row(database, "article"), next_row(database, "passage")
        for copy in range(times):
            row, passage = articles * copy, passages * copy
            database.execute(
                f"INSERT INTO article SELECT row + {row}, named(id, {copy}), named(path, {copy}), digest(path, {copy}),"
                f"named(text, {copy}), title, date, publisher, url, lang, headings, sources, tags, version, withdrawn,"
                "expires FROM b.article"
            )
            database.execute(f"INSERT INTO writing SELECT article + {row}, body FROM b.writing")
            database.execute(
                f'INSERT INTO passage SELECT row + {passage}, article + {row}, start, "end", section, sentences, key,'
                "names FROM b.passage"
            )
            database.execute(f'INSERT INTO arrival SELECT generation, article + {row}, start, "end" FROM b.arrival')
        database.execute(
            "INSERT INTO said (rowid, text) SELECT row, title || char(10) || body FROM main.article "
            "JOIN main.writing ON article = row"
        )


def copy_events(before: Path, after: Path, times: int) -> None:
    with filled(after, EVENT_SCHEMA, EVENT_INDEXES, before) as database:
        events = next_row(database, "event")
        columns = [name for _, name, *_ in database.execute("PRAGMA b.table_info(event)")][2:]
        for copy in range(times):
            row = events * copy
            its = f"row + {row}, named(article, {copy}), {', '.join(columns)}"
            database.execute(f"INSERT INTO event SELECT {its} FROM b.event")
            database.execute(
                f'INSERT INTO participant SELECT key, event + {row}, place, level, start, "end", sureness '
                "FROM b.participant"
            )
        database.execute("INSERT INTO said (rowid, stems) SELECT row, said FROM main.event")
        entries = database.execute("SELECT * FROM b.entry ORDER BY subject, place").fetchall()
        database.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (subject, place * times + copy, first, last, rank, moved(rows, events * copy), *rest)
                for subject, place, first, last, rank, rows, *rest in entries
                for copy in range(times)
            ),
        )


def next_row(database: sqlite3.Connection, table: str) -> int:
    """How far the rows of a copy lie from those of the one before."""
    return int(database.execute(f"SELECT max(row) + 1 FROM b.{table}").fetchone()[0])


def moved(rows: str, by: int) -> str:
    return json.dumps([row + by for row in json.loads(rows)])


if __name__ == "__main__":
    main()
