"""Whether a word is one: by what the shipped model's vocabulary, the words that translate each other and the words
common at large hold of French and English. No dictionary, but near enough to tell a word from two halves."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

from index.terms.common_words import common_words
from index.terms.tokens import STEMMERS, fold, stem_of
from index.terms.translations import words_across

_VOCABULARY: Final = Path(__file__).parents[1] / "model" / "tokenizer.json"


@cache
def vocabulary() -> frozenset[str]:
    """The whole words of the shipped model's vocabulary, folded."""
    held = json.loads(_VOCABULARY.read_bytes())["model"]["vocab"]
    return frozenset(fold(piece) for piece in held if not piece.startswith("##"))


def is_known(word: str) -> bool:
    """Whether ``word``, in any form, is one of French or English."""
    folded = fold(word)
    if not folded:
        return False
    if folded in vocabulary():
        return True
    return any(folded in words_across(lang) or stem_of(folded, lang) in _stems(lang) for lang in STEMMERS)


@cache
def _stems(lang: str) -> frozenset[str]:
    return frozenset((*common_words(lang), *(stem_of(word, lang) for word in words_across(lang))))
