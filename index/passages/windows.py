"""Passages: windows of whole sentences under one heading, overlapping by one, of a size to read and to encode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.article import Article
from index.passages.passage import Passage, Span
from index.passages.sentences import sentences

SHORTEST: Final = 400
"""Characters under which a window is joined to its neighbour, when there is one under the same heading."""
AIM: Final = 800
"""Characters at which a window has enough: some 200 word pieces, well within the model's 256."""
LONGEST: Final = 1000
"""Characters no window exceeds: what a person reads in one block on a phone, and Discord shows unfolded."""
LONGEST_OVERLAP: Final = 250
"""A last sentence longer than this is not repeated at the start of the next window."""
CLAUSE: Final = re.compile(r"[;:,.][\s]")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the body under one heading; ``title`` is None before the first."""

    title: str | None
    start: int
    end: int


def passages_of(article: Article) -> tuple[Passage, ...]:
    """The passages of ``article``, in order: ``body[start:end] == text`` for each.

    All of the body but its headings is in some passage; in an article that is only headings, they are the text.
    """
    found = tuple(passage for section in _sections(article) for passage in _passages(article, section))
    return found or tuple(_passages(article, Section(None, 0, len(article.body))))


def _sections(article: Article) -> Iterator[Section]:
    title, start = None, 0
    for heading in article.headings:
        yield Section(title, start, heading.start)
        title, start = " ".join(article.body[heading.start : heading.end].split()) or None, heading.end
    yield Section(title, start, len(article.body))


def _passages(article: Article, section: Section) -> Iterator[Passage]:
    body = article.body
    units = [piece for span in sentences(body, section.start, section.end) for piece in _short_enough(body, span)]
    for first, last in _windows(body, units):
        start, end = units[first][0], units[last - 1][1]
        yield Passage(article.card.id, start, end, body[start:end], section.title, tuple(units[first:last]))


def _windows(body: str, units: Sequence[Span]) -> list[tuple[int, int]]:
    """Ranges of ``units`` (sentences), each a window."""
    windows: list[tuple[int, int]] = []
    first = 0
    while first < len(units):
        last = _window_end(body, units, first)
        windows.append((first, last))
        if last == len(units):
            break
        repeats = last - 1 > first and _length(units, last - 1, last) <= LONGEST_OVERLAP
        # the repeated sentence must leave room for the next one, or nothing new would come
        first = last - 1 if repeats and _length(units, last - 1, last + 1) <= LONGEST else last
    return _without_stub(units, windows)


def _window_end(body: str, units: Sequence[Span], first: int) -> int:
    """Where the window that begins at ``first`` ends: near AIM, at a paragraph's end when one is near."""
    last = first + 1
    paragraph_end = None
    while last < len(units) and _length(units, first, last) < AIM and _length(units, first, last + 1) <= LONGEST:
        if _length(units, first, last) >= SHORTEST and _ends_paragraph(body, units, last):
            paragraph_end = last
        last += 1
    if last == len(units) or _ends_paragraph(body, units, last):
        return last
    return paragraph_end or last


def _without_stub(units: Sequence[Span], windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a last window that is too short to the one before, or let it begin earlier."""
    if len(windows) < 2 or _length(units, *windows[-1]) >= SHORTEST:
        return windows
    (before, _), (first, last) = windows[-2:]
    if _length(units, before, last) <= LONGEST:
        return [*windows[:-2], (before, last)]
    while first > before + 1 and _length(units, first, last) < SHORTEST:
        if _length(units, first - 1, last) > LONGEST:
            break
        first -= 1
    return [*windows[:-1], (first, last)]


def _length(units: Sequence[Span], first: int, last: int) -> int:
    return units[last - 1][1] - units[first][0]


def _ends_paragraph(body: str, units: Sequence[Span], last: int) -> bool:
    return "\n" in body[units[last - 1][1] : units[last][0]].replace("\n", "", 1)


def _short_enough(body: str, span: Span) -> Iterator[Span]:
    """The sentence itself, or when it is longer than a window its pieces, cut where a reader would pause."""
    start, end = span
    while end - start > LONGEST:
        cut = _pause(body, start)
        yield _trimmed(body, start, cut)
        start = cut
        while start < end and body[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _pause(body: str, start: int) -> int:
    """A place to cut ``body`` at most LONGEST characters after ``start``, which is not white space."""
    stretch = body[start : start + LONGEST]
    clauses = [match.start() + 1 for match in CLAUSE.finditer(stretch, SHORTEST)]
    if clauses:
        return start + clauses[-1]
    for place in range(LONGEST - 1, SHORTEST, -1):
        if stretch[place].isspace():
            return start + place
    cut = start + LONGEST
    while cut > start + SHORTEST and _joins(body[cut]):
        cut -= 1
    return cut


def _joins(character: str) -> bool:
    """Whether ``character`` belongs to the one before it: a combining mark, a joiner, a variation selector."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


def _trimmed(body: str, start: int, end: int) -> Span:
    while end > start and body[end - 1].isspace():
        end -= 1
    return start, end
