"""What is marked of a quote: the sentences that answer, and in them the exact words."""

from __future__ import annotations

from enum import IntEnum
from itertools import groupby
from typing import Final

from bot.printable import printable
from index.answer import Quote


class Emphasis(IntEnum):
    """How a stretch of a quote is marked, from not at all; the words that answer are part of their sentence."""

    NONE = 0
    SENTENCE = 1
    ANSWER = 2


_SHORTEST: Final = 2


def stretches(quote: Quote) -> list[tuple[str, Emphasis]]:
    """The text of ``quote`` in stretches of one emphasis each: joined, they are the text."""
    marked = bytearray(len(quote.text))
    answers = (quote.answer,) if quote.answer is not None else ()
    for spans, emphasis in ((quote.highlights, Emphasis.SENTENCE), (answers, Emphasis.ANSWER)):
        for start, end in spans:
            low, high = max(start, quote.start) - quote.start, min(end, quote.end) - quote.start
            marked[low:high] = bytes([emphasis]) * (high - low)
    found = []
    at = 0
    for value, group in groupby(marked):
        end = at + len(list(group))
        found.append((quote.text[at:end], Emphasis(value)))
        at = end
    return found


def marked_text(quote: Quote) -> str:
    """The quote for a pipe: ``**`` around a sentence that answers, ``__`` around the words in it, else word for word.

    Where the text has such signs itself, the marks are longer than any run of them: without the marks, it is the text.
    """
    marks = {Emphasis.SENTENCE: _mark("*", quote.text), Emphasis.ANSWER: _mark("_", quote.text)}
    shown: list[str] = []
    before = Emphasis.NONE
    for text, emphasis in [*stretches(quote), ("", Emphasis.NONE)]:
        shown += [marks[level] for level in (Emphasis.ANSWER, Emphasis.SENTENCE) if emphasis < level <= before]
        shown += [marks[level] for level in (Emphasis.SENTENCE, Emphasis.ANSWER) if before < level <= emphasis]
        shown.append(printable(text))
        before = emphasis
    return "".join(shown)


def _mark(sign: str, text: str) -> str:
    """More of ``sign`` in a row than stand anywhere in ``text``."""
    longest = max((len(list(group)) for character, group in groupby(text) if character == sign), default=0)
    return sign * max(_SHORTEST, longest + 1)
