"""A quote with what stands around it in its article."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from index.answer import Quote
from index.text import sentences

AROUND: Final = 600
"""Characters of the article shown on either side of a quote, in whole sentences."""


def widened(quote: Quote, body: str) -> Quote:
    """``quote`` of the article ``body`` with the whole sentences around it, its marks where they were."""
    low, high = max(0, quote.start - AROUND), min(len(body), quote.end + AROUND)
    # What is looked at begins and ends farther off than what is shown: there a sentence may be cut, here none is.
    before = [start for start, _ in sentences(body, max(0, low - AROUND), quote.start) if start >= low]
    after = [end for _, end in sentences(body, quote.end, min(len(body), high + AROUND)) if end <= high]
    start, end = min([*before, quote.start]), max([*after, quote.end])
    return replace(quote, text=body[start:end], start=start, end=end)
