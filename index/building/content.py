"""What is indexed of articles, beside their vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from index.article import Article
from index.entities.wording import Wording
from index.events.event import ArticleEvent
from index.events.extraction import EventExtractor
from index.generation.stretches import PassageInContext
from index.passages.composed import composed_article, passage_as_written
from index.passages.context import text_in_context
from index.passages.passage import Passage
from index.passages.windows import passages_of


@dataclass(frozen=True, slots=True)
class Content:
    """What is indexed of some articles: the passages in row order, composed and as they are written, their languages,
    the text encoded of each, the names behind its mentions; and of each article, how many passages it has."""

    passages: list[Passage]
    as_written: list[Passage]
    langs: list[str]
    texts: list[str]
    names: list[str]
    sizes: list[int]

    @classmethod
    def nothing(cls) -> Content:
        """The content of no articles; others may be added."""
        return cls([], [], [], [], [], [])

    def extend(self, other: Content) -> None:
        """Add what ``other`` holds behind."""
        for part in fields(self):
            getattr(self, part.name).extend(getattr(other, part.name))

    @property
    def worded(self) -> list[str]:
        """The text whose words are indexed, of each passage."""
        return [f"{text}\n{names}" for text, names in zip(self.texts, self.names, strict=True)]

    def in_context(self) -> Iterator[PassageInContext]:
        """The passages with what stands above them."""
        for passage, text, names, lang in zip(self.passages, self.texts, self.names, self.langs, strict=True):
            yield PassageInContext(passage, lang, f"{text.removesuffix(passage.text)}{names}")


def content_of(articles: Iterable[Article], wording: Wording) -> Content:
    """The content of ``articles``, in their order."""
    content = Content.nothing()
    for as_written in articles:
        article, composed = composed_article(as_written)
        passages = list(passages_of(article))
        content.sizes.append(len(passages))
        content.passages.extend(passages)
        content.as_written.extend(passage_as_written(passage, as_written.body, composed) for passage in passages)
        content.langs.extend(article.card.lang for _ in passages)
        content.texts.extend(text_in_context(article.card.title, passage) for passage in passages)
        content.names.extend(wording.names_behind(article.body, [(p.start, p.end) for p in passages]))
    return content


def events_of(articles: Sequence[Article], wording: Wording) -> Iterator[ArticleEvent]:
    """The events that ``articles`` tell."""
    extractor = EventExtractor(wording)
    for as_written in articles:
        article, composed = composed_article(as_written)
        yield from (event.moved(composed.span) for event in extractor.events(article))
