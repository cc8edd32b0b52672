"""Reads plain text, press style: an optional ``date YYYY-MM`` before the first words, blank lines between
paragraphs, short lines of their own as headings."""

from __future__ import annotations

import re
from typing import Final

from index.files.decoding import decode
from index.formats.draft import Draft, body_of
from index.formats.edtf_date import article_date
from index.formats.plain_headings import mark_headings, with_headings

_DATE_LINE: Final = re.compile(r"date[^\S\n]+(\d{4}[\d/-]*)(?=\s|$)[^\S\n]*", re.IGNORECASE | re.ASCII)


def read_text(data: bytes) -> Draft:
    """Read a ``.txt`` file. Raises ``ArticleFault`` (encoding, or ``IMPOSSIBLE_DATE``)."""
    decoded = decode(data)
    text = decoded.text.lstrip()
    dated = _DATE_LINE.match(text)
    date = article_date(dated.group(1)) if dated else None
    if dated:
        text = text[dated.end() :]
    paragraphs = paragraphs_of(text)
    title_may_open = not dated or text.startswith("\n")
    title, blocks = with_headings(paragraphs) if title_may_open else (None, mark_headings(paragraphs))
    return Draft(body_of(blocks), title=title, date=date, notices=decoded.notices)


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
