"""An article page by page, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.catalogue import Words
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import block_quote
from bot.chat.messages.message import NEUTRAL, Message, box, laid_out, row, text
from bot.chat.messages.source_line import detail_line, title_line
from bot.chat.replies.buttons import ButtonMaker, Kind, SignedButton, as_bytes, as_text
from index.article import Article
from index.passages.passage import Span
from index.reference import article_key
from index.text import sentences

_PAGE: Final = 1800
"""Characters of an article on a page."""
_PAGE_ROOM: Final = 3000
"""The same once escaped, of the 4,000 that a message holds."""
_LONGEST: Final = 1400
"""A sentence longer than this is cut, in the middle of it, to be read at all."""

OPEN: Final = "o"
TURN: Final = "t"
_OFFSET_BYTES: Final = 4


def reading_button(article_id: str, offset: int, how: str = OPEN) -> str:
    """What a button carries that opens an article at ``offset``, or turns to the page there (``how``)."""
    return how + as_text(article_key(article_id) + offset.to_bytes(_OFFSET_BYTES, "big"))


def read_place(carried: str) -> tuple[str, bytes, int]:
    """How, the article's key, and the offset, as :func:`reading_button` put them; ValueError for another text."""
    packed = as_bytes(carried[1:])
    return carried[:1], packed[:-_OFFSET_BYTES], int.from_bytes(packed[-_OFFSET_BYTES:], "big")


def reading_message(article: Article, offset: int, words: Words, maker: ButtonMaker) -> Message:
    """The page of ``article`` that holds ``offset``, with buttons to those before and after."""
    pages = list(_pages(article.body))
    at = next((number for number, (_, end) in enumerate(pages) if offset < end), len(pages) - 1)
    start, end = pages[at]
    card = article.card

    def turn(to: int, label: str) -> SignedButton | None:
        if not 0 <= to < len(pages):
            return None
        return maker.button(Kind.PAGE, reading_button(card.id, pages[to][0], TURN), words(label))

    ways = row(turn(at - 1, "discord-page-before"), turn(at + 1, "discord-page-after"))
    head = text(f"**{title_line(card)}**", detail_line(card, None, words))
    shown = text(block_quote(article.body[start:end]))
    page = text(f"-# {words('discord-page', page=at + 1, pages=len(pages))}")
    return laid_out([box([[head], [shown, page, ways]], NEUTRAL)])


def _pages(body: str) -> Iterator[Span]:
    """Whole sentences, as many as a page holds; one page at least."""
    first: int | None = None
    last = room = 0
    for start, end in (piece for span in sentences(body, 0, len(body)) for piece in _short_enough(body, span)):
        taken = measure(block_quote(body[last:end]))  # never less than what the piece adds to a page
        if first is not None and (end - first > _PAGE or room + taken > _PAGE_ROOM):
            yield first, last
            first = None
        if first is None:
            first, room = start, 0
        last, room = end, room + taken
    yield first or 0, last


def _short_enough(body: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > _LONGEST:
        blank = body.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end
