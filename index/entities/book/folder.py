"""The file of entities beside the articles."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from index.entities.book.entity import EntityBook
from index.entities.book.reading import read_entities
from index.faults import ArticleFault, FaultCode
from index.files.decoding import decode
from index.files.tree import read_bytes
from index.report import Rejection

FILE: Final = "entities.yaml"


@dataclass(frozen=True, slots=True)
class ListedEntities:
    """The entities that the knowledge folder lists, and what of the list had to be left out, line by line."""

    book: EntityBook
    rejections: tuple[Rejection, ...] = ()


def listed_entities(knowledge_dir: Path, max_bytes: int) -> ListedEntities:
    """Read ``entities.yaml`` in ``knowledge_dir``; a folder without one lists nothing."""
    if not (knowledge_dir / FILE).exists():
        return ListedEntities(EntityBook())
    try:
        text = decode(read_bytes(knowledge_dir, PurePath(FILE), max_bytes)).text
    except ArticleFault as fault:
        if fault.code is FaultCode.EMPTY:
            return ListedEntities(EntityBook())
        return ListedEntities(EntityBook(), (Rejection(FILE, fault.code, fault.details),))
    reading = read_entities(unicodedata.normalize("NFC", text))  # names are compared with composed texts
    return ListedEntities(reading.entities, tuple(Rejection(FILE, f.code, f.details) for f in reading.faults))
