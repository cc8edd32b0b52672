"""Fewer sentences of a quote, when Discord has no room for all of them.

A quote is only ever cut between sentences, and the sentences that answer are the last to go.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import block_quote
from index.answer import Quote
from index.passages.passage import Span
from index.text import sentences

CUT: Final = "[…]"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a quote: ``markdown`` is ``body[start:end]`` as a block quote, with a mark above or
    below, outside the block, where sentences of the quote were left out."""

    start: int
    end: int
    markdown: str


def whole(quote: Quote) -> Excerpt:
    """All of the quote."""
    return _excerpt(quote, quote.start, quote.end)


def fitting(quote: Quote, room: int) -> Excerpt | None:
    """As many whole sentences of ``quote`` as measure at most ``room`` once escaped; None when not even
    the first sentence that answers does.

    The window holds every sentence that answers if it can, else the first one, and grows outwards, what
    follows before what comes before.
    """
    everything = whole(quote)
    if measure(everything.markdown) <= room:
        return everything
    parts = _sentences(quote)
    answering = [
        number
        for number, (start, end) in enumerate(parts)
        if any(start < high and low < end for low, high in quote.highlights)
    ] or [0]

    def fits(first: int, last: int) -> Excerpt | None:
        excerpt = _excerpt(quote, parts[first][0], parts[last][1])
        return excerpt if measure(excerpt.markdown) <= room else None

    first, last = answering[0], answering[-1]
    shown = fits(first, last)
    if shown is None:
        last = first
        shown = fits(first, last)
    if shown is None:
        return None
    grown = True
    while grown:
        grown = False
        for wider_first, wider_last in ((first, last + 1), (first - 1, last)):
            if wider_first >= 0 and wider_last < len(parts):
                wider = fits(wider_first, wider_last)
                if wider is not None:
                    first, last, shown, grown = wider_first, wider_last, wider, True
    return shown


def _excerpt(quote: Quote, start: int, end: int) -> Excerpt:
    text = quote.text[start - quote.start : end - quote.start]
    bold = [(max(low, start) - start, min(high, end) - start) for low, high in quote.highlights]
    parts = [block_quote(text, [(low, high) for low, high in bold if low < high])]
    if start > quote.start:
        parts.insert(0, CUT)
    if end < quote.end:
        parts.append(CUT)
    return Excerpt(start, end, "\n".join(parts))


def _sentences(quote: Quote) -> list[Span]:
    """The sentences of the quote as offsets in the article's body, none of them ending inside a highlight."""
    found: list[Span] = []
    for low, high in sentences(quote.text, 0, len(quote.text)):
        start, end = quote.start + low, quote.start + high
        if found and any(a < start < b and a < found[-1][1] for a, b in quote.highlights):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found or [(quote.start, quote.end)]
