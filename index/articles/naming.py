"""The id and the stand-in title that a file's name gives its article."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

LONGEST_ID: Final = 80
"""Characters. A choice of Discord's autocompletion holds 100, and ids travel in them."""

_MARKS_OF_LATIN: Final = re.compile(r"[\u0300-\u036f]")
_LETTERS_WITHOUT_DECOMPOSITION: Final = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)
_SEPARATORS: Final = re.compile(r"[\s_-]+")


def article_id(path: str) -> str:
    """The id of the article in the file ``path``: its stem without accents, in lower case, everything that is
    neither letter nor digit turned into single hyphens. Never empty."""
    slug = _slug(PurePosixPath(path).stem)
    if not slug:
        return _short_hash(path)
    if len(slug) > LONGEST_ID:
        return f"{slug[: LONGEST_ID - 9].rstrip('-')}-{_short_hash(path)}"
    return slug


def title_from_name(path: str) -> str:
    """ "amazon-care.txt" → "Amazon care"."""
    words = _SEPARATORS.sub(" ", PurePosixPath(path).stem).strip()
    return words[:1].upper() + words[1:]


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
