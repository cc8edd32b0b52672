"""Somebody whom no list holds, read as if it did: the name as typed, and the shorter forms that texts may use of it.

« la bibliothèque Odile-Sarrazin » is Odile-Sarrazin further on, "Harrowmere Community Solar" is Harrowmere or HCS. A
short form is ambiguous: :mod:`index.entities.proper_names` believes it where the article has the whole name, or where
it is a name and no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.entities.book.entity import Alias, Entity, Kind
from index.entities.book.names import ARTICLES, folded, name_words
from index.entities.namesakes import name_parts
from index.entities.proper_names import unlisted_key
from index.terms.common_words import is_common_word
from index.terms.stop_words import STOP_WORDS

_SHORTEST: Final = 4
_SHORTEST_ACRONYM: Final = 3
_MOST_PARTS: Final = 3
_LANGS: Final = ("fr", "en")


def entity_asked_for(subject: str) -> Entity | None:
    """``subject`` as an entity of which nothing is known but its name; None when it has no word."""
    key = unlisted_key(subject)
    if not key:
        return None
    aliases = tuple(Alias(form, ambiguous=True) for form in _short_forms(subject))
    return Entity(key, subject, Kind.COMPANY, None, aliases)


def _short_forms(subject: str) -> list[str]:
    words = [match[0] for match in name_words(subject)]
    if subject == subject.lower():  # typed in haste
        words = [word if _is_stop_word(word) else word.capitalize() for word in words]
    first = next((place for place, word in enumerate(words) if word[0].isupper()), None)
    if first is None:
        return []
    core = words[first:]
    forms = []
    if first and _is_telling(core):
        forms.append(" ".join(core))
    capitals = [word for word in core if word[0].isupper() or word[0].isdigit()]
    parts = name_parts(core)
    if len(parts) > 1:
        shorter = [_joined(parts[:length]) for length in range(len(parts) - 1, 0, -1)]
        forms += [" ".join(one) for one in shorter if one[-1][0].isupper() and _is_telling(one)]
        if len(parts) > 2 and len(capitals) > 2:
            forms.append(" ".join([*parts[0], *parts[-1]]))
        if len(parts) <= _MOST_PARTS and all(word[0].isupper() for word in core) and _is_telling(parts[-1]):
            forms.append(" ".join(parts[-1]))
    if len(capitals) >= _SHORTEST_ACRONYM:
        forms.append("".join(word[0] for word in capitals))
    return [form for form in dict.fromkeys(forms) if unlisted_key(form) != unlisted_key(subject)]


def _joined(parts: Sequence[Sequence[str]]) -> list[str]:
    return [word for part in parts for word in part]


def _is_telling(words: list[str]) -> bool:
    """Whether ``words`` can be told from ordinary ones: several, or one that is long and not common."""
    said = [word for word in words if not _is_stop_word(word)]
    if len(said) > 1:
        return True
    return bool(said) and len(said[0]) >= _SHORTEST and not is_common_word(said[0])


def _is_stop_word(word: str) -> bool:
    key = folded(word)
    return key in ARTICLES or any(key in STOP_WORDS.get(lang, ()) for lang in _LANGS)
