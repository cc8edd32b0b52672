"""The engine: the few functions that the terminal and Discord call.

engine = Engine(EngineOptions(knowledge_dir, data_dir))
engine.prepare()
answer = engine.ask("Combien Amazon a-t-il payé One Medical ?")
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.answer import Answer, Quote, Verdict
from index.articles.article import Article, ArticleCard
from index.at_hand import AtHand
from index.encoder.encoder import Encoder
from index.encoder.held import HeldEncoder
from index.faults import EngineFault, FaultCode
from index.filters import ALL_ARTICLES, Filters
from index.finding import JUDGED, Finding, find
from index.generation.generation import Generation
from index.generation.store import GenerationStore
from index.highlight import answering_sentences
from index.passages.passage import Span
from index.reference import Located, QuoteReference, locate
from index.report import MadeBy, Progress, ReindexReport, Status
from index.reranker import Reranker
from index.search import Hit
from index.serving import Serving
from index.shelf.shelf import Shelf
from index.timeline import Timeline
from index.upkeep import EngineOptions, Upkeep

__all__ = ["Engine", "EngineOptions", "Finding"]

if TYPE_CHECKING:
    from index.news import News
    from index.subjects import KnownAs


class Engine:
    """Answers from the current generation while the next one may be built; safe to use from any thread."""

    def __init__(self, options: EngineOptions) -> None:
        store = GenerationStore(options.data_dir)
        self._serving = Serving(store)
        self._encoders = HeldEncoder(options.model)
        self.upkeep = Upkeep(options, store, self._serving, self._encoders)
        self.shelf = Shelf(options, self.upkeep, self._serving.current)
        self._reranker = Reranker(options.reranker) if options.reranker else None
        self._at_hand = AtHand()

    def prepare(self, progress: Progress | None = None) -> None:
        """Make ready to answer: build the first generation when there is none, load the index and the model.

        Raises EngineFault: MODEL_MISSING, RERANKER_MISSING, MODEL_CHANGED, and what :meth:`reindex` raises.
        """
        if self._serving.current() is None:
            # Another process may be building the first one too: wait for it, then find nothing left to do.
            self.upkeep.reindex(made_by=MadeBy.START, progress=progress, wait=True)
        generation, encoder = self._ready()
        generation.load()
        encoder.warm()
        if self._reranker is not None:
            self._reranker.warm()

    def ask(
        self,
        question: str,
        *,
        lang: str | None = None,
        limit: int = 3,
        further: int = 0,
        filters: Filters = ALL_ARTICLES,
    ) -> Answer:
        """Up to ``limit`` quotes for ``question``, asked in ``lang`` ("fr" or "en"; detected when None), from the
        articles that ``filters`` leave, and up to ``further`` passages that come next.

        Raises EngineFault: QUESTION_EMPTY, QUESTION_TOO_LONG, ARTICLE_UNKNOWN, DATE_UNREADABLE, DATES_REVERSED,
        NO_GENERATION, MODEL_MISSING, MODEL_CHANGED.
        """
        started = time.perf_counter()
        generation, encoder = self._ready()
        finding = find(generation, encoder, question, lang, limit + further, filters, self._reranker)
        shown = limit if finding.verdict is not Verdict.NONE else 0
        quotes = self.quotes(finding, finding.hits[: shown + further], encoded=shown)
        return Answer(
            question=question,
            lang=finding.query.lang,
            verdict=finding.verdict,
            confidence=round(finding.confidence, 4),
            generation=generation.number,
            quotes=quotes[:shown],
            seconds=round(time.perf_counter() - started, 4),
            further=quotes[shown:],
        )

    def find(
        self, question: str, *, lang: str | None = None, limit: int = JUDGED, filters: Filters = ALL_ARTICLES
    ) -> Finding:
        """The passages for ``question`` whatever their verdict, for measuring. Raises as :meth:`ask` does."""
        return find(*self._ready(), question, lang, limit, filters, self._reranker)

    def article_of(self, key: bytes) -> Article:
        """The article whose :func:`index.reference.article_key` is ``key``. Raises EngineFault: ARTICLE_GONE,
        NO_GENERATION."""
        generation = self._whole_generation()
        card = generation.cards.with_key(key)
        article = generation.texts.article(card.id) if card is not None else None
        if article is None:
            raise EngineFault(FaultCode.ARTICLE_GONE)
        return article

    def quoted(self, reference: QuoteReference) -> Located:
        """The quote ``reference`` refers to, as the base has it now. Raises EngineFault: QUOTE_GONE, NO_GENERATION."""
        try:
            located = locate(reference, self.article_of(reference.article))
        except EngineFault as fault:
            if fault.code is not FaultCode.ARTICLE_GONE:
                raise
            located = None
        if located is None:
            raise EngineFault(FaultCode.QUOTE_GONE)
        return located

    def quotes(self, finding: Finding, hits: Sequence[Hit], *, encoded: int | None = None) -> tuple[Quote, ...]:
        """Some of the ``hits`` of ``finding`` as they are shown, the sentence that answers marked; ``encoded`` as in
        :func:`index.highlight.answering_sentences`, all when None."""
        count = len(hits) if encoded is None else encoded
        highlights = answering_sentences(finding.generation, self._encoders.ready(), finding.query, hits, count)
        return tuple(_quote(hit, span) for hit, span in zip(hits, highlights, strict=True))

    def timeline(
        self,
        subject: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        named_only: bool = False,
    ) -> Timeline:
        """The dated events about ``subject``, from ``since`` to ``until`` (EDTF, or plain words: « juillet 2022 »).

        With a ``limit``, only the events most told and most specific; ``named_only`` leaves out those that only a
        pronoun or a description ties to the subject. Raises EngineFault: SUBJECT_EMPTY, SUBJECT_TOO_LONG,
        SUBJECT_AMBIGUOUS, DATE_UNREADABLE, DATES_REVERSED, NO_GENERATION.
        """
        from index.chronology import timeline  # the grammars of dates take time to load, and no question needs them

        generation = self._whole_generation()
        found = self._at_hand.chronicles(generation)(subject, since, until, named_only)
        return timeline(found, generation, subject, limit)

    def suggest(self, typed: str, most: int) -> tuple[str, ...]:
        """At most ``most`` names of subjects for what is ``typed`` so far. Raises EngineFault(NO_GENERATION)."""
        return self._whole_generation().suggestions.for_typed(typed, most)

    def subject(self, subject: str) -> KnownAs:
        """``subject`` under the name it goes by in the base.

        Raises EngineFault: SUBJECT_EMPTY, SUBJECT_TOO_LONG, SUBJECT_AMBIGUOUS, NO_GENERATION.
        """
        from index.subjects import known_as

        generation = self._whole_generation()
        return known_as(subject, generation.wording, generation.events)

    def news(self, subjects: Sequence[str], *, since: int) -> dict[str, News]:
        """What came into the base after generation ``since`` and speaks of each of ``subjects``; one that can't be
        looked for is left out. Raises EngineFault(NO_GENERATION)."""
        from index.news import news

        return news(self._whole_generation(), subjects, since)

    def generation_number(self) -> int | None:
        """The number of the generation that answers now; quick, whoever built it."""
        generation = self._serving.current()
        return generation.number if generation is not None else None

    def sources(self, search: str = "") -> tuple[ArticleCard, ...]:
        """The articles' cards, in order of path; with a ``search``, those that hold all its words, in their title,
        publisher, date or file, titles first. Quick, and good for any thread. Raises EngineFault(NO_GENERATION)."""
        cards = self._whole_generation().cards
        return cards.matching(search) if search.strip() else cards.cards

    def article(self, article_id: str) -> Article:
        """One article, whole, by its id or its title. Raises EngineFault: ARTICLE_UNKNOWN (``closest`` may be empty),
        NO_GENERATION."""
        generation = self._whole_generation()
        article = generation.texts.article(generation.cards.card(article_id).id)
        if article is None:  # never: the cards are those of these texts
            raise EngineFault(FaultCode.ARTICLE_UNKNOWN, id=article_id, closest="")
        return article

    def reindex(
        self, *, full: bool = False, made_by: MadeBy = MadeBy.SHELL, progress: Progress | None = None
    ) -> ReindexReport:
        """Build a generation of what changed (all, with ``full``) and serve it; questions go on meanwhile.

        Raises as :meth:`index.upkeep.Upkeep.reindex` does.
        """
        return self.upkeep.reindex(full=full, made_by=made_by, progress=progress)

    def status(self) -> Status:
        """The state of the index and the model; tells of a missing index instead of raising."""
        return self.upkeep.status()

    def close(self) -> None:
        """Let go of the index and the model."""
        self._serving.stop()
        self._encoders.let_go()

    def _ready(self) -> tuple[Generation, Encoder]:
        """The generation to answer from and the encoder of the model that made it."""
        generation = self._whole_generation()
        made_with = generation.manifest.model
        encoder = self._encoders.for_index(made_with.fingerprint)
        if made_with.fingerprint != encoder.model.fingerprint:
            raise EngineFault(FaultCode.MODEL_CHANGED, made_with=made_with.name, wanted=encoder.model.name)
        return generation, encoder

    def _whole_generation(self) -> Generation:
        generation = self._serving.current()
        if generation is None:
            raise EngineFault(FaultCode.NO_GENERATION)
        return generation


def _quote(hit: Hit, highlight: Span) -> Quote:
    passage = hit.indexed.passage
    return Quote(
        text=passage.text,
        start=passage.start,
        end=passage.end,
        highlights=(highlight,),
        score=round(hit.score, 4),
        section=passage.section,
        article=hit.indexed.card,
    )
