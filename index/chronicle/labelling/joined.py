"""What a label tells behind as much of the words before it as there is room for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from index.chronicle.labelling.cuts import shortened
from index.passages.sentences import sentences

_LEAST: Final = 22
"""Characters of a beginning that say whom the rest is told of."""
_LEAST_CUT: Final = 30
"""Characters of a sentence cut short that say what it is about."""
_FURTHEST: Final = 3
"""Sentences before one that may say whom it is told of."""
_PART_END: Final = re.compile(r"[,;:–—](?= [^,;:]*\Z)")
"""Where the last part before a cut ends."""

IsOpen = Callable[[str], bool]
"""Whether a sentence can't be understood without the one before."""


def after_beginning(before: str, told: str, most: int) -> str | None:
    """« Jack Stoddard arrive de Comcast … il repart en mai 2019 »: ``told`` after the beginning of its sentence, in
    ``most`` characters; None when there is nothing ``before`` it, or no room."""
    room = most - len(told) - len(" … ")
    whole = " ".join(before.split()).rstrip(" ,;:–—-")
    head = shortened(whole, room) if room > _LEAST else ""
    part = _PART_END.search(head) if head != whole else None
    if part is not None and part.start() > max(_LEAST, len(head) // 2):
        head = head[: part.start()].rstrip()
    return f"{head.rstrip('…')} … {told}" if len(head) > _LEAST else None


def with_sentence_before(before: str, told: str, most: int, is_open: IsOpen) -> str | None:
    """« Le ministère porte plainte … Sa demande est rejetée »: ``told`` after the last sentence of the paragraph
    ``before`` it that can be understood alone, or else the last; None when there is none, or no room."""
    last = before.strip().rpartition("\n")[2]
    heads = [" ".join(last[slice(*span)].split()) for span in sentences(last, 0, len(last))][-_FURTHEST:]
    room = most - len(told) - 1
    if not heads or room < _LEAST:
        return None
    place = next((place for place in range(len(heads) - 1, -1, -1) if not is_open(heads[place])), len(heads) - 1)
    is_next = place == len(heads) - 1
    lead = shortened(heads[place], room if is_next else room - 2)
    if len(lead) < _LEAST_CUT and lead != heads[place]:
        return None
    return f"{lead} {told}" if is_next and not told[:1].islower() else f"{lead.rstrip('.…')} … {told}"
