"""From an article to its dated events: each date goes with the clause that says it, each clause with those it names.

The ways that make somebody a participant are :class:`index.events.event.Level`; how likely each is, the surroundings
tell (:mod:`index.events.whose.belonging`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from index.article import Article
from index.dates.finder import new_story
from index.edtf import precision_of
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from index.events.corrections import corrects, heads_corrections
from index.events.dating import EventDate, dates_in
from index.events.event import ArticleEvent, Level, Mark
from index.events.languages.english import ENGLISH
from index.events.languages.french import FRENCH
from index.events.languages.objects import is_otherwise
from index.events.languages.syntax import Syntax
from index.events.marks import TellingOfDate, mark_of
from index.events.reading import Part, Sentence, SentenceReader, within
from index.events.references import FURTHEST, Told
from index.events.topics import Topics
from index.events.which import is_apposed, says_which
from index.events.whose.candidates import named_with
from index.events.whose.company import Acquaintances, Paragraphs
from index.events.whose.evidence import Signals, Sort
from index.events.whose.participants import Casting
from index.events.whose.somebody import Gender
from index.events.whose.spoken import Spoken
from index.events.whose.surroundings import Around, Mentions, Whole
from index.passages.passage import Span
from index.passages.sentences import sentences
from index.terms.tokens import stems

EXTRACTION: Final = 24
"""Raised when the same article gives other events than before, or events other entries: all is then extracted anew."""
_SYNTAX: Final[Mapping[str, Syntax]] = {"fr": FRENCH, "en": ENGLISH}
_FIGURE: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(r"\d+(?:[.,\s]\d+)*")
_GROUPING: Final = re.compile(r"[\s,.](?=\d{3}(?!\d))")
_WITHOUT: Final = re.compile(r"\b(?:sans|without)(?: [\w']+)? \Z", re.IGNORECASE)
_BEFORE_ACTION: Final = 24
_LEAD_SENTENCES: Final = 3
"""Sentences at the head of an article in which « annonce », without a date, means now."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What speaks for ``key`` in what the ``sentence`` tells at ``date``, for fitting how it is weighed."""

    date: str
    sentence: Span
    key: str
    level: Level
    signals: Signals


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause tells at a date; ``telling`` are its pieces."""

    sentence: Sentence
    part: Part
    date: EventDate
    telling: tuple[Span, ...]
    actions: tuple[str, ...]
    around: Around


class EventExtractor:
    """Reads articles; it does not change. ``sorts`` are what some, by their keys, are known to be, ``people`` those who
    are somebody, each a woman or a man where that is known, ``acquaintances`` those of whom the articles are read
    for."""

    def __init__(
        self,
        wording: Wording,
        sorts: Mapping[str, Sort] | None = None,
        people: Mapping[str, Gender] | None = None,
        acquaintances: Acquaintances | None = None,
    ) -> None:
        self._people, self._acquaintances = people or {}, acquaintances
        self._book = wording.book
        self._naming = Naming(wording)
        self._sorts = sorts or {}

    def events(self, article: Article, about: str | None = None) -> tuple[ArticleEvent, ...]:
        """The dated events of ``article`` in order; none in a language without a grammar. ``about`` is the key of what
        it is known to be about, as if its title named that."""
        syntax = _SYNTAX.get(article.card.lang)
        if syntax is None:
            return ()
        return tuple(self._telling(article, syntax, about).events())

    def weighed(self, article: Article, about: str | None = None) -> Iterator[Weighed]:
        """Everybody whom the events of ``article`` may be about, however unlikely, with what speaks for each."""
        syntax = _SYNTAX.get(article.card.lang)
        return self._telling(article, syntax, about).weighed() if syntax is not None else iter(())

    def _telling(self, article: Article, syntax: Syntax, about: str | None) -> _Telling:
        reader = SentenceReader(article, syntax, self._naming, self._book, self._people.keys())
        names = self._naming.names(article.card.title, article.card.lang, article.body)
        titled = frozenset([*(name.key for name in names), *([about] if about else [])])
        return _Telling(article, syntax, reader, titled, self._sorts, self._people, self._acquaintances)


class _Telling:
    """One article being read."""

    def __init__(
        self,
        article: Article,
        syntax: Syntax,
        reader: SentenceReader,
        titled: frozenset[str],
        sorts: Mapping[str, Sort],
        people: Mapping[str, Gender],
        acquaintances: Acquaintances | None,
    ) -> None:
        self._article, self._syntax, self._reader = article, syntax, reader
        first = next((spans[0] for each in _stretches(article) if (spans := sentences(article.body, *each))), (0, 0))
        topics = Topics(article.body, reader.names, article.card.title, titled, first)
        self._topics = topics
        names = reader.names
        self._casting = Casting(
            Whole(
                body=article.body,
                plain=reader.plain,
                names=names,
                mentions=Mentions(names),
                topics=topics,
                syntax=syntax,
                owner=reader.owner,
                sorts=sorts,
                people=people,
                paragraphs=Paragraphs(article.body, names),
                acquaintances=acquaintances,
            )
        )

    def events(self) -> Iterator[ArticleEvent]:
        for one in self._told():
            yield self._event(one)

    def weighed(self) -> Iterator[Weighed]:
        for one in self._told():
            for key, _, signals in self._casting.weighed(one.sentence, one.part, one.around, all_asked_for=True):
                yield Weighed(one.date.value, one.sentence.span, key, signals.level, signals)

    def _told(self) -> Iterator[_Told]:
        """What the article tells at a date, in order."""
        card = self._article.card
        before: list[Told] = []
        story = new_story(card.lang, card.date)
        is_first = True
        spoken = Spoken()
        for start, end in _stretches(self._article):
            spans = sentences(self._article.body, start, end)
            dates = dates_in(
                self._article.body, self._reader.plain, (start, end), card.lang, card.date, self._syntax, story
            )
            for place, (span, following) in enumerate(zip_longest(spans, spans[1:])):
                is_lead = is_first and place < _LEAD_SENTENCES
                spoken.come_to(span, self._article.body)
                sentence = self._reader.read(span, dates, before, start, self._topics, is_lead=is_lead)
                for part in sentence.parts:
                    telling = _telling_spans(sentence, part) if part.dates else []
                    actions = self._actions(telling, sentence.dates)
                    for date in part.dates:
                        mark = self._mark(part, date, span, following, start)
                        near = [one for one in before if one.at >= start]
                        around = Around(
                            near,
                            following,
                            spoken,
                            is_lead,
                            mark,
                            bool(actions),
                            date.by_article,
                            date.start,
                            precision_of(date.value),
                            end,
                        )
                        yield _Told(sentence, part, date, tuple(telling), actions, around)
                told = sentence.told()
                spoken.go_on(told)
                before = [told, *before][:FURTHEST]
            is_first = False

    def _mark(self, part: Part, date: EventDate, sentence: Span, following: Span | None, stretch: int) -> Mark:
        plain, lang = self._reader.plain, self._article.card.lang
        is_of_noun = is_apposed(plain, date.start, date.end)
        body = self._article.body
        is_correcting = corrects(body, sentence) or heads_corrections(body, stretch)
        told = TellingOfDate(lang, self._reader.date, plain, sentence, following, is_of_noun, is_correcting)
        return mark_of(part, date, told, self._syntax)

    def _actions(self, telling: Sequence[Span], dates: Sequence[EventDate]) -> tuple[str, ...]:
        return tuple(
            action.value
            for action, pattern in self._syntax.actions.items()
            if any(
                self._is_done(match, dates)
                and not is_otherwise(self._reader.plain, match, action, self._article.card.lang)
                for piece in telling
                for match in pattern.finditer(self._reader.plain, *piece)
            )
        )

    def _is_done(self, told: re.Match[str], dates: Sequence[EventDate]) -> bool:
        """Whether ``told`` is neither left undone, « sans lancer », nor a word of a date: « fin de 2023 »."""
        if any(date.start <= told.start() < date.end for date in dates if not date.by_article):
            return False
        return _WITHOUT.search(self._reader.plain, max(0, told.start() - _BEFORE_ACTION), told.start()) is None

    def _event(self, one: _Told) -> ArticleEvent:
        card, sentence = self._article.card, one.sentence
        return ArticleEvent(
            article_id=card.id,
            lang=card.lang,
            date=one.date.value,
            expression=(one.date.start, one.date.end),
            clause=one.telling,
            sentence=sentence.span,
            mark=one.around.mark,
            dated_by_article=one.date.by_article,
            is_dated_in_figures=_FIGURE.search(self._article.body, one.date.start, one.date.end) is not None,
            says_which=says_which(self._reader.plain, one.date.start, one.date.end, card.lang),
            participants=self._casting.participants(sentence, one.part, one.around),
            numbers=tuple(dict.fromkeys(self._numbers(sentence))),
            actions=one.actions,
            words=tuple(dict.fromkeys(stems(self._plain_words(sentence), card.lang))),
            said=tuple(stems(self._own_text(sentence, one.part), card.lang)),
            stand_ins=tuple(sentence.stand_ins()),
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
