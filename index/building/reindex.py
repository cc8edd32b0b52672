"""Re-indexing: the knowledge folder as it is now becomes a new generation beside the current one."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from index.articles.folder import READER_VERSION, Reading, read_folder
from index.building.arriving import arrivals
from index.building.embedding import Embedding, embed
from index.encoder.encoder import Encoder
from index.entities.entity import EntityBook
from index.entities.folder import listed_entities
from index.entities.stored import write_entities
from index.entities.wording import Wording
from index.events.event import ArticleEvent
from index.events.extraction import EXTRACTION, EventExtractor
from index.faults import EngineFault, FaultCode
from index.generation.arrivals import Arrival
from index.generation.generation import (
    ENTITIES,
    EVENTS,
    PIECES,
    STRETCHES,
    TERMS,
    TEXTS,
    VECTORS,
    WORDS,
    Generation,
)
from index.generation.manifest import (
    FORMAT,
    DamagedGenerationError,
    Manifest,
    ModelStamp,
    RejectedFile,
    stamp_files,
    write_manifest,
)
from index.generation.pieces import PieceIndex
from index.generation.store import GenerationStore
from index.generation.stretches import PassageInContext, StretchIndex
from index.generation.texts import IndexedArticle, write_texts
from index.generation.vectors import VectorIndex
from index.passages.context import text_in_context
from index.passages.passage import Passage
from index.passages.windows import passages_of
from index.question.spelling import surface_words, write_words
from index.report import MadeBy, Progress, ReindexReport, Stage
from index.tellings.prepared import prepare_entries
from index.tellings.stored import write_events
from index.terms.bm25 import TermIndex


@dataclass(frozen=True, slots=True)
class ReindexPlan:
    """What to index and what to keep; ``full`` reads and encodes all again, ``may_empty`` says that a folder without
    any article is meant so. ``entities_dir`` is where the list of entities lies, when that is not ``knowledge_dir``."""

    knowledge_dir: Path
    max_article_bytes: int
    kept_generations: int
    made_by: MadeBy = MadeBy.SHELL
    full: bool = False
    may_empty: bool = False
    entities_dir: Path | None = None


def reindex(
    plan: ReindexPlan,
    store: GenerationStore,
    encoder: Encoder,
    follower: Progress,
    *,
    unchanged: Callable[[Encoder], bool] = lambda _: True,
    wait: bool = False,
) -> ReindexReport:
    """Build a generation of the knowledge folder and make it current; when nothing changed, keep the current one.

    ``unchanged`` tells whether the encoder's model is still the one on disk. Raises EngineFault: KNOWLEDGE_MISSING,
    KNOWLEDGE_EMPTIED (every article is gone: likelier a folder that is not mounted than a wish; ``full`` does it all
    the same), REINDEX_RUNNING unless ``wait``, MODEL_CHANGED when it did while passages were encoded, DATA_UNWRITABLE.
    """
    started = time.perf_counter()
    with store.writing(wait=wait), ExitStack() as opened:
        progress = store.noting(plan.made_by, follower)
        best, damaged = store.open_best()
        if best is not None:
            opened.callback(best.close)
        previous = None if plan.full else best
        reading = _read(plan, previous, progress)
        entities = listed_entities(plan.entities_dir or plan.knowledge_dir, plan.max_article_bytes)
        reading = replace(reading, rejections=(*entities.rejections, *reading.rejections))
        may_empty = plan.full or plan.may_empty
        if best is not None and best.manifest.articles and not reading.files and not may_empty:
            raise EngineFault(FaultCode.KNOWLEDGE_EMPTIED, previous=best.manifest.articles)
        changes = _changes(best, reading)
        if (
            previous is not None
            and not damaged
            and changes.none
            and _made_the_same_way(previous, reading, entities.book, encoder)
        ):
            return _report(previous.manifest, changes, reading, embedded=0, started=started)

        wording = Wording(entities.book)
        content = _content(reading, wording)
        known_in = [] if plan.full else _whole_generations(store, opened)
        embedding = embed(content.texts, encoder, known_in, lambda done, total: progress(Stage.ENCODE, done, total))
        if embedding.encoded and not unchanged(encoder):
            raise EngineFault(FaultCode.MODEL_CHANGED, made_with=encoder.model.name, wanted=encoder.model.name)
        number = store.next_number()
        events = _events(reading, wording, previous)
        arrived = arrivals(reading, best, number)
        manifest = _write(store, number, plan.made_by, reading, arrived, content, events, embedding, encoder, progress)
        trusted = best.number if best is not None else None
        opened.close()  # what this very build holds open would be spared
        store.remove_old(plan.kept_generations, damaged, trusted)
        return _report(manifest, changes, reading, embedded=embedding.encoded, started=started)


@dataclass(frozen=True, slots=True)
class _Changes:
    added: tuple[str, ...]
    updated: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    @property
    def none(self) -> bool:
        return not (self.added or self.updated or self.removed)


def _read(plan: ReindexPlan, previous: Generation | None, progress: Progress) -> Reading:
    if previous is None or previous.manifest.reader_version != READER_VERSION:
        return read_folder(plan.knowledge_dir, max_bytes=plan.max_article_bytes, progress=progress)
    return read_folder(
        plan.knowledge_dir,
        max_bytes=plan.max_article_bytes,
        recall=previous.texts.article_at,
        held_ids={card.id: card.path for card in previous.texts.cards()},
        progress=progress,
    )


def _changes(previous: Generation | None, reading: Reading) -> _Changes:
    before = previous.texts.origins() if previous is not None else {}
    now = {file.article.card.id: (file.article.card.path, file.digest) for file in reading.files}
    return _Changes(
        added=tuple(sorted(now.keys() - before.keys())),
        updated=tuple(sorted(key for key in now.keys() & before.keys() if now[key] != before[key])),
        removed=tuple(sorted(before.keys() - now.keys())),
        unchanged=sum(now[key] == before[key] for key in now.keys() & before.keys()),
    )


def _made_the_same_way(previous: Generation, reading: Reading, book: EntityBook, encoder: Encoder) -> bool:
    manifest = previous.manifest
    return (
        manifest.model.fingerprint == encoder.model.fingerprint
        and manifest.reader_version == READER_VERSION
        and manifest.extraction == EXTRACTION
        and manifest.rejected == _rejected(reading)
        and previous.wording.book == book
    )


@dataclass(frozen=True, slots=True)
class _Content:
    """What is indexed: the passages in row order, the text encoded of each, the names behind its mentions."""

    passages: list[Passage]
    texts: list[str]
    names: list[str]
    book: EntityBook


def _content(reading: Reading, wording: Wording) -> _Content:
    content = _Content([], [], [], wording.book)
    for file in reading.files:
        article = file.article
        passages = list(passages_of(article))
        content.passages.extend(passages)
        content.texts.extend(text_in_context(article.card.title, passage) for passage in passages)
        content.names.extend(wording.names_behind(article.body, [(p.start, p.end) for p in passages]))
    return content


def _events(reading: Reading, wording: Wording, previous: Generation | None) -> Iterator[ArticleEvent]:
    """The events of every article; those of an unchanged one are taken over when the same rules and names hold."""
    known: Mapping[str, tuple[str, str]] = {}
    if previous is not None and previous.manifest.extraction == EXTRACTION and previous.wording.book == wording.book:
        known = previous.texts.origins()
    extractor = EventExtractor(wording)
    for file in reading.files:
        card = file.article.card
        if previous is not None and known.get(card.id) == (card.path, file.digest):
            yield from previous.events.of_article(card.id)
        else:
            yield from extractor.events(file.article)


def _whole_generations(store: GenerationStore, opened: ExitStack) -> list[Generation]:
    generations = []
    for number in store.numbers():
        try:
            generation = store.open(number)
        except DamagedGenerationError:
            continue
        opened.callback(generation.close)
        generations.append(generation)
    return generations


def _write(
    store: GenerationStore,
    number: int,
    made_by: MadeBy,
    reading: Reading,
    arrived: Sequence[tuple[Arrival, ...]],
    content: _Content,
    events: Iterable[ArticleEvent],
    embedding: Embedding,
    encoder: Encoder,
    progress: Progress,
) -> Manifest:
    langs = {file.article.card.id: file.article.card.lang for file in reading.files}
    folder = store.new_folder(number)
    progress(Stage.WRITE, 0, 1)
    write_texts(
        folder / TEXTS,
        [IndexedArticle(file.article, file.digest, its) for file, its in zip(reading.files, arrived, strict=True)],
        zip(content.passages, embedding.keys, content.names, strict=True),
    )
    VectorIndex.build(embedding.vectors).save(folder / VECTORS)
    PieceIndex.build(embedding.pieces).save(folder / PIECES)
    worded = [f"{text}\n{names}" for text, names in zip(content.texts, content.names, strict=True)]
    worded_in = [langs[passage.article_id] for passage in content.passages]
    terms = TermIndex.build(worded, worded_in)
    terms.save(folder / TERMS)
    StretchIndex.build(_in_context(content, worded_in), terms.number).save(folder / STRETCHES)
    write_words(folder / WORDS, surface_words(worded, worded_in))
    write_entities(folder / ENTITIES, content.book)
    told = write_events(folder / EVENTS, events)
    prepare_entries(folder / EVENTS, content.book)
    manifest = Manifest(
        format=FORMAT,
        number=number,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        made_by=made_by,
        model=ModelStamp(encoder.model.name, encoder.model.fingerprint, embedding.vectors.shape[1]),
        reader_version=READER_VERSION,
        articles=len(reading.files),
        passages=len(content.passages),
        events=told,
        extraction=EXTRACTION,
        languages=dict(sorted(Counter(langs.values()).items())),
        rejected=_rejected(reading),
        files=stamp_files(folder),
    )
    write_manifest(folder, manifest)
    store.publish(folder, number)
    progress(Stage.WRITE, 1, 1)
    return manifest


def _in_context(content: _Content, langs: Sequence[str]) -> Iterator[PassageInContext]:
    for passage, text, names, lang in zip(content.passages, content.texts, content.names, langs, strict=True):
        yield PassageInContext(passage, lang, f"{text.removesuffix(passage.text)}{names}")


def _rejected(reading: Reading) -> tuple[RejectedFile, ...]:
    return tuple(RejectedFile(r.path, r.code, dict(r.details)) for r in reading.rejections)


def _report(manifest: Manifest, changes: _Changes, reading: Reading, *, embedded: int, started: float) -> ReindexReport:
    return ReindexReport(
        generation=manifest.number,
        added=changes.added,
        updated=changes.updated,
        removed=changes.removed,
        unchanged=changes.unchanged,
        rejected=reading.rejections,
        notices=reading.notices,
        passages=manifest.passages,
        embedded=embedded,
        seconds=time.perf_counter() - started,
    )
