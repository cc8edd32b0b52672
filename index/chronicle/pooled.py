"""The events of several generations as those of one, for timelines that tell all a place may see.

Rows and articles are numbered through: those of a generation come after those of the ones before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from index.article import Article
from index.events.event import ArticleEvent
from index.generation.generation import Generation
from index.generation.texts import Excerpt
from index.tellings.stored import Ready


class PooledEvents:
    """Reads the events of ``generations``, as :class:`index.tellings.stored.Events` does those of one."""

    def __init__(self, generations: Sequence[Generation]) -> None:
        self._events = [generation.events for generation in generations]
        self._before = [0, *accumulate(events.count() for events in self._events)]

    def rows_with(self, keys: Iterable[str], least: float = 0.0) -> list[int]:
        """As the events of one generation."""
        wanted = list(keys)
        return [row + self._before[at] for at, its in enumerate(self._events) for row in its.rows_with(wanted, least)]

    def count_with(self, keys: Iterable[str], least: float, under: float) -> int:
        """As the events of one generation."""
        wanted = list(keys)
        return sum(its.count_with(wanted, least, under) for its in self._events)

    def keys_from(self, prefix: str) -> tuple[str, ...]:
        """As the events of one generation."""
        return tuple(dict.fromkeys(key for its in self._events for key in its.keys_from(prefix)))

    def rows_that_say(self, phrases: Iterable[Sequence[str]]) -> list[int]:
        """As the events of one generation."""
        wanted = list(phrases)
        return [row + self._before[at] for at, its in enumerate(self._events) for row in its.rows_that_say(wanted)]

    def ready_of(self, subject: str) -> Ready | None:
        """Nothing is made ready for several generations together."""
        del subject
        return None

    def of_article(self, article_id: str) -> tuple[ArticleEvent, ...]:
        """As the events of one generation, by an id of :class:`PooledTexts`."""
        at, _, its_id = article_id.partition(":")
        return tuple(replace(event, article_id=article_id) for event in self._events[int(at)].of_article(its_id))

    def read(self, rows: Sequence[int], of: Collection[str] | None = None) -> tuple[ArticleEvent, ...]:
        """As the events of one generation; the ids of articles tell which generation they are of."""
        found: dict[int, ArticleEvent] = {}
        for at, (its, before) in enumerate(zip(self._events, self._before, strict=False)):
            mine = [row for row in dict.fromkeys(rows) if before < row <= self._before[at + 1]]
            for row, event in zip(mine, its.read([row - before for row in mine], of), strict=True):
                found[row] = replace(event, article_id=f"{at}:{event.article_id}")
        return tuple(found[row] for row in rows)


class PooledTexts:
    """Reads slices of the articles of ``generations``."""

    def __init__(self, generations: Sequence[Generation]) -> None:
        self._texts = [generation.texts for generation in generations]

    def articles_if_few(self, phrases: Iterable[Sequence[str]], most: int) -> list[str]:
        """As the texts of a generation; few in each of the bases."""
        wanted = list(phrases)
        return [f"{at}:{one}" for at, texts in enumerate(self._texts) for one in texts.articles_if_few(wanted, most)]

    def articles_that_say(self, phrases: Iterable[Sequence[str]], most: int) -> list[str]:
        """As the texts of one generation."""
        wanted = list(phrases)
        found = [f"{at}:{one}" for at, texts in enumerate(self._texts) for one in texts.articles_that_say(wanted, most)]
        return found[:most]

    def article(self, article_id: str) -> Article | None:
        """The article of an id that :meth:`articles_that_say` gives, under that id."""
        at, _, its_id = article_id.partition(":")
        article = self._texts[int(at)].article(its_id)
        return replace(article, card=replace(article.card, id=article_id)) if article is not None else None

    def excerpts(self, spans: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], Excerpt]:
        """As :meth:`index.generation.texts.Texts.excerpts`, by the ids that :class:`PooledEvents` gives."""
        wanted: list[list[tuple[str, int, int]]] = [[] for _ in self._texts]
        for article, start, end in spans:
            at, _, its_id = article.partition(":")
            wanted[int(at)].append((its_id, start, end))
        return {
            (f"{at}:{article}", start, end): excerpt
            for at, texts in enumerate(self._texts)
            for (article, start, end), excerpt in texts.excerpts(wanted[at]).items()
        }


class Pool:
    """Several generations as timelines see them; the first one's number stands for all."""

    def __init__(self, generations: Sequence[Generation]) -> None:
        self.events = PooledEvents(generations)
        self.texts = PooledTexts(generations)
        self.number = generations[0].number
