"""The engine: the few functions that the terminal and Discord call.

engine = Engine(EngineOptions(knowledge_dir, data_dir))
engine.prepare()
answer = engine.ask("Combien Amazon a-t-il payé One Medical ?")
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.answer import Answer, Quote, Verdict
from index.articles.article import Article, ArticleCard
from index.at_hand import AtHand
from index.calibration import calibration_for
from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.generation.store import GenerationStore
from index.highlight import answering_sentences
from index.language import detect_language
from index.passages.passage import Span
from index.query import Query
from index.report import Health, Progress, ReindexReport, Stage, Status
from index.search import Hit, search
from index.serving import Serving
from index.timeline import Timeline
from index.verdict import confidence, gather_evidence, verdict

if TYPE_CHECKING:
    from index.news import News
    from index.subjects import KnownAs

MAX_QUESTION: Final = 6000
"""Characters; what Discord lets a person type into one option."""
JUDGED: Final = 10
"""Passages the verdict looks at, however few are shown."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """``model`` None is the shipped one; else a sentence-transformers name or folder."""

    knowledge_dir: Path
    data_dir: Path
    model: str | None = None
    max_article_bytes: int = 10 * 2**20
    kept_generations: int = 3


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
        self._options = options
        self._store = GenerationStore(options.data_dir)
        self._serving = Serving(self._store)
        self._loading = threading.Lock()
        self._encoder: Encoder | None = None
        self._at_hand = AtHand()

    def prepare(self, progress: Progress | None = None) -> None:
        """Make ready to answer: build the first generation when there is none, load the index and the model.

        Raises EngineFault: MODEL_MISSING, MODEL_CHANGED, and what :meth:`reindex` raises.
        """
        encoder = self._ready_encoder()
        if self._serving.current() is None:
            # Another process may be building the first one too: wait for it, then find nothing left to do.
            self._build(encoder, progress, full=False, wait=True)
        self._generation().load()
        encoder.warm()

    def ask(self, question: str, *, lang: str | None = None, limit: int = 3) -> Answer:
        """Up to ``limit`` quotes for ``question``, asked in ``lang`` ("fr" or "en"; detected when None).

        Raises EngineFault: QUESTION_EMPTY, QUESTION_TOO_LONG, NO_GENERATION, MODEL_MISSING, MODEL_CHANGED.
        """
        started = time.perf_counter()
        generation = self._generation()
        finding = self._find(generation, question, lang, limit)
        hits = finding.hits if finding.verdict is not Verdict.NONE else ()
        highlights = answering_sentences(generation, self._ready_encoder(), finding.query, hits)
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
        return self._find(self._generation(), question, lang, limit)

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

    def reindex(self, *, full: bool = False, progress: Progress | None = None) -> ReindexReport:
        """Build a generation of what changed (all, with ``full``) and serve it; questions go on meanwhile.

        Raises EngineFault: KNOWLEDGE_MISSING, KNOWLEDGE_EMPTIED, REINDEX_RUNNING, DATA_UNWRITABLE, MODEL_MISSING.
        """
        return self._build(self._ready_encoder(), progress, full=full, wait=False)

    def status(self) -> Status:
        """The state of the index and the model; tells of a missing index instead of raising."""
        generation = self._serving.current()
        manifest = generation.manifest if generation else None
        wanted = self._wanted_fingerprint()
        if manifest is None:
            health = Health.MISSING
        elif manifest.model.fingerprint != wanted:
            health = Health.OUTDATED
        else:
            health = Health.DEGRADED if self._serving.damaged else Health.OK
        return Status(
            health=health,
            generation=manifest.number if manifest else None,
            created=manifest.created if manifest else None,
            articles=manifest.articles if manifest else 0,
            passages=manifest.passages if manifest else 0,
            rejected=len(manifest.rejected) if manifest else 0,
            index_bytes=sum(stamp.bytes for stamp in manifest.files.values()) if manifest else 0,
            model=self._options.model or (manifest.model.name if manifest else "sourcier"),
            model_fingerprint=wanted,
            dimensions=manifest.model.dimensions if manifest else None,
            languages=manifest.languages if manifest else {},
            generations=tuple(self._store.numbers()),
            damaged=self._serving.damaged,
            knowledge_dir=str(self._options.knowledge_dir),
            data_dir=str(self._options.data_dir),
        )

    def close(self) -> None:
        """Let go of the index and the model."""
        self._serving.stop()
        with self._loading:
            self._encoder = None

    def _build(self, encoder: Encoder, progress: Progress | None, *, full: bool, wait: bool) -> ReindexReport:
        from index.reindex import ReindexPlan, reindex  # the readers are slow to load, and no question needs them

        options = self._options
        plan = ReindexPlan(options.knowledge_dir, options.max_article_bytes, options.kept_generations, full)
        return reindex(plan, self._store, encoder, progress or _tell_nobody, wait=wait)

    def _find(self, generation: Generation, question: str, lang: str | None, limit: int) -> Finding:
        text = _checked(question)
        encoder = self._ready_encoder()
        calibration = calibration_for(encoder.model.fingerprint)
        asked_in = lang or detect_language(text)
        asked = generation.wording.under_own_names(generation.spelling.corrected(text, asked_in))
        encoded = encoder.question(asked)
        query = Query(asked, asked_in, encoded.vector, encoded.pieces)
        hits = search(generation, query, calibration, max(limit, JUDGED))
        sureness = confidence(gather_evidence(hits[:JUDGED]), calibration) if hits else 0.0
        return Finding(query, tuple(hits[:limit]), sureness, verdict(sureness, calibration))

    def _generation(self) -> Generation:
        generation = self._whole_generation()
        made_with, wanted = generation.manifest.model, self._ready_encoder().model
        if made_with.fingerprint != wanted.fingerprint:
            raise EngineFault(FaultCode.MODEL_CHANGED, made_with=made_with.name, wanted=wanted.name)
        return generation

    def _whole_generation(self) -> Generation:
        generation = self._serving.current()
        if generation is None:
            raise EngineFault(FaultCode.NO_GENERATION)
        return generation

    def _ready_encoder(self) -> Encoder:
        with self._loading:
            if self._encoder is None:
                self._encoder = Encoder(find_model(self._options.model))
            return self._encoder

    def _wanted_fingerprint(self) -> str | None:
        try:
            return self._ready_encoder().model.fingerprint
        except EngineFault:
            return None


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


def _tell_nobody(stage: Stage, done: int, total: int) -> None:
    """A progress nobody follows."""
    del stage, done, total
