"""One process a shard: two over the same data folder would both answer, and both send the alerts."""

from __future__ import annotations

import hashlib
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
def serving(data_dir: Path, token: str, shards: Shards) -> Iterator[None]:
    """Hold the locks of ``shards`` of the bot that ``token`` is of; the system frees them when this process ends,
    however it does.

    Raises ShardTaken, or EngineFault(DATA_UNWRITABLE).
    """
    # A token begins with the bot's id, and a new token of the same bot does too.
    bot = hashlib.sha256(token.partition(".")[0].encode()).hexdigest()[:12]
    numbers = shards.ids if shards.ids is not None else range(shards.count or 1)
    flags = portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING
    with ExitStack() as held:
        try:
            folder = data_dir / FOLDER
            folder.mkdir(parents=True, exist_ok=True)
            for number in numbers:
                lock = held.enter_context((folder / f"{bot}-shard-{number}.lock").open("ab"))
                portalocker.lock(lock, flags)
        except portalocker.LockException as error:
            raise ShardTaken from error
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EngineFault(FaultCode.DATA_UNWRITABLE, path=str(data_dir), reason=reason) from error
        yield


def bots_at_work(data_dir: Path) -> int:
    """How many different bots have a process that serves over ``data_dir`` at this moment."""
    flags = portalocker.LockFlags.SHARED | portalocker.LockFlags.NON_BLOCKING
    found: set[str] = set()
    for path in (data_dir / FOLDER).glob("*-shard-*.lock"):
        try:
            with path.open("rb") as lock:
                portalocker.lock(lock, flags)
        except portalocker.LockException:
            found.add(path.name.partition("-")[0])
        except OSError:
            continue
    return len(found)
