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
    """``source``, a file or a folder of files, also at ``target``, which is new; OSError as of a copy."""
    if source.is_dir():
        target.mkdir()
        for path in source.iterdir():
            hand_on(path, target / path.name)
        return
    if source.stat().st_size >= LINKED_FROM:
        try:
            os.link(source, target)
        except OSError:  # another disk, or one without links
            shutil.copyfile(source, target)
    else:
        shutil.copyfile(source, target)
