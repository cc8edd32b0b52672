"""Files that lie on another machine and never change, read a part at a time where they are needed."""

from __future__ import annotations

import io
import itertools
import threading
from importlib.util import find_spec
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from index.faults import EngineFault, FaultCode

VFS: Final = "sourcier-far"
_HEADER: Final = 128
"""Bytes that hold numpy's header of an array of few dimensions, and often more."""
_numbers = itertools.count()


class FarFile(Protocol):
    """Bytes that lie elsewhere; safe to use from any thread."""

    @property
    def size(self) -> int:
        """How many bytes there are."""

    def read(self, start: int, amount: int) -> bytes:
        """``amount`` bytes from ``start`` on, fewer at the end. Raises EngineFault(INDEX_LOST, PUBLISHED_DAMAGED)."""


class FarArray:
    """An array that ``numpy.save`` wrote, of which slices of its first dimension are read."""

    def __init__(self, file: FarFile) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._laid_out: tuple[int, tuple[int, ...], np.dtype[Any]] | None = None

    def __getitem__(self, rows: slice) -> NDArray[Any]:
        """The rows of a slice without steps."""
        begins, shape, kind = self._layout()
        start, stop, _ = rows.indices(shape[0])
        row_bytes = kind.itemsize * int(np.prod(shape[1:]))
        content = self._file.read(begins + start * row_bytes, (stop - start) * row_bytes)
        return np.frombuffer(content, kind).reshape(stop - start, *shape[1:])

    def __array__(self, dtype: object = None, copy: object = None) -> NDArray[Any]:
        del dtype, copy
        return self[: self._layout()[1][0]]

    def _layout(self) -> tuple[int, tuple[int, ...], np.dtype[Any]]:
        """Where the rows begin, the array's shape and type."""
        with self._lock:
            if self._laid_out is None:
                head = io.BytesIO(self._file.read(0, _HEADER))
                np.lib.format.read_magic(head)
                shape, _, kind = np.lib.format.read_array_header_1_0(head)
                self._laid_out = head.tell(), shape, kind
            return self._laid_out


class FarDatabase:
    """An SQLite database that lies elsewhere: pages are read as queries come to them."""

    def __init__(self, file: FarFile) -> None:
        """Raises EngineFault(INDEX_DRIVER_MISSING) when apsw, which can read SQLite's pages from anywhere, is not
        installed."""
        if find_spec("apsw") is None:
            raise EngineFault(FaultCode.INDEX_DRIVER_MISSING)
        import apsw

        self._vfs = _file_system(file)
        self._database = apsw.Connection("far", flags=apsw.SQLITE_OPEN_READONLY, vfs=self._vfs.name)
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def all(self, query: str, *values: str | float) -> list[tuple]:  # type: ignore[type-arg]
        """Every row that ``query`` gives, its question marks filled with ``values``. Raises EngineFault as
        :meth:`FarFile.read` does."""
        with self._lock:
            return list(self._database.execute(query, values))


def _file_system(file: FarFile) -> Any:
    """What SQLite takes for a file system with that one ``file``; what reading it raises comes out of the query."""
    import apsw

    class OneFile:
        def xRead(self, amount: int, start: int) -> bytes:  # noqa: N802 - SQLite's names
            return file.read(start, amount)

        def xFileSize(self) -> int:  # noqa: N802
            return file.size

        def xDeviceCharacteristics(self) -> int:  # noqa: N802
            return apsw.SQLITE_IOCAP_IMMUTABLE

        def xFileControl(self, *_: int) -> bool:  # noqa: N802
            return False

        def xLock(self, level: int) -> None:  # noqa: N802
            """Nobody writes."""

        def xUnlock(self, level: int) -> None:  # noqa: N802
            """Nobody writes."""

        def xClose(self) -> None:  # noqa: N802
            """Nothing is open."""

    class FileSystem(apsw.VFS):
        def __init__(self) -> None:
            self.name = f"{VFS}-{next(_numbers)}"
            super().__init__(self.name, "", maxpathname=64)

        def xOpen(self, name: object, flags: list[int]) -> Any:  # noqa: N802, ARG002
            flags[1] = flags[0]
            return OneFile()

        def xFullPathname(self, name: str) -> str:  # noqa: N802
            return name

        def xAccess(self, name: str, flags: int) -> bool:  # noqa: N802, ARG002
            return False

    return FileSystem()
