"""Somebody whom the list of entities holds and few articles tell of, read again as if it did not: what is then surely
theirs is theirs, so that to list a name does not lose what its articles tell."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Final

from index.entities.book.entity import Entity, EntityBook
from index.entities.book.names import name_key, says
from index.entities.proper_names import UNLISTED, unlisted_key
from index.entities.wording import Wording
from index.events.event import ArticleEvent, Level, Participant
from index.events.whose.belonging import POSSIBLY, SURELY
from index.generation.texts import ExcerptSource
from index.passages.passage import Span
from index.tellings.stored import EventSource
from index.unlisted.asked import HeldEvents, rereadings
from index.unlisted.called.nearest import Meanings

FEW: Final = 12
"""Articles that name somebody, up to which they are read again: a few hundredths of a second each."""
_ENOUGH: Final = 8
"""Events that are told of somebody by name, from which on the reading of the list is enough."""
_Where = tuple[str, Span, str]
"""Where an event is told, and its date."""


def events_of_listed(
    entity: Entity, wording: Wording, events: EventSource, texts: ExcerptSource, meanings: Meanings | None = None
) -> HeldEvents | None:
    """``events`` of ``entity``, one of the list, and of all it owns, with what the articles that name it tell of it
    besides when they are read as if no list held it; None when too many do, or none, or enough is told by name."""
    sure = [name_key(one.name) for one in entity.names if not one.ambiguous]
    if not texts.articles_if_few(sure, FEW) or _is_often_named(entity, events):
        return None
    key = unlisted_key(entity.name)
    aliases = [one for one in entity.aliases if unlisted_key(one.name) != key]
    reread = rereadings(entity.name, _longer(entity, wording), texts, meanings, aliases)
    if reread is None:
        return None
    articles = list(dict.fromkeys(one.article.card.id for one in reread))
    family = wording.book.family(entity.id)
    kin = family | {owner.id for owner in wording.book.parents(entity.id)}
    told = {_where(event): _part_of(key, event, entity.id) for one in reread for event in one.events()}
    held = [event for event in events.read(events.rows_with(family, POSSIBLY)) if event.article_id not in articles]
    held += [
        _decided(event, told.get(_where(event)), entity.id, kin)
        for article in articles
        for event in events.of_article(article)
    ]
    return HeldEvents(held, tuple(one.name for one in entity.names))


def _is_often_named(entity: Entity, events: EventSource) -> bool:
    rows = events.rows_with({entity.id}, SURELY)
    if len(rows) < _ENOUGH:
        return False
    told = events.read(rows, {entity.id})
    return sum(one.level is Level.NAMED for each in told for one in each.participants) >= _ENOUGH


def _longer(entity: Entity, wording: Wording) -> Wording:
    """``wording`` with those names alone that one of ``entity`` is a part of: a firm's service that has its name."""
    own = [name_key(one.name) for one in entity.names]
    longer = (
        Entity(one.id, one.name, one.kind, None, one.aliases)
        for one in wording.book
        if one.id != entity.id and any(says(name_key(name.name), its) for name in one.names for its in own)
    )
    return Wording(EntityBook(longer))


def _part_of(key: str, event: ArticleEvent, entity_id: str) -> Participant | None:
    return next((replace(one, key=entity_id) for one in event.participants if one.key == key), None)


def _decided(event: ArticleEvent, its: Participant | None, entity_id: str, kin: Set[str]) -> ArticleEvent:
    """``event`` with the part in it that the entity has when read for, ``its``, unless its name stands in the sentence,
    or that speaks of another of the list, but for its ``kin``: there the list tells better."""
    known = next((one for one in event.participants if one.key == entity_id), None)
    if known is not None and known.level <= Level.IN_SENTENCE:
        if its is None or its.sureness <= known.sureness:
            return event
    elif any(_is_told_of(one) for one in event.participants if one.key not in kin and one.key[0] != UNLISTED):
        return event
    others = [one for one in event.participants if one.key != entity_id]
    parts = [its, *others] if its is not None else others
    return replace(event, participants=tuple(sorted(parts, key=lambda one: -one.sureness)))


def _is_told_of(one: Participant) -> bool:
    return one.level < Level.TOPIC and one.sureness >= SURELY


def _where(event: ArticleEvent) -> _Where:
    return event.article_id, event.expression, event.date
