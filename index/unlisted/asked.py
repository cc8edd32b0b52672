"""The events of somebody whom no list holds, read when asked for: the few articles that say the name are read again
with it, so that « la ligne C » is carried over and told apart as a listed name is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from index.article import Article
from index.entities.asked_for import entity_asked_for
from index.entities.book.entity import Alias, Entity, EntityBook
from index.entities.book.names import WORD, folded, name_key
from index.entities.headwords import is_anothers
from index.entities.namesakes import namesakes
from index.entities.proper_names import Naming, goes_on, is_place
from index.entities.wording import Wording
from index.events.event import ArticleEvent
from index.events.whose.evidence import Sort
from index.events.whose.extraction import EventExtractor
from index.events.whose.somebody import Gender
from index.generation.texts import ExcerptSource
from index.tellings.stored import Ready
from index.unlisted.apposed import apposed
from index.unlisted.called.across import names_across, names_translated
from index.unlisted.called.fuller import said_more_fully
from index.unlisted.called.nearest import Meanings, nearest_across
from index.unlisted.called.shorter import with_sure_forms
from index.unlisted.called.towns import is_where
from index.unlisted.called.works import titles_across
from index.unlisted.described import described, descriptions, says_what_it_is
from index.unlisted.firms import descriptions_of_firm
from index.unlisted.gender import gender_of
from index.unlisted.kin import kin
from index.unlisted.rereading import Rereading
from index.unlisted.sorts import is_somebody, sort_of_subject
from index.unlisted.strangers import Strangers

MOST_READ: Final = 40
"""Articles read again for one subject, some milliseconds each; of one that more of them name, its events as read at
indexing are enough."""


class HeldEvents:
    """Events at hand, as :class:`index.tellings.stored.Events` has those on disk; rows count from 1. ``names`` are what
    their subject surely goes by."""

    def __init__(self, events: Sequence[ArticleEvent], names: tuple[str, ...] = ()) -> None:
        self._events = tuple(events)
        self.names = names

    def rows_with(self, keys: Iterable[str], least: float = 0.0) -> list[int]:
        """As the events of a generation."""
        wanted = frozenset(keys)
        return [
            row
            for row, event in enumerate(self._events, start=1)
            if any(one.key in wanted and one.sureness >= least for one in event.participants)
        ]

    def count_with(self, keys: Iterable[str], least: float, under: float) -> int:
        """As the events of a generation."""
        wanted = frozenset(keys)
        most = (max((one.sureness for one in e.participants if one.key in wanted), default=0.0) for e in self._events)
        return sum(least <= sureness < under for sureness in most)

    def keys_from(self, prefix: str) -> tuple[str, ...]:
        """As the events of a generation."""
        keys = (one.key for event in self._events for one in event.participants)
        return tuple(dict.fromkeys(key for key in keys if key.startswith(prefix)))

    def rows_that_say(self, phrases: Iterable[Sequence[str]]) -> list[int]:
        """None: who is asked for is named, not said."""
        del phrases
        return []

    def ready_of(self, subject: str) -> Ready | None:
        """Nothing is made ready."""
        del subject
        return None

    def of_article(self, article_id: str) -> tuple[ArticleEvent, ...]:
        """As the events of a generation."""
        return tuple(event for event in self._events if event.article_id == article_id)

    def read(self, rows: Sequence[int], of: Collection[str] | None = None) -> tuple[ArticleEvent, ...]:
        """As the events of a generation, with all their participants."""
        del of
        return tuple(self._events[row - 1] for row in rows)


def articles_that_say(subject: str, texts: ExcerptSource) -> list[Article]:
    """Some of the articles that say ``subject``."""
    ids = texts.articles_that_say([name_key(subject)], MOST_READ)
    return [article for one in ids if (article := texts.article(one)) is not None]


def events_asked_for(
    subject: str, wording: Wording, texts: ExcerptSource, meanings: Meanings | None = None
) -> HeldEvents | None:
    """The events of the articles that say ``subject``, a shorter form of it, or what it is called in the other
    language, read with it as an entity; None when none does, or too many."""
    reread = rereadings(subject, wording, texts, meanings)
    if reread is None:
        return None
    told = [event for one in reread for event in one.events()]
    names = reread[0].entity.names if reread else ()
    return HeldEvents(told, tuple(alias.name for alias in names if not alias.ambiguous))


def rereadings(
    subject: str,
    wording: Wording,
    texts: ExcerptSource,
    meanings: Meanings | None = None,
    known: Sequence[Alias] = (),
) -> list[Rereading] | None:
    """The articles of :func:`events_asked_for`, as they are read again; ``known`` are other names that it goes by."""
    phrases = [name_key(subject), *(name_key(one.name) for one in known if not one.ambiguous)]
    whole = texts.articles_if_few(phrases, MOST_READ)
    entity = entity_asked_for(_as_written(subject, whole, texts))
    if entity is None:
        return None
    entity = replace(entity, aliases=(*known, *entity.aliases))
    if not whole and texts.articles_that_say([name_key(subject)], 1):
        return None
    fuller = entity_asked_for(said_more_fully(subject, texts) or "") if not whole else None
    if fuller is not None:
        whole = texts.articles_if_few([name_key(fuller.name)], MOST_READ)
    across = _aliases_across(fuller or entity, whole, Naming(wording), texts, meanings)
    if fuller is not None:
        across = [Alias(fuller.name), *fuller.aliases, *across]
    entity = replace(entity, aliases=tuple(dict.fromkeys((*across, *entity.aliases))))
    whole += texts.articles_if_few([name_key(one.name) for one in across if not one.ambiguous], MOST_READ)
    if not whole:
        return None
    short = texts.articles_if_few([name_key(alias.name) for alias in entity.aliases if alias.ambiguous], MOST_READ)
    ids = list(dict.fromkeys([*whole, *short]))[:MOST_READ]
    read = [article for one in ids if (article := texts.article(one)) is not None]
    bodies = [article.body for article in read]
    places = frozenset(one.name for one in entity.aliases if one.ambiguous and is_where(one.name, bodies))
    articles = [one for one in read if one.card.id in whole or _means(entity, one, places)]
    entity = with_sure_forms(entity, articles)
    together = Wording(EntityBook([*wording.book, entity]))
    said_to_be = apposed(entity, articles)
    sort = sort_of_subject(entity, articles, said_to_be)
    sorts, people = {entity.id: sort}, _people(entity, sort, articles)
    strangers = Strangers(entity.id, articles, together, texts)
    extractor, naming = EventExtractor(together, sorts, people, strangers), Naming(together)
    found: list[Rereading] = []
    for article in articles:
        forms = descriptions(entity, article, said_to_be)
        if not people:
            forms = tuple(dict.fromkeys((*forms, *descriptions_of_firm(entity, sort, article, naming))))
        if forms:
            its = described(entity, forms)
            reading = EventExtractor(Wording(EntityBook([*wording.book, its])), sorts, people, strangers)
            found.append(Rereading(article, entity, reading, descriptions=forms))
        else:
            found.append(Rereading(article, entity, extractor))
    found += [Rereading(one, entity, extractor, about=True) for one in kin(entity, articles, naming, texts)]
    return found


def _people(entity: Entity, sort: Sort, articles: Sequence[Article]) -> dict[str, Gender]:
    return {entity.id: gender_of(entity, articles)} if is_somebody(entity, sort, articles) else {}


def _as_written(subject: str, ids: Sequence[str], texts: ExcerptSource) -> str:
    """``subject``, typed in small letters, with the capitals and accents that the articles ``ids`` give it."""
    key = name_key(subject)
    if not subject.islower() or not key:
        return subject
    for one in ids:
        article = texts.article(one)
        said = list(WORD.finditer(article.body)) if article is not None else []
        words = [folded(match[0]) for match in said]
        for at in range(len(said) - len(key) + 1):
            if tuple(words[at : at + len(key)]) == key and article is not None:
                written = article.body[said[at].start() : said[at + len(key) - 1].end()]
                if not written.islower():
                    return " ".join(written.split())
    return subject


def _aliases_across(
    entity: Entity, ids: Sequence[str], naming: Naming, texts: ExcerptSource, meanings: Meanings | None
) -> list[Alias]:
    """What ``entity``, which the articles ``ids`` say, is called in the other language."""
    own = [article for one in ids if (article := texts.article(one)) is not None]
    forms = [*names_across(entity.name, frozenset(ids), texts), *names_translated(entity.name, own, naming, texts)]
    for short in entity.aliases:
        forms += names_across(short.name, frozenset(ids), texts)
    aliases = [Alias(form) for form in dict.fromkeys(forms)]
    for title in titles_across(entity.name, own, naming, texts):
        work = entity_asked_for(title)
        aliases += [Alias(title), *(work.aliases if work is not None else ())]
    if not aliases and meanings is not None:
        for form in nearest_across(entity.name, own, naming, texts, meanings):
            its = entity_asked_for(form)
            aliases += [Alias(form), *(its.aliases if its is not None else ())]
    return aliases


def _means(entity: Entity, article: Article, places: Collection[str]) -> bool:
    """Whether a short form of ``entity`` in ``article``, which never says its whole name, can stand for it: not where
    the form begins another name ("Kelloway Light Railway"), nor where it is only a place that things happen in; one
    of the ``places`` does where the title begins with it, or with what the thing is beside it."""
    text = f"{article.card.title}\n{article.body}"
    names = [alias.name for alias in entity.names]
    return any(
        _stands_alone(alias.name, text, name_key(entity.name))
        and not namesakes(alias.name, names, text).is_only_anothers
        and (alias.name not in places or text.startswith(alias.name) or says_what_it_is(entity, article))
        for alias in entity.aliases
    )


def _stands_alone(form: str, text: str, whole: Collection[str]) -> bool:
    said = list(re.finditer(rf"\b{re.escape(form)}\b(?!-\w)", text))
    if any(goes_on(text, match.end()) or is_anothers(text, *match.span(), whole) for match in said):
        return False
    return any(not is_place(text, match.start()) for match in said)
