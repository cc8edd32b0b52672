"""An opened generation: verified, read-only, held against removal while it is open."""

from __future__ import annotations

import weakref
from functools import cached_property
from pathlib import Path
from typing import IO, Final

import portalocker

from index.entities.book.stored import load_entities
from index.entities.suggesting import Suggestions
from index.entities.wording import Wording
from index.generation.card_index import CardIndex
from index.generation.checked import Checked, check_files
from index.generation.far import FarFiles, is_far
from index.generation.manifest import MANIFEST, SEAL, DamagedGenerationError, read_manifest
from index.generation.pieces import PieceIndex
from index.generation.stretches import StretchIndex
from index.generation.texts import Texts
from index.generation.vectors import VectorIndex
from index.machine.far import FarArray, FarFile
from index.question.spelling import Spelling, load_words
from index.tellings.stored import Events
from index.terms.bm25 import TermIndex

TEXTS: Final = "texts.sqlite"
VECTORS: Final = "vectors"
PIECES: Final = "pieces"
STRETCHES: Final = "stretches"
TERMS: Final = "terms"
ENTITIES: Final = "entities.json"
EVENTS: Final = "events.sqlite"
WORDS: Final = "words.json"


class Generation:
    """One generation, open for reading from any thread.

    Opening checks every file against the manifest, large ones that were checked before by their status alone, and takes
    a shared lock on it; a generation under a shared lock is not removed. It closes with :meth:`close`, or by itself
    when nobody holds it any more, so that a question being answered keeps its generation while a newer one takes over.
    """

    def __init__(self, folder: Path, far: FarFiles | None = None) -> None:
        """Open the generation in ``folder``, what it lacks being read from where it is ``far``; DamagedGenerationError
        when it is not whole."""
        self.folder = folder
        self._far = far
        try:
            self._hold = (folder / MANIFEST).open("rb")
            portalocker.lock(self._hold, portalocker.LockFlags.SHARED | portalocker.LockFlags.NON_BLOCKING)
        except (OSError, portalocker.LockException) as error:
            raise DamagedGenerationError(f"{folder.name}: {error}") from error
        try:
            self.manifest = read_manifest(folder)
            check_files(folder, self.manifest, Checked.beside(folder), may_lack=far is not None)
            self.texts = Texts(self._place_of(TEXTS))
            self.events = Events(self._place_of(EVENTS))
        except BaseException:
            self._hold.close()
            raise
        self._closing = weakref.finalize(self, _close, self.texts, self.events, self._hold)

    @property
    def number(self) -> int:
        """The generation's number; a later one is higher."""
        return self.manifest.number

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the manifest: no other generation has it, on whichever machine."""
        return (self.folder / SEAL).read_text(encoding="ascii").split()[0]

    @cached_property
    def vectors(self) -> VectorIndex:
        """The passages' vectors, read when first needed."""
        return VectorIndex.load(self.folder / VECTORS)

    @cached_property
    def pieces(self) -> PieceIndex:
        """The passages' pieces, opened when first needed."""
        return PieceIndex.load(self.folder / PIECES, self._far_vectors)

    @cached_property
    def stretches(self) -> StretchIndex:
        """The passages' stretches, opened when first needed."""
        return StretchIndex.load(self.folder / STRETCHES)

    @cached_property
    def terms(self) -> TermIndex:
        """The passages' terms, read when first needed."""
        return TermIndex.load(self.folder / TERMS)

    @cached_property
    def wording(self) -> Wording:
        """The names of the base's entities, read when first needed."""
        return Wording(load_entities(self.folder / ENTITIES))

    @cached_property
    def suggestions(self) -> Suggestions:
        """The names of the base's entities, to choose from."""
        return Suggestions(self.wording.book)

    @cached_property
    def cards(self) -> CardIndex:
        """The articles' cards, read when first needed."""
        return CardIndex(self.texts.cards())

    @cached_property
    def spelling(self) -> Spelling:
        """The words of the base, read when first needed."""
        return Spelling(load_words(self.folder / WORDS), self.terms.knows)

    def load(self) -> None:
        """Read everything now, so that no question waits for it."""
        _ = self.vectors, self.pieces, self.stretches, self.terms
        _ = self.wording, self.spelling, self.suggestions, self.cards

    def _place_of(self, name: str) -> Path | FarFile:
        if self._far is None or not is_far(self.folder, name):
            return self.folder / name
        return self._far.file(self.manifest.files[name])

    def _far_vectors(self, path: Path) -> FarArray | None:
        place = self._place_of(path.relative_to(self.folder).as_posix())
        return None if isinstance(place, Path) else FarArray(place)

    def close(self) -> None:
        """Give the generation back: it may then be removed."""
        self._closing()


def _close(texts: Texts, events: Events, hold: IO[bytes]) -> None:
    texts.close()
    events.close()
    hold.close()
