"""One process a shard: two over the same data folder would both answer, and both send the alerts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import portalocker

from bot.chat.life.options import Shards
from index.faults import EngineFault, FaultCode

FOLDER: Final = "bot"


class ShardTaken(Exception):
    """Another process serves one of these shards."""


@contextmanager
def serving(data_dir: Path, shards: Shards) -> Iterator[None]:
    """Hold the locks of ``shards``; the system frees them when this process ends, however it does.

    Raises ShardTaken, or EngineFault(DATA_UNWRITABLE).
    """
    numbers = shards.ids if shards.ids is not None else range(shards.count or 1)
    flags = portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING
    with ExitStack() as held:
        try:
            folder = data_dir / FOLDER
            folder.mkdir(parents=True, exist_ok=True)
            for number in numbers:
                lock = held.enter_context((folder / f"shard-{number}.lock").open("ab"))
                portalocker.lock(lock, flags)
        except portalocker.LockException as error:
            raise ShardTaken from error
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EngineFault(FaultCode.DATA_UNWRITABLE, path=str(data_dir), reason=reason) from error
        yield
