"""Slips of the keyboard in a question, set right from the words of the base: « telemedcine », "masimmo".

A word is only a slip when nobody knows it: neither the base, in any form of it, nor the shipped model's vocabulary,
which holds the common words of French and English. It is then read as the nearest word of the base, if one is near:
by the optimal string alignment distance (insert, delete, replace, swap neighbours), with the same first letter.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from index.terms.known_words import vocabulary
from index.terms.tokens import STEMMERS, fold, stems

SHORTEST: Final = 4
"""Letters; shorter words are all near one another."""
LONG: Final = 12
"""Letters from which two slips are forgiven instead of one."""
_CAPITALS: Final = ""
"""Stands among the languages of a word for its capitals."""
_WORD: Final = re.compile(r"[^\W\d_]+")

IsKnown = Callable[[str, str], bool]
"""Whether the base has a stem, in a language."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word of the base: how many passages in which languages have it, and in how many it begins with a capital."""

    counts: tuple[tuple[str, int], ...]
    capitals: int

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages of the passages that have the word."""
        return tuple(lang for lang, _ in self.counts)

    @property
    def count(self) -> int:
        """How many passages have the word."""
        return sum(count for _, count in self.counts)

    @property
    def is_name(self) -> bool:
        """Whether it is a name, written with a capital more often than not."""
        return 2 * self.capitals > self.count


Written = tuple[int, Mapping[str, int]]
"""A word as it is written down: its capitals, and how many passages in each language have it."""
Texts = Iterable[tuple[str, str]]
"""Texts, each with its language."""


class Words(Mapping[str, Spelled]):
    """The words of a base: as they are written down, since most are never looked at."""

    def __init__(self, written: Mapping[str, Written]) -> None:
        self.written = written

    def __getitem__(self, word: str) -> Spelled:
        capitals, counts = self.written[word]
        return Spelled(tuple(counts.items()), capitals)

    def __contains__(self, word: object) -> bool:
        return word in self.written

    def __iter__(self) -> Iterator[str]:
        return iter(self.written)

    def __len__(self) -> int:
        return len(self.written)


NO_WORDS: Final = Words({})


def surface_words(texts: Texts) -> Words:
    """The folded words of ``texts`` that are long enough to be mistyped."""
    return changed_words(NO_WORDS, (), texts)


def changed_words(words: Words, gone: Texts, come: Texts) -> Words:
    """``words`` without those of the texts that are ``gone``, and with those of the texts that ``come``."""
    changes: dict[str, Counter[str]] = {}
    for texts, sign in ((gone, -1), (come, 1)):
        for text, lang in texts:
            for word in dict.fromkeys(_WORD.findall(text)):
                folded = fold(word)
                if len(folded) >= SHORTEST:
                    its = changes.setdefault(folded, Counter())
                    its[lang] += sign
                    its[_CAPITALS] += sign * (not word[0].islower())
    changed = dict(words.written)
    for word, change in changes.items():
        capitals, counts = changed.get(word, (0, {}))
        change.update({_CAPITALS: capitals, **counts})
        capitals = change.pop(_CAPITALS)
        counts = {lang: count for lang, count in sorted(change.items()) if count > 0}
        if counts:
            changed[word] = (capitals, counts)
        else:
            changed.pop(word, None)
    return Words(changed)


class Spelling:
    """Knows the words of one base."""

    def __init__(self, words: Words, is_known: IsKnown) -> None:
        self._words = words
        self._is_known = is_known

    def corrected(self, question: str, lang: str) -> str:
        """``question``, asked in ``lang``, with its slips set right, all else as it was typed."""
        return _WORD.sub(lambda found: self._meant(found[0], lang), question)

    def is_name(self, word: str) -> bool:
        """Whether the base writes ``word`` with a capital more often than not."""
        spelled = self._words.get(fold(word))
        return spelled is not None and spelled.is_name

    def knows(self, word: str) -> bool:
        """Whether the base has ``word``, in any form."""
        folded = fold(word)
        return folded in self._words or any(
            self._is_known(stem, lang) for lang in STEMMERS for stem in stems(folded, lang)
        )

    def _meant(self, word: str, lang: str) -> str:
        folded = fold(word)
        if len(folded) < SHORTEST or folded in self._words or self._is_word(folded):
            return word
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 2 if len(folded) >= LONG else 1
        lengths = range(len(folded) - most, len(folded) + most + 1)
        near = [one for length in lengths for one in self._shelves.get((folded[0], length), ())]
        found = process.extract(folded, near, scorer=OSA.distance, score_cutoff=most, limit=None)
        found = [one for one in found if self._may_be_meant(one[0], word, lang)]
        best = min(found, key=lambda one: (one[1], -self._words[one[0]].count), default=None)
        return best[0] if best is not None else word

    @cached_property
    def _shelves(self) -> Mapping[tuple[str, int], list[str]]:
        """The words by their first letter and their length: only those near in both can be meant."""
        shelves: dict[tuple[str, int], list[str]] = {}
        for one in self._words:
            shelves.setdefault((one[0], len(one)), []).append(one)
        return shelves

    def _may_be_meant(self, near: str, word: str, lang: str) -> bool:
        """A name is written in any language; what is typed with a capital is meant to be one."""
        spelled = self._words[near]
        return spelled.is_name or (lang in spelled.langs and word.islower())

    def _is_word(self, folded: str) -> bool:
        return folded in vocabulary() or self.knows(folded)


def write_words(path: Path, words: Words) -> None:
    """Write the words of a base into a new file."""
    path.write_text(json.dumps(words.written, ensure_ascii=False, check_circular=False), encoding="utf-8")


def load_words(path: Path) -> Words:
    """What :func:`write_words` wrote."""
    return Words(json.loads(path.read_bytes()))
