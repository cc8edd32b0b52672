"""A quote in a few bytes: enough to find it again later, and to tell when it is gone."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from typing import Final, Self

from index.answer import Quote
from index.article import Article
from index.passages.passage import Span
from index.passages.sentences import sentences

_KEY_BYTES: Final = 5
_DIGEST_BYTES: Final = 4
_LAYOUT: Final = struct.Struct(f">{_KEY_BYTES}sIHHH{_DIGEST_BYTES}s")
REFERENCE_BYTES: Final = _LAYOUT.size
_MOST: Final = 2**16 - 1


@dataclass(frozen=True, slots=True)
class QuoteReference:
    """``length`` characters of the body of the article with the key ``article``, from ``start`` on, the answering ones
    among them at ``low`` to ``high`` (counted from ``start``); ``digest`` is of the text."""

    article: bytes
    start: int
    length: int
    low: int
    high: int
    digest: bytes

    @classmethod
    def to(cls, quote: Quote) -> Self | None:
        """The reference to ``quote``; None for one too long to refer to (65,535 characters)."""
        if len(quote.text) > _MOST:
            return None
        low, high = quote.highlights[0] if quote.highlights else (quote.start, quote.start)
        return cls(
            article_key(quote.article.id),
            quote.start,
            len(quote.text),
            low - quote.start,
            high - quote.start,
            text_digest(quote.text),
        )

    def packed(self) -> bytes:
        """The reference in ``REFERENCE_BYTES`` bytes."""
        return _LAYOUT.pack(self.article, self.start, self.length, self.low, self.high, self.digest)

    @classmethod
    def unpacked(cls, packed: bytes) -> Self:
        """The reference that :meth:`packed` made; ValueError for bytes of another length."""
        try:
            return cls(*_LAYOUT.unpack(packed))
        except struct.error as error:
            raise ValueError(str(error)) from error


@dataclass(frozen=True, slots=True)
class Located:
    """A quote found again, and the article it stands in."""

    quote: Quote
    article: Article


def locate(reference: QuoteReference, article: Article) -> Located | None:
    """The quote in ``article`` as it is now, also when text before it has changed; None when it is gone."""
    body = article.body
    beginnings = (reference.start, *(start for start, _ in sentences(body, 0, len(body))))
    for start in beginnings:
        text = body[start : start + reference.length]
        if len(text) == reference.length and text_digest(text) == reference.digest:
            return Located(_quote(article, start, text, (reference.low, reference.high)), article)
    return None


def article_key(article_id: str) -> bytes:
    """A short key of an article: of a million articles, hardly two share one."""
    return hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).digest()[:_KEY_BYTES]


def text_digest(text: str) -> bytes:
    """A short digest of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_DIGEST_BYTES]


def _quote(article: Article, start: int, text: str, answering: Span) -> Quote:
    low, high = answering
    above = [heading for heading in article.headings if heading.end <= start]
    section = " ".join(article.body[above[-1].start : above[-1].end].split()) if above else ""
    return Quote(
        text=text,
        start=start,
        end=start + len(text),
        highlights=((start + low, start + high),) if low < high <= len(text) else (),
        score=0.0,
        section=section or None,
        article=article.card,
    )
