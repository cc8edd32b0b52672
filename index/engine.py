"""The engine: the few functions that the terminal and Discord call.

engine = Engine(EngineOptions(knowledge_dir, data_dir))
engine.prepare()
answer = engine.ask("Combien Amazon a-t-il payé One Medical ?")
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from index.answer import Answer, Quote, Verdict
from index.articles.article import Article, ArticleCard
from index.calibration import calibration_for
from index.encoder.encoder import Encoder
from index.encoder.held import HeldEncoder
from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.generation.store import GenerationStore
from index.highlight import answering_sentences
from index.language import detect_language
from index.passages.passage import Span
from index.query import Query
from index.report import MadeBy, Progress, ReindexReport, Status
from index.search import Hit, search
from index.serving import Serving
from index.shelf.shelf import Shelf
from index.timeline import Timeline
from index.upkeep import EngineOptions, Upkeep
from index.verdict import confidence, gather_evidence, verdict

__all__ = ["Engine", "EngineOptions", "Finding"]

if TYPE_CHECKING:
    from index.chronology import Chronicle

Chronicles = Callable[[str, str | None, str | None, bool], "Chronicle"]
"""Events by subject, first and last date, and whether only named subjects count."""

MAX_QUESTION: Final = 6000
"""Characters; what Discord lets a person type into one option."""
JUDGED: Final = 10
"""Passages the verdict looks at, however few are shown."""
REMEMBERED: Final = 64
"""Subjects whose events are kept at hand, so that the next page of a timeline comes at once."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The passages found for a question, best first, and how sure they are, whatever is then shown."""

    query: Query
    hits: tuple[Hit, ...]
    confidence: float
    verdict: Verdict


class Engine:
    """Answers from the current generation while the next one may be built; safe to use from any thread."""

    def __init__(self, options: EngineOptions) -> None:
        store = GenerationStore(options.data_dir)
        self._serving = Serving(store)
        self._encoders = HeldEncoder(options.model)
        self.upkeep = Upkeep(options, store, self._serving, self._encoders)
        self.shelf = Shelf(options, self.upkeep, self._serving.current)
        self._loading = threading.Lock()
        self._chronicles: WeakKeyDictionary[Generation, Chronicles] = WeakKeyDictionary()

    def prepare(self, progress: Progress | None = None) -> None:
        """Make ready to answer: build the first generation when there is none, load the index and the model.

        Raises EngineFault: MODEL_MISSING, MODEL_CHANGED, and what :meth:`reindex` raises.
        """
        if self._serving.current() is None:
            # Another process may be building the first one too: wait for it, then find nothing left to do.
            self.upkeep.reindex(made_by=MadeBy.START, progress=progress, wait=True)
        generation, encoder = self._ready()
        generation.load()
        encoder.warm()

    def ask(self, question: str, *, lang: str | None = None, limit: int = 3) -> Answer:
        """Up to ``limit`` quotes for ``question``, asked in ``lang`` ("fr" or "en"; detected when None).

        Raises EngineFault: QUESTION_EMPTY, QUESTION_TOO_LONG, NO_GENERATION, MODEL_MISSING, MODEL_CHANGED.
        """
        started = time.perf_counter()
        generation, encoder = self._ready()
        finding = self._find(generation, encoder, question, lang, limit)
        hits = finding.hits if finding.verdict is not Verdict.NONE else ()
        highlights = answering_sentences(generation, encoder, finding.query, hits)
        return Answer(
            question=question,
            lang=finding.query.lang,
            verdict=finding.verdict,
            confidence=round(finding.confidence, 4),
            generation=generation.number,
            quotes=tuple(_quote(hit, span) for hit, span in zip(hits, highlights, strict=True)),
            seconds=round(time.perf_counter() - started, 4),
        )

    def find(self, question: str, *, lang: str | None = None, limit: int = JUDGED) -> Finding:
        """The passages for ``question`` whatever their verdict, for measuring. Raises as :meth:`ask` does."""
        return self._find(*self._ready(), question, lang, limit)

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
        found = self._chronicles_of(generation)(subject, since, until, named_only)
        return timeline(found, generation, subject, limit)

    def suggest(self, typed: str, most: int) -> tuple[str, ...]:
        """At most ``most`` names of subjects for what is ``typed`` so far. Raises EngineFault(NO_GENERATION)."""
        return self._whole_generation().suggestions.for_typed(typed, most)

    def sources(self) -> tuple[ArticleCard, ...]:
        """The articles' cards, in order of path. Raises EngineFault(NO_GENERATION)."""
        return self._whole_generation().texts.cards()

    def article(self, article_id: str) -> Article:
        """One article, whole. Raises EngineFault: ARTICLE_UNKNOWN (``closest`` may be empty), NO_GENERATION."""
        texts = self._whole_generation().texts
        article = texts.article(article_id)
        if article is None:
            closest = get_close_matches(article_id, [card.id for card in texts.cards()], n=1)
            raise EngineFault(FaultCode.ARTICLE_UNKNOWN, id=article_id, closest=closest[0] if closest else "")
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

    def _find(self, generation: Generation, encoder: Encoder, question: str, lang: str | None, limit: int) -> Finding:
        text = _checked(question)
        calibration = calibration_for(encoder.model.fingerprint)
        asked_in = lang or detect_language(text)
        asked = generation.wording.under_own_names(generation.spelling.corrected(text, asked_in))
        encoded = encoder.question(asked)
        query = Query(asked, asked_in, encoded.vector, encoded.pieces)
        hits = search(generation, query, calibration, max(limit, JUDGED))
        sureness = confidence(gather_evidence(hits[:JUDGED]), calibration) if hits else 0.0
        return Finding(query, tuple(hits[:limit]), sureness, verdict(sureness, calibration))

    def _ready(self) -> tuple[Generation, Encoder]:
        """The generation to answer from and the encoder of the model that made it."""
        generation = self._whole_generation()
        made_with = generation.manifest.model
        encoder = self._encoders.for_index(made_with.fingerprint)
        if made_with.fingerprint != encoder.model.fingerprint:
            raise EngineFault(FaultCode.MODEL_CHANGED, made_with=made_with.name, wanted=encoder.model.name)
        return generation, encoder

    def _chronicles_of(self, generation: Generation) -> Chronicles:
        from index.chronology import chronicle

        with self._loading:
            if generation not in self._chronicles:
                wording, events = generation.wording, generation.events  # not the generation, which must be free to go

                @lru_cache(maxsize=REMEMBERED)
                def remembered(subject: str, since: str | None, until: str | None, named_only: bool) -> Chronicle:
                    return chronicle(wording, events, subject, since, until, named_only=named_only)

                self._chronicles[generation] = remembered
            return self._chronicles[generation]

    def _whole_generation(self) -> Generation:
        generation = self._serving.current()
        if generation is None:
            raise EngineFault(FaultCode.NO_GENERATION)
        return generation


def _checked(question: str) -> str:
    text = " ".join(question.encode("utf-8", "replace").decode().split())  # a lone surrogate is no character
    if not text:
        raise EngineFault(FaultCode.QUESTION_EMPTY)
    if len(text) > MAX_QUESTION:
        raise EngineFault(FaultCode.QUESTION_TOO_LONG, length=len(text), limit=MAX_QUESTION)
    return text


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
