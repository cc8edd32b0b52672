"""Which of several is asked about: who asks for the third ship is not told of the fleet."""

from __future__ import annotations

import re
from typing import Final

from index.terms.asked import AskedTerm, asked_terms
from index.terms.letters import plain
from index.terms.ordinals import also_written
from index.terms.tokens import asked_words, stems

_NO_ONE_OF: Final = re.compile(
    r"\b(?:world war|guerre mondiale|second hand|second-hand|seconde main|in the second|per second|empire|reich)\b"
)


def one_of_several(question: str, asked_in: str, lang: str) -> list[AskedTerm]:
    """The ordinals of ``question`` from the second on, as they may be told in ``lang``."""
    if _NO_ONE_OF.search(plain(question)):
        return []
    numbered = [word for word in asked_words(question, asked_in) if _is_ordinal(word, lang)]
    return [term for word in numbered for term in asked_terms(word, asked_in, lang)]


def are_told(numbered: list[AskedTerm], text: str, lang: str) -> bool:
    """Whether ``text``, in ``lang``, tells of those ``numbered``."""
    said = frozenset(stems(text, lang))
    return all(any(stem in said and not stem.isdigit() for stem in term.stems) for term in numbered)


def _is_ordinal(word: str, lang: str) -> bool:
    written = also_written(word, lang)
    return bool(written) and written[-1].isdigit()
