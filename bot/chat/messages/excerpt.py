"""Fewer sentences of a quote: what answers first, or what Discord has room for.

A quote is only ever cut between sentences, and the sentences that answer are the last to go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import block_quote
from index.answer import Quote
from index.passages.passage import Span
from index.text import sentences

CUT: Final = "[…]"
_AROUND: Final = 300
"""Characters that an answer is shown with, in whole sentences: a few lines of a phone."""
_WORTH_CUTTING: Final = 400
"""A quote no longer than this is shown whole: to say that something is left out takes a line, too."""
_TOGETHER: Final = 800
"""Sentences that answer are shown together in so many characters, a phone's screen; else the first that answers is."""


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
    the sentence that answers does.

    The window holds every sentence that answers if it can, else the one with the answer or the first, and grows
    outwards, what follows before what comes before, by turns.
    """
    everything = whole(quote)
    if measure(everything.markdown) <= room:
        return everything
    parts = _sentences(quote)
    core = _core(quote, parts, lambda shown: measure(shown.markdown) <= room)
    return None if core is None else _grown(quote, parts, core, lambda shown: measure(shown.markdown) <= room)


def answering(quote: Quote, room: int) -> Excerpt | None:
    """The sentences of ``quote`` that answer, with just enough around them, as of :func:`fitting`: the rest of it
    is for those who look closer."""

    def fits(shown: Excerpt) -> bool:
        return measure(shown.markdown) <= room

    everything = whole(quote)
    if len(quote.text) <= _WORTH_CUTTING and fits(everything):
        return everything
    parts = _sentences(quote)
    core = _core(quote, parts, lambda shown: shown.end - shown.start <= _TOGETHER and fits(shown))
    core = core or _core(quote, parts, fits)
    if core is None:
        return None
    return _grown(quote, parts, core, lambda shown: shown.end - shown.start <= _AROUND and fits(shown))


def _core(quote: Quote, parts: Sequence[Span], fits: Callable[[Excerpt], bool]) -> tuple[int, int] | None:
    """The first and the last of ``parts`` that have to be shown; None when they can't."""
    spans = _marks(quote)
    touched = [number for number, part in enumerate(parts) if any(_meet(part, span) for span in spans)] or [0]
    holding = (number for number in touched if quote.answer is not None and _meet(parts[number], quote.answer))
    first = next(holding, touched[0])
    for core in ((touched[0], touched[-1]), (first, first)):
        if fits(_excerpt(quote, parts[core[0]][0], parts[core[1]][1])):
            return core
    return None


def _grown(quote: Quote, parts: Sequence[Span], core: tuple[int, int], fits: Callable[[Excerpt], bool]) -> Excerpt:
    """The widest window around ``core`` that fits, grown on both sides by turns, or that alone."""
    first, last = core
    shown = _excerpt(quote, parts[first][0], parts[last][1])
    grown = True
    while grown:
        grown = False
        for before, after in ((0, 1), (1, 0)):
            if first - before >= 0 and last + after < len(parts):
                wider = _excerpt(quote, parts[first - before][0], parts[last + after][1])
                if fits(wider):
                    first, last, shown, grown = first - before, last + after, wider, True
    return shown


def marked(quote: Quote, start: int, end: int, text: str) -> str:
    """``text``, ``body[start:end]`` of the quote's article, as a block quote: what answers in bold, the very words
    underlined, too."""
    answers = (quote.answer,) if quote.answer is not None else ()
    return block_quote(text, _within(quote.highlights, start, end), _within(answers, start, end))


def _marks(quote: Quote) -> tuple[Span, ...]:
    return quote.highlights if quote.answer is None else (*quote.highlights, quote.answer)


def _within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """What of ``spans`` lies from ``start`` to ``end``, counted from ``start``."""
    cut = ((max(low, start) - start, min(high, end) - start) for low, high in spans)
    return [(low, high) for low, high in cut if low < high]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _excerpt(quote: Quote, start: int, end: int) -> Excerpt:
    parts = [marked(quote, start, end, quote.text[start - quote.start : end - quote.start])]
    if start > quote.start:
        parts.insert(0, CUT)
    if end < quote.end:
        parts.append(CUT)
    return Excerpt(start, end, "\n".join(parts))


def _sentences(quote: Quote) -> list[Span]:
    """The sentences of the quote as offsets in the article's body, none of them ending inside what is marked."""
    marks = _marks(quote)
    found: list[Span] = []
    for low, high in sentences(quote.text, 0, len(quote.text)):
        start, end = quote.start + low, quote.start + high
        if found and any(a < start < b and a < found[-1][1] for a, b in marks):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found or [(quote.start, quote.end)]
