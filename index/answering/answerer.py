"""What answers a question: from where one asks to quotes.

The passages come from :mod:`index.judging`; here they become quotes, lists of them, two side by side.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from index.answer import Answer, Quote, Verdict
from index.answering.told_events import TOLD, quote_of_event, quotes_told_at
from index.calibration.calibration import calibration_for
from index.chronicle.at_hand import AtHand
from index.encoder.encoder import Encoder
from index.encoder.held import HeldEncoder
from index.explanation import Explanation
from index.faults import EngineFault, FaultCode
from index.follow_ups.before import Before
from index.generation.generation import Generation
from index.judging.asked import Asked
from index.judging.comparing import Known, compared
from index.judging.explaining import EXPLAINED, Search, looked
from index.judging.finding import Finding, SecondLook
from index.judging.highlight import Marked, answering_sentences
from index.judging.verdict import JUDGED
from index.listing.happened import date_told, events_asked_for
from index.listing.listing import Listed
from index.listing.when_asked import time_asked_about
from index.passages.passage import Span
from index.question.filters import ALL_ARTICLES, Filters
from index.question.forms.compared import comparison
from index.ranking.candidates import CandidateSource
from index.ranking.search import Hit
from index.reading.first import LOOKED_THROUGH
from index.reading.reading import Reading, whole_words
from index.talk.core import core_of

Served = Callable[[], Generation | None]
"""The generation that a base answers from, when it has one."""
SPARE: Final = 2
"""Passages beyond those to show, for when one only repeats another's marked sentence."""
BOTH_SIDES: Final = 2
"""Quotes at least where two contradict each other: never one side alone."""


