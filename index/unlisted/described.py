"""What stands for a subject all through an article about it: « le bac », "the old bridge", "the painting", which say
what it is and, where no other such is named, which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from index.article import Article
from index.entities.book.entity import Alias, Entity
from index.entities.book.names import folded, name_key, name_words, says
from index.entities.headed import DEFINITE, SPELLED_OUT
from index.entities.headwords import THINGS_OTHERWISE, heads_across, things
from index.events.event import ArticleEvent, Level, Participant
from index.unlisted.called.works import is_same_title, title_key, titles

_MENTIONS: Final = 2
"""How often an article that says a name in neither title nor lead has to say it, to be about it."""
_WORKS: Final = {
    "fr": "tableau toile œuvre peinture portrait sculpture statue fresque roman livre film pièce opéra chanson".split(),
    "en": "painting canvas picture portrait sculpture statue mural novel book film play opera song".split(),
}
_NO_NAMES: Final = frozenset("the le la les l un une a an".split())


def descriptions(
    entity: Entity, article: Article, said_to_be: Mapping[str, Sequence[str]] | None = None
) -> tuple[str, ...]:
    """The words by which ``article`` speaks of ``entity`` beside its names, and what it is ``said_to_be`` beside them,
    by language; none unless it is about that, and of each kind of thing names but that."""
    lang = article.card.lang
    if lang not in DEFINITE:
        return ()
    nouns = dict.fromkeys((said_to_be or {}).get(lang, ()))
    if _is_about(entity, article):
        nouns.update(dict.fromkeys(_nouns(entity, article)))
    found: dict[str, None] = {}
    for noun in nouns:
        pattern = rf"\b(?i:{DEFINITE[lang]}{re.escape(noun)})\b{SPELLED_OUT[lang]}"
        said = [match[0] for match in re.finditer(pattern, article.body)]
        if said and not _names_another(noun, entity, article):
            found.update(dict.fromkeys(" ".join(one.lower().split()) for one in said))
    return tuple(found)


def says_what_it_is(entity: Entity, article: Article) -> bool:
    """Whether ``article`` speaks of something as what ``entity`` is: « le funiculaire »."""
    lang = article.card.lang
    if lang not in DEFINITE:
        return False
    nouns = "|".join(map(re.escape, _nouns(entity, article)))
    return bool(nouns) and re.search(rf"\b(?i:{DEFINITE[lang]}(?:{nouns}))\b", article.body) is not None


def described(entity: Entity, forms: Sequence[str]) -> Entity:
    """``entity``, for which ``forms`` of :func:`descriptions` stand as well."""
    return replace(entity, aliases=(*entity.aliases, *(Alias(form) for form in forms)))


def as_described(event: ArticleEvent, entity: Entity, article: Article) -> ArticleEvent:
    """``event``, where ``entity`` takes part as spoken of, if its sentence only describes it."""
    sentence = name_key(article.body[slice(*event.sentence)])
    if any(says(sentence, name_key(one.name)) for one in entity.names):
        return event
    return replace(event, participants=tuple(_carried(one, entity) for one in event.participants))


def _carried(one: Participant, entity: Entity) -> Participant:
    return replace(one, level=max(one.level, Level.CARRIED)) if one.key == entity.id else one


def first_paragraph(article: Article) -> str:
    """What ``article`` opens with, up to the end of the line."""
    return article.body.lstrip().partition("\n")[0]


def _is_about(entity: Entity, article: Article) -> bool:
    names = [name_key(one.name) for one in entity.names if not one.ambiguous]
    lead = name_key(first_paragraph(article))
    title = name_key(article.card.title)
    if any(says(title, its) or says(lead, its) for its in names):
        return True
    body = name_key(article.body)
    return sum(_times(body, its) for its in names) >= _MENTIONS


def _times(words: Sequence[str], name: Sequence[str]) -> int:
    return sum(tuple(words[at : at + len(name)]) == tuple(name) for at in range(len(words)))


def _nouns(entity: Entity, article: Article) -> Iterator[str]:
    """What ``entity`` is, in the language of ``article``: by its name, or a work."""
    lang = article.card.lang
    known, across = things(lang), heads_across("en" if lang == "fr" else "fr")
    sure = [one.name for one in entity.names if not one.ambiguous]
    said = dict.fromkeys(
        each for name in sure for word in _heads(name) for each in (word, *sorted(across.get(word, ())))
    )
    yield from (known[word] for word in said if word in known and word not in THINGS_OTHERWISE)
    own = {title_key(name) for name in sure}
    told = {title_key(one) for one in titles(article.body)}
    if told and all(any(is_same_title(one, its) for its in own) for one in told):
        yield from _WORKS[lang]


def _heads(name: str) -> Iterator[str]:
    """The words at either end of a name, where what it is stands: « pont des Tanneurs », "Tanneurs bridge"."""
    words = [folded(match[0]) for match in name_words(name)]
    if len(words) > 1:
        yield from (words[0], words[-1])


def _names_another(noun: str, entity: Entity, article: Article) -> bool:
    """Whether ``article`` names another such thing."""
    own = {folded(word) for one in entity.names for word in name_key(one.name)}
    said, capital = rf"(?i:{re.escape(noun)})", r"([A-ZÀ-ÖØ-ÞŒ][\w-]+)"
    of = r"(?: d(?:e|u|es)(?: la| l['’])?| d['’]| of| at)? ?"
    pattern = rf"{said}{of}{capital}|{capital}(?:['’]s)? {said}\b"
    return any(
        folded(word) not in own and folded(word) not in _NO_NAMES
        for match in re.finditer(pattern, article.body)
        for word in match.groups()
        if word
    )
