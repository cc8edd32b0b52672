"""What the sentences of events say of a theme: where, and of which date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from index.chronicle.themes import Theme
from index.dates.finder import PLAIN
from index.events.event import ArticleEvent, Level
from index.generation.texts import ExcerptSource
from index.matters.saying import are_apart, date_of, holding, is_dated_aside, is_once_more, may_be_at, said_at
from index.passages.passage import Span
from index.terms.tokens import Term, terms

_FRONTED: Final = 8
"""Characters before a date that a sentence begins with, so that all of it is told of then."""


class Sentences:
    """The sentences of ``events``, read once for how each says ``theme``."""

    def __init__(self, theme: Theme, events: Iterable[ArticleEvent], texts: ExcerptSource) -> None:
        self._theme, self._texts = theme, texts
        self._events: defaultdict[tuple[str, Span], list[ArticleEvent]] = defaultdict(list)
        for event in events:
            self._events[(event.article_id, event.sentence)].append(event)
        places = {(article, *span) for article, span in self._events}
        self._read = {place: one.text.translate(PLAIN) for place, one in texts.excerpts(sorted(places)).items()}
        self._told: dict[str, bool] = {}

    def level(self, event: ArticleEvent) -> Level | None:
        """How ``event`` is about the theme: said in its clause, in its sentence, or by the kind of what happened; None
        when it is not, or when its sentence says that it was left out or at another time."""
        text, at = self._text(event), _within(event, event.expression)
        its = [span for span in self._said(event) if may_be_at(text, span, at)]
        if self._theme.matter is None:
            return self._theme.level(event, is_said=bool(its) or not any(True for _ in self._words(event)))
        others = [one for one in self._events[(event.article_id, event.sentence)] if one.date != event.date]
        if any(is_dated_aside(text, span, at) for span in its):
            return Level.NAMED  # "The recall, announced on 3 May, covers all those sold since 2019"
        its = [
            span for span in its if not any(is_dated_aside(text, span, _within(one, one.expression)) for one in others)
        ]
        if any(_tells(event, span) and not _is_rather_of(others, span, at) for span in its):
            return Level.NAMED
        for other in others:  # « ont fait grève le 3 mai, puis encore le 9 mai »
            if is_once_more(text, _within(other, other.expression), at) and any(_tells(other, span) for span in its):
                return Level.IN_SENTENCE
        near = [span for span in its if not any(_tells(other, span) for other in others)]
        if not others and at[0] <= _FRONTED and any(span[0] > at[1] for span in near):
            return Level.IN_SENTENCE  # "In June it folded; forty lost their jobs"
        return None if all(are_apart(text, span, at) for span in near) else Level.IN_SENTENCE

    def dates_it(self, event: ArticleEvent) -> bool:
        """Whether the date of ``event`` says when the theme was: « la grève de 2014 »."""
        text, (start, end) = self._text(event), _within(event, event.expression)
        dated = (date_of(text, span) for span in self._said(event))
        return any(one is not None and one[0] < end and start < one[1] for one in dated)

    def _text(self, event: ArticleEvent) -> str:
        return self._read[(event.article_id, *event.sentence)]

    def _said(self, event: ArticleEvent) -> list[Span]:
        """Where the sentence of ``event`` says the theme, and not that it was left out."""
        matter, text = self._theme.matter, self._text(event)
        if matter is None or event.lang not in matter.wordings:
            return holding(text, self._words(event))
        hinted = said_at(text, matter.hinted(event.lang))
        told = [*said_at(text, self._theme.written), *said_at(text, matter.told(event.lang))]
        return [*told, *(hinted if hinted and self._is_told(event) else ())]

    def _is_told(self, event: ArticleEvent) -> bool:
        """Whether the article of ``event`` says the matter in words that tell it wherever they stand."""
        if event.article_id not in self._told:
            article = self._texts.article(event.article_id)
            text = f"{article.card.title}\n{article.body}".translate(PLAIN) if article is not None else ""
            matter = self._theme.matter
            self._told[event.article_id] = matter is not None and bool(said_at(text, matter.told(event.lang)))
        return self._told[event.article_id]

    def _words(self, event: ArticleEvent) -> Iterator[Span]:
        """Where the sentence of ``event`` says the words of the theme itself."""
        said = list(terms(self._text(event), event.lang))
        for phrase in self._theme.phrases_in(event):
            yield from _places(said, phrase)


def _within(event: ArticleEvent, span: Span) -> Span:
    """``span`` of the body, in the sentence of ``event``."""
    return span[0] - event.sentence[0], span[1] - event.sentence[0]


def _tells(event: ArticleEvent, said: Span) -> bool:
    """Whether the clause of ``event`` says it there."""
    return any(start < said[1] and said[0] < end for start, end in (_within(event, one) for one in event.clause))


def _is_rather_of(others: Iterable[ArticleEvent], said: Span, at: Span) -> bool:
    """Whether it is said between the date ``at`` and that of one of the ``others``, whose clause says it too: "left in
    2019 to found Quill, which was sold in 2022"."""
    behind = [other for other in others if _within(other, other.expression)[0] >= said[1]]
    return at[1] <= said[0] and any(_tells(other, said) for other in behind)


def _places(said: Sequence[Term], phrase: Sequence[str]) -> Iterator[Span]:
    for at in range(len(said) - len(phrase) + 1):
        run = said[at : at + len(phrase)]
        if [one.stem for one in run] == list(phrase):
            yield run[0].start, run[-1].end