class Answerer:
    """Answers questions from the ``shared`` base, which must be there, and from ``own``, which may not; safe to use
    from any thread."""

    def __init__(
        self,
        shared: Served,
        own: Served | None,
        encoders: HeldEncoder,
        at_hand: AtHand,
        second_look: SecondLook,
        source: CandidateSource,
    ) -> None:
        self._shared = shared
        self._own = own
        self._encoders = encoders
        self._at_hand = at_hand
        self._second_look = second_look
        self._source = source

    def ask(
        self,
        question: str,
        *,
        lang: str | None = None,
        limit: int = 3,
        further: int = 0,
        filters: Filters = ALL_ARTICLES,
        after: Before | None = None,
    ) -> Answer:
        """Up to ``limit`` quotes for ``question``, asked in ``lang`` ("fr" or "en"; detected when None), from the
        articles that ``filters`` leave, and up to ``further`` passages that come next. What it lacks is taken from what
        it comes ``after``.

        Raises EngineFault: QUESTION_EMPTY, QUESTION_TOO_LONG, ARTICLE_UNKNOWN, DATE_UNREADABLE, DATES_REVERSED,
        BASE_EMPTY, NO_GENERATION, MODEL_MISSING, MODEL_CHANGED.
        """
        started = time.perf_counter()
        answer = self._ask(question, lang, limit, further, filters, after, started)
        core = core_of(" ".join(question.split()))
        time_asked = time_asked_about(core, answer.lang) if filters == ALL_ARTICLES else None
        if time_asked is not None:
            return self._happened(time_asked, answer, limit, further, started)
        asked = comparison(core, answer.lang)
        if asked is None:
            return answer

        def ask(its: str, most: int) -> Answer:
            return self._ask(its, answer.lang, most, 0, filters, None, started)

        two = compared(asked, limit, answer, ask, Known(self._date_told, self._events_told))
        return replace(two, seconds=round(time.perf_counter() - started, 4))

    def _happened(self, at: str, answer: Answer, limit: int, further: int, started: float) -> Answer:
        """What happened at a time, as quotes of the events told of it, each passage once; ``answer`` where none is."""
        quotes = quotes_told_at(self._generations(), at)
        if not quotes:
            return answer
        return replace(
            answer,
            verdict=Verdict.FOUND,
            confidence=max(answer.confidence, TOLD),
            quotes=quotes[:limit],
            further=quotes[limit : limit + further],
            seconds=round(time.perf_counter() - started, 4),
        )

    def _date_told(self, quote: Quote) -> str:
        """The first date of the events that the marked sentences of ``quote`` tell, in EDTF; that of its article where
        they tell none."""
        told = (date_told(generation, quote.article.id, quote.highlights) for generation in self._generations())
        return min(filter(None, told), default=quote.article.date or "")

    def _events_told(self, question: str, lang: str) -> list[Quote]:
        """Quotes of the events that ``question`` asks for, each with its sentence marked, in the order of time."""
        found = {
            (event.article_id, event.sentence): (event.date, quote_of_event(indexed, event.sentence))
            for generation in self._generations()
            for _, indexed, event in events_asked_for(generation, question, lang)
        }
        return [quote for _, quote in sorted(found.values(), key=lambda one: one[0])]

    def _ask(
        self,
        question: str,
        lang: str | None,
        limit: int,
        further: int,
        filters: Filters,
        after: Before | None,
        started: float,
    ) -> Answer:
        at_least = max(limit, BOTH_SIDES) + further + SPARE
        finding = self.find(question, lang=lang, limit=at_least, filters=filters, after=after)
        shown = limit if finding.verdict is not Verdict.NONE else 0
        if finding.listed and shown:
            return self._list(question, finding, further, started)
        contradicted = (its.other for its in finding.agreements.values() if its.contradicts)
        if shown and any(other in finding.hits[:BOTH_SIDES] for other in contradicted):
            shown = max(shown, BOTH_SIDES)
        hits = finding.hits[: shown + further + SPARE]
        quotes = self.quotes(hits, encoded=shown, read=finding.read, beside=finding.beside)
        kept = _once_each(hits, quotes, shown + further)
        hits, quotes = tuple(hit for hit, _ in kept), tuple(quote for _, quote in kept)
        told = self._who_says_so(quotes[:shown], hits, finding)
        return self._answered(question, finding, started, told, quotes[shown:])

    def _answered(
        self,
        question: str,
        finding: Finding,
        started: float,
        quotes: Sequence[Quote],
        further: Sequence[Quote],
        items: int | None = None,
    ) -> Answer:
        return Answer(
            question=question,
            lang=finding.query.lang,
            verdict=finding.verdict,
            confidence=round(finding.confidence, 4),
            generation=finding.generation.number,
            quotes=tuple(quotes),
            seconds=round(time.perf_counter() - started, 4),
            further=tuple(further),
            understood=finding.understood,
            sought=finding.sought,
            names_its_subject=finding.names_its_subject,
            items=items,
        )

    def _who_says_so(self, quotes: Sequence[Quote], hits: Sequence[Hit], finding: Finding) -> list[Quote]:
        """The ``quotes`` shown of ``hits``, with what other articles say to those that answer a part of the
        question."""
        told = list(quotes)
        for place, hit in enumerate(hits[: len(quotes)]):
            found = finding.agreements.get(hit)
            if found is None:
                continue
            told[place] = replace(told[place], also=self.quotes(found.also, encoded=0, read=finding.read))
            if found.other is None or found.other not in hits[: len(quotes)]:
                continue
            other = hits.index(found.other)
            told[other] = replace(told[other], score=max(told[place].score, told[other].score))
            if found.contradicts:
                first, second = told[place], told[other]
                told[place] = replace(first, contradicted_by=(second.article.id,))
                told[other] = replace(second, contradicted_by=(first.article.id,))
        return told

    def _list(self, question: str, finding: Finding, further: int, started: float) -> Answer:
        """The answer that tells the items of a list, whatever the limit for one that tells a single thing, and behind
        them what answers the other parts of the question."""
        told = [
            replace(quote, highlights=one.sentences, answer=_trimmed_at(quote, one.items[0]))
            for one, quote in self._listed(finding)
        ]
        for quote in self.quotes(finding.other_parts, read=finding.read):
            there = next((at for at, one in enumerate(told) if _is_same_passage(one, quote)), None)
            if there is None:
                told.append(quote)
            else:
                marked = {*told[there].highlights, *quote.highlights}
                told[there] = replace(told[there], highlights=tuple(sorted(marked)))
        held = {(hit.generation, hit.row) for hit in (*(one.hit for one in finding.listed), *finding.other_parts)}
        others = [hit for hit in finding.hits if (hit.generation, hit.row) not in held][:further]
        items = sum(len(one.items) for one in finding.listed)
        closest = self.quotes(others, encoded=0, read=finding.read)
        return self._answered(question, finding, started, told, closest, items)

    def _listed(self, finding: Finding) -> Iterable[tuple[Listed, Quote]]:
        quotes = self.quotes([one.hit for one in finding.listed], encoded=0)
        return zip(finding.listed, quotes, strict=True)

    def find(
        self,
        question: str,
        *,
        lang: str | None = None,
        limit: int = JUDGED,
        filters: Filters = ALL_ARTICLES,
        after: Before | None = None,
    ) -> Finding:
        """The passages for ``question`` whatever their verdict, for measuring. Raises as :meth:`ask` does."""
        generations, encoder = self._ready()
        refuse_empty(generations)
        asked = Asked(generations, encoder, lang, limit, filters, self._second_look, self._source)
        return asked.find(question, after)

    def explain(
        self,
        question: str,
        *,
        lang: str | None = None,
        limit: int = 3,
        expect: str | None = None,
        filters: Filters = ALL_ARTICLES,
        after: Before | None = None,
    ) -> Explanation:
        """Why :meth:`ask` answers ``question`` as it does, and how far what one would ``expect`` came: the id or the
        title of an article, or words of it. Raises as :meth:`ask` does."""
        answer = self.ask(question, lang=lang, limit=limit, further=1, filters=filters, after=after)
        generations, encoder = self._ready()
        calibration = calibration_for(encoder.model.fingerprint)
        reader = self._second_look.reader.ready() if self._second_look.reader is not None else None
        fitted = calibration.read.get(reader.fingerprint) if reader is not None else None
        most = max(limit + 1, JUDGED if fitted is None else LOOKED_THROUGH)
        asked = Asked(generations, encoder, lang, most, filters, self._second_look, self._source)
        findings, _ = asked.each(question, after)
        two = comparison(core_of(" ".join(question.split())), answer.lang)
        findings += [asked.find(each) for each in two.questions] if two is not None else []
        passages = sum(each.manifest.passages for each in generations)
        told = []
        for finding in findings:
            first = finding.hits[: max(EXPLAINED, limit)]
            quotes = self.quotes(first, read=finding.read)
            by = fitted if fitted is not None and finding.read else calibration
            told.append(looked(finding, quotes, answer, by, passages))
        search = Search(findings, answer, generations, calibration, self._source, most, limit)
        return Explanation(answer, tuple(told), search.expected(expect) if expect else None)

    def quotes(
        self,
        hits: Sequence[Hit],
        *,
        encoded: int | None = None,
        read: Mapping[Hit, Reading] | None = None,
        beside: Mapping[Hit, Sequence[Hit]] | None = None,
    ) -> tuple[Quote, ...]:
        """Some of the hits of a finding as they are shown, the sentence that answers marked, and in those that were
        ``read`` the very words; ``encoded`` as in :func:`index.judging.highlight.answering_sentences`, all when
        None. What is ``beside`` a hit answers other parts of the question in the same passage: marked there, too."""
        readings = read or {}
        others = [other for hit in hits for other in (beside or {}).get(hit, ())]
        count = len(hits) if encoded is None else encoded
        encoder = self._encoders.ready()
        reader = self._second_look.reader.ready() if readings and self._second_look.reader is not None else None
        fitted = calibration_for(encoder.model.fingerprint).read.get(reader.fingerprint) if reader is not None else None
        marked = answering_sentences(encoder, hits, count, readings, fitted)
        more = dict(zip(others, answering_sentences(encoder, others, len(others), readings, fitted), strict=True))
        return tuple(
            _quote(hit, (its, *(more[other] for other in (beside or {}).get(hit, ()))), readings.get(hit))
            for hit, its in zip(hits, marked, strict=True)
        )

    def _ready(self) -> tuple[list[Generation], Encoder]:
        """The generations to answer from and the encoder of the model that made the shared one; an own one that was
        made with another waits for its next re-index."""
        shared, *own = self._generations()
        made_with = shared.manifest.model
        encoder = self._encoders.for_index(made_with.fingerprint)
        if made_with.fingerprint != encoder.model.fingerprint:
            raise EngineFault(FaultCode.MODEL_CHANGED, made_with=made_with.name, wanted=encoder.model.name)
        return [shared, *(one for one in own if one.manifest.model.fingerprint == made_with.fingerprint)], encoder

    def _generations(self) -> list[Generation]:
        """The shared one, and the server's own if it has articles."""
        own = self._own() if self._own is not None else None
        return [self._shared_generation(), *([own] if own is not None and own.manifest.articles else [])]

    def _shared_generation(self) -> Generation:
        generation = self._shared()
        if generation is None:
            raise EngineFault(FaultCode.NO_GENERATION)
        return generation


