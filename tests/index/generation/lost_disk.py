"""Re-indexes on a disk that is full or closed to them, each in a forked child.

Run as ``python -m tests.index.generation.lost_disk FOLDER``; prints what was found as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from index.faults import EngineFault, FaultCode
from tests.index.generation.sudden_death import Scene, in_child

REFUSED, DONE, WRONG = 3, 0, 1
NOBODY = 65534


def refused_or_done(work: Callable[[], object]) -> int:
    try:
        work()
    except EngineFault as fault:
        return REFUSED if fault.code is FaultCode.DATA_UNWRITABLE else WRONG
    return DONE


def with_no_file_above(limit: int, scene: Scene) -> None:
    """What a full disk does to the one file that does not fit: each write fails, whoever made it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    os._exit(refused_or_done(lambda: scene.reindex(scene.data)))


def as_nobody(scene: Scene) -> None:
    """root may write anywhere; the permission is lost by becoming nobody."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    os._exit(refused_or_done(lambda: scene.reindex(scene.data)))


def full_disk(scene: Scene, found: Counter[str]) -> None:
    scene.reset()
    scene.reindex(scene.data)
    made = scene.data / "generations" / "000003"
    sizes = {path.stat().st_size for path in made.rglob("*") if path.is_file()}
    for limit in sorted({0, 1, *(size - 1 for size in sizes if size), max(sizes) + 1}):
        scene.reset()
        ended = in_child(partial(with_no_file_above, limit, scene))
        survivors = scene.survivors()
        assert (ended, survivors) in ((REFUSED, "before"), (DONE, "after")), (limit, ended, survivors)
        found[f"full: {survivors}"] += 1
    scene.mend()


def closed_disk(scene: Scene, found: Counter[str]) -> None:
    for closed in ("generations", "generations/writer.lock"):
        scene.reset()
        for path in (scene.data, *scene.data.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        (scene.data / closed).chmod(0o555 if (scene.data / closed).is_dir() else 0o444)
        ended = in_child(partial(as_nobody, scene))
        found[f"closed {closed}: {ended}, {scene.survivors()}"] += 1
        (scene.data / closed).chmod(0o777)


def main(folder: Path) -> None:
    folder.chmod(0o755)
    scene = Scene(folder)
    found: Counter[str] = Counter()
    full_disk(scene, found)
    closed_disk(scene, found)
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
