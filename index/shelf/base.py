"""A base: one folder of articles, its generations, and what changes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from index.building.upkeep import EngineOptions, HandedTo, Upkeep
from index.encoder.held import HeldEncoder
from index.generation.card_index import CardIndex
from index.generation.serving import Serving
from index.generation.store import GenerationStore
from index.shelf.shelf import Shelf

if TYPE_CHECKING:
    from index.publishing.database import PublishedDatabase


@dataclass(frozen=True, slots=True)
class Base:
    """``serving`` hands out the generation to answer from; ``upkeep`` makes the next one and goes back to earlier ones;
    ``shelf`` adds and removes articles."""

    serving: Serving
    upkeep: Upkeep
    shelf: Shelf

    @classmethod
    def open(
        cls,
        options: EngineOptions,
        encoders: HeldEncoder,
        handed_to: HandedTo | None = None,
        database: PublishedDatabase | None = None,
    ) -> Self:
        """The base in the folders of ``options``; nothing is read yet. ``handed_to`` and ``database`` as of
        :class:`Upkeep`."""
        store = GenerationStore(options.data_dir, database)
        serving = Serving(store)
        upkeep = Upkeep(options, store, serving, encoders, handed_to, database)
        return cls(serving, upkeep, Shelf(options, upkeep, serving.current))

    def cards(self) -> CardIndex:
        """The cards of the articles that answer now, none where there is no generation."""
        generation = self.serving.current()
        return generation.cards if generation is not None else CardIndex(())

    def load(self) -> None:
        """Read the generation that answers now, so that no question waits for it."""
        generation = self.serving.current()
        if generation is not None:
            generation.load()
