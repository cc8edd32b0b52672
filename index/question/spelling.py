"""Slips of the keyboard in a question, set right from the words of the base: « telemedcine », "masimmo".

A word is only a slip when nobody knows it: neither the base, in any form of it, nor the shipped model's vocabulary,
which holds the common words of French and English. It is then read as the nearest word of the base, if one is near:
by the optimal string alignment distance (insert, delete, replace, swap neighbours), with the same first letter.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from index.terms.tokens import STEMMERS, fold, stems

SHORTEST: Final = 4
"""Letters; shorter words are all near one another."""
LONG: Final = 12
"""Letters from which two slips are forgiven instead of one."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_DICTIONARY: Final = Path(__file__).parents[1] / "model" / "tokenizer.json"

IsKnown = Callable[[str, str], bool]
"""Whether the base has a stem, in a language."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word of the base: in which languages its passages are, how many they are, and whether it is a name, written
    with a capital more often than not."""

    langs: tuple[str, ...]
    count: int
    is_name: bool


def surface_words(texts: Iterable[str], langs: Iterable[str]) -> dict[str, Spelled]:
    """The folded words of ``texts``, in ``langs``, that are long enough to be mistyped."""
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    written_in: dict[str, set[str]] = {}
    for text, lang in zip(texts, langs, strict=True):
        for word in set(_WORD.findall(text)):
            folded = fold(word)
            if len(folded) >= SHORTEST:
                counts[folded] += 1
                capitals[folded] += not word[0].islower()
                written_in.setdefault(folded, set()).add(lang)
    return {
        word: Spelled(tuple(sorted(written_in[word])), count, 2 * capitals[word] > count)
        for word, count in counts.items()
    }


class Spelling:
    """Knows the words of one base."""

    def __init__(self, words: Mapping[str, Spelled], is_known: IsKnown) -> None:
        self._words = words
        self._is_known = is_known

    def corrected(self, question: str, lang: str) -> str:
        """``question``, asked in ``lang``, with its slips set right, all else as it was typed."""
        return _WORD.sub(lambda found: self._meant(found[0], lang), question)

    def _meant(self, word: str, lang: str) -> str:
        folded = fold(word)
        if len(folded) < SHORTEST or folded in self._words or self._is_word(folded):
            return word
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 2 if len(folded) >= LONG else 1
        near = [one for one in self._words if one[0] == folded[0] and abs(len(one) - len(folded)) <= most]
        near = [one for one in near if self._may_be_meant(one, word, lang)]
        found = process.extract(folded, near, scorer=OSA.distance, score_cutoff=most, limit=None)
        best = min(found, key=lambda one: (one[1], -self._words[one[0]].count), default=None)
        return best[0] if best is not None else word

    def _may_be_meant(self, near: str, word: str, lang: str) -> bool:
        """A name is written in any language; what is typed with a capital is meant to be one."""
        spelled = self._words[near]
        return spelled.is_name or (lang in spelled.langs and word.islower())

    def _is_word(self, folded: str) -> bool:
        if folded in _dictionary():
            return True
        return any(self._is_known(stem, lang) for lang in STEMMERS for stem in stems(folded, lang))


@cache
def _dictionary() -> frozenset[str]:
    """The whole words of the shipped model's vocabulary, folded."""
    vocabulary = json.loads(_DICTIONARY.read_bytes())["model"]["vocab"]
    return frozenset(fold(piece) for piece in vocabulary if not piece.startswith("##"))


def write_words(path: Path, words: Mapping[str, Spelled]) -> None:
    """Write the words of a base into a new file."""
    written = {word: [*spelled.langs, spelled.count, spelled.is_name] for word, spelled in words.items()}
    path.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")


def load_words(path: Path) -> dict[str, Spelled]:
    """What :func:`write_words` wrote."""
    written = json.loads(path.read_bytes())
    return {word: Spelled(tuple(langs), count, is_name) for word, (*langs, count, is_name) in written.items()}
