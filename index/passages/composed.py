"""A text as it is searched and dated: accents on their letters, nothing unseen inside its words, the words that a line
end cuts made whole. Quotes stay slices of the text as it is: each place here knows its place there."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.article import Article, Heading
from index.passages.passage import Passage, Span
from index.terms.line_ends import compounds_in, keeps_hyphen

_UNSEEN: Final = "\u00ad\u200b-\u200d\u2060\ufeff"
_TO_COMPOSE: Final = re.compile(
    rf"(?P<marked>[^\s{_UNSEEN}][\u0300-\u036f]+)|(?P<unseen>[{_UNSEEN}]+)"
    r"|(?P<cut>(?<=[^\W\d_])[-\u2010]\n[^\S\n]*(?=[^\W\d_]))",
)
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER: Final = re.compile(r"[^\W\d_]+")
_LONGEST_WORD: Final = 40


@dataclass(frozen=True, slots=True)
class Composed:
    """``text``, and for each place in it, its end included, the place in the text it was made of; None for the same."""

    text: str
    origins: Sequence[int] | None = None

    def at(self, place: int) -> int:
        """Where the character at ``place`` of ``text`` begins in the text as it is."""
        return place if self.origins is None else self.origins[place]

    def span(self, span: Span) -> Span:
        """A stretch of ``text`` as one of the text as it is."""
        return self.at(span[0]), self.at(span[1])

    def place_of(self, origin: int) -> int:
        """Where in ``text`` what stands at ``origin`` of the text as it is has come to stand."""
        return origin if self.origins is None else bisect_left(self.origins, origin)


def compose(text: str) -> Composed:
    """``text`` composed; itself when it is so already, as most texts are."""
    if _TO_COMPOSE.search(text) is None:
        return Composed(text)
    compounds = compounds_in(text)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for found in _TO_COMPOSE.finditer(text):
        said = _said(text, found, compounds)
        if said is None:
            continue
        pieces += (text[at : found.start()], said)
        origins += [*range(at, found.start()), *(found.start() for _ in said)]
        at = found.end()
    pieces.append(text[at:])
    origins += range(at, len(text) + 1)
    return Composed("".join(pieces), origins)


def _said(text: str, found: re.Match[str], compounds: frozenset[str]) -> str | None:
    """What stands for what was found; None to leave it as it is."""
    if found["marked"]:
        return unicodedata.normalize("NFC", found["marked"])
    if found["unseen"]:
        return ""
    before = _WORD_BEFORE.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
    after = _WORD_AFTER.match(text, found.end())
    if before is None or after is None or not after[0][0].islower():
        return None
    return "-" if keeps_hyphen(before[0], after[0], compounds) else ""


def composed_article(article: Article) -> tuple[Article, Composed]:
    """``article`` with its body and its title composed, and what leads back to its body as it is."""
    body = compose(article.body)
    title = compose(article.card.title).text
    if body.origins is None and title == article.card.title:
        return article, body
    headings = tuple(Heading(body.place_of(one.start), body.place_of(one.end), one.level) for one in article.headings)
    return replace(article, card=replace(article.card, title=title), body=body.text, headings=headings), body


def passage_as_written(passage: Passage, body: str, composed: Composed) -> Passage:
    """A passage of a composed article as one of the article as it is, whose body is ``body``."""
    if composed.origins is None:
        return passage
    start, end = composed.span((passage.start, passage.end))
    spans = tuple(map(composed.span, passage.sentences))
    return replace(passage, start=start, end=end, text=body[start:end], sentences=spans)
