"""A folder watched for changes: told once they have settled, also after the folder was taken away and put back."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Final

SETTLED: Final = 2.0
"""Seconds without another change: a copy of many files, or an editor's save in several steps, is one change."""
LONGEST_UNSETTLED: Final = 60.0
"""Seconds after which a folder that never comes to rest counts as changed all the same."""
LOOK_EVERY: Final = 0.25
"""Seconds between two looks at whether changes have settled, and at whether the folder is still the same one."""

_log = logging.getLogger(__name__)

Identity = tuple[int, int] | None


class Settling:
    """When changes count as settled; times are seconds of one clock."""

    def __init__(self, settled: float = SETTLED, longest: float = LONGEST_UNSETTLED) -> None:
        self._settled = settled
        self._longest = longest
        self._first: float | None = None
        self._last = 0.0

    def changed(self, now: float) -> None:
        """Something changed at ``now``."""
        self._first = now if self._first is None else self._first
        self._last = now

    def due(self, now: float) -> bool:
        """Whether there were changes and they have settled; they are forgotten then."""
        if self._first is None or (now - self._last < self._settled and now - self._first < self._longest):
            return False
        self._first = None
        return True


def watch(folder: Path, ignored: Path, changed: Callable[[], None], stop: Event, settled: float = SETTLED) -> None:
    """Call ``changed`` after each change in ``folder`` has settled, until ``stop``; what is under ``ignored`` doesn't
    count. While the folder is missing, its return is waited for, and is a change."""
    folder, settling = folder.absolute(), Settling(settled)
    while not stop.is_set():
        identity = _identity(folder)
        if identity is not None:
            for seen in _looks(folder, ignored, stop):
                now = time.monotonic()
                if seen:
                    settling.changed(now)
                if settling.due(now):
                    changed()
                if folder in seen or _identity(folder) != identity:  # a new folder may get the number of the old
                    break
            settling.changed(time.monotonic())  # why else would it not be watched any more
        stop.wait(LOOK_EVERY)


def _looks(folder: Path, ignored: Path, stop: Event) -> Iterator[set[Path]]:
    """What changed since the last look, look by look; ``folder`` itself is among it when it is gone. Ends
    when it can't be watched."""
    from watchfiles import DefaultFilter, watch

    milliseconds = int(LOOK_EVERY * 1000)
    try:
        for changes in watch(
            folder,
            watch_filter=DefaultFilter(ignore_paths=[ignored.absolute()]),
            debounce=milliseconds,
            step=50,
            rust_timeout=milliseconds,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            yield {Path(path) for _, path in changes}
    except (OSError, RuntimeError) as error:  # RuntimeError: watchfiles' own, when the system says no
        _log.warning("the articles folder can't be watched (%s): trying again", type(error).__name__)
        stop.wait(SETTLED)


def _identity(folder: Path) -> Identity:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
