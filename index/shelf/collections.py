"""The collections of single servers: bases of their own beside the shared one.

data/collections/<server>/
  articles/         its articles
  generations/      its generations, as the shared base has them in data/
  trash/            what was removed
  left              there when the bot has left the server: until when it may come back
"""

from __future__ import annotations

import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from index.building.upkeep import EngineOptions, HandedTo
from index.encoder.held import HeldEncoder
from index.faults import EngineFault, FaultCode
from index.generation.store import GenerationStore
from index.shelf.base import Base

FOLDER: Final = "collections"
ARTICLES: Final = "articles"
LEFT: Final = "left"
HELD: Final = 64
"""Collections kept open at once: an index of a few megabytes each."""


class Collections:
    """Opens the collections of servers, by the server's number; safe to use from any thread.

    They name what the shared base names: its list of entities holds for them too.
    """

    def __init__(
        self, options: EngineOptions, encoders: HeldEncoder, handed_to: Callable[[str], HandedTo] | None = None
    ) -> None:
        """``handed_to`` gives whoever is handed the generations of a base, by the base's name."""
        self._options = options
        self._handed_to = handed_to
        self._encoders = encoders
        self._lock = threading.Lock()
        self._open: OrderedDict[int, Base] = OrderedDict()

    def begun(self, guild: int) -> Base | None:
        """The collection of ``guild``, if any article was ever added to it; quick when there is none."""
        return self._base(guild) if self._folder(guild).is_dir() else None

    def of(self, guild: int) -> Base:
        """The collection of ``guild``, begun when there is none. Raises EngineFault(DATA_UNWRITABLE)."""
        try:
            (self._folder(guild) / ARTICLES).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EngineFault(FaultCode.DATA_UNWRITABLE, path=str(self._folder(guild)), reason=reason) from error
        return self._base(guild)

    def holding(self, file: str) -> tuple[int, ...]:
        """The servers whose collection has such a file among its articles; those that the bot has left don't count."""
        folders = (self._options.data_dir / FOLDER).glob(f"[0-9]*/{ARTICLES}/{file}")
        found = (folder.parent.parent for folder in folders)
        return tuple(sorted(int(one.name) for one in found if not (one / LEFT).exists()))

    def numbers(self) -> dict[int, int]:
        """Of each server with a collection that answers, the number of the generation it answers from; one small file
        is read for each."""
        folders = (self._options.data_dir / FOLDER).glob("[0-9]*")
        found = {int(folder.name): GenerationStore(folder).current_number() for folder in folders}
        return {guild: number for guild, number in found.items() if number is not None}

    def leave(self, guild: int) -> None:
        """Keep the collection of a server that the bot has left for as long as a removed article, in case it comes
        back."""
        folder = self._folder(guild)
        if folder.is_dir():
            until = datetime.now(UTC) + timedelta(days=self._options.trash_days)
            with suppress(OSError):
                (folder / LEFT).write_text(until.isoformat(), encoding="ascii")

    def come_back(self, guild: int) -> None:
        """Keep the collection of a server that the bot is in again."""
        with suppress(OSError):
            (self._folder(guild) / LEFT).unlink(missing_ok=True)

    def drop_left(self) -> tuple[int, ...]:
        """Remove the collections of servers left for too long; which these were."""
        dropped = []
        for mark in (self._options.data_dir / FOLDER).glob(f"*/{LEFT}"):
            with suppress(OSError, ValueError):
                if datetime.fromisoformat(mark.read_text(encoding="ascii")) < datetime.now(UTC):
                    with self._lock:
                        self._open.pop(int(mark.parent.name), None)
                    shutil.rmtree(mark.parent, ignore_errors=True)
                    dropped.append(int(mark.parent.name))
        return tuple(dropped)

    def close(self) -> None:
        """Let go of all."""
        with self._lock:
            for base in self._open.values():
                base.serving.stop()
            self._open.clear()

    def _base(self, guild: int) -> Base:
        with self._lock:
            base = self._open.get(guild) or self._opened(guild)
            self._open[guild] = base
            self._open.move_to_end(guild)
            if len(self._open) > HELD:
                self._open.popitem(last=False)  # what still answers from it holds it until it is done
            return base

    def _opened(self, guild: int) -> Base:
        handed_to = self._handed_to(f"server{int(guild)}") if self._handed_to is not None else None
        return Base.open(self.options_of(guild), self._encoders, handed_to)

    def options_of(self, guild: int) -> EngineOptions:
        """The options of the collection of ``guild``."""
        folder, shared = self._folder(guild), self._options
        names = shared.entities_dir or shared.knowledge_dir
        return replace(shared, knowledge_dir=folder / ARTICLES, data_dir=folder, entities_dir=names)

    def _folder(self, guild: int) -> Path:
        return self._options.data_dir / FOLDER / str(int(guild))
