"""Files that are written once and never changed, under one more name: what is large is not copied where the disk can do
that. What is small is copied all the same, so that one damaged byte of it damages one copy."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

LINKED_FROM: Final = 1 << 20
"""Bytes; copying fewer takes a millisecond."""


def hand_on(source: Path, target: Path) -> None:
    """``source``, a file or a folder of files, also at ``target``, which is new; OSError as of a copy. Files of a
    folder count as large when they are together."""
    files = [path for path in source.rglob("*") if path.is_file()] if source.is_dir() else [source]
    put = _linked if sum(path.stat().st_size for path in files) >= LINKED_FROM else shutil.copyfile
    if source.is_dir():
        target.mkdir()
    for path in files:
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        put(path, place)


def _linked(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(source, target)
