"""With which words what some patterns match may begin: most words of a text are none of them, and need not be tried."""

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
_MOST_WORDS: Final = 50_000
"""Words remembered, by whether one may begin something."""


class Openings:
    """The words that what ``patterns`` match may begin with, whatever their case, beside what is no letter."""

    def __init__(self, patterns: Iterable[str], word_start: str = "") -> None:
        begun: set[str] = set()
        for pattern in patterns:
            begun |= _Walk(pattern).alternatives()[0]
        whole = {one[:-1] for one in begun if one.endswith(" ")}
        heads = tuple(one for one in begun if not one.endswith(" "))

        @lru_cache(maxsize=_MOST_WORDS)
        def may_begin(word: str) -> bool:
            lowered = word.lower()
            return lowered in whole or lowered.startswith(heads)

        self._may_begin = may_begin
        self._places = re.compile(rf"{word_start}(?:(?P<word>[^\W\d_]+)|(?=\S))")

    def holds(self, text: str, at: int, end: int) -> bool:
        """Whether something may begin at ``text[at]``."""
        token = _TOKEN.match(text, at, end)
        return token is None or self._may_begin(token[0])

    def places(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where in ``text[start:end]`` something may begin, in order."""
        for place in self._places.finditer(text, start, end):
            word = place["word"]
            if word is None or self._may_begin(word):
                yield place.start()


class _Walk:
    """Walks over a pattern from its head. What it may begin with is a set of heads of words in lower case, the empty
    one standing for any, and a space behind those that are whole words."""

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
        if letters := _TOKEN.match(pattern, self._at):
            return self._letters(letters[0])
        if pattern[self._at] == "(":
            begun, may_be_empty = self._group()
        elif met := _CLASS.match(pattern, self._at):
            self._at = met.end()
            is_wide = _WIDE_CLASS.search(met[0]) is not None
            begun, may_be_empty = {""} if is_wide else {one.lower() for one in met[0] if one.isalpha()}, False
        elif pattern[self._at] == "\\":
            kind = pattern[self._at + 1]
            self._at += 2
            begun, may_be_empty = {""} if kind in "wSDW" else set(), kind in "bBAZ"
        else:
            self._at += 1
            begun, may_be_empty = {""} if pattern[self._at - 1] == "." else set(), pattern[self._at - 1] in "^$"
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
        return (set(), True) if looks is not None else (begun, may_be_empty)

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
