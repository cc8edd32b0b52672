"""The care of the base: its next generation, the way back to an earlier one, its state.

upkeep = engine.upkeep
upkeep.reindex(made_by=MadeBy.DISCORD, progress=show)
upkeep.rollback()
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Final

from index.encoder.encoder import Encoder
from index.encoder.held import HeldEncoder
from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.generation.manifest import DamagedGenerationError, Manifest, RejectedFile, read_manifest
from index.generation.serving import Serving
from index.generation.store import GenerationStore
from index.machine.garbage import collecting_seldom
from index.publishing.mirroring import mirror, mirrored_from
from index.publishing.published import IN_DATABASE, Published, PublishedFolder
from index.report import (
    Health,
    MadeBy,
    Mirroring,
    Progress,
    Publication,
    Reindexing,
    ReindexReport,
    Rollback,
    Stage,
    Status,
)

if TYPE_CHECKING:
    from index.publishing.database import PublishedDatabase

SHARED_AGAIN: Final = 30.0
"""Seconds after which a generation that could not be published is published again."""

_log = logging.getLogger(__name__)


Turn = Callable[[str, bool], AbstractContextManager[Callable[[], None]]]
"""Holds the turn to make the index of a base, named first, alone among machines, after others if so said; gives what
raises EngineFault(TURN_LOST) when it is not held any more. Raises EngineFault: INDEXING_ELSEWHERE, TURN_LOST."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """``model`` None is the shipped one; else a sentence-transformers name or folder. ``reader`` None is the
    shipped one, "off" nobody, else a folder with a reader, or the name or folder of a cross-encoder;
    ``reading_seconds`` is what reading may add to an answer. ``entities_dir`` is where the list of entities lies, when
    that is not among the articles; those older than ``article_days`` don't answer. ``store_url`` is where Milvus finds
    candidates, if it does; ``store_token`` is what it wants to be told. ``index_url`` is the database in which
    generations are published, if they are; ``turn`` is held by whoever makes an index of the ``base`` so called."""

    knowledge_dir: Path
    data_dir: Path
    model: str | None = None
    reader: str | None = None
    reading_seconds: float = 1.5
    max_article_bytes: int = 10 * 2**20
    kept_generations: int = 3
    trash_days: int = 30
    add_by_url: bool = False
    store_url: str | None = None
    store_token: str | None = None
    index_url: str | None = None
    turn: Turn | None = None
    base: str = "shared"
    entities_dir: Path | None = None
    article_days: int | None = None


HandedTo = Callable[[Generation, Sequence[int]], object]
"""Somebody who is handed a generation, and the numbers of all that are kept."""


class Upkeep:
    """Changes what is served while questions go on; safe to use from any thread and beside other processes."""

    def __init__(
        self,
        options: EngineOptions,
        store: GenerationStore,
        serving: Serving,
        encoders: HeldEncoder,
        handed_to: HandedTo | None = None,
        database: PublishedDatabase | None = None,
    ) -> None:
        """``handed_to`` is told of each generation made or taken, and of the numbers of those kept; ``database`` is
        where each one made here is published."""
        self._database = database
        self._options = options
        self._handed_to = handed_to
        self._store = store
        self._serving = serving
        self._encoders = encoders

    def reindex(
        self,
        *,
        full: bool = False,
        made_by: MadeBy = MadeBy.SHELL,
        progress: Progress | None = None,
        wait: bool = False,
        may_empty: bool = False,
    ) -> ReindexReport:
        """Build a generation of what changed (all, with ``full``) and serve it; questions go on meanwhile.

        With ``wait``, after a re-index that is under way elsewhere; ``may_empty`` says that no article being left is
        meant so. Raises EngineFault: KNOWLEDGE_MISSING, KNOWLEDGE_EMPTIED, INDEXING_ELSEWHERE and TURN_LOST (as of
        :data:`Turn`), REINDEX_RUNNING (with ``stage``, ``done`` and ``total`` when it has told), DATA_UNWRITABLE,
        BASE_MIRRORED (it is made elsewhere), MODEL_MISSING, MODEL_CHANGED (under its hands).
        """
        from index.building.reindex import (  # the readers are slow to load, and no question needs them
            ReindexPlan,
            reindex,
        )

        self._refuse_if_mirrored()
        options = self._options
        plan = ReindexPlan(
            knowledge_dir=options.knowledge_dir,
            max_article_bytes=options.max_article_bytes,
            kept_generations=options.kept_generations,
            made_by=made_by,
            full=full,
            may_empty=may_empty,
            entities_dir=options.entities_dir,
            article_days=options.article_days,
        )
        encoder = self._encoders.renewed()
        follower = progress or _tell_nobody
        with self._turn(wait) as check, collecting_seldom():

            def told(stage: Stage, done: int, total: int) -> None:
                check()
                follower(stage, done, total)

            report = reindex(plan, self._store, encoder, told, unchanged=self._unchanged, wait=wait)
            check()
            self._share()
        self.hand_over()
        return report

    def hand_over(self) -> None:
        """Hand the generation that is served to whoever finds its candidates elsewhere."""
        generation = self._serving.current()
        if self._handed_to is not None and generation is not None:
            self._handed_to(generation, self._store.numbers())

    def running(self) -> Reindexing | None:
        """The re-index under way in this or another process, as far as it has told."""
        return self._store.running()

    def rolled_back(self) -> bool:
        """Whether an earlier generation than the newest was chosen to be served."""
        current, numbers = self._store.current_number(), self._store.numbers()
        return current in numbers and current != numbers[0]

    def rollback(self, number: int | None = None) -> Rollback:
        """Serve the kept generation ``number``, or the newest whole one before the current, at once and until the
        next re-index, whose number is higher than all there have been.

        Raises EngineFault: GENERATION_UNKNOWN (``kept``, the numbers there are), GENERATION_DAMAGED, MODEL_CHANGED
        (made with another model than the one set), NO_EARLIER_GENERATION, BASE_MIRRORED, REINDEX_RUNNING,
        DATA_UNWRITABLE.
        """
        self._refuse_if_mirrored()
        with self._turn(wait=False), self._store.writing():
            before = self._store.current_number()
            chosen = self._earlier_than(before) if number is None else self._kept(number)
            try:
                self._refuse_other_model(chosen)
                done = Rollback(before, self._store.switch_to(chosen))
            except DamagedGenerationError as error:
                raise EngineFault(FaultCode.GENERATION_DAMAGED, number=chosen) from error
        self._share()
        return done

    def drop_earlier(self) -> bool:
        """Remove all generations but the one that is served and those still being read; whether none is left of these.
        Raises EngineFault(DATA_UNWRITABLE)."""
        with self._store.writing(wait=True):
            self._store.remove_old(1)
        return len(self._store.numbers()) <= 1

    def publish(self, folder: Path, progress: Progress | None = None) -> Publication:
        """Lay out the generation that is served in ``folder``, which IN_DATABASE may stand for, for other machines to
        :meth:`mirror`.

        Raises EngineFault: NO_GENERATION, and as :meth:`index.publishing.published.Published.publish` does.
        """
        generation = self._serving.current()
        if generation is None:
            raise EngineFault(FaultCode.NO_GENERATION)
        return self._published(folder).publish(generation, self._options.kept_generations, progress or _tell_nobody)

    def mirror(self, folder: Path, progress: Progress | None = None) -> Mirroring:
        """Serve the generation that lies published in ``folder``, which IN_DATABASE may stand for; questions go on
        meanwhile.

        Raises EngineFault as :func:`index.publishing.mirroring.mirror` does, and MODEL_CHANGED, MODEL_MISSING.
        """
        source, kept = self._published(folder), self._options.kept_generations
        done = mirror(self._store, source, kept, self._refuse_other_maker, progress or _tell_nobody)
        if done.is_new:
            self.hand_over()
        return done

    def _turn(self, wait: bool) -> AbstractContextManager[Callable[[], None]]:
        turn = self._options.turn
        return turn(self._options.base, wait) if turn is not None else nullcontext(_all_is_well)

    def _published(self, folder: Path) -> Published:
        if self._database is not None and folder == IN_DATABASE:
            return self._database
        return PublishedFolder(folder)

    def _share(self) -> None:
        """Publish what is served in the database, where it is made here; what can't be is told, and done later."""
        if self._database is None or self.mirrored_from() is not None:
            return
        try:
            self.publish(IN_DATABASE)
        except EngineFault as fault:
            _log.warning(
                "the index is not published in %s (%s): tried again soon", self._database.name, fault.code.value
            )
            again = Timer(SHARED_AGAIN, self._share)
            again.daemon = True
            again.start()

    def export_vectors(self, path: Path, progress: Progress | None = None) -> int:
        """Write the vectors of the generation that is served into ``path``, for another machine to take; how many.

        Raises EngineFault: NO_GENERATION, VECTORS_UNWRITABLE.
        """
        from index.building.carried import carry_out

        generation = self._serving.current()
        if generation is None:
            raise EngineFault(FaultCode.NO_GENERATION)
        return carry_out(generation, path, progress or _tell_nobody)

    def import_vectors(self, path: Path, progress: Progress | None = None) -> int:
        """Keep the vectors in ``path`` for the next re-index, which then need not encode them; how many.

        Raises EngineFault: VECTORS_UNREADABLE, VECTORS_OTHER_MODEL, BASE_MIRRORED, REINDEX_RUNNING, DATA_UNWRITABLE,
        MODEL_MISSING.
        """
        from index.building.carried import bring_home

        self._refuse_if_mirrored()
        model = self._encoders.renewed().model
        return bring_home(path, self._store, model.fingerprint, model.name, progress or _tell_nobody)

    def check(self) -> bool:
        """Whether the generation that is served is whole, every byte of it being read (a second a gigabyte); when not,
        the newest whole one takes over."""
        return self._serving.check()

    def status(self) -> Status:
        """The state of the index and the model; tells of a missing index instead of raising."""
        generation = self._serving.current()
        manifest = generation.manifest if generation else None
        wanted = self._wanted_fingerprint(manifest.model.fingerprint if manifest else "")
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
            rejected=len(self._refused(manifest)),
            index_bytes=sum(stamp.bytes for stamp in manifest.files.values()) if manifest else 0,
            model=self._options.model or (manifest.model.name if manifest else "sourcier"),
            model_fingerprint=wanted,
            dimensions=manifest.model.dimensions if manifest else None,
            languages=manifest.languages if manifest else {},
            generations=tuple(self._store.numbers()),
            damaged=self._serving.damaged,
            history=self._store.cards(),
            running=self._store.running(),
            knowledge_dir=str(self._options.knowledge_dir),
            data_dir=str(self._options.data_dir),
        )

    def _refused(self, manifest: Manifest | None) -> tuple[RejectedFile, ...]:
        refused = self._store.refused()
        return refused if refused is not None else manifest.rejected if manifest else ()

    def _kept(self, number: int) -> int:
        numbers = self._store.numbers()
        if number not in numbers:
            kept = ", ".join(map(str, numbers)) or "–"
            raise EngineFault(FaultCode.GENERATION_UNKNOWN, number=number, kept=kept)
        return number

    def _earlier_than(self, current: int | None) -> int:
        for card in self._store.cards():
            if current is None or card.number < current:
                try:
                    self._store.open(card.number).close()
                except DamagedGenerationError:
                    continue
                return card.number
        raise EngineFault(FaultCode.NO_EARLIER_GENERATION)

    def mirrored_from(self) -> str | None:
        """The published folder that the base is taken from; None where it is made here."""
        return mirrored_from(self._store)

    def _refuse_if_mirrored(self) -> None:
        source = self.mirrored_from()
        if source is not None:
            raise EngineFault(FaultCode.BASE_MIRRORED, path=source)

    def _refuse_other_model(self, number: int) -> None:
        self._refuse_other_maker(read_manifest(self._store.path(number)))

    def _refuse_other_maker(self, manifest: Manifest) -> None:
        made_with = manifest.model
        wanted = self._encoders.for_index(made_with.fingerprint).model
        if made_with.fingerprint != wanted.fingerprint:
            raise EngineFault(FaultCode.MODEL_CHANGED, made_with=made_with.name, wanted=wanted.name)

    def _unchanged(self, encoder: Encoder) -> bool:
        return self._encoders.renewed() is encoder

    def _wanted_fingerprint(self, served: str) -> str | None:
        try:
            return self._encoders.for_index(served).model.fingerprint
        except EngineFault:
            return None


def _all_is_well() -> None:
    """A check where there is no turn to be lost."""


def _tell_nobody(stage: Stage, done: int, total: int) -> None:
    """A progress nobody follows."""
    del stage, done, total
