"""What a label tells behind as much of the words before it as there is room for."""

from __future__ import annotations

from typing import Final

from index.chronicle.brackets import shortened
from index.passages.sentences import sentences

_LEAST: Final = 22
"""Characters of a beginning that say whom the rest is told of."""


def after_beginning(before: str, told: str, most: int) -> str | None:
    """« Jack Stoddard arrive de Comcast … il repart en mai 2019 »: ``told`` after the beginning of its sentence, in
    ``most`` characters; None when there is nothing ``before`` it, or no room."""
    room = most - len(told) - len(" … ")
    head = shortened(" ".join(before.split()).rstrip(" ,;:–—-"), room) if room > _LEAST else ""
    return f"{head.rstrip('…')} … {told}" if len(head) > _LEAST else None


def with_sentence_before(before: str, told: str, most: int) -> str | None:
    """« Le ministère porte plainte … Sa demande est rejetée »: ``told`` after the last sentence of ``before``; None
    when there is none, or no room."""
    last = before.strip().rpartition("\n")[2]
    spans = sentences(last, 0, len(last))
    head = " ".join(last[slice(*spans[-1])].split()) if spans else ""
    room = most - len(told) - 1
    if not head or room < _LEAST:
        return None
    lead = shortened(head, room)
    return f"{lead.rstrip('.…')} … {told}" if told[:1].islower() else f"{lead} {told}"
