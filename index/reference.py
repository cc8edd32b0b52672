"""A quote in a few bytes: enough to find it again later, and to tell when it is gone."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field
from typing import Final, Self

from index.answer import Quote
from index.article import Article
from index.passages.passage import Span
from index.passages.sentences import sentences

_KEY_BYTES: Final = 5
_DIGEST_BYTES: Final = 4
_LAYOUT: Final = struct.Struct(f">{_KEY_BYTES}sIHHH{_DIGEST_BYTES}s")
REFERENCE_BYTES: Final = _LAYOUT.size
_ANSWER_LAYOUT: Final = struct.Struct(">HH")
_MOST: Final = 2**16 - 1


@dataclass(frozen=True, slots=True)
class QuoteReference:
    """``length`` characters of the body of the article with the key ``article``, from ``start`` on, the answering ones
    among them at ``low`` to ``high`` (counted from ``start``); ``digest`` is of the text. ``answer`` are the exact
    words that answer, counted likewise, empty when unknown: what is marked of a quote doesn't make it another."""

    article: bytes
    start: int
    length: int
    low: int
    high: int
    digest: bytes
    answer: Span = field(default=(0, 0), compare=False)

    @classmethod
    def to(cls, quote: Quote) -> Self | None:
        """The reference to ``quote``; None for one too long to refer to (65,535 characters)."""
        if len(quote.text) > _MOST:
            return None
        low, high = _answering(quote)
        begin, finish = quote.answer or (quote.start, quote.start)
        return cls(
            article_key(quote.article.id),
            quote.start,
            len(quote.text),
            low - quote.start,
            high - quote.start,
            text_digest(quote.text),
            (begin - quote.start, finish - quote.start),
        )

    def packed(self) -> bytes:
        """The reference in ``REFERENCE_BYTES`` bytes, without ``answer``: several go together."""
        return _LAYOUT.pack(self.article, self.start, self.length, self.low, self.high, self.digest)

    def packed_with_answer(self) -> bytes:
        """The reference in a few bytes more, with ``answer`` when it is known."""
        return self.packed() + (_ANSWER_LAYOUT.pack(*self.answer) if self.answer != (0, 0) else b"")

    @classmethod
    def unpacked(cls, packed: bytes) -> Self:
        """The reference that :meth:`packed` or :meth:`packed_with_answer` made; ValueError for bytes of another
        length."""
        brief, rest = packed[:REFERENCE_BYTES], packed[REFERENCE_BYTES:]
        try:
            article, start, length, low, high, digest = _LAYOUT.unpack(brief)
            answer = _ANSWER_LAYOUT.unpack(rest) if rest else (0, 0)
            return cls(article, start, length, low, high, digest, answer)
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
            return Located(_quote(article, start, text, (reference.low, reference.high), reference.answer), article)
    return None


def article_key(article_id: str) -> bytes:
    """A short key of an article: of a million articles, hardly two share one."""
    return hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).digest()[:_KEY_BYTES]


def text_digest(text: str) -> bytes:
    """A short digest of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_DIGEST_BYTES]


def _answering(quote: Quote) -> Span:
    """The span of the sentences that answer, from the one with the answer or the first on, as far as blanks alone stand
    between them; empty when there is none."""
    runs: list[Span] = []
    for low, high in sorted(quote.highlights):
        between = quote.text[runs[-1][1] - quote.start : low - quote.start] if runs else "."
        if between.strip():
            runs.append((low, high))
        else:
            runs[-1] = (runs[-1][0], max(high, runs[-1][1]))
    holding = (run for run in runs if quote.answer is not None and run[0] <= quote.answer[0] < run[1])
    return next(holding, runs[0] if runs else (quote.start, quote.start))


def _quote(article: Article, start: int, text: str, answering: Span, answer: Span) -> Quote:
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
        answer=(start + answer[0], start + answer[1]) if answer[0] < answer[1] <= len(text) else None,
    )
