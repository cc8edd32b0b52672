"""What is indexed of articles, beside their vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from index.article import Article
from index.entities.wording import Wording
from index.events.event import ArticleEvent
from index.events.whose.extraction import EventExtractor
from index.generation.stretches import PassageInContext, ToldPassage, told_passage
from index.passages.composed import Composed, composed_article, passage_as_written
from index.passages.context import text_in_context
from index.passages.passage import Passage
from index.passages.windows import passages_of


@dataclass(frozen=True, slots=True)
class Content:
    """What is indexed of some articles: the passages in row order as they are written, their languages, the text
    encoded of each, the names behind its mentions, its stretches; of each article, how many passages it has; and the
    events they tell."""

    as_written: list[Passage]
    langs: list[str]
    texts: list[str]
    names: list[str]
    told: list[ToldPassage]
    sizes: list[int]
    events: list[ArticleEvent]

    @classmethod
    def nothing(cls) -> Content:
        """The content of no articles; others may be added."""
        return cls([], [], [], [], [], [], [])

    def extend(self, other: Content) -> None:
        """Add what ``other`` holds behind."""
        for part in fields(self):
            getattr(self, part.name).extend(getattr(other, part.name))

    @property
    def worded(self) -> list[str]:
        """The text whose words are indexed, of each passage."""
        return list(map(_worded, self.texts, self.names))


class ContentReader:
    """Reads what is indexed of articles; it does not change."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._extractor = EventExtractor(wording)

    def content(self, as_written: Article) -> Content:
        """The content of one article."""
        its = _Passages.of(as_written, self._wording)
        lang = its.article.card.lang
        headings = (f"{text.removesuffix(p.text)}{names}" for p, text, names in its)
        in_context = map(PassageInContext, its.passages, [lang] * len(its.passages), headings)
        return Content(
            as_written=[passage_as_written(passage, as_written.body, its.composed) for passage in its.passages],
            langs=[lang] * len(its.passages),
            texts=its.texts,
            names=its.names,
            told=list(map(told_passage, in_context)),
            sizes=[len(its.passages)],
            events=[event.moved(its.composed.span) for event in self._extractor.events(its.article)],
        )


def worded_of(articles: Iterable[Article], wording: Wording) -> Iterator[tuple[str, str]]:
    """The text whose words are indexed of each passage of ``articles``, with its language."""
    for article in articles:
        for _, text, names in _Passages.of(article, wording):
            yield _worded(text, names), article.card.lang


@dataclass(frozen=True, slots=True)
class _Passages:
    """The passages of an article as it is ``composed``; the text encoded of each, the names behind its mentions."""

    article: Article
    composed: Composed
    passages: list[Passage]
    texts: list[str]
    names: list[str]

    @classmethod
    def of(cls, as_written: Article, wording: Wording) -> _Passages:
        article, composed = composed_article(as_written)
        passages = list(passages_of(article))
        texts = [text_in_context(article.card.title, passage) for passage in passages]
        names = wording.names_behind(article.body, [(p.start, p.end) for p in passages])
        return cls(article, composed, passages, texts, names)

    def __iter__(self) -> Iterator[tuple[Passage, str, str]]:
        return zip(self.passages, self.texts, self.names, strict=True)


def _worded(text: str, names: str) -> str:
    return f"{text}\n{names}"
