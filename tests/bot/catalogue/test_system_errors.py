"""What a system says is wrong, in the reader's words."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.catalogue import LANGUAGES, words_in
from bot.catalogue.system_errors import SAID

USUAL = (
    errno.ENOENT,
    errno.EACCES,
    errno.ENOSPC,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.EROFS,
    errno.ECONNREFUSED,
    errno.ETIMEDOUT,
    errno.EADDRINUSE,
    errno.EMFILE,
    errno.ENAMETOOLONG,
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", USUAL)
def test_the_usual_refusals_of_a_system_are_told_in_our_words(lang: str, number: int) -> None:
    said = os.strerror(number)
    words = words_in(lang)

    assert words.of_system(said) not in ("", said)
    told = words.of_system(str(OSError(number, said, "there")))
    assert told.startswith(words.of_system(said))
    assert "'there'" in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_has_its_words(lang: str) -> None:
    assert all(words_in(lang).knows(f"system-{key}") for key in SAID.values())


def test_a_sentence_tells_its_reason_in_our_words() -> None:
    told = words_in("fr")("file-unwritable", path="a.csv", reason="No space left on device")

    assert "le disque est plein" in told
    assert "No space" not in told


def test_what_sqlite_refuses_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "notes.sqlite").write_text("no database at all, but long enough to be read as one" * 20)
    with closing(sqlite3.connect(tmp_path / "notes.sqlite")) as database, pytest.raises(sqlite3.Error) as refused:
        database.execute("SELECT * FROM notes")

    assert words_in("fr").of_system(str(refused.value)) == "la base de données est abîmée"


def test_what_is_nothing_usual_is_told_as_it_was_said() -> None:
    assert words_in("fr").of_system("HTTP 418") == "HTTP 418"
