"""The id and the stand-in title that a file's name gives its article."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

LONGEST_ID: Final = 80
"""Characters. A choice of Discord's autocompletion holds 100, and ids travel in them."""

_MARKS_OF_LATIN: Final = re.compile(r"[\u0300-\u036f]")
_LETTERS_WITHOUT_DECOMPOSITION: Final = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)
_SEPARATORS: Final = re.compile(r"[\s_-]+")
_DAY: Final = r"(?:1[5-9]|20)\d\d(?P<sign>[-_.]?)(?:0[1-9]|1[0-2])(?P=sign)(?:0[1-9]|[12]\d|3[01])"
_DAYS_IN_NAME: Final = (re.compile(rf"\A{_DAY}(?=[\s_-]|\Z)"), re.compile(rf"(?<=[\s_-]){_DAY}\Z"))


PLACE_MARK: Final = "#"
"""Before the place of an article in a file of several: ``export.html#2``."""

_NAMELESS: Final = ("index", "_index")
"""Stems that say nothing: the folder's name is the article's (Hugo's ``a/index.md``)."""
_SIGNS: Final = {"+": "plus", "#": "sharp", "&": "and", "@": "at", "%": "percent"}


def article_id(path: str) -> str:
    """The id of the article in the file ``path``: its stem without accents, in lower case, everything that is
    neither letter nor digit turned into single hyphens. Never empty."""
    return _short_enough(_slug(_name(path)), path) or _short_hash(path)


def other_ids(path: str) -> Iterator[str]:
    """Ids for an article whose own is taken, the nearest first: with its signs spelled (C++ is ``c-plus-plus``), with
    its folders before it, with its format, with a hash of its path. The last is nobody else's."""
    place = PurePosixPath(path)
    name = _name(path)
    spelled = "".join(f"-{_SIGNS[sign]}-" if sign in _SIGNS else sign for sign in name)
    if spelled != name:
        yield _short_enough(_slug(spelled), path)
    folders = place.parent.parts[: -1 if place.stem in _NAMELESS else None]
    for count in range(1, len(folders) + 1):
        yield _short_enough(_slug("-".join((*folders[-count:], name))), path)
    yield _short_enough(_slug(f"{name}-{place.suffix}"), path)
    yield f"{_slug(name)[: LONGEST_ID - 9].rstrip('-')}-{_short_hash(path)}".lstrip("-")


def is_exact(path: str) -> bool:
    """Whether the id of the article in ``path`` says its whole name, none of its signs being dropped."""
    return not any(sign in _SIGNS for sign in _name(path))


def place_of(path: str, number: int) -> str:
    """The path of the article number ``number``, from 1, of the several in the file ``path``."""
    return path if number == 1 else f"{path}{PLACE_MARK}{number}"


def file_of(path: str) -> str:
    """The file of the article at ``path``, which may be one of several in it."""
    file, mark, number = path.rpartition(PLACE_MARK)
    return file if mark and number.isdecimal() and PurePosixPath(file).suffix else path


def id_at(of_file: str, number: int) -> str:
    """The id of the article number ``number``, from 1, of several in the file whose id is ``of_file``."""
    mark = "" if number == 1 else f"-{number}"
    return f"{of_file[: LONGEST_ID - len(mark)]}{mark}"


def title_from_name(path: str) -> str:
    """ "amazon-care.txt" → "Amazon care", "2024-09-15-rentree.md" → "Rentree"."""
    name = _name(path)
    day = _day_in(name)
    words = _SEPARATORS.sub(" ", name.replace(day[0], "") if day and day[0] != name else name).strip()
    return words[:1].upper() + words[1:]


def date_from_name(path: str) -> str | None:
    """The day that begins or ends the name of the file (``2024-09-15-rentree.md``), as EDTF."""
    day = _day_in(_name(path))
    return day[1] if day else None


def _day_in(name: str) -> tuple[str, str] | None:
    """The day that begins or ends ``name``, as written and as EDTF."""
    found = next((match[0] for pattern in _DAYS_IN_NAME if (match := pattern.search(name))), None)
    try:
        return (found, datetime.date.fromisoformat(re.sub(r"\D", "", found)).isoformat()) if found else None
    except ValueError:
        return None


def _name(path: str) -> str:
    place = PurePosixPath(path)
    return place.parent.name if place.stem in _NAMELESS and place.parent.name else place.stem


def _short_enough(slug: str, path: str) -> str:
    return slug if len(slug) <= LONGEST_ID else f"{slug[: LONGEST_ID - 9].rstrip('-')}-{_short_hash(path)}"


def _slug(stem: str) -> str:
    folded = stem
    for _ in range(2):  # lower case of some letters (İ) brings a mark of its own
        folded = unicodedata.normalize("NFKD", folded.lower()).translate(_LETTERS_WITHOUT_DECOMPOSITION)
        folded = _MARKS_OF_LATIN.sub("", folded)
    composed = unicodedata.normalize("NFC", folded)
    return re.sub("-+", "-", "".join(char if _belongs(char) else "-" for char in composed)).strip("-")


def _belongs(char: str) -> bool:
    """Letters and digits, and the vowel signs that other scripts write as marks."""
    return char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"}


def _short_hash(path: str) -> str:
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
