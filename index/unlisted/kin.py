"""Articles about somebody that never say the name: « le groupement », its director and its town, known from the
articles that do say it, and from no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from index.article import Article
from index.entities.book.entity import Entity
from index.entities.book.names import name_key, name_words, says
from index.entities.proper_names import UNLISTED, Naming
from index.generation.texts import ExcerptSource
from index.terms.common_words import is_common_word
from index.unlisted.called.works import titles
from index.unlisted.described import first_paragraph

_FEW: Final = 8
"""Articles that say a name at most, for it to tell of one subject."""
_MOST_NAMES: Final = 40
_ABOUT: Final = 2
"""Articles about a subject, from which on those around it are known."""
_SHARED: Final = 3
"""Such names that an article of kin says."""
_SHARED_WITH_NOUN: Final = 2
"""With a word of the subject's name (« la ligne », "the trust") these are enough."""
_DEFINITE: Final = r"\b(?:the |its |this |l['’]|la |le |cette |ce |cet |du |au )"
_NO_NAME: Final = r"(?! (?:d['’]|(?:de|du|of|at|in) (?:la |the )?)[A-ZÀ-Þ])"
_SHORTEST: Final = 4


def kin(entity: Entity, own: Sequence[Article], naming: Naming, texts: ExcerptSource) -> list[Article]:
    """The articles that are about ``entity``, which ``naming`` knows, without naming it; ``own`` are those that do."""
    about = [article for article in own if _is_about(article, entity, naming)]
    if len(about) < _ABOUT:
        return []
    ids = {article.card.id for article in own}
    beside = _things_beside(about, entity, naming)
    foreign: dict[str, set[str]] = {}
    for name in _names(about, entity, naming)[:_MOST_NAMES]:
        said_by = texts.articles_if_few([name, *_surname(name)], _FEW)
        foreign.setdefault(name[-1], set()).update(set(said_by) - ids)
    found = []
    for other, names in _sharing(foreign).items():
        article = texts.article(other)
        if article is None or _opens_with(article, beside, naming):
            continue
        if _is_kin(article, entity, names, naming):
            found.append(article)
    return found


def _sharing(foreign: Mapping[str, Set[str]]) -> dict[str, set[str]]:
    """The articles that say several names, which none says that has but one of them: a town is everybody's."""
    shared: dict[str, set[str]] = {}
    for name, articles in foreign.items():
        for article in articles:
            shared.setdefault(article, set()).add(name)
    several = {article for article, names in shared.items() if len(names) >= _SHARED_WITH_NOUN}
    own = {name for name, articles in foreign.items() if articles <= several}
    kept = {article: shared[article] & own for article in several}
    return {article: names for article, names in kept.items() if len(names) >= _SHARED_WITH_NOUN}


def _surname(name: Sequence[str]) -> list[list[str]]:
    """The last word of a name of several, which may stand alone, unless it is a common one."""
    return [[name[-1]]] if len(name) > 1 and len(name[-1]) >= _SHORTEST and not is_common_word(name[-1]) else []


def _is_about(article: Article, entity: Entity, naming: Naming) -> bool:
    """Whether the title or the first paragraph of ``article`` names ``entity``, and not as a person is named."""
    head = first_paragraph(article)
    names = naming.names(head, article.card.lang, article.card.title)
    return says(name_key(article.card.title), name_key(entity.name)) or any(name.key == entity.id for name in names)


def _names(about: Sequence[Article], entity: Entity, naming: Naming) -> list[list[str]]:
    """The words of the names that articles have beside the subject's, those that more of them say first."""
    times: dict[tuple[str, ...], set[str]] = {}
    own = set(name_key(entity.name))
    for article in about:
        for name in naming.names(article.body, article.card.lang, article.card.title):
            words = tuple(name.key[len(UNLISTED) :].split())
            if name.key.startswith(UNLISTED) and len(words) > 1 and not own.issuperset(words):
                times.setdefault(words, set()).add(article.card.id)
    return [list(words) for words in sorted(times, key=lambda words: (-len(times[words]), words))]


def _is_kin(article: Article, entity: Entity, names: Set[str], naming: Naming) -> bool:
    """Whether ``article``, which says ``names``, speaks of ``entity`` by a noun of its name, or says many of them, and
    has nobody in its title, whom it would be about, nor « Bréhonne » where the body tells of the « AS Bréhonne »;
    and no work in its lead."""
    body = set(_actors(article, naming))
    titled = {name.key for name in naming.names(article.card.title, article.card.lang, article.body)}
    if any(_is_part_of(one, other) for one in titled for other in body) or any(titles(first_paragraph(article))):
        return False
    least = _SHARED_WITH_NOUN if any(_says_noun(noun, article.body) for noun in _nouns(entity)) else _SHARED
    return len(names) >= least


def _things_beside(about: Sequence[Article], entity: Entity, naming: Naming) -> set[str]:
    """The keys of what is named in a title with ``entity``, neither people nor where it is: "Norwell buys Tallis"."""
    found: set[str] = set()
    for article in about:
        titled = {name.key: name for name in naming.names(article.card.title, article.card.lang, article.body)}
        if entity.id in titled:
            people = {key.split()[-1] for key in _actors(article, naming) if " " in key}
            things = (key for key, name in titled.items() if not name.is_place and " " not in key)
            found.update(key for key in things if key != entity.id and key[len(UNLISTED) :] not in people)
    return found


def _opens_with(article: Article, beside: Set[str], naming: Naming) -> bool:
    """Whether the first paragraph of ``article`` names one of those ``beside``, and none as where it is: it is about
    that."""
    head = first_paragraph(article)
    return any(
        name.key in beside and not name.is_place for name in naming.names(head, article.card.lang, article.card.title)
    )


def _actors(article: Article, naming: Naming) -> Iterator[str]:
    names = naming.names(article.body, article.card.lang, article.card.title)
    return (name.key for name in names if not name.is_place)


def _is_part_of(key: str, other: str) -> bool:
    """Whether the words of a name are all in another's, or the two are the same."""
    if not key.startswith(UNLISTED) or not other.startswith(UNLISTED):
        return key == other
    return set(key[len(UNLISTED) :].split()) <= set(other[len(UNLISTED) :].split())


def _nouns(entity: Entity) -> Iterator[str]:
    """The words of its name, as it is called in either language."""
    for name in dict.fromkeys([entity.name, *(one.name for one in entity.names if not one.ambiguous)]):
        for match in name_words(name):
            if len(match[0]) >= _SHORTEST:
                yield match[0].lower()


def _says_noun(noun: str, body: str) -> bool:
    """Whether ``body`` speaks of the one ``noun``, not of another's: "the festival", but not "the Avignon festival"."""
    said = rf"(?i:{_DEFINITE})(?:[a-zà-ÿœ-]+ )?(?i:{re.escape(noun)})\b{_NO_NAME}"
    return re.search(said, body) is not None
