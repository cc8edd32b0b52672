"""What a timeline knows for a list: « quelles entreprises Amazon a-t-elle rachetées ? » asks for the events of one kind
that are told of somebody, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Final

from index.events.acts import acts_in
from index.events.event import ArticleEvent, Mark
from index.events.languages.action import Action
from index.events.whose.belonging import SURELY
from index.generation.generation import Generation
from index.generation.texts import IndexedPassage
from index.passages.passage import Span

MOST_ARTICLES: Final = 40
"""Articles whose passages are looked through; of what more of them tell, a search finds the best."""

MOST_EVENTS: Final = 200


def rows_of_events(generation: Generation, question: str, lang: str) -> list[int]:
    """The rows of the passages that tell events of the kind that ``question``, asked in ``lang``, asks for, of somebody
    whom it names and the list of entities knows; none where it doesn't."""
    return list(dict.fromkeys(row for row, _, _ in events_asked_for(generation, question, lang)))


def events_asked_for(
    generation: Generation, question: str, lang: str
) -> list[tuple[int, IndexedPassage, ArticleEvent]]:
    """Those events, each with a passage that tells it and the row of that, in the order of the rows."""
    asked = acts_in(question, lang)
    if not asked:
        return []
    return _with_passages(generation, [event for event in _told_of(generation, question) if tells(event, asked)])


def events_at(generation: Generation, time: str) -> list[tuple[int, IndexedPassage, ArticleEvent]]:
    """The events of a day, a month or a year (EDTF), told as done, each with a passage that tells it and the row of
    that, in the order of time."""
    told = generation.events.read(generation.events.rows_dated(time)[:MOST_EVENTS])
    done = [event for event in told if event.mark is Mark.TOLD and not event.says_which and "/.." not in event.date]
    return sorted(_with_passages(generation, done), key=lambda one: (one[2].date, one[2].article_id, one[0]))


def _with_passages(
    generation: Generation, events: Iterable[ArticleEvent]
) -> list[tuple[int, IndexedPassage, ArticleEvent]]:
    told: dict[str, list[ArticleEvent]] = {}
    for event in events:
        told.setdefault(event.article_id, []).append(event)
    articles = list(told)[:MOST_ARTICLES]
    rows = generation.texts.rows_of(articles) if articles else []
    return [
        (row, indexed, event)
        for row, indexed in zip(rows, generation.texts.passages(rows) if rows else (), strict=True)
        for event in told[indexed.card.id]
        if indexed.passage.start <= event.sentence[0] and event.sentence[1] <= indexed.passage.end
    ]


def tells(event: ArticleEvent, asked: Set[Action]) -> bool:
    """Whether ``event`` is of one of the kinds ``asked`` for."""
    return not asked.isdisjoint(event.actions)


def date_told(generation: Generation, article_id: str, sentences: Sequence[Span]) -> str:
    """The first date of the events that ``sentences`` of an article's body tell, in EDTF; "" where they tell none."""
    dates = [
        event.date
        for event in generation.events.of_article(article_id)
        if event.date[:1].isdigit()
        and any(event.sentence[0] < end and event.sentence[1] > start for start, end in sentences)
    ]
    return min(dates, default="")


def _told_of(generation: Generation, question: str) -> tuple[ArticleEvent, ...]:
    book = generation.wording.book
    named = {one.entity_id for one in generation.wording.finder.mentions(question) if not one.ambiguous}
    family = {key for entity in named for key in book.family(entity)}
    return generation.events.read(generation.events.rows_with(family, SURELY)) if family else ()
