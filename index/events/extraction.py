"""From an article to its dated events: each date goes with the clause that says it, each clause with those it names.

Three ways make somebody a participant (:class:`index.events.event.Level`): a name in the clause, a reference in it to
a name before, or a name that follows at once what the clause leaves unnamed. Somebody who is merely in the same
article is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Final

from index.article import Article
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from index.events.dating import EventDate, dates_in
from index.events.english import ENGLISH
from index.events.event import ArticleEvent
from index.events.french import FRENCH
from index.events.marks import mark_of
from index.events.participants import Casting, named_with
from index.events.reading import Part, Sentence, SentenceReader, within
from index.events.references import FURTHEST, Told
from index.events.syntax import Syntax
from index.passages.passage import Span
from index.passages.sentences import sentences
from index.terms.tokens import stems

EXTRACTION: Final = 3
"""Raised when the same article gives other events than before: they are then extracted anew."""
_SYNTAX: Final[Mapping[str, Syntax]] = {"fr": FRENCH, "en": ENGLISH}
_NUMBER: Final = re.compile(r"\d+(?:[.,\s]\d+)*")
_GROUPING: Final = re.compile(r"[\s,.](?=\d{3}(?!\d))")
_LEAD_SENTENCES: Final = 3
"""Sentences at the head of an article in which « annonce », without a date, means now."""


class EventExtractor:
    """Reads articles; it does not change."""

    def __init__(self, wording: Wording) -> None:
        self._book = wording.book
        self._naming = Naming(wording)

    def events(self, article: Article) -> tuple[ArticleEvent, ...]:
        """The dated events of ``article`` in order; none in a language without a grammar."""
        syntax = _SYNTAX.get(article.card.lang)
        if syntax is None:
            return ()
        return tuple(_Telling(article, syntax, SentenceReader(article, syntax, self._naming, self._book)).events())


class _Telling:
    """One article being read."""

    def __init__(self, article: Article, syntax: Syntax, reader: SentenceReader) -> None:
        self._article, self._syntax, self._reader = article, syntax, reader
        self._casting = Casting(article.body, reader.plain, reader.names, syntax)

    def events(self) -> Iterator[ArticleEvent]:
        card = self._article.card
        before: list[Told] = []
        is_first = True
        for start, end in _stretches(self._article):
            spans = sentences(self._article.body, start, end)
            dates = dates_in(self._reader.plain, (start, end), card.lang, card.date, self._syntax)
            for place, (span, following) in enumerate(zip_longest(spans, spans[1:])):
                is_lead = is_first and place < _LEAD_SENTENCES
                sentence = self._reader.read(span, dates, before, start, is_lead=is_lead)
                for part in sentence.parts:
                    for date in part.dates:
                        yield self._event(sentence, part, date, following)
                before = [sentence.told(), *before][:FURTHEST]
            is_first = False

    def _event(self, sentence: Sentence, part: Part, date: EventDate, following: Span | None) -> ArticleEvent:
        card, plain = self._article.card, self._reader.plain
        telling = _telling_spans(sentence, part)
        actions = [
            action.value
            for action, pattern in self._syntax.actions.items()
            if any(pattern.search(plain, *piece) for piece in telling)
        ]
        return ArticleEvent(
            article_id=card.id,
            lang=card.lang,
            date=date.value,
            expression=(date.start, date.end),
            clause=tuple(telling),
            sentence=sentence.span,
            mark=mark_of(part, date, self._reader.date, plain, self._syntax),
            dated_by_article=date.by_article,
            participants=self._casting.participants(sentence, part, following),
            numbers=tuple(dict.fromkeys(self._numbers(sentence))),
            actions=tuple(actions),
            words=tuple(dict.fromkeys(stems(self._plain_words(sentence), card.lang))),
            said=tuple(stems(self._own_text(sentence, part), card.lang)),
        )

    def _own_text(self, sentence: Sentence, part: Part) -> str:
        """The words of a clause, and of the names it is about, those of cited media aside."""
        body = self._article.body
        pieces = [body[name.start : name.end] for name in named_with(sentence, part) if name not in part.names]
        for start, end in part.clause.spans:
            for name in sentence.cited:
                if start <= name.start < end:
                    pieces.append(body[start : name.start])
                    start = name.end
            pieces.append(body[start:end])
        return "\n".join(pieces)

    def _plain_words(self, sentence: Sentence) -> str:
        """The words of a sentence but its dates and names."""
        names = within(self._reader.names, sentence.span)
        left_out = [(date.start, date.end) for date in sentence.dates] + [(name.start, name.end) for name in names]
        pieces, at = [], sentence.span[0]
        for start, end in sorted(left_out):
            pieces.append(self._article.body[at : max(at, start)])
            at = max(at, end)
        return "\n".join([*pieces, self._article.body[at : sentence.span[1]]])

    def _numbers(self, sentence: Sentence) -> Iterator[str]:
        """The amounts of a sentence, its dates aside, without grouping: "3,9" and "3.9" are one."""
        for match in _NUMBER.finditer(self._reader.plain, *sentence.span):
            if not any(date.start <= match.start() < date.end for date in sentence.dates):
                yield _GROUPING.sub("", match[0]).replace(",", ".").replace(" ", "")


def _telling_spans(sentence: Sentence, part: Part) -> list[Span]:
    """The pieces of the clause that tells the event, and of what it says, those that touch joined."""
    clauses = [one.clause for one in (part, *sentence.said_by(part))]
    joined: list[Span] = []
    for start, end in sorted(span for clause in clauses for span in clause.spans):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _stretches(article: Article) -> Iterator[Span]:
    """The body between its headings."""
    start = 0
    for heading in article.headings:
        if heading.start > start:
            yield start, heading.start
        start = heading.end
    if start < len(article.body):
        yield start, len(article.body)
