"""Somebody whom no list holds, read as if it did: the name as typed, and the shorter forms that texts may use of it.

« la bibliothèque Odile-Sarrazin » is Odile-Sarrazin further on, "Harrowmere Community Solar" is Harrowmere or HCS. A
short form is ambiguous: :mod:`index.entities.proper_names` believes it where the article has the whole name, or where
it is a name and no word.
"""

from __future__ import annotations

from typing import Final

from index.entities.entity import Alias, Entity, Kind
from index.entities.names import ARTICLES, folded, name_words
from index.entities.proper_names import unlisted_key
from index.terms.common_words import common_words
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import stems

_SHORTEST: Final = 4
_SHORTEST_ACRONYM: Final = 3
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
    if len(core) > 1:
        shorter = [core[:length] for length in range(len(core) - 1, 0, -1)]
        forms += [" ".join(one) for one in shorter if one[-1][0].isupper() and _is_telling(one)]
        if len(core) > 2 and len(capitals) > 2:
            forms.append(f"{core[0]} {core[-1]}")
        if len(core) <= 3 and all(word[0].isupper() for word in core) and _is_telling(core[-1:]):
            forms.append(core[-1])
    if len(capitals) >= _SHORTEST_ACRONYM:
        forms.append("".join(word[0] for word in capitals))
    return [form for form in dict.fromkeys(forms) if unlisted_key(form) != unlisted_key(subject)]


def _is_telling(words: list[str]) -> bool:
    """Whether ``words`` can be told from ordinary ones: several, or one that is long and not common."""
    said = [word for word in words if not _is_stop_word(word)]
    if len(said) > 1:
        return True
    return bool(said) and len(said[0]) >= _SHORTEST and not _is_common(said[0])


def _is_common(word: str) -> bool:
    return any(stem in common_words(lang) for lang in _LANGS for stem in stems(word, lang))


def _is_stop_word(word: str) -> bool:
    key = folded(word)
    return key in ARTICLES or any(key in STOP_WORDS.get(lang, ()) for lang in _LANGS)
