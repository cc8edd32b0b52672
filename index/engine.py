"""The engine: the few functions that the terminal and Discord call.

engine = Engine(EngineOptions(knowledge_dir, data_dir))
engine.prepare()
answer = engine.ask("Combien Amazon a-t-il payé One Medical ?")
answer = engine.seen_from(guild).ask("Et notre hôpital ?")
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from index.building.upkeep import EngineOptions, HandedTo, Turn
from index.building.watching import watch
from index.chronicle.at_hand import AtHand
from index.encoder.held import HeldEncoder
from index.faults import EngineFault, FaultCode
from index.files.tree import FEEDS
from index.generation.card_index import CardIndex
from index.judging.finding import Finding, SecondLook
from index.machine.garbage import collecting_seldom
from index.machine.threads import give_way, multiply_on_one_thread
from index.publishing.published import IN_DATABASE
from index.ranking.candidates import AT_HAND, CandidateSource
from index.ranking.reranker import Reranker
from index.reading.first import FirstReader
from index.reading.held import NOBODY, HeldReader
from index.reading.model import ReaderFiles
from index.report import MadeBy, Progress, ReindexReport, Status, StoreSeen
from index.shelf.base import Base
from index.shelf.collections import Collections
from index.view import View

if TYPE_CHECKING:
    from index.feeds.feeds import Feeds as Feeds
    from index.milvus.candidates import MilvusCandidates
    from index.publishing.database import PublishedDatabase

__all__ = ["IN_DATABASE", "Base", "CardIndex", "Engine", "EngineOptions", "Finding", "Turn", "give_way", "watch"]


class Engine(View):
    """Answers from the shared base while its next generation may be built; safe to use from any thread."""

    def __init__(self, options: EngineOptions) -> None:
        self._options = options
        self._encoders = HeldEncoder(options.model)
        self._milvus = _milvus(options)
        self._source: CandidateSource = self._milvus or AT_HAND
        handed_to = partial(_handing, self._milvus) if self._milvus is not None else None
        self._database = _database(options)
        self._base = Base.open(
            options, self._encoders, handed_to("shared") if handed_to is not None else None, self._database
        )
        self._at_hand = AtHand()
        self._second_look = _second_look(options.reader, options.reading_seconds)
        self._collections = Collections(options, self._encoders, handed_to)
        self.begun = self._collections.begun
        self.collection_numbers = self._collections.numbers
        self.leave = self._collections.leave
        self.come_back = self._collections.come_back
        self.drop_left = self._collections.drop_left
        self.upkeep = self._base.upkeep
        self.shelf = self._base.shelf
        super().__init__(
            self._base.serving.current, None, self._encoders, self._at_hand, self._second_look, self._source
        )

    def feeds(self, guild: int | None) -> Feeds:
        """The feeds of the collection of the server ``guild``; those of the shared base for None.

        Raises EngineFault(DATA_UNWRITABLE).
        """
        from index.feeds.feeds import Feeds  # an HTTP client takes time to load

        options = self._options if guild is None else self._collections.options_of(guild)
        return Feeds(options, self.base(guild))

    def with_feeds(self) -> tuple[int | None, ...]:
        """The bases that have a list of feeds: servers by their number, None for the shared one."""
        shared = (None,) if (self._options.knowledge_dir / FEEDS).exists() else ()
        return (*shared, *self._collections.holding(FEEDS))

    def base(self, guild: int | None) -> Base:
        """The collection of the server ``guild``, begun when there is none; the shared base for None.

        Raises EngineFault(DATA_UNWRITABLE).
        """
        return self._base if guild is None else self._collections.of(guild)

    def seen_from(self, guild: int | None) -> View:
        """What may be asked in the server ``guild``: the shared base and its own collection; the former alone for
        None, and where there is no collection."""
        own = self._collections.begun(guild) if guild is not None else None
        if own is None:
            return self
        return self._view(self._base, own)

    def alone(self, guild: int) -> View | None:
        """The collection of the server ``guild`` as if it were the shared base; None where there is none."""
        own = self._collections.begun(guild)
        if own is None:
            return None
        return self._view(own, None)

    def prepare(self, progress: Progress | None = None) -> None:
        """Make ready to answer: build the first generation when there is none, load the index and the model.

        Raises EngineFault: MODEL_MISSING, RERANKER_MISSING, MODEL_CHANGED, and what :meth:`reindex` raises.
        """
        if not self.has_generation:
            # Another process may be building the first one too: wait for it, then find nothing left to do.
            self.upkeep.reindex(made_by=MadeBy.START, progress=progress, wait=True)
        multiply_on_one_thread()
        (generation,), encoder = self._ready()
        with collecting_seldom():
            generation.load()
        encoder.warm()
        if self._second_look.reader is not None:
            self._second_look.reader.ready()
        if self._second_look.reranker is not None:
            self._second_look.reranker.warm()

    @property
    def has_generation(self) -> bool:
        """Whether there is an index to answer from."""
        return self._base.serving.current() is not None

    def reader(self) -> FirstReader:
        """Who reads the first passages. Raises EngineFault(READER_UNUSABLE) when nobody does."""
        held = self._second_look.reader
        reader = held.ready() if held is not None else None
        if reader is None:
            raise self.unread or EngineFault(FaultCode.READER_UNUSABLE, reader=NOBODY, reason=NOBODY)
        return reader

    @property
    def unread(self) -> EngineFault | None:
        """Why questions go unread although they should be read, if they do."""
        return self._second_look.reader.fault if self._second_look.reader is not None else None

    def share_reading(self, waiting: Callable[[], int]) -> None:
        """From now on read less for each question the more others are ``waiting``, and nothing when there are many."""
        if self._second_look.reader is not None:
            self._second_look.reader.waiting = waiting

    def reindex(
        self, *, full: bool = False, made_by: MadeBy = MadeBy.SHELL, progress: Progress | None = None
    ) -> ReindexReport:
        """Build a generation of what changed (all, with ``full``) and serve it; questions go on meanwhile.

        Raises as :meth:`index.building.upkeep.Upkeep.reindex` does.
        """
        return self.upkeep.reindex(full=full, made_by=made_by, progress=progress)

    def status(self) -> Status:
        """The state of the index and the model; tells of a missing index instead of raising."""
        return self.upkeep.status()

    def store_seen(self) -> StoreSeen | None:
        """A look at the engine that finds candidates, which takes some seconds where it is lost; None where there is
        none."""
        options = self._options
        if options.store_url is None:
            return None
        from index.milvus.seen import look

        return look(options.store_url, options.store_token, self._base.serving.current())

    def _view(self, first: Base, own: Base | None) -> View:
        second = own.serving.current if own is not None else None
        return View(first.serving.current, second, self._encoders, self._at_hand, self._second_look, self._source)

    def close(self) -> None:
        """Let go of the index and the model."""
        self._collections.close()
        self._base.serving.stop()
        if self._milvus is not None:
            self._milvus.close()
        if self._database is not None:
            self._database.close()
        self._encoders.let_go()


def _second_look(reader: str | None, seconds: float) -> SecondLook:
    """The reader of that name, or the cross-encoder, which only orders."""
    if reader is None or reader == NOBODY or ReaderFiles(Path(reader).expanduser()).is_one:
        return SecondLook(HeldReader(reader, seconds))
    return SecondLook(reranker=Reranker(reader))


def _milvus(options: EngineOptions) -> MilvusCandidates | None:
    if options.store_url is None:
        return None
    from index.milvus.candidates import MilvusCandidates

    return MilvusCandidates(options.store_url, options.store_token)


def _database(options: EngineOptions) -> PublishedDatabase | None:
    if options.index_url is None:
        return None
    from index.publishing.database import PublishedDatabase

    return PublishedDatabase(options.index_url)


def _handing(milvus: MilvusCandidates, base: str) -> HandedTo:
    """What hands the generations of ``base`` to Milvus."""
    return lambda generation, kept: milvus.fill(generation, base, kept)
