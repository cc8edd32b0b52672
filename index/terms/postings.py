"""What the passages of one block in one language say: each stem's passages with how often they say it, and how long
the passages are. Kept as numbers, read from disk where a question asks."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.machine.arrays import mapped_array, save_array
from index.terms.numbers import stem_key
from index.terms.tokens import searched_stems


@dataclass(frozen=True, slots=True)
class Postings:
    """The stem ``stems[n]`` (:func:`index.terms.numbers.stem_key`, in rising order) has the documents
    ``documents[starts[n]:starts[n + 1]]``, which say it as often as ``counts`` at the same places tell. A document is
    as long as ``lengths`` tells, and has the row ``rows`` of the block."""

    stems: NDArray[np.uint64]
    starts: NDArray[np.int32]
    documents: NDArray[np.int32]
    counts: NDArray[np.uint16]
    lengths: NDArray[np.int32]
    rows: NDArray[np.int32]

    @classmethod
    def of_texts(cls, texts: Sequence[str], lang: str, rows: Sequence[int]) -> Postings:
        """What ``texts``, in ``lang``, at ``rows`` say."""
        said, by, times, lengths = array("Q"), array("i"), array("i"), array("i")
        for number, text in enumerate(texts):
            told = Counter(searched_stems(text, lang))
            lengths.append(told.total())
            said.extend(map(stem_key, told))
            by.extend([number] * len(told))
            times.extend(told.values())
        counts = np.minimum(np.array(times), np.iinfo(np.uint16).max).astype(np.uint16)
        return _sorted(
            np.array(said, dtype=np.uint64),
            np.array(by, dtype=np.int32),
            counts,
            np.array(lengths, dtype=np.int32),
            np.array(rows, dtype=np.int32),
        )

    @classmethod
    def load(cls, folder: Path) -> Postings:
        """What :meth:`save` wrote into ``folder``."""
        return cls(**{part.name: mapped_array(folder / f"{part.name}.npy") for part in fields(cls)})

    def save(self, folder: Path) -> None:
        """Write them into ``folder``, which is made."""
        folder.mkdir(parents=True)
        for part in fields(self):
            save_array(folder / f"{part.name}.npy", getattr(self, part.name))

    def place(self, stem: int) -> slice:
        """Where the documents of ``stem`` lie."""
        at = int(np.searchsorted(self.stems, np.uint64(stem)))
        if at == len(self.stems) or int(self.stems[at]) != stem:
            return slice(0, 0)
        return slice(int(self.starts[at]), int(self.starts[at + 1]))

    def stem_of(self) -> NDArray[np.uint64]:
        """The stem of each of ``documents``."""
        return np.repeat(self.stems, np.diff(self.starts))


def joined(parts: Sequence[tuple[Postings, NDArray[np.int64]]]) -> Postings:
    """What ``parts`` say together, of each the documents at the rows for which it is told where they will be, the
    others being told -1; later parts come at later rows."""
    stems, documents, counts, lengths, rows = [], [], [], [], []
    first = 0
    for its, moved in parts:
        row = moved[its.rows]
        stays = row >= 0
        place = first + np.cumsum(stays) - 1
        kept = stays[its.documents]
        stems.append(its.stem_of()[kept])
        documents.append(place[its.documents[kept]].astype(np.int32))
        counts.append(its.counts[kept])
        lengths.append(its.lengths[stays])
        rows.append(row[stays].astype(np.int32))
        first += int(stays.sum())
    if not parts:
        return Postings.of_texts((), "", ())
    return _sorted(
        np.concatenate(stems),
        np.concatenate(documents),
        np.concatenate(counts),
        np.concatenate(lengths),
        np.concatenate(rows),
    )


def _sorted(
    said: NDArray[np.uint64],
    by: NDArray[np.int32],
    counts: NDArray[np.uint16],
    lengths: NDArray[np.int32],
    rows: NDArray[np.int32],
) -> Postings:
    order = np.argsort(said, kind="stable")  # documents come in rising order: of each stem, they stay so
    stems, starts = np.unique(said[order], return_index=True)
    return Postings(stems, np.append(starts, len(said)).astype(np.int32), by[order], counts[order], lengths, rows)
