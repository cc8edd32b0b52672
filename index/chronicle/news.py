"""What came into the base after some generation, and what of it speaks of given subjects.

Each new article is read once, however many subjects are looked for in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from index.answer import Quote
from index.article import Article
from index.chronicle.subjects import Sought, checked_subject, whom
from index.entities.proper_names import Name, Naming
from index.entities.wording import Wording
from index.faults import EngineFault
from index.generation.generation import Generation
from index.passages.passage import Span
from index.passages.windows import passages_of
from index.tellings.stored import Events
from index.terms.tokens import STEMMERS, Term, stems, terms
from index.timeline import EVERYTHING

MOST_QUOTES: Final = 100
"""Quotes for one subject: more than anybody is shown of one generation."""
SURE: Final = 1.0
"""The score of a quote that names its subject."""


@dataclass(frozen=True, slots=True)
class News:
    """The first MOST_QUOTES sentences that speak of ``subject`` (its name in the list, else as asked) and came after a
    generation, in the order of their articles; ``generation`` is the one they were read in."""

    subject: str
    generation: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A subject to look for: whom it means, and where no list has it, its stems in each language."""

    name: str
    sought: Sought
    phrases: dict[str, list[str]]


def news(generation: Generation, subjects: Iterable[str], since: int) -> dict[str, News]:
    """What came after generation ``since`` and speaks of each of ``subjects``, or of what it owns.

    EVERYTHING stands for whatever came: the first new sentence of each article. A subject that can't be looked for (any
    more), since it is empty, too long or ambiguous, is left out.
    """
    wording, subjects = generation.wording, list(subjects)
    everything: list[Quote] | None = [] if EVERYTHING in subjects else None
    wanted = dict(_wanted((one for one in subjects if one != EVERYTHING), wording, generation.events))
    found: dict[str, dict[str, Quote]] = {subject: {} for subject in wanted}
    naming = Naming(wording)
    for article_id, spans in generation.texts.arrived_after(since).items():
        article = generation.texts.article(article_id)
        if article is None or not (wanted or everything is not None):
            continue
        new = _NewArticle(article, spans, naming.names(article.body, article.card.lang))
        if everything is not None and len(everything) < MOST_QUOTES:
            everything += new.first()
        for subject, its in wanted.items():
            for quote in new.quotes_of(its):
                if len(found[subject]) < MOST_QUOTES:  # and once, for one text may stand in several articles
                    found[subject].setdefault(" ".join(quote.text.split()), quote)
    told = {
        subject: News(its.name, generation.number, tuple(found[subject].values())) for subject, its in wanted.items()
    }
    return told if everything is None else {**told, EVERYTHING: News(EVERYTHING, generation.number, tuple(everything))}


def _wanted(subjects: Iterable[str], wording: Wording, events: Events) -> Iterator[tuple[str, _Wanted]]:
    for subject in subjects:
        try:
            text = checked_subject(subject)
            sought = whom(text, wording, events)
        except EngineFault:
            continue
        phrases = {lang: stems(text, lang) for lang in STEMMERS} if sought.entity is None else {}
        yield subject, _Wanted(sought.name or text, sought, phrases)


class _NewArticle:
    """An article of which the spans ``new`` are new."""

    def __init__(self, article: Article, new: Sequence[Span], names: Sequence[Name]) -> None:
        self._article = article
        self._new = new
        self._named: dict[str, list[Span]] = {}
        for name in names:
            self._named.setdefault(name.key, []).append((name.start, name.end))

    def quotes_of(self, wanted: _Wanted) -> Iterator[Quote]:
        """The new sentences that speak of ``wanted``, in order."""
        marks = [*self._spans_named(wanted.sought), *self._spans_said(wanted.phrases)]
        if not marks:
            return
        article = self._article
        for (start, end), section in self._sentences.items():
            bold = tuple(sorted({(at, min(to, end)) for at, to in marks if start <= at < end}))
            if bold:
                yield Quote(article.body[start:end], start, end, bold, SURE, section, article.card)

    def first(self) -> Sequence[Quote]:
        """Its first new sentence; nothing when only its headings are new."""
        article = self._article
        for (start, end), section in self._sentences.items():
            return [Quote(article.body[start:end], start, end, (), SURE, section, article.card)]
        return []

    @cached_property
    def _sentences(self) -> dict[Span, str | None]:
        """The new sentences with the heading above each; windows overlap by one, and leave headings out."""
        spans = {span: passage.section for passage in passages_of(self._article) for span in passage.sentences}
        return {
            (start, end): section
            for (start, end), section in sorted(spans.items())
            if any(low <= start and end <= high for low, high in self._new)
        }

    @cached_property
    def _terms(self) -> list[list[Term]]:
        """The terms of each new sentence, at their places in the body."""
        body, lang = self._article.body, self._article.card.lang
        return [
            [Term(term.stem, start + term.start, start + term.end) for term in terms(body[start:end], lang)]
            for start, end in self._sentences
        ]

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(term.stem for sentence in self._terms for term in sentence)

    def _spans_named(self, sought: Sought) -> Iterator[Span]:
        key, family = sought.subject.key, sought.subject.family
        for named, spans in self._named.items():
            if named in family or (sought.entity is None and named.startswith(f"{key} ")):
                yield from spans

    def _spans_said(self, phrases: dict[str, list[str]]) -> Iterator[Span]:
        """Where the stems of a phrase follow one another."""
        phrase = phrases.get(self._article.card.lang)
        if not phrase or not self._stems.issuperset(phrase):
            return
        for sentence in self._terms:
            for at in range(len(sentence) - len(phrase) + 1):
                if [term.stem for term in sentence[at : at + len(phrase)]] == phrase:
                    yield sentence[at].start, sentence[at + len(phrase) - 1].end
