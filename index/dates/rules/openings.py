"""With which words what each of some patterns matches may begin: most words of a text begin none of them, and few words
more than a handful, so that few patterns need be tried at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(r"[^\W\d_]+")
_GROUP: Final = re.compile(r"\((?:\?(?:P<\w+>|[a-z-]*:))?")
_LOOKS: Final = re.compile(r"\(\?<?[=!]")
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_WIDE_CLASS: Final = re.compile(r"\A\[\^|[^\W\d_]-[^\W\d_]|\\[wDS]")
_REPEATED: Final = re.compile(r"(?P<maybe>\?|\*|\{0?,\d*\})\??|(?:\+|\{\d[\d,]*\})\??")
_NO_LETTER: Final = "#"
"""Stands, among the heads of words, for whatever is no letter."""
_ANY: Final = frozenset({"", _NO_LETTER})
_MOST_WORDS: Final = 50_000
"""Words remembered, by what one may begin."""


class Openings:
    """The words that what each of ``patterns`` matches may begin with, whatever their case, or what is no letter."""

    def __init__(self, patterns: Iterable[str], word_start: str = "") -> None:
        begun = [_Walk(pattern).alternatives()[0] for pattern in patterns]
        whole = [{one[:-1] for one in its if one.endswith(" ")} for its in begun]
        heads = [tuple(one for one in its if one != _NO_LETTER and not one.endswith(" ")) for its in begun]
        self._without_letter = tuple(place for place, its in enumerate(begun) if _NO_LETTER in its)

        @lru_cache(maxsize=_MOST_WORDS)
        def begun_by(word: str) -> tuple[int, ...]:
            lowered = word.lower()
            return tuple(
                place
                for place, (words, starts) in enumerate(zip(whole, heads, strict=True))
                if lowered in words or lowered.startswith(starts)
            )

        self._begun_by = begun_by
        self._places = re.compile(rf"{word_start}(?:(?P<word>[^\W\d_]+)|(?=\S))")

    def at(self, text: str, at: int, end: int) -> tuple[int, ...]:
        """The places, in ``patterns``, of those that may begin at ``text[at]``."""
        token = _TOKEN.match(text, at, end)
        return self._without_letter if token is None else self._begun_by(token[0])

    def places(self, text: str, start: int, end: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Where in ``text[start:end]`` something may begin, in order, and what may begin there, as ``at`` says it."""
        for place in self._places.finditer(text, start, end):
            word = place["word"]
            begun = self._without_letter if word is None else self._begun_by(word)
            if begun:
                yield place.start(), begun


class _Walk:
    """Walks over a pattern from its head. What it may begin with is a set of heads of words in lower case, the empty
    one standing for any, a space behind those that are whole words, and a sign for what is no letter."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0

    def alternatives(self) -> tuple[set[str], bool]:
        """With what the alternatives up to the end of their group begin, and whether one may be empty."""
        begun, is_empty = self._sequence()
        while self._next("|"):
            more, may = self._sequence()
            begun, is_empty = begun | more, is_empty or may
        return begun, is_empty

    def _sequence(self) -> tuple[set[str], bool]:
        begun: set[str] = set()
        is_open = True
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            its, may_be_empty = self._item()
            if is_open:
                begun |= its
                is_open = may_be_empty
        return begun, is_open

    def _item(self) -> tuple[set[str], bool]:
        pattern = self._pattern
        if word := _TOKEN.match(pattern, self._at):
            return self._letters(word[0])
        if pattern[self._at] == "(":
            begun, may_be_empty = self._group()
        elif met := _CLASS.match(pattern, self._at):
            self._at = met.end()
            is_wide = _WIDE_CLASS.search(met[0]) is not None
            letters = {one.lower() if one.isalpha() else _NO_LETTER for one in met[0][1:-1]}
            begun, may_be_empty = set(_ANY) if is_wide else letters, False
        elif pattern[self._at] == "\\":
            kind = pattern[self._at + 1]
            self._at += 2
            is_edge = kind in "bBAZ"
            begun, may_be_empty = set() if is_edge else set(_ANY) if kind in "wSDW" else {_NO_LETTER}, is_edge
        else:
            self._at += 1
            sign = pattern[self._at - 1]
            is_edge = sign in "^$"
            begun, may_be_empty = set() if is_edge else set(_ANY) if sign == "." else {_NO_LETTER}, is_edge
        return begun, self._is_maybe() or may_be_empty

    def _letters(self, letters: str) -> tuple[set[str], bool]:
        self._at += len(letters)
        repeated = _REPEATED.match(self._pattern, self._at)
        if repeated is not None:  # of the last one alone
            self._at = repeated.end()
            return {letters[:-1].lower()}, False
        following = self._pattern[self._at : self._at + 1]
        return {letters.lower() + " " * (following in (" ", "'", "-"))}, False

    def _group(self) -> tuple[set[str], bool]:
        looks = _LOOKS.match(self._pattern, self._at)
        opened = looks or _GROUP.match(self._pattern, self._at)
        self._at = opened.end() if opened is not None else self._at + 1
        begun, may_be_empty = self.alternatives()
        self._next(")")
        return (begun, may_be_empty) if looks is None else (begun if looks[0] == "(?=" else set(), True)

    def _is_maybe(self) -> bool:
        repeated = _REPEATED.match(self._pattern, self._at)
        if repeated is None:
            return False
        self._at = repeated.end()
        return repeated["maybe"] is not None

    def _next(self, sign: str) -> bool:
        is_next = self._pattern.startswith(sign, self._at)
        self._at += is_next
        return is_next
