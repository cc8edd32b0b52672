"""Reads plain text, press style: an optional ``date YYYY-MM`` before the first words, blank lines between
paragraphs, short lines of their own as headings; or an export of several articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from index.drafts.byline import byline_date, dated_lines, lone_date
from index.drafts.draft import Draft, body_of
from index.drafts.edtf_date import article_date
from index.drafts.front_matter import split_bare_keys
from index.drafts.plain_headings import has_heading_shape, mark_headings, with_headings
from index.drafts.written_date import day_written
from index.files.decoding import decode

_DATE_LINE: Final = re.compile(r"date[^\S\n]+(\d{4}[\d/-]*)(?=\s|$)[^\S\n]*", re.IGNORECASE | re.ASCII)


_BREAK: Final = re.compile(r"^[^\S\n]*([_=*~#-])\1{7,}[^\S\n]*$", re.MULTILINE)
"""A line that parts the articles of an export."""
_HEADER_LINES: Final = 8
_LONGEST_HEADER_LINE: Final = 200
_MOST_BELOW: Final = 3
"""Lines between a title and the text."""


def read_texts(data: bytes) -> tuple[Draft, ...]:
    """Read a ``.txt`` file: its article, or each of those that an export holds, parted by lines of signs and dated
    each. Raises ``ArticleFault`` (encoding, or ``IMPOSSIBLE_DATE``)."""
    decoded = decode(data)
    parts = [part for part in _BREAK.split(decoded.text)[::2] if part.strip()]
    dated = [part for part in parts if _header(part).date is not None]
    if len(dated) > 1 and 2 * len(dated) > len(parts):
        return tuple(replace(_draft_of_part(part), notices=decoded.notices) for part in parts)
    draft = _draft(decoded.text)
    return (replace(draft, notices=(*decoded.notices, *draft.notices)),)


@dataclass(frozen=True, slots=True)
class _Header:
    """The lines over an article of an export, up to ``end``, that say when and where it came out."""

    date: str | None = None
    publisher: str | None = None
    end: int = 0


def _header(part: str) -> _Header:
    """The newspaper's name and the day stand on lines of their own, before the title."""
    above = ""
    at = 0
    for number, line in enumerate(part.splitlines(keepends=True)):
        words = line.strip()
        if number > _HEADER_LINES or len(words) > _LONGEST_HEADER_LINE:
            break
        at += len(line)
        if words and (day := day_written(words)):
            return _Header(day, above or None, at)
        above = words or above
    return _Header()


def _draft_of_part(part: str) -> Draft:
    header = _header(part)
    title, blocks = with_headings(paragraphs_of(part[header.end :]))
    return Draft(body_of(blocks), title=title, date=header.date, publisher=header.publisher)


def _draft(whole: str) -> Draft:
    text = whole.lstrip()
    return _keyed_draft(text) or _titled_draft(text) or _plain_draft(text)


def _keyed_draft(text: str) -> Draft | None:
    """An article under its keys ("title: The fair"); its title may stand again over the text."""
    split = split_bare_keys(text)
    if split is None:
        return None
    keys, rest = split
    paragraphs = paragraphs_of(rest)
    said = " ".join((keys.title or "").split()).casefold()
    if len(paragraphs) > 1 and " ".join(paragraphs[0].split()).casefold() == said:
        paragraphs = paragraphs[1:]
    return Draft(
        body_of(mark_headings(paragraphs)),
        title=keys.title,
        date=keys.date,
        lang=keys.lang,
        publisher=keys.publisher,
        url=keys.url,
        sources=keys.sources,
        tags=keys.tags,
        notices=keys.remarks,
    )


def _titled_draft(text: str) -> Draft | None:
    """An article under its title, its author and its day, each on its own line."""
    block, _, rest = text.partition("\n\n")
    title, *below = block.rstrip().split("\n")
    if not below:
        block, _, rest = rest.lstrip("\n").partition("\n\n")
        below = block.rstrip().split("\n")
    if not 0 < len(below) <= _MOST_BELOW or not rest.strip() or not has_heading_shape(title):
        return None
    date = dated_lines(below)
    return Draft(body_of(mark_headings(paragraphs_of(rest))), title=title, date=date) if date else None


def _plain_draft(text: str) -> Draft:
    dated = _DATE_LINE.match(text)
    date = article_date(dated.group(1)) if dated else None
    if dated:
        text = text[dated.end() :]
    else:
        first, _, rest = text.partition("\n")
        date = (byline_date(first) or lone_date(first)) if rest.strip() else None
        text = rest.lstrip("\n") if date else text
    paragraphs = paragraphs_of(text)
    title_may_open = not dated or text.startswith("\n")
    title, blocks = with_headings(paragraphs) if title_may_open else (None, mark_headings(paragraphs))
    return Draft(body_of(blocks), title=title, date=date)


def paragraphs_of(text: str) -> list[str]:
    """The runs of lines between blank lines, without the white space around them."""
    paragraphs: list[str] = []
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line)
        elif lines:
            paragraphs.append("\n".join(lines).strip())
            lines = []
    return paragraphs
