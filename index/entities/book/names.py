"""Names as words, so that « L’Assurance-maladie » and "assurance maladie" are one name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from index.terms.tokens import fold

WORD: Final = re.compile(
    r"(?<![^\W_])[^\W\d_]{1,3}(?:\+\+|#)(?![\w+#])|(?<![\w.])\.[A-Z]{2,4}(?![\w.])|[^\W_ʼ]+(?:[\u0300-\u036f]+[^\W_ʼ]*)*"
)
"""Letters and digits with the accents that may follow them, and the signs that tell C++ and C# from C; all else stands
between words, the apostrophe that Unicode holds for a letter (ʼ) too."""

ARTICLES: Final = frozenset("le la les l the".split())
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})
_PLAIN_GAP: Final = re.compile(r"[^\S\n]{0,4}(?:\n|['’ʼ‘])?[^\S\n]{0,4}|[-\u2010-\u2012]")


def folded(word: str) -> str:
    """``word`` in lower case, without accents or ligatures."""
    return word.lower() if word.isascii() else _folded_with_accents(word)


@lru_cache(maxsize=20_000)  # a language's accented words, many times over in a base of articles
def _folded_with_accents(word: str) -> str:
    return fold(word).translate(_LIGATURES)


def name_words(name: str) -> tuple[re.Match[str], ...]:
    """The words of ``name``, as found by :data:`WORD`, less an article at its head.

    « le géant de Seattle » has to be found in « du géant de Seattle ». Where only one word would be left (« la
    firme »), the article stays: alone that word would be found everywhere.
    """
    words = tuple(WORD.finditer(name))
    headed = len(words) > 2 and folded(words[0][0]) in ARTICLES
    return words[1:] if headed else words


def name_key(name: str) -> tuple[str, ...]:
    """The folded words of ``name``: two names with the same key are one; empty if it has no word."""
    return tuple(folded(word[0]) for word in name_words(name))


def says(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the folded ``words`` of a text hold ``wanted``, one after the other."""
    if wanted and wanted[0] not in words:
        return False
    return any(tuple(words[at : at + len(wanted)]) == tuple(wanted) for at in range(len(words) - len(wanted) + 1))


def gap(text: str, start: int, end: int) -> str:
    """What joins two words that stand before ``start`` and after ``end``: nothing when spaces (with at most one
    line end), an apostrophe or a hyphen do, else the characters between them, less the spaces around the signs."""
    between = text[start:end]
    return "" if between == " " or _PLAIN_GAP.fullmatch(between) else between.strip() or between
