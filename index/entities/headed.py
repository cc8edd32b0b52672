"""Things spoken of by what their name says they are: « le musée » after « le musée Delorme », "the league" after
"Wexcombe League"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.entities.book.names import folded, name_words
from index.entities.headwords import THINGS_OTHERWISE, things
from index.entities.proper_names import Name
from index.passages.passage import Span

DEFINITE: Final = {
    "fr": r"(?:l'|l’|(?:le|la|du|ce|cet|cette) )(?:(?:ancien|ancienne|nouveau|nouvel|nouvelle|vieux|vieil|vieille) )?",
    "en": r"(?:the|this|that) (?:(?:old|new|existing|current) )?",
}
SPELLED_OUT: Final = {
    "fr": r"(?! (?:d(?:e|u|es) |d['’]|à |aux? |[A-ZÀ-ÖØ-ÞŒ])|-)",
    "en": r"(?! (?:of|at|in|on|for) (?:the )?[A-Z]|['’]s [A-Z]| [A-Z]|-)",
}
"""What follows a noun that another name tells: « le musée de Dijon »."""
_DESCRIBED: Final = {lang: re.compile(rf"\b(?i:{DEFINITE[lang]})(\w+)\b{SPELLED_OUT[lang]}") for lang in DEFINITE}
_HEAD_BEFORE: Final = re.compile(r"(\w+) (?:d(?:e|u|es) (?:la |l['’])?|d['’])?\Z")
_HEAD_AFTER: Final = re.compile(r" (\w+)")
_OF: Final = frozenset("de du des d".split())
_MOST_HEADS: Final = 2
_LONGEST: Final = 24


class Headed:
    """The names of one article, in order, by the nouns that tell what they are; nouns that two of them have tell
    nothing. ``plain`` is the body in which they stand."""

    def __init__(self, names: Sequence[Name], plain: str, lang: str) -> None:
        self._plain = plain
        self._described = _DESCRIBED.get(lang)
        self._first: dict[str, Name] = {}
        if self._described is None:
            return
        several: set[str] = set()
        for name in names:
            for noun in _heads(name, plain, lang):
                if self._first.setdefault(noun, name).key != name.key:
                    several.add(noun)
        for noun in several:
            del self._first[noun]

    def spoken_of(self, span: Span) -> Iterator[tuple[Span, Name]]:
        """The descriptions in ``span``, each with the name, said before it, for which it stands."""
        if not self._first or self._described is None:
            return
        for match in self._described.finditer(self._plain, *span):
            name = self._first.get(folded(match[1]))
            if name is not None and name.end <= match.start():
                yield match.span(), name


def _heads(name: Name, plain: str, lang: str) -> Iterator[str]:
    """What a name says it is, folded: its first words or the one before it in French, its last or the one after it in
    English."""
    known = things(lang)
    words = [folded(word[0]) for word in name_words(plain[name.start : name.end])]
    beside = (
        _HEAD_BEFORE.search(plain, max(0, name.start - _LONGEST), name.start)
        if lang == "fr"
        else _HEAD_AFTER.match(plain, name.end)
    )
    said = list(_french_heads(words)) if lang == "fr" else words[-1:]
    said = said if len(words) > 1 else []
    said += [folded(beside[1])] if beside is not None else []
    yield from (word for word in said if word in known and word not in THINGS_OTHERWISE)


def _french_heads(words: Sequence[str]) -> Iterator[str]:
    """The folded ``words`` of a name up to what it is called: « cave coopérative | des Trois-Combes »."""
    for place, word in enumerate(words):
        if place and word in _OF:
            return
        if place < _MOST_HEADS:
            yield word
