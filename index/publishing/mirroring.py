"""A data folder that follows a published one: its generations are made elsewhere, taken whole, checked and swapped in.

data/generations/mirrors    there when these generations come from elsewhere: where from

What can be read where it is published, a part at a time, may stay there (:mod:`index.generation.far`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from index.faults import EngineFault, FaultCode
from index.generation.far import may_be_far
from index.generation.manifest import (
    MANIFEST,
    DamagedGenerationError,
    FileStamp,
    Manifest,
    stamp_of,
    write_sealed,
)
from index.generation.store import GenerationStore
from index.machine.handing_on import LINKED_FROM, hand_on
from index.publishing.published import Pointed, Published
from index.report import MadeBy, Mirroring, Progress, Stage

MARK: Final = "mirrors"


def mirrored_from(store: GenerationStore) -> str | None:
    """The published folder that ``store`` follows; None when its generations are its own."""
    try:
        return (store.folder / MARK).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def mirror(
    store: GenerationStore,
    source: Published,
    keep: int,
    usable: Callable[[Manifest], None],
    progress: Progress,
) -> Mirroring:
    """Take the generation that ``source`` says to take and make it the current one of ``store``, unless it is.

    Whoever answers from ``store`` goes on with the one before until then. ``usable`` raises for one that can't be
    answered from here. Files that a generation at hand has are not copied again. Raises EngineFault: PUBLISHED_NOTHING,
    PUBLISHED_INCOMPLETE, PUBLISHED_DAMAGED, PUBLISHED_OTHER_VERSION, MIRROR_NOT_EMPTY, MIRROR_DIFFERS,
    REINDEX_RUNNING, DATA_UNWRITABLE.
    """
    pointed = source.pointed()
    before = store.current_number()
    if before == pointed.number and mirrored_from(store) is not None and _has(store, pointed):
        return Mirroring(before, store.card(pointed.number), is_new=False, copied_bytes=0)
    usable(pointed.manifest)
    with store.writing():
        _begin(store, source)
        copied = 0
        if not (_has(store, pointed) and _is_whole(store, pointed.number)):
            copied = _take(store, source, pointed, store.noting(MadeBy.SHELL, progress))
        else:
            store.switch_to(pointed.number)
        store.remove_old(keep, trusted=before)
    return Mirroring(before, store.card(pointed.number), is_new=True, copied_bytes=copied)


def _begin(store: GenerationStore, source: Published) -> None:
    """Mark ``store`` as one that follows ``source``; what it made by itself is never mixed with what comes."""
    followed = mirrored_from(store)
    if followed is None and store.numbers():
        raise EngineFault(FaultCode.MIRROR_NOT_EMPTY, path=str(store.folder))
    if followed != source.name:
        (store.folder / MARK).write_text(source.name, encoding="utf-8")


def _take(store: GenerationStore, source: Published, pointed: Pointed, progress: Progress) -> int:
    """Make the generation of what is at hand and of copies from ``source``; the bytes copied."""
    if store.path(pointed.number).exists():
        if not _has(store, pointed):
            raise EngineFault(FaultCode.MIRROR_DIFFERS, number=pointed.number, path=str(store.folder))
        store.discard(pointed.number)
    at_hand = _at_hand(store)
    folder = store.new_folder(pointed.number)
    copied = 0
    for place, (name, stamp) in enumerate(pointed.manifest.files.items()):
        progress(Stage.WRITE, place, len(pointed.manifest.files))
        if source.is_read_in_place and may_be_far(name):
            continue
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        held = at_hand.get(stamp)
        if held is not None and stamp_of(held) == stamp:
            hand_on(held, target)
        else:
            source.take(stamp, target, pointed.number)
            copied += stamp.bytes
    write_sealed(folder, pointed.content)
    store.publish(folder, pointed.number)
    progress(Stage.WRITE, len(pointed.manifest.files), len(pointed.manifest.files))
    return copied


def _at_hand(store: GenerationStore) -> dict[FileStamp, Path]:
    """The large files of the generation served so far, by their stamps."""
    best, _ = store.open_best()
    if best is None:
        return {}
    try:
        files = best.manifest.files.items()
        large = ((best.folder / name, stamp) for name, stamp in files if stamp.bytes >= LINKED_FROM)
        return {stamp: path for path, stamp in large if path.exists()}
    finally:
        best.close()


def _has(store: GenerationStore, pointed: Pointed) -> bool:
    """Whether ``store`` has a generation of that very manifest."""
    try:
        content = (store.path(pointed.number) / MANIFEST).read_bytes()
    except OSError:
        return False
    return content == pointed.content


def _is_whole(store: GenerationStore, number: int) -> bool:
    try:
        store.open(number).close()
    except DamagedGenerationError:
        return False
    return True
