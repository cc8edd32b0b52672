"""Question and passage read together, on onnxruntime without torch: does the passage answer, and with which words?"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from index.reading.model import GRAPH, PIECES, ReaderFiles
from index.reading.page import Page
from index.reading.reading import Reading
from index.reading.rows import Row, Speller, sheet_of
from index.reading.table import PieceTable

THREADS: Final = 2
Floats = NDArray[np.float32]


class Reader:
    """Reads with the graph of a folder; one session, safe to use from any thread."""

    def __init__(self, files: ReaderFiles) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # the cores are others' too
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(files.folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )
        self._speller = Speller(files.folder)
        self._table = PieceTable(files.folder / PIECES)
        self.fingerprint = files.fingerprint

    def read(self, question: str, pages: Sequence[Page]) -> list[Reading]:
        """What is read of each of ``pages`` for ``question``, in order.

        Each runs by itself: the scales of what flows between layers are taken over all that runs together, so beside
        others, or padded, a page would be read a little otherwise. It is faster, too: what one row needs stays near
        the processor."""
        asked = self._speller.question(question)
        return [self._read(self._speller.row(asked, leaf)) for leaf in self._speller.leaves(pages)]

    def _read(self, row: Row) -> Reading:
        sheet = sheet_of([row], step=1)
        answers, starts, ends = self._session.run(
            None,
            {
                "pieces": self._table.vectors(sheet.ids),
                "said": sheet.said.astype(np.int64),
                "passage": sheet.passage.astype(np.int64),
            },
        )
        passage = slice(row.start, row.start + len(row.offsets))
        places = np.array(row.offsets, dtype=np.int64).reshape(-1, 2)
        return Reading(float(answers[0]), _logs(starts[0, passage]), _logs(ends[0, passage]), places)


def _logs(logits: Floats) -> Floats:
    """Logits as logarithms of probabilities."""
    if not len(logits):
        return logits
    shifted = logits - logits.max()
    logs: Floats = shifted - np.log(np.exp(shifted).sum())
    return logs
