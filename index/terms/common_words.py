"""How common words are in French and English at large, beside how common they are in the base.

In a base of one article, the words of its subject stand everywhere and weigh nothing, and any other word, "available"
or "Saturn", weighs the same. What the languages at large say of a word counts as a few hundred passages more.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

from index.terms.tokens import STEMMERS, stems

FILE: Final = Path(__file__).with_name("common_words.json")


@cache
def common_words(lang: str) -> dict[str, float]:
    """The share, 0 to 1, of passages at large that hold each common stem of ``lang``; empty for other languages."""
    shares: dict[str, dict[str, float]] = json.loads(FILE.read_bytes())
    return shares.get(lang, {})


def is_common_word(word: str) -> bool:
    """Whether ``word`` is a common one of either language."""
    return any(stem in common_words(lang) for lang in STEMMERS for stem in stems(word, lang))
