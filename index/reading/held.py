"""The reader at hand: loaded when first needed; one that can't be used leaves questions unread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.faults import EngineFault, FaultCode
from index.reading.first import FirstReader
from index.reading.model import SHIPPED, ReaderFiles

if TYPE_CHECKING:
    from index.reading.reader import Reader

NOBODY: Final = "off"


class HeldReader:
    """One reader for all threads: the shipped one when ``name`` is None, nobody when it is NOBODY, else a folder with a
    reader in it. ``budget``: seconds that reading may add to an answer."""

    def __init__(self, name: str | None, budget: float) -> None:
        self._name = name
        self._budget = budget
        self._lock = threading.Lock()
        self._reader: FirstReader | None = None
        self.waiting: Callable[[], int] = lambda: 0
        """How many others wait for an answer, with whom the one who is answered shares the budget."""
        self.fault: EngineFault | None = None

    def ready(self) -> FirstReader | None:
        """The reader, if there is one that can be used; ``fault`` tells why not, when one is wanted."""
        if self._name == NOBODY:
            return None
        with self._lock:
            if self._reader is None and self.fault is None:
                try:
                    self._reader = FirstReader(_load(self._name), self._budget, lambda: self.waiting())
                except Exception as error:  # whatever onnxruntime, tokenizers and the disk throw
                    self.fault = self._unusable(error)
            return self._reader

    def _unusable(self, error: Exception) -> EngineFault:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        return EngineFault(FaultCode.READER_UNUSABLE, reader=self._name or str(SHIPPED.name), reason=reason)


def _load(name: str | None) -> Reader:
    from index.reading.reader import Reader  # onnxruntime: what reads nothing does not load it

    files = ReaderFiles(SHIPPED if name is None else Path(name).expanduser())
    if files.missing:
        raise FileNotFoundError(f"{', '.join(files.missing)}?")
    return Reader(files)
