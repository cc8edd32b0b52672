"""An article read again with somebody whom no list holds as an entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Article
from index.entities.book.entity import Entity
from index.entities.book.names import name_key, says
from index.events.event import ArticleEvent
from index.events.whose.extraction import EventExtractor, Weighed
from index.passages.passage import Span
from index.unlisted.described import as_described


@dataclass(frozen=True, slots=True)
class Rereading:
    """``article`` as the ``extractor`` reads it, which knows ``entity``: all of it as ``about`` that, or what stands
    under a heading that names it; there ``descriptions``, which are no names, stand for it, too."""

    article: Article
    entity: Entity
    extractor: EventExtractor
    about: bool = False
    descriptions: tuple[str, ...] = ()

    def events(self) -> list[ArticleEvent]:
        """The dated events of the article."""
        if self.about:
            return list(self.extractor.events(self.article, about=self.entity.id))
        sections = list(self._sections())
        events = list(self.extractor.events(self.article))
        if sections:
            its = self.extractor.events(self.article, about=self.entity.id)
            events = [one for one in events if not _lies_in(one.sentence, sections)]
            events += [one for one in its if _lies_in(one.sentence, sections)]
        return [as_described(one, self.entity, self.article) for one in events] if self.descriptions else events

    def weighed(self) -> Iterator[Weighed]:
        """Everybody whom these events may be about, with what speaks for each, for fitting how it is weighed."""
        whole = [(0, len(self.article.body))] if self.about else list(self._sections())
        for about in (None, self.entity.id):
            for one in self.extractor.weighed(self.article, about):
                if _lies_in(one.sentence, whole) == (about is not None):
                    yield one

    def _sections(self) -> Iterator[Span]:
        """The parts of the body, each up to the next heading as high, whose heading says a whole name."""
        body = self.article.body
        names = [one.name for one in self.entity.names if not one.ambiguous]
        whole = [name_key(name) for name in (*names, *self.descriptions)]
        for heading in self.article.headings:
            said = name_key(body[heading.start : heading.end])
            if any(says(said, its) for its in whole):
                later = (one for one in self.article.headings if one.start > heading.start)
                yield heading.end, next((one.start for one in later if one.level <= heading.level), len(body))


def _lies_in(sentence: Span, spans: Sequence[Span]) -> bool:
    return any(start <= sentence[0] < end for start, end in spans)
