"""Whether somebody is a woman or a man, from the words that articles have beside the name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from index.article import Article
from index.entities.book.entity import Entity
from index.entities.book.names import name_words
from index.entities.namesakes import name_parts
from index.events.whose.somebody import Gender

_BEFORE: Final = {
    Gender.SHE: r"\b(?:sister|daughter|wife|mother|niece|aunt|sœur|fille|femme|épouse|mère|nièce|tante|cousine)",
    Gender.HE: r"\b(?:brother|son|husband|father|nephew|uncle|frère|fils|mari|époux|père|neveu|oncle)",
}
"""What stands right before a name: "her brother"; French « son » is no son."""
_FRENCH_HIS: Final = "son"
_TITLES: Final = {
    Gender.SHE: r"\b(?:Mrs|Ms|Mme|Mlle|Madame|Lady)\.?",
    Gender.HE: r"\b(?:Mr|M\.|Monsieur|Sir)\.?",
}
_AT_HEAD: Final = r"(?:\A|[.!?\n]\s*|[»”\"],? (?:says|said|dit|a dit|explique) )"
"""What stands before a name that its sentence begins with, or that ends one of somebody's words."""
_WORDS: Final = {
    Gender.SHE: ("she|herself|elle-même", "She|Her|Elle", "née"),
    Gender.HE: ("he|himself|lui-même", "He|His|Il", "né"),
}
"""What comes behind such a name in its sentence, as the next begins, and soon."""
_SURE: Final = 3
"""Times as many signs of one as of the other."""


def gender_of(entity: Entity, articles: Sequence[Article]) -> Gender:
    """What the ``articles`` that name ``entity``, somebody, tell it is; UNKNOWN unless nearly all that tells agrees."""
    said = Counter(gender for article in articles for gender in _signs(entity, article))
    for gender, other in ((Gender.SHE, Gender.HE), (Gender.HE, Gender.SHE)):
        if said[gender] and said[gender] >= _SURE * said[other]:
            return gender
    return Gender.UNKNOWN


def _signs(entity: Entity, article: Article) -> Iterator[Gender]:
    parts = name_parts([match[0] for match in name_words(entity.name)])
    whole, given, family = re.escape(entity.name), re.escape(parts[0][0]), re.escape(" ".join(parts[-1]))
    for gender, (its, next_ones, born) in _WORDS.items():
        before = re.compile(rf"({_BEFORE[gender]})(?: (?:cadette?|aînée?))?,? (?i:{whole}|{given})\b")
        for found in before.finditer(article.body):
            if article.card.lang != "fr" or found[1] != _FRENCH_HIS:
                yield gender
        behind = rf"(?:[^.!?\n]{{0,80}}\b(?:{its})\b|[^.!?\n]*[.!?»”\"]+ (?:{next_ones}) |[^.!?\n]{{0,40}}\b{born}\b)"
        titled = rf"{_TITLES[gender]} (?:{whole}|{family})\b"
        sign = re.compile(rf"{_AT_HEAD}(?i:{whole})\b{behind}|{titled}")
        yield from (gender for _ in sign.finditer(article.body))
