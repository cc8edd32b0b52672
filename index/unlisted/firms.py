"""What stands for a firm all through an article about it alone: "the start-up", « l'entreprise »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from index.article import Article
from index.entities.book.entity import Entity
from index.entities.book.names import name_key, says
from index.entities.proper_names import Naming
from index.events.whose.evidence import Sort

_FIRM: Final[Mapping[str, str]] = {
    "fr": (
        r"(?:l['’]entreprise|la (?:jeune |petite )?(?:société|firme|compagnie|start-up|startup|coopérative)"
        r"|la jeune pousse|cette (?:société|entreprise|firme|compagnie|start-up))"
    ),
    "en": r"(?:the|this) (?:(?:young|small|little) )?(?:company|firm|start-up|startup|business|co-op|cooperative)",
}
_SPELLED_OUT: Final[Mapping[str, str]] = {
    "fr": r"(?! (?:d(?:e|u|es) |d['’]|[A-ZÀ-ÖØ-ÞŒ]|[a-zà-ÿ-]+ [A-ZÀ-ÖØ-ÞŒ])|-)",
    "en": r"(?! (?:of |that |which |[A-Z])|['’]s [A-Z]|-)",
}
"""What follows a noun that tells another firm: « la société Bertin », « l'entreprise danoise Hviid »."""
_ANOTHER: Final[Mapping[str, str]] = {"fr": r"\b(?i:une|autre) {noun}\b", "en": r"\b(?i:another|rival) {noun}\b"}
_NO_FIRM: Final = frozenset({Sort.PERSON, Sort.THING})


def descriptions_of_firm(entity: Entity, sort: Sort, article: Article, naming: Naming) -> tuple[str, ...]:
    """The words of ``article`` that stand for ``entity``, of that ``sort``, as for the one firm that it is about: none
    where the title names another, or does not name it, or where the text speaks of another such firm."""
    lang = article.card.lang
    if lang not in _FIRM or sort in _NO_FIRM or not _is_alone(entity, article, naming):
        return ()
    return tuple(dict.fromkeys(_said(article, lang)))


def _said(article: Article, lang: str) -> Iterator[str]:
    for match in re.finditer(rf"\b(?i:{_FIRM[lang]})\b{_SPELLED_OUT[lang]}", article.body):
        noun = re.escape(re.split(r"[ '’]", match[0])[-1])
        if re.search(_ANOTHER[lang].format(noun=noun), article.body) is None:
            yield " ".join(match[0].lower().split())


def _is_alone(entity: Entity, article: Article, naming: Naming) -> bool:
    """Whether the title names ``entity``, and nothing else but places."""
    title = article.card.title
    words = name_key(title)
    if not any(says(words, name_key(one.name)) for one in entity.names):
        return False
    if any(name.key != entity.id and not name.is_place for name in naming.names(title, article.card.lang)):
        return False
    names = naming.names(article.body, article.card.lang, title)
    return not any(name.key != entity.id and f"{entity.id} ".startswith(f"{name.key} ") for name in names)  # its owner
