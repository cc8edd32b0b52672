"""What came into the base after some generation, and what of it speaks of a subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from index.answer import Quote
from index.articles.article import Article
from index.entities.proper_names import Name, Naming
from index.entities.wording import Wording
from index.events.stored import Events
from index.generation.texts import Texts
from index.passages.passage import Span
from index.passages.windows import passages_of
from index.subjects import Sought, checked_subject, whom
from index.terms.tokens import stems, terms

AT_HAND: Final = 256
"""Articles kept read: every subject somebody follows is looked for in each of them."""
SURE: Final = 1.0
"""The score of a quote that names its subject."""


@dataclass(frozen=True, slots=True)
class News:
    """The sentences that speak of ``subject`` (its name in the list, else as asked) and came after a generation, in
    the order of their articles; ``generation`` is the one they were read in."""

    subject: str
    generation: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """``article.body[start:end]``, and the heading it stands under."""

    start: int
    end: int
    section: str | None


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with its sentences and names."""

    article: Article
    sentences: tuple[_Sentence, ...] = field(repr=False)
    names: tuple[Name, ...] = field(repr=False)


class NewsReader:
    """Reads what is new in one generation; safe to use from any thread while its generation is open."""

    def __init__(self, number: int, wording: Wording, texts: Texts, events: Events) -> None:
        self._number = number
        self._wording = wording
        self._texts = texts
        self._events = events
        self._naming = Naming(wording)
        self._read = lru_cache(maxsize=AT_HAND)(self._read_article)

    def about(self, subject: str, since: int) -> News:
        """What came after generation ``since`` and speaks of ``subject``, or of what it owns.

        Raises EngineFault: SUBJECT_EMPTY, SUBJECT_TOO_LONG, SUBJECT_AMBIGUOUS.
        """
        text = checked_subject(subject)
        sought = whom(text, self._wording, self._events)
        quotes: dict[str, Quote] = {}
        for article_id, spans in self._texts.arrived_after(since).items():
            for quote in self._quotes(self._read(article_id), spans, sought, text):
                quotes.setdefault(" ".join(quote.text.split()), quote)  # one text may stand in several articles
        return News(sought.name or text, self._number, tuple(quotes.values()))

    def _read_article(self, article_id: str) -> _Read:
        article = self._texts.article(article_id)
        if article is None:
            raise KeyError(article_id)
        # Windows overlap by a sentence, and leave headings out.
        spans = {span: passage.section for passage in passages_of(article) for span in passage.sentences}
        sentences = tuple(_Sentence(*span, section) for span, section in sorted(spans.items()))
        return _Read(article, sentences, self._naming.names(article.body, article.card.lang))

    def _quotes(self, read: _Read, new: Sequence[Span], sought: Sought, text: str) -> Iterator[Quote]:
        article = read.article
        phrase = stems(text, article.card.lang) if sought.entity is None else []
        names = [(name.start, name.end) for name in read.names if _means(name, sought)]
        for sentence in read.sentences:
            if not any(start <= sentence.start and sentence.end <= end for start, end in new):
                continue
            said = article.body[sentence.start : sentence.end]
            marks = [span for span in names if sentence.start <= span[0] < sentence.end]
            marks = marks or [
                (sentence.start + start, sentence.start + end)
                for start, end in _where_said(said, phrase, article.card.lang)
            ]
            if marks:
                bold = tuple((start, min(end, sentence.end)) for start, end in marks)
                yield Quote(said, sentence.start, sentence.end, bold, SURE, sentence.section, article.card)


def _means(name: Name, sought: Sought) -> bool:
    key = sought.subject.key
    return name.key in sought.subject.family or (sought.entity is None and name.key.startswith(f"{key} "))


def _where_said(text: str, phrase: Sequence[str], lang: str) -> Iterator[Span]:
    """Where ``text`` says the stems of ``phrase``, one after the other."""
    if not phrase:
        return
    found = list(terms(text, lang))
    at = 0
    while at + len(phrase) <= len(found):
        if [term.stem for term in found[at : at + len(phrase)]] == list(phrase):
            yield found[at].start, found[at + len(phrase) - 1].end
            at += len(phrase)
        else:
            at += 1
