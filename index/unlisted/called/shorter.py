"""Which shorter forms of a name that no list holds are its own, and which are another's: « Solidor » of « le Grand
Solidor », "Talvoz" of "Talvoz Direct"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.article import Article
from index.entities.book.entity import Entity
from index.entities.book.names import folded, name_key, says
from index.entities.proper_names import is_name_within
from index.passages.sentences import sentences
from index.unlisted.called.towns import is_town, is_where

_APART: Final = frozenset(
    "petit petite grand grande nouveau nouvel nouvelle ancien ancienne vieux vieil vieille jeune premier premiere "
    "second seconde little big great new old young first junior senior".split()
)
"""What tells one thing from another that has the rest of its name."""
_GIVEN: Final = re.compile(r"[A-ZÀ-ÖØ-ÞŒ][\w'’-]+ \Z")
"""A word that is of one name with what stands behind it: a firm of that family is called so, too."""
_LONGEST: Final = 24
_INITIALS: Final = 4
"""Letters at most of what a club's name has before its town: « US », "FC"."""


def with_sure_forms(entity: Entity, articles: Sequence[Article]) -> Entity:
    """``entity`` with those short forms no longer ambiguous that some article uses beside the whole name and apart from
    it, and none as a word ("the federation"); without those that are another's."""
    whole = [name_key(one.name) for one in entity.names if not one.ambiguous]
    texts = [f"{article.card.title}\n{article.body}" for article in articles]
    names = re.compile("|".join(re.escape(one.name) for one in entity.names if not one.ambiguous), re.IGNORECASE)
    apart = [names.sub("", text) for text in texts if any(says(name_key(text), its) for its in whole)]

    def is_sure(form: str) -> bool:
        as_word = re.compile(rf"\b{re.escape(form.lower())}\b")
        alone = re.compile(rf"\b{re.escape(form)}\b")
        is_last = entity.name.lower().endswith(f" {form.lower()}")  # « Okoro » begins many sentences
        is_used = any(is_name_within(form, text) or (is_last and alone.search(text)) for text in apart)
        return is_used and not any(map(as_word.search, texts))

    words = entity.name.split()
    has_word = any(map(str.islower, words))  # people have none: « à Okoro » is nowhere
    sure = [one for one in entity.aliases if not one.ambiguous]
    short = [
        one
        for one in entity.aliases
        if one.ambiguous
        and not _is_told_apart(one.name, entity.name)
        and not any(_is_anothers(one.name, entity.name, each) for each in articles)
        and not any(_comes_first(one.name, entity, each) for each in articles)
        and not (has_word and is_town(one.name, texts))
        and not (_is_initials(words[0]) and is_where(one.name, texts))
    ]
    return replace(entity, aliases=(*sure, *(replace(one, ambiguous=not is_sure(one.name)) for one in short)))


def _is_anothers(form: str, whole: str, article: Article) -> bool:
    """Whether a sentence of ``article`` says ``form`` and only then ``whole``: « Amazon ferme Amazon Care ». Who means
    one thing goes from the long name to the short, or sets the two side by side ("HCS (Harrowmere Community Solar)").
    """
    name = rf"(?i:{re.escape(whole)})\b"
    told = re.compile(rf"\b(?!{name}){re.escape(form)}\b[^()]*?\w[^()]*?\b{name}")
    spans = sentences(article.body, 0, len(article.body))
    return any(told.search(article.body, start, end) for start, end in spans)


def _is_told_apart(form: str, whole: str) -> bool:
    """Whether ``form`` is what another is called: « le Petit Solidor » is not « le Solidor »."""
    first, _, rest = whole.partition(" ")
    return folded(first) in _APART and folded(form) == folded(rest)


def _comes_first(form: str, entity: Entity, article: Article) -> bool:
    """Whether ``article`` says ``form``, with which the name of ``entity`` begins, paragraphs before the name itself,
    in title or text: who means one thing goes from the long name to the short."""
    if not entity.name.lower().startswith(f"{form.lower()} "):
        return False
    names = "|".join(re.escape(one.name) for one in entity.names if not one.ambiguous)
    whole = re.search(rf"(?i:{names})\b", article.body)
    if whole is None or re.search(rf"(?i:{names})\b", article.card.title):
        return False
    before = article.body[: article.body.rfind("\n", 0, whole.start()) + 1]
    said = list(re.finditer(rf"\b{re.escape(form)}\b", before))
    is_family = any(_GIVEN.search(before, max(0, one.start() - _LONGEST), one.start()) for one in said)
    return bool(said) and not is_family


def _is_initials(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= _INITIALS