def refuse_empty(generations: Sequence[Generation]) -> None:
    """Tell that there is nothing to search, which is not the same as nothing found."""
    if not any(each.manifest.articles for each in generations):
        raise EngineFault(FaultCode.BASE_EMPTY)


def _once_each(hits: Sequence[Hit], quotes: Sequence[Quote], most: int) -> list[tuple[Hit, Quote]]:
    """``hits`` with their ``quotes``, ``most`` at most, without those whose marked sentences are all marked already, in
    another window of the article."""
    marked: set[tuple[str, Span]] = set()
    kept = []
    for hit, quote in zip(hits, quotes, strict=True):
        its = {(quote.article.id, span) for span in quote.highlights}
        if not its or not its <= marked:
            kept.append((hit, quote))
            marked |= its
    return kept[:most]


def _quote(hit: Hit, marked: Sequence[Marked], reading: Reading | None) -> Quote:
    """``hit`` as it is shown; the first of the sentences ``marked`` has the words that were read."""
    passage = hit.indexed.passage
    start, end = marked[0].words_in
    found = reading.answer_within(start - passage.start, end - passage.start) if reading is not None else None
    answer = _trimmed(passage.text, whole_words(passage.text, found) if found is not None else None)
    return Quote(
        text=passage.text,
        start=passage.start,
        end=passage.end,
        highlights=tuple(sorted({its.span for its in marked})),
        score=round(hit.score, 4),
        section=passage.section,
        article=hit.indexed.card,
        answer=(passage.start + answer[0], passage.start + answer[1]) if answer is not None else None,
    )


def _trimmed_at(quote: Quote, span: Span) -> Span | None:
    """``span`` of the article that ``quote`` is of, without the white space at its ends."""
    found = _trimmed(quote.text, (span[0] - quote.start, span[1] - quote.start))
    return (quote.start + found[0], quote.start + found[1]) if found is not None else None


def _is_same_passage(one: Quote, other: Quote) -> bool:
    return (one.article, one.start, one.end) == (other.article, other.start, other.end)


def _trimmed(text: str, span: Span | None) -> Span | None:
    """``span`` of ``text`` without the white space at its ends; None when nothing is left."""
    if span is None:
        return None
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip())
    end = span[1] - len(words) + len(words.rstrip())
    return (start, end) if start < end else None
