"""Re-indexing: the knowledge folder as it is now becomes a new generation beside the current one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from index.articles.folder import READER_VERSION, ReadFile, Reading, read_folder
from index.articles.lifetime import OVER, Lifetime
from index.articles.naming import file_of
from index.articles.recalled import Recall, Recalled, recall_from, recall_nothing
from index.articles.seen import Seen
from index.building.embedding import Known, known_in, known_in_others
from index.building.encoded import EncodedSoFar
from index.building.making import fill, fill_from
from index.building.parts import Coming, Parts
from index.encoder.encoder import Encoder
from index.entities.book.entity import EntityBook
from index.entities.book.folder import listed_entities
from index.entities.wording import Wording
from index.events.whose.extraction import EXTRACTION
from index.faults import EngineFault, FaultCode
from index.generation.checked import trust_written
from index.generation.generation import TEXTS, VECTORS, Generation
from index.generation.manifest import (
    FORMAT,
    Manifest,
    ModelStamp,
    RejectedFile,
    stamp_files,
    write_manifest,
)
from index.generation.store import GenerationStore
from index.generation.texts import Texts
from index.generation.vectors import dimensions_in
from index.report import MadeBy, Progress, ReindexReport, Stage

SEEN: Final = "seen.json"
"""Beside the generations: what each file held when it was last looked at."""


@dataclass(frozen=True, slots=True)
class ReindexPlan:
    """What to index and what to keep; ``full`` reads and encodes all again, ``may_empty`` says that a folder without
    any article is meant so. ``entities_dir`` is where the list of entities lies, when that is not ``knowledge_dir``;
    articles older than ``article_days`` are left out."""

    knowledge_dir: Path
    max_article_bytes: int
    kept_generations: int
    made_by: MadeBy = MadeBy.SHELL
    full: bool = False
    may_empty: bool = False
    entities_dir: Path | None = None
    article_days: int | None = None


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
        seen = Seen() if plan.full else Seen.load(store.folder / SEEN)
        held = best.texts.recalled() if best is not None else []
        reading = _read(plan, previous, held, seen, progress)
        entities = listed_entities(plan.entities_dir or plan.knowledge_dir, plan.max_article_bytes)
        reading = replace(reading, rejections=(*entities.rejections, *reading.rejections))
        may_empty = plan.full or plan.may_empty
        there = reading.files or reading.unchanged or any(one.code in OVER for one in reading.rejections)
        if best is not None and best.manifest.articles and not there and not may_empty:
            raise EngineFault(FaultCode.KNOWLEDGE_EMPTIED, previous=best.manifest.articles)
        changes = _changes(held, reading)
        grows = previous is not None and _made_the_same_way(previous, entities.book, encoder)
        if previous is not None and grows and not damaged and changes.none:
            _note(store, seen, reading)
            kept = _report(previous.manifest, changes, reading, embedded=0, started=started)
            return replace(kept, is_new=False)

        before = previous if grows else None
        wording = before.wording if before is not None else Wording(entities.book)
        files = reading.files if before is not None else _all_files(reading, previous)
        so_far = EncodedSoFar(store.folder, encoder.model.fingerprint)
        if plan.full:
            so_far.drop()
        known_by = list(_known_by(plan, store, best, encoder, so_far, opened))
        parts = Parts(files, wording, encoder, known_by, so_far, progress, lambda: unchanged(encoder))
        number = store.next_number()
        coming = parts.coming(best, number)
        stays = {article.id for article in reading.unchanged}
        gone = [article.id for article in held if article.id not in stays]
        manifest = _make(store, number, plan.made_by, before, reading, gone, coming, wording, encoder)
        progress(Stage.WRITE, 1, 1)
        so_far.drop()
        _note(store, seen, reading)
        trusted = best.number if best is not None else None
        opened.close()  # what this very build holds open would be spared
        store.remove_old(plan.kept_generations, damaged, trusted)
        return _report(manifest, changes, reading, embedded=parts.encoded, started=started)


@dataclass(frozen=True, slots=True)
class _Changes:
    added: tuple[str, ...]
    updated: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    @property
    def none(self) -> bool:
        return not (self.added or self.updated or self.removed)


def _read(
    plan: ReindexPlan, previous: Generation | None, held: Sequence[Recalled], seen: Seen, progress: Progress
) -> Reading:
    """The folder; ``previous`` spares parsing what is unchanged, ids are kept of what is ``held``, whatever is done
    anew."""
    recall: Recall = recall_nothing
    if previous is not None and previous.manifest.reader_version == READER_VERSION:
        # a file of which one article was the double of another may have it for itself now
        doubles = (file_of(refused.path) for refused in previous.manifest.rejected)
        recall = recall_from(held, frozenset(doubles))
    return read_folder(
        plan.knowledge_dir,
        max_bytes=plan.max_article_bytes,
        recall=recall,
        held_ids={article.id: article.path for article in held},
        seen=seen,
        lifetime=Lifetime.now(plan.article_days),
        progress=progress,
    )


def _changes(held: Sequence[Recalled], reading: Reading) -> _Changes:
    before = {article.id: (article.path, article.digest) for article in held}
    read = {file.article.card.id: (file.article.card.path, file.digest) for file in reading.files}
    same = {key for key, origin in read.items() if before.get(key) == origin}
    stay = {article.id for article in reading.unchanged}  # as they were before: that is what they were known by
    return _Changes(
        added=tuple(sorted(read.keys() - before.keys())),
        updated=tuple(sorted((read.keys() & before.keys()) - same)),
        removed=tuple(sorted(before.keys() - read.keys() - stay)),
        unchanged=len(stay) + len(same),
    )


def _made_the_same_way(previous: Generation, book: EntityBook, encoder: Encoder) -> bool:
    manifest = previous.manifest
    return (
        manifest.model.fingerprint == encoder.model.fingerprint
        and manifest.reader_version == READER_VERSION
        and manifest.extraction == EXTRACTION
        and previous.wording.book == book
    )


def _all_files(reading: Reading, previous: Generation | None) -> tuple[ReadFile, ...]:
    """What was read and what is unchanged, in path order."""
    files = list(reading.files)
    for known in reading.unchanged:
        article = previous.texts.article(known.id) if previous is not None else None
        if article is not None:
            files.append(ReadFile(article, known.digest))
    return tuple(sorted(files, key=lambda file: file.article.card.path))


def _known_by(
    plan: ReindexPlan,
    store: GenerationStore,
    best: Generation | None,
    encoder: Encoder,
    so_far: EncodedSoFar,
    opened: ExitStack,
) -> Iterator[Known]:
    """Whoever may know vectors, the likeliest first."""
    if plan.full:
        return
    fingerprint = encoder.model.fingerprint
    if best is not None:
        yield known_in(best, fingerprint)
    yield so_far.found
    yield from known_in_others(store, best.number if best is not None else None, fingerprint, opened)


def _make(
    store: GenerationStore,
    number: int,
    made_by: MadeBy,
    before: Generation | None,
    reading: Reading,
    gone: Sequence[str],
    coming: Iterable[Coming],
    wording: Wording,
    encoder: Encoder,
) -> Manifest:
    folder = store.new_folder(number)
    try:
        made = fill(folder, coming, wording) if before is None else fill_from(folder, before, gone, coming)
    except EngineFault:
        store.abandon(folder)
        raise
    with closing(Texts(folder / TEXTS)) as texts:
        languages = texts.languages()
    manifest = Manifest(
        format=FORMAT,
        number=number,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        made_by=made_by,
        model=ModelStamp(encoder.model.name, encoder.model.fingerprint, dimensions_in(folder / VECTORS)),
        reader_version=READER_VERSION,
        articles=sum(languages.values()),
        passages=made.passages,
        events=made.events,
        extraction=EXTRACTION,
        languages=languages,
        rejected=_rejected(reading),
        files=stamp_files(folder, before.folder if before is not None else None),
    )
    write_manifest(folder, manifest)
    store.publish(folder, number)
    trust_written(store.path(number), manifest)
    return manifest


def _note(store: GenerationStore, seen: Seen, reading: Reading) -> None:
    """Remember what was looked at, and what of it was refused."""
    seen.save(store.folder / SEEN)
    store.note_refused(_rejected(reading))


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
